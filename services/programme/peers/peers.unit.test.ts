import { textOf } from '@junkan/kit/pure/fraction.ts';
import { expect, test } from 'vitest';
import { example } from '../figures/examples.fixture.ts';
import { type Declined, type Done, matchesFor, type Peer, WEIGHTS } from './peers.ts';

// biome-ignore lint/suspicious/noExplicitAny: facts are plain JSON
type Plain = any;
const { facts, expected } = example<object>('peers');

const cityOf = (fact: Plain): Peer => ({
  id: fact.id,
  population: fact.population,
  languages: fact.languages,
  utcOffsetMinutes: fact.utc_offset_minutes,
  streams: fact.streams,
  isInGoodStanding: fact.standing === 'in-order',
  isOpen: fact.open_to_exchange,
  exchanges: fact.active_exchanges,
  capacity: fact.capacity,
  levels: new Map(Object.entries(fact.levels as Record<string, number>)),
  planned: fact.planned,
  done: new Map(Object.entries(fact.done as Record<string, Done>)),
  needs: (facts as readonly Plain[]).flatMap((each) => (each.fact === 'need' && each.city === fact.id ? [each.dimension] : [])),
});
const CITIES = (facts as readonly Plain[]).filter(({ fact }) => fact === 'city').map(cityOf);
const of = (id: string): Peer => CITIES.find((each) => each.id === id) as Peer;
const found = (cities = CITIES, declined: readonly Declined[] = []) => matchesFor(of('c9'), cities, declined);

test('the worked example comes to its published matches, with the reasons of both sides and the conditions that others miss', () => {
  const { fit, nearMisses } = found();
  const shown = {
    seeker: 'c9',
    fit: fit.map(({ score, parts, givesBack, learnsBack, ...match }) => ({
      ...match,
      score: textOf(score),
      parts: Object.fromEntries(Object.entries(parts).map(([part, value]) => [part, textOf(value)])),
      gives_back: givesBack,
      learns_back: learnsBack,
    })),
    near_misses: nearMisses,
  };
  expect(shown).toEqual(expected);
  expect(Object.values(WEIGHTS).reduce((sum, weight) => sum + weight, 0)).toBe(10_000);
});

test('the order in which cities are looked at changes nothing; of equal scores the nearer in population is first', () => {
  const ids = (cities: readonly Peer[]) => matchesFor(of('c9'), cities, []).fit.map(({ provider }) => provider);
  expect(ids(CITIES.toReversed())).toEqual(ids(CITIES));
  const twin = { ...of('c1'), id: 'c0', population: of('c1').population - 1 };
  expect(ids([twin, ...CITIES]).slice(0, 2)).toEqual(['c1', 'c0']);
});

test.each([
  ['has-capacity', { exchanges: 2 }],
  ['open-to-exchange', { isOpen: false }],
  ['in-good-standing', { isInGoodStanding: false }],
  ['can-talk', { languages: ['ko'] }],
  ['a-step-ahead', { levels: new Map([['capacity', 1]]) }],
] as const)('who misses a condition is a near miss, which says so: %s', (condition, change) => {
  const { fit, nearMisses } = found([{ ...of('c1'), ...change }]);
  expect([fit, nearMisses]).toEqual([[], [{ provider: 'c1', missed: [condition] }]]);
});

test('who has declined within a year is not proposed again; a language may be had by interpreters', () => {
  const declined = (monthsAgo: number) => [{ seeker: 'c9', provider: 'c1', monthsAgo }];
  expect(found([of('c1')], declined(11)).nearMisses).toEqual([{ provider: 'c1', missed: ['not-declined-lately'] }]);
  expect(found([of('c1')], declined(12)).fit.length).toBe(1);
  const [match] = found([{ ...of('c1'), languages: ['ko', 'interpreter'] }]).fit;
  expect(match && textOf(match.parts.language)).toBe('1/2');
});
