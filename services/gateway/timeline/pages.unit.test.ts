import type { HistoryPage } from '@junkan/proto/junkan/common/v1/common.ts';
import type { TimelineEntry } from '@junkan/proto/junkan/project/v1/model.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Source, timelinePage } from './pages.ts';

const entry = (stream: string, version: number, at: number, data = '{}'): TimelineEntry => ({
  stream,
  version,
  at: new Date(at).toISOString(),
  type: '',
  actor: '',
  actingFor: '',
  correlationId: '',
  causationId: '',
  data,
  note: '',
  erased: false,
});

/** A history in parts of at most three, of which a reader sees what `isShown` says. */
function source(entries: readonly TimelineEntry[], isShown: (entry: TimelineEntry) => boolean = () => true): Source<TimelineEntry> {
  return {
    async ask({ afterAt, afterVersion, limit, newestFirst }: HistoryPage) {
      const isBehind = ({ at, version }: TimelineEntry): boolean => at > afterAt || (at === afterAt && version > afterVersion);
      const isBefore = ({ at, version }: TimelineEntry): boolean => at < afterAt || (at === afterAt && version < afterVersion);
      const inOrder = newestFirst ? entries.toReversed() : entries;
      const following = inOrder.filter((each) => afterAt === '' || (newestFirst ? isBefore(each) : isBehind(each)));
      const answered = following.slice(0, Math.min(3, limit));
      return { entries: answered, more: answered.length < following.length };
    },
    shown: (each) => (isShown(each) ? each : undefined),
  };
}

const named = (entries: readonly TimelineEntry[]): string[] => entries.map(({ stream, version }) => `${stream}@${version}`);

test.each(['at', '-at'] as const)(
  'pages join to the whole in the order of %s, each full, and no cursor names what is hidden',
  async (sort) => {
    const times = fc.array(fc.nat(20), { maxLength: 12 }).map((all) => all.toSorted((a, b) => a - b));
    await fc.assert(
      fc.asyncProperty(fc.array(times, { maxLength: 3 }), fc.integer({ min: 1, max: 5 }), async (histories, limit) => {
        // Moments differ between streams, so that one cursor places all of them.
        const all = histories.map((moments, index) => moments.map((at, version) => entry(`prj_${index}`, version + 1, at * 10 + index)));
        const isShown = ({ version }: TimelineEntry): boolean => version % 3 !== 0;
        const sources = all.map((entries) => source(entries, isShown));
        const seen: string[] = [];
        for (let cursor = '', isLast = false; !isLast; ) {
          const page = await timelinePage(sources, { limit, cursor, sort });
          seen.push(...named(page.entries));
          isLast = page.nextCursor === '';
          if (!isLast) expect(page.entries).toHaveLength(limit);
          cursor = page.nextCursor;
        }
        const wanted = all
          .flat()
          .filter(isShown)
          .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.version - b.version));
        expect(seen).toEqual(named(sort === 'at' ? wanted : wanted.toReversed()));
      }),
      { numRuns: 100, seed: 20261125 },
    );
  },
);

test('a page ends before it grows too large for its reader, with at least one entry', async () => {
  const fat = 'x'.repeat(1_500_000);
  const sources = [source([1, 2, 3].map((version) => entry('prj_1', version, version, fat)))];
  const first = await timelinePage(sources, { limit: 500, cursor: '', sort: 'at' });
  expect(named(first.entries)).toEqual(['prj_1@1']);
  expect(named((await timelinePage(sources, { limit: 500, cursor: first.nextCursor, sort: 'at' })).entries)).toEqual(['prj_1@2']);
});

test('a cursor that no timeline has given is refused', async () => {
  for (const cursor of ['x', Buffer.from('["2026","prj_1","1"]').toString('base64url')])
    await expect(timelinePage([], { limit: 1, cursor, sort: 'at' })).rejects.toMatchObject({ problem: { kind: 'invalid' } });
});
