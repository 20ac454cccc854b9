import type { Call } from '@junkan/kit/call.ts';
import type { Item } from '@junkan/proto/item.ts';
import { ITEMS } from '@junkan/proto/items.ts';
import type { Listed, ListRequest } from '@junkan/proto/junkan/catalogue/v1/service.ts';
import type { HistoryPage, Permissions } from '@junkan/proto/junkan/common/v1/common.ts';
import type { TimelineEntry } from '@junkan/proto/junkan/project/v1/model.ts';
import { OWNERS } from '@junkan/proto/programs.ts';
import { z } from 'zod';
import { answers } from '../answers/answers.ts';
import { shapeOf } from '../answers/items.ts';
import { counted } from '../answers/parts.ts';
import { mayOf } from '../auth/permissions.ts';
import { about } from '../http/describe.ts';
import { filtersOf, listed, listing, listRequest, someOf, timelinePage } from '../http/listing.ts';
import type { Routes } from '../http/route.ts';
import { id } from '../http/schemas.ts';
import type { Services } from '../services.ts';
import type { EntryKind } from '../timeline/kinds.ts';
import { timelinePage as pageOfTimeline } from '../timeline/pages.ts';
import { told } from '../timeline/words.ts';

/** The RPCs that the generator has found for every item, by the shape that it has found them in. */
type Asked = {
  list(request: ListRequest, call: Call): Promise<{ readonly listed: Listed | undefined } & Readonly<Record<string, unknown>>>;
  read(
    request: { id: string; permissions: boolean },
    call: Call,
  ): Promise<{ readonly may: Permissions | undefined } & Readonly<Record<string, object>>>;
  history(
    request: { id: string; page: HistoryPage },
    call: Call,
  ): Promise<{ readonly entries: readonly TimelineEntry[]; readonly more: boolean }>;
};

/** Of every item that the contracts name: its list, itself with what the caller may do, and its timeline. */
export function itemRoutes(kind: keyof typeof ITEMS, { get }: Routes, services: Services): void {
  const { path, prefix, one, many, with: holds, message, fields, list, codes }: Item = ITEMS[kind];
  const asked = askedOf(kind, services);
  const single = { params: z.strictObject({ id: id(prefix) }) };
  const filters = Object.keys(codes);
  const some = Object.fromEntries(Object.entries(codes).map(([field, values]) => [field, someOf(values)]));
  const asking = listing({ sorts: ['created', 'updated', ...list.sorts], counts: list.counts as [string, ...string[]] });
  // Which fields it has is known when it runs: to TypeScript it is a list like every other.
  const query = asking.extend(some) as unknown as typeof asking;
  const [names, name] = [named(path), message.slice(message.lastIndexOf('.') + 1)];

  get(path, about(`list${names}`, many, counted(fields.list, shapeOf(message))), { query }, async ({ query: wanted, call }) => {
    const { listed: beside, ...found } = await asked.list(
      listRequest(wanted, filtersOf(wanted as Readonly<Record<string, unknown>> as Readonly<Record<string, readonly string[]>>, filters)),
      call,
    );
    return { [fields.list]: found[fields.list], ...listed(beside) };
  });
  get(`${path}/:id`, about(`get${name}`, `${one}${holds && `, ${holds}`}`, shapeOf(message)), single, async ({ params, call }) => {
    const { may, ...found } = await asked.read({ ...params, permissions: true }, call);
    return { ...found[fields.read], may: mayOf(may) };
  });
  get(
    `${path}/:id/timeline`,
    about(`get${name}Timeline`, `Every event of ${lower(one)}, with who acted and its cause`, answers.timeline),
    { ...single, query: timelinePage },
    ({ params, query: page, call }) =>
      pageOfTimeline(
        [
          {
            ask: (part) => asked.history({ ...params, page: part }, call),
            shown: (entry) =>
              page.kind.length === 0 || page.kind.includes(kind) ? told(entry, kind as Exclude<EntryKind, 'reminder'>) : undefined,
          },
        ],
        page,
      ),
  );
}

function askedOf(kind: keyof typeof ITEMS, services: Services): Asked {
  const { context, rpcs } = ITEMS[kind];
  const [catalogue, owner] = [services.catalogue, services[OWNERS[context]]] as unknown as Readonly<Record<string, Asked[keyof Asked]>>[];
  return { list: catalogue?.[rpcs.list], read: owner?.[rpcs.read], history: owner?.[rpcs.history] } as Asked;
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
/** /bank-accounts as BankAccounts. */
const named = (path: string): string =>
  path
    .slice(1)
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
