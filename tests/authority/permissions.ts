import type { OperationName } from '@junkan/client/operations.ts';
import { bodiesOf } from '@junkan/kit/grpc/bodies.ts';
import { kindOf } from '@junkan/proto/actor.ts';
import type { Command, Commands, Operation } from '@junkan/proto/command.ts';
import { COMMANDS } from '@junkan/proto/commands.ts';
import type { Item } from '@junkan/proto/item.ts';
import { ITEMS } from '@junkan/proto/items.ts';
import { bodyOf, type Http } from '../http.ts';
import { asRole, type Moment, type Possible } from './moments.ts';

/** What reads an item, by how its id begins. */
const READ = new Map(Object.values<Item>(ITEMS).map(({ name, prefix }) => [prefix, `get${name}` as OperationName]));
/** Answers that say more about an item's acts than the item itself, by the same id. */
const WITHIN: Readonly<Record<string, OperationName>> = { mst: 'getReportDraft' };
const itemOf = (id: string): OperationName | undefined => READ.get(id.split('_')[0] ?? '');

type Permission = { readonly operation: string; readonly answer: string } & Readonly<Record<string, unknown>>;

const OPERATIONS = new Map<string, Operation>(
  Object.values<Commands>(COMMANDS).flatMap((commands) =>
    Object.values<Command>(commands).flatMap(({ operation }) => (operation ? [[operation.id, operation] as const] : [])),
  ),
);
const BODIES: ReadonlyMap<string, Readonly<Record<string, unknown>>> = new Map(
  Object.values<Commands>(COMMANDS).flatMap((commands) => Object.entries<Readonly<Record<string, unknown>>>(bodiesOf(commands))),
);

/**
 * What the items of a moment permit one side, and no request of the moment does: with the least body that its contract asks for.
 * What insists on a version is left out.
 */
export async function permittedIn(web: Http, { possible, done }: Moment, own: readonly string[]): Promise<Possible[]> {
  const known = done ? [...possible, done] : possible;
  const ids = new Set(known.map(({ of }) => String(of?.['id'] ?? '')).filter(itemOf));
  const found = new Map<string, { readonly permission: Permission; readonly id: string; readonly sides: Set<string> }>();
  for (const id of ids) {
    for (const organisation of own) {
      const reads = [itemOf(id), WITHIN[id.split('_')[0] ?? '']].filter((read) => read !== undefined);
      const replies = await Promise.all(reads.map((read) => web.ask(asRole(organisation), read, { id })));
      const may = replies.flatMap((reply) => bodyOf<{ may?: Permission[] }>(reply).may ?? []);
      for (const permission of may.filter(({ operation, answer }) => answer === 'allowed' && known.every(({ act }) => act !== operation))) {
        const key = JSON.stringify([id, permission]);
        found.set(key, { permission, id, sides: new Set(found.get(key)?.sides).add(organisation) });
      }
    }
  }
  return [...found.values()].flatMap(({ permission, id, sides: [organisation = '', ...others] }) => {
    const operation = OPERATIONS.get(permission.operation);
    const side = kindOf(organisation);
    return others.length > 0 || !operation || operation.requiresIfMatch || !side ? [] : [{ ...requestOf(operation, permission, id), side }];
  });
}

function requestOf({ id: act, parts, body: whole }: Operation, permission: Permission, id: string): Possible {
  const said = { ...BODIES.get(act), ...permission };
  const inPath = new Set(Object.values(parts));
  const of = Object.fromEntries(Object.entries(parts).map(([part, field]) => [part, part === 'id' ? id : String(said[field])]));
  // What may be left out is.
  const isSent = ([field, value]: [string, unknown]): boolean =>
    Object.hasOwn(BODIES.get(act) ?? {}, field) && !inPath.has(field) && value !== '';
  const body = Object.fromEntries(Object.entries(said).filter(isSent));
  return { act: act as OperationName, of, body: JSON.parse(JSON.stringify(whole ? body[whole] : body, asJson)) };
}

/** Amounts are texts in JSON; what may be left out is, in what a body has too. */
function asJson(_: string, value: unknown): unknown {
  if (typeof value === 'bigint') return `${value}.00`;
  return value === '' ? undefined : value;
}
