import { searchFor } from '@junkan/catalogue/api/search.ts';
import { drafted, type FeedEvent, feed, readInto, submitted } from '@junkan/catalogue/view/feed.fixture.ts';
import { statementsOf } from '@junkan/kit/views/statements.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { proposalOf } from '@junkan/scripts/main-job/proposals.ts';
import { PROJECTS, readTable, WINDOWS } from '@junkan/scripts/main-job/read-tables.ts';
import { readProjects } from '@junkan/scripts/main-job/tables/projects.ts';
import { agencyOf } from '@junkan/scripts/main-job/tables/rules.ts';
import { readWindows } from '@junkan/scripts/main-job/tables/windows.ts';
import { expect, test } from 'vitest';
import { EXPECTED } from './expected.ts';

/** Of so many searches, so many find first what they should. */
const LEAST = 120;
const LEAST_RIGHT = 115;

const { rows: projects } = await readTable(PROJECTS, readProjects);
const { rows: windows } = await readTable(WINDOWS, readWindows);

const idOf = (prefix: string, number: number): string => `${prefix}_${String(number).padStart(26, '0')}`;
const agencies = [...new Set(projects.map(agencyOf))];
const agencyId = (agency: string): string => idOf('org', agencies.indexOf(agency));

/** What the main job imports, as it is published. */
const events: FeedEvent[] = [
  ...agencies.map((name) => ({
    stream: agencyId(name),
    type: 'ProposerRegistered',
    data: { name, kind: 'agency', countries: projects.find((row) => agencyOf(row) === name)?.place.countries, by: 'per_a' },
  })),
  ...windows.flatMap(({ window, place }, at): FeedEvent[] => [
    { stream: idOf('spo', at), type: 'SponsorRegistered', data: { name: window, kind: 'development-bank', by: 'per_a' } },
    {
      stream: idOf('man', at),
      type: 'MandatePublished',
      data: { sponsor: idOf('spo', at), terms: { title: window, countries: place.countries, themes: [] } },
    },
  ]),
  ...projects.flatMap((row, at) => {
    const { title, reference, countries, themes } = proposalOf(row);
    const stream = idOf('prj', at);
    return [drafted(stream, { title, reference, countries, themes }, agencyId(agencyOf(row))), submitted(stream)];
  }),
];
const prepare = statementsOf(readInto(feed(events), 500));
const actor: Actor = { person: 'per_reader', organisation: 'spo_reader', roles: ['sponsor.officer'] };
const references = new Map(projects.map((row, at) => [idOf('prj', at), row.id]));

function firstOf(typed: string): string {
  const { groups } = searchFor(prepare, { q: typed, limit: 5, after: '', published: false }, { actor, mayList: () => true });
  const [item] = groups.flatMap(({ items }) => items);
  if (!item) return 'nothing';
  if (item.kind === 'country' || item.kind === 'theme') return `${item.kind} ${item.id}`;
  return references.get(item.id) ?? item.title;
}

test('of the searches over what is imported, nearly all find first what they should', () => {
  const found = EXPECTED.map(([typed, first]) => ({ typed, first, found: firstOf(typed) }));
  const missed = found.filter((each) => each.first !== each.found);
  console.log(`${found.length - missed.length} of ${found.length} searches find first what they should`);
  for (const { typed, first, found: instead } of missed) console.log(`missed: ${typed}: ${first}, but ${instead}`);
  expect(found.length).toBeGreaterThanOrEqual(LEAST);
  expect(found.length - missed.length).toBeGreaterThanOrEqual(LEAST_RIGHT);
});
