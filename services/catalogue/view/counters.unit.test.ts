import type { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogueOf, drafted, type FeedEvent, proposalOf, submitted } from './feed.fixture.ts';

const STREAMS = ['prj_a', 'prj_b', 'prj_c', 'prj_d'];
const proposed = fc.record({
  countries: fc.subarray(['JP', 'VN', 'IN']),
  themes: fc.subarray(['water', 'waste']),
  amount: fc.constantFrom(0n, 5n, 10n ** 17n),
  currency: fc.constantFrom('USD', 'JPY'),
});
const step = fc.record({ stream: fc.constantFrom(...STREAMS), submits: fc.boolean(), given: proposed });

/** Events of a draft: its revisions, its submission and its withdrawal, in this order. */
function eventsOf(steps: readonly { stream: string; submits: boolean; given: Parameters<typeof proposalOf>[0] }[]): FeedEvent[] {
  const seen = new Map<string, 'draft' | 'submitted' | 'withdrawn'>();
  return steps.flatMap(({ stream, submits, given }): FeedEvent[] => {
    const status = seen.get(stream);
    if (status === 'withdrawn') return [];
    seen.set(stream, status === 'submitted' ? 'withdrawn' : submits && status ? 'submitted' : 'draft');
    if (status === 'submitted') return [{ stream, type: 'ProjectWithdrawn', data: { note: '', by: 'per_a' } }];
    if (!status) return [drafted(stream, given)];
    return submits ? [submitted(stream)] : [{ stream, type: 'ProjectRevised', data: { proposal: proposalOf(given), by: 'per_a' } }];
  });
}

const countedCube = (db: DatabaseSync) =>
  db
    .prepare(`
      SELECT status, c AS country, theme, count(*) AS count FROM project
      JOIN (SELECT n, value AS c FROM tag WHERE kind = 'project.country' UNION ALL SELECT n, '' FROM project) USING (n)
      JOIN (SELECT n, value AS theme FROM tag WHERE kind = 'project.theme' UNION ALL SELECT n, '' FROM project) USING (n)
      WHERE open = 1 GROUP BY status, c, theme ORDER BY status, c, theme`)
    .all();

const countedTotals = (db: DatabaseSync) => {
  const rows = db.prepare('SELECT country, substr(created, 1, 7) AS month, status, currency, amount FROM project');
  rows.setReadBigInts(true);
  const sums = new Map<string, bigint[]>();
  for (const { country, month, status, currency, amount } of rows.all()) {
    const key = [country, month, status, currency].join();
    const [count = 0n, sum = 0n] = sums.get(key) ?? [];
    sums.set(key, [count + 1n, sum + BigInt(amount as bigint)]);
  }
  return sums;
};

const keptTotals = (db: DatabaseSync) => {
  const rows = db.prepare("SELECT * FROM total WHERE kind = 'project'");
  rows.setReadBigInts(true);
  const [WHOLE] = [10n ** 9n];
  return new Map(
    rows.all().map(({ country, month, status, currency, count, whole, part }) => {
      const sum = BigInt(whole as bigint) * WHOLE + BigInt(part as bigint);
      return [[country, month, status, currency].join(), [BigInt(count as bigint), sum]];
    }),
  );
};

test('whatever happens to projects, the kept counts and sums equal a recount of their rows', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), fc.integer({ min: 1, max: 9 }), (steps, batch) => {
      const db = catalogueOf(eventsOf(steps), batch);
      expect(db.prepare('SELECT * FROM cube ORDER BY status, country, theme').all()).toEqual(countedCube(db));
      expect(keptTotals(db)).toEqual(countedTotals(db));
      db.close();
    }),
    { numRuns: 100, seed: 20261124 },
  );
});
