import { statementsOf } from '@junkan/kit/views/statements.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsOf, readAgain } from '../live/columns.ts';
import { catalogueOf, drafted, type FeedEvent, feed, proposalOf, submitted } from '../view/feed.fixture.ts';
import { view } from '../view/view.ts';
import { countsOf } from './facets.ts';
import { MAX_COUNT, pageOf, totalOf } from './list.ts';
import { countedIn } from './live.ts';

const STREAMS = ['prj_a', 'prj_b', 'prj_c', 'prj_d', 'prj_e'];
const proposed = fc.record({
  countries: fc.subarray(['JP', 'VN', 'IN']),
  themes: fc.subarray(['water', 'waste']),
  amount: fc.constantFrom(0n, 5n, 999_999_999n, 10n ** 9n, 10n ** 17n),
  currency: fc.constantFrom('USD', 'JPY'),
  title: fc.constantFrom('a', 'b'),
});
const step = fc.record({
  stream: fc.constantFrom(...STREAMS),
  submits: fc.boolean(),
  given: proposed,
  proposer: fc.constantFrom('org_a', 'org_b'),
});
type Step = { stream: string; submits: boolean; given: Parameters<typeof proposalOf>[0]; proposer: string };

/** Drafts, their revisions, submissions and withdrawals, as they come. */
function eventsOf(steps: readonly Step[]): FeedEvent[] {
  const seen = new Map<string, 'draft' | 'submitted' | 'withdrawn'>();
  return steps.flatMap(({ stream, submits, given, proposer }): FeedEvent[] => {
    const status = seen.get(stream);
    if (status === 'withdrawn') return [];
    seen.set(stream, status === 'submitted' ? 'withdrawn' : submits && status ? 'submitted' : 'draft');
    if (status === 'submitted') return [{ stream, type: 'ProjectWithdrawn', data: { note: '', by: 'per_a' } }];
    if (!status) return [drafted(stream, given, proposer)];
    return submits ? [submitted(stream)] : [{ stream, type: 'ProjectRevised', data: { proposal: proposalOf(given), by: 'per_a' } }];
  });
}

const filter = fc.oneof(
  fc.record({ field: fc.constant('status'), values: fc.subarray(['draft', 'submitted', 'open']), all: fc.constant(false) }),
  fc.record({ field: fc.constant('country'), values: fc.subarray(['JP', 'VN', 'XX']), all: fc.boolean() }),
  fc.record({ field: fc.constant('theme'), values: fc.subarray(['water', 'waste']), all: fc.boolean() }),
  fc.record({ field: fc.constant('proposer'), values: fc.subarray(['org_a', 'org_b']), all: fc.constant(false) }),
  fc.record({ field: fc.constant('currency'), values: fc.subarray(['USD', 'JPY']), all: fc.constant(false) }),
);
const filters = fc.uniqueArray(filter, { selector: ({ field }) => field, maxLength: 4 });
const amounts = fc.constantFrom('', '1', '999999999', '1000000000', '1000000001', String(10n ** 17n));
const days = fc.constantFrom('', '2026-11-23', '2026-11-24', '2026-11-25', '2026-12-24');
const range = fc.oneof(
  fc.record({ field: fc.constant('amount'), from: amounts, to: amounts }),
  fc.record({ field: fc.constantFrom('due', 'created', 'updated'), from: days, to: days }),
);
const ranges = fc.uniqueArray(range, { selector: ({ field }) => field, maxLength: 3 });
const reader = fc.constantFrom(undefined, 'org_a', 'org_b', 'spo_a');
const FACETS = ['status', 'country', 'theme'];
const SCOPE = { schema: '1', origin: 'o' };

test('for every reader and filter, columns that were kept up count as the file does, and are as if they had been read again', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), fc.nat(40), filters, ranges, reader, (steps, loadedAt, ...asking) => {
      const events = feed(eventsOf(steps));
      const db = catalogueOf([]);
      const prepare = statementsOf(db);
      const rows = view.rows(db);
      const folded = (part: typeof events): void => {
        for (const event of part) rows.fold(event);
        rows.write();
      };
      folded(events.slice(0, loadedAt));
      const columns = columnsOf(prepare);
      for (let at = loadedAt; at < events.length; at += 3) {
        const part = events.slice(at, at + 3);
        folded(part);
        expect(
          readAgain(
            columns,
            prepare,
            part.map(({ stream }) => stream),
          ),
        ).toBe(true);
      }
      const [filtered, ranged, seenBy] = asking;
      const asked = { kind: 'project', reader: seenBy, filters: filtered, ranges: ranged, typed: '' } as const;
      const live = countedIn(columns, asked, FACETS, MAX_COUNT);
      expect(live?.total).toEqual(totalOf(prepare, asked));
      for (const field of FACETS) expect([field, live?.counts.get(field)]).toEqual([field, countsOf(prepare, asked, field)]);
      expect(countedIn(columnsOf(prepare), asked, FACETS, MAX_COUNT)).toEqual(live);
      db.close();
    }),
    { numRuns: 80, seed: 20261125 },
  );
});

test('for every reader and filter, columns find the same rows page by page in the same order as the file does', () => {
  const sort = fc.constantFrom('', '-created', 'amount', '-amount', 'due', '-due', 'updated', '-updated', 'title', '-status');
  const asking = fc.tuple(filters, ranges, reader, sort, fc.integer({ min: 1, max: 3 }));
  let pages = 0;
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), asking, (steps, [filtered, ranged, seenBy, sorted, limit]) => {
      const db = catalogueOf(eventsOf(steps));
      const prepare = statementsOf(db);
      const columns = columnsOf(prepare);
      const asked = { kind: 'project', reader: seenBy, filters: filtered, ranges: ranged, typed: '', sort: sorted, limit } as const;
      let cursor = '';
      do {
        const page = pageOf(prepare, { ...asked, cursor }, SCOPE, columns);
        expect(page).toEqual(pageOf(prepare, { ...asked, cursor }, SCOPE));
        cursor = page.nextCursor;
        pages += 1;
      } while (cursor !== '');
      db.close();
    }),
    { numRuns: 200, seed: 20261125 },
  );
  expect(pages).toBeGreaterThan(200);
});

test('what columns do not hold is left to the file: words, references, other lists', () => {
  const columns = columnsOf(statementsOf(catalogueOf([drafted('prj_a')])));
  const all = { kind: 'project', reader: undefined, filters: [], ranges: [], typed: '' } as const;
  const counted = (asked: object) => countedIn(columns, { ...all, ...asked }, ['status'], MAX_COUNT)?.total.count;
  expect(counted({})).toBe(1);
  expect(counted({ typed: 'waste' })).toBeUndefined();
  expect(counted({ kind: 'milestone' })).toBeUndefined();
  expect(counted({ filters: [{ field: 'reference', values: ['r'], all: false }] })).toBeUndefined();
  expect(counted({ ranges: [{ field: 'due', from: '2026-11-24T10:00:00.000Z', to: '' }] })).toBeUndefined();
  expect(counted({ ranges: [{ field: 'amount', from: 'much', to: '' }] })).toBeUndefined();
});

test('a row that belongs between others is not put in: the columns are to be read again', () => {
  const [early, late] = [catalogueOf([drafted('prj_a'), drafted('prj_b')]), catalogueOf([drafted('prj_none'), drafted('prj_b')])];
  late.exec("DELETE FROM project WHERE id = 'prj_none'");
  const columns = columnsOf(statementsOf(late));
  expect(readAgain(columns, statementsOf(early), ['prj_a'])).toBe(false);
  expect(readAgain(columns, statementsOf(early), ['prj_b'])).toBe(true);
});
