import { textOf } from '@junkan/kit/pure/fraction.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Done, matchesFor, type Peer } from '../peers/peers.ts';
import { example } from './examples.fixture.ts';
import { type CityFact, matchesBy, type PeersFact } from './peers.fixture.ts';

const { facts, expected } = example<{ fit: { provider: string; score: string }[]; near_misses: object[] }>('peers');

test('the independent computation comes to the published matches', () => {
  const { fit, near } = matchesBy(facts as unknown as PeersFact[], 'c9');
  expect(fit.map(({ provider, score, parts }) => ({ provider, score, parts }))).toMatchObject(
    expected.fit.map(({ provider, score }) => ({ provider, score })),
  );
  expect(near).toEqual(expected.near_misses);
});

const codes = ['recover-organic', 'recover-collect', 'reuse-secondhand'] as const;
const dimensions = ['capacity', 'financing', 'engagement'] as const;
const some = <T>(of: readonly T[]) => fc.uniqueArray(fc.constantFrom(...of), { maxLength: of.length });
const city = (id: string): fc.Arbitrary<CityFact> =>
  fc.record({
    fact: fc.constant('city' as const),
    id: fc.constant(id),
    population: fc.constantFrom(80_000, 240_000, 240_001, 640_000, 12_000_000),
    languages: some(['en', 'hi', 'id', 'interpreter']),
    utc_offset_minutes: fc.constantFrom(330, 420, 480, 540, 0, -600),
    streams: some(['organic', 'food', 'plastics']),
    standing: fc.constantFrom('in-order', 'in-order', 'overdue', 'suspended', 'none'),
    open_to_exchange: fc.constantFrom(true, true, false),
    active_exchanges: fc.constantFrom(0, 1, 2),
    capacity: fc.constantFrom(1, 2, 3),
    levels: fc.dictionary(fc.constantFrom(...dimensions), fc.integer({ min: 0, max: 4 })),
    planned: some(codes),
    done: fc.dictionary(
      fc.constantFrom(...codes),
      fc.record({ verified: fc.integer({ min: 0, max: 6 }), reported: fc.integer({ min: 0, max: 2 }) }),
    ),
  });
const IDS = ['c1', 'c2', 'c3', 'c4'] as const;
const worlds = fc.tuple(
  fc.tuple(...IDS.map(city)),
  fc.array(fc.tuple(fc.constantFrom(...IDS), fc.constantFrom(...dimensions)), { maxLength: 6 }),
  fc.array(fc.tuple(fc.constantFrom(...IDS), fc.constantFrom(...IDS), fc.integer({ min: 0, max: 24 })), { maxLength: 2 }),
);

const peerOf = (fact: CityFact, needs: readonly string[]): Peer => ({
  id: fact.id,
  population: fact.population,
  languages: fact.languages,
  utcOffsetMinutes: fact.utc_offset_minutes,
  streams: fact.streams,
  isInGoodStanding: fact.standing === 'in-order',
  isOpen: fact.open_to_exchange,
  exchanges: fact.active_exchanges,
  capacity: fact.capacity,
  levels: new Map(Object.entries(fact.levels)),
  planned: fact.planned,
  done: new Map(Object.entries(fact.done as Record<string, Done>)),
  needs,
});

test('of whatever cities, the matches are those of the independent computation: who fits, in which order, how well, and what others miss', () => {
  fc.assert(
    fc.property(worlds, ([cities, wanted, refused]) => {
      const needs = new Map(IDS.map((id) => [id, [...new Set(wanted.filter(([of]) => of === id).map(([, dimension]) => dimension))]]));
      const declined = refused.map(([seeker, provider, monthsAgo]) => ({ seeker, provider, monthsAgo }));
      const told: PeersFact[] = [
        ...cities,
        ...[...needs].flatMap(([of, each]) => each.map((dimension) => ({ fact: 'need', city: of, dimension }) as const)),
        ...declined.map(({ seeker, provider, monthsAgo }) => ({ fact: 'declined', seeker, provider, months_ago: monthsAgo }) as const),
      ];
      const peers = cities.map((each) => peerOf(each, needs.get(each.id as (typeof IDS)[number]) ?? []));
      for (const seeker of peers) {
        const { fit, nearMisses } = matchesFor(seeker, peers, declined);
        const other = matchesBy(told, seeker.id);
        expect(
          fit.map(({ provider, score, topic, ahead, parts }) => [
            provider,
            textOf(score),
            topic,
            ahead,
            Object.fromEntries(Object.entries(parts).map(([part, value]) => [part, textOf(value)])),
          ]),
        ).toEqual(other.fit.map(({ provider, score, topic, ahead, parts }) => [provider, score, topic, ahead, parts]));
        expect(nearMisses).toEqual(other.near);
      }
    }),
    { numRuns: 400 },
  );
});
