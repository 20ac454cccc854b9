import { WORK_KINDS, WORK_SCOPES, type WorkKind } from '@junkan/proto/junkan/catalogue/v1/language.ts';
import type { Work } from '@junkan/proto/junkan/catalogue/v1/service.ts';
import { z } from 'zod';
import { said } from '../answers/said.ts';
import { work as answer } from '../answers/work.ts';
import { about } from '../http/describe.ts';
import { anyDay, dates, someOf } from '../http/listing.ts';
import { id, oneOrAny, page } from '../http/schemas.ts';
import { addressOf } from '../live/table.ts';
import { pathOf } from '../problems/catalogue.ts';
import type { Routes } from '../route.ts';
import type { Services } from '../services.ts';

const SORTS = ['due', '-due', 'since', '-since', 'amount', '-amount'] as const;
const asked = page.extend({
  waits: z
    .enum(WORK_SCOPES)
    .default('me')
    .meta({
      description:
        '`me`: for the caller, by role and organisation and separated duties. `others`: what else the caller may see, also what separated ' +
        'duties keep from the caller. `all`: both.',
    }),
  kind: someOf(WORK_KINDS),
  project: id('prj').or(z.literal('')).default(''),
  ...dates,
  sinceFrom: anyDay.meta({ description: 'The first day on which the wait began.' }),
  sinceTo: anyDay.meta({ description: 'The last day on which the wait began.' }),
  overdue: z.enum(['true', 'false']).default('false').meta({ description: 'Only what should have been done by now.' }),
  sort: oneOrAny(SORTS).meta({ description: 'A field, with - before it for the greatest first. Without it, what is due first.' }),
});

/** What waits for somebody to act. */
export function workRoutes({ get }: Routes, { catalogue }: Services): void {
  get('/work', about('listWork', 'What waits for the caller, or for others, to act', answer), { query: asked }, async ({ query, call }) => {
    const { limit, cursor, after, kind: kinds, overdue, ...rest } = query;
    const request = { page: { limit, cursor, after }, ...rest, kinds, overdue: overdue === 'true' };
    const { work, nextCursor, total: count, more, counts } = await catalogue.listWork(request, call);
    return {
      work: work.map(shown),
      nextCursor,
      total: { count, more },
      counts: Object.fromEntries(counts.map((each) => [each.value, each.count])),
    };
  });
}

/** What waits in the draft of a milestone's report is read there. */
const IN_DRAFT: readonly string[] = ['report-to-sign', 'draft-returned'] satisfies WorkKind[];

/** What is not said of a task is left out. */
function shown({ excluded, ...task }: Work) {
  const { item, kind } = task;
  return {
    ...said(task),
    href: `${addressOf(item)}${IN_DRAFT.includes(kind) ? '/draft' : ''}`,
    ...(excluded === '' ? {} : { excluded: pathOf(excluded) }),
  };
}
