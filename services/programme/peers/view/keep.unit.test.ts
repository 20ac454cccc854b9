import { DatabaseSync } from 'node:sqlite';
import { idFrom } from '@junkan/kit/ids.ts';
import type { ViewEvent } from '@junkan/kit/views/view.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { assessmentIdParts, exchangeIdParts } from '@junkan/proto/junkan/programme/v1/language.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Parts } from '../../api/parts.ts';
import { admit, check, decideInCouncil, invite, mandate, on, place, sign } from '../../declaration/signatory.fixture.ts';
import { type Command, evolve, initial, type State } from '../../declaration/signatory.ts';
import { decide } from '../../declaration/signatory-decide.ts';
import { actionFold, assessmentFold, signatoryFold } from '../../fold.ts';
import { view } from '../../results/view/view.ts';
import { peerIdOf, roundsOf, seenCity } from '../api/cities.ts';
import { peerQueries } from '../api/peer-queries.ts';
import { exchangeFold, matchMessage, peerFold } from '../messages.ts';
import { peerOf } from '../of-city.ts';
import { matchesFor } from '../peers.ts';

const NOW = '2030-05-03T03:00:00.000Z';
const [by, at] = ['hana', '2029-05-03T03:00:00.000Z'];
// biome-ignore lint/suspicious/noExplicitAny: as it is recorded
type Told = any;
type Fold = {
  readonly aggregate: string;
  readonly initial: Told;
  readonly evolve: (state: Told, event: Told) => Told;
  readonly codec: { readonly encode: (event: Told) => object };
};
type Stream = { readonly id: string; readonly fold: Fold; readonly events: readonly Told[] };

/** On its way in, admitted, late or suspended: as the decider says, of any city. */
const WAY: readonly Command[] = [
  invite(),
  decideInCouncil(),
  mandate(),
  sign(),
  check(),
  admit(),
  on('plan', '2029-04-01').rung('overdue'),
];
function signing(steps: number): Told[] {
  let state: State = initial;
  return WAY.slice(0, steps).flatMap((command) => {
    const decision = decide(command, state);
    if (!decision.ok) throw new Error(decision.rejection.type);
    state = decision.events.reduce(evolve, state);
    return decision.events;
  });
}

const CODES = ['recover-organic', 'recover-collect'] as const;
const DIMENSIONS = ['capacity', 'financing', 'vision'] as const;
const some = <T>(of: readonly T[]) => fc.uniqueArray(fc.constantFrom(...of), { maxLength: of.length });
const city = fc.record({
  steps: fc.array(fc.integer({ min: 1, max: WAY.length }), { minLength: 1, maxLength: 2 }),
  population: fc.constantFrom(80_000, 260_000, 2_000_000),
  timeZone: fc.constantFrom('Asia/Tokyo', 'Asia/Kolkata', 'Europe/Paris'),
  levels: fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })), { minLength: 3, maxLength: 3 }),
  terms: fc.option(
    fc.record({ open: fc.boolean(), capacity: fc.integer({ min: 1, max: 2 }), languages: some(['en', 'ja']), interpreter: fc.boolean() }),
  ),
  claims: fc.integer({ min: 0, max: 2 }),
  actions: fc.array(
    fc.record({ code: fc.constantFrom('', ...CODES), themes: some(['repair', 'reuse']), goes: fc.integer({ min: 0, max: 4 }) }),
    { maxLength: 3 },
  ),
});
/** Admitted, with room for others, and practices to show: of whatever cities hardly any two fit. */
const open = city.map((each) => ({
  ...each,
  steps: [WAY.length - 1],
  terms: { open: true, capacity: 2, languages: ['en' as const], interpreter: false },
  claims: 0,
  actions: CODES.map((code) => ({ code, themes: ['repair' as const], goes: 4 })),
}));
type City = typeof city extends fc.Arbitrary<infer Of> ? Of : never;
const worlds = (size: number) =>
  fc.tuple(
    fc.array(fc.oneof(city, open), { minLength: size, maxLength: size }),
    fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1), fc.constantFrom('ExchangeDeclined', 'ExchangeExpired', 'ExchangeAgreed')), {
      maxLength: 3,
    }),
  );

const content = { title: 'a', scope: '', objective: '', actors: [], learntFrom: '', challenges: '', nextSteps: '', evidence: [] };
const measured = {
  ...{ indicator: 'tonnes', unit: 't', overTime: 'sum', overPlaces: 'sum', value: '5' },
  ...{ numerator: '', denominator: '', baseline: '', notAvailable: '' },
};
const NO_TAGS = { declaration: '', commitments: [], fiveR: 'recover', partOf: '', seeksMoney: false };
const period = { from: '2027-01-01', to: '2027-12-31' };

function streamsOf(id: string, { steps, population, timeZone, levels, terms, claims, actions }: City): Stream[] {
  const its = { ...place, population, timeZone };
  const moved = (event: Told): Told => ('city' in event ? { ...event, city: id, ...('place' in event ? { place: its } : {}) } : event);
  const own = [
    ...(terms ? [{ type: 'PeerTermsSet', city: id, ...terms, at, by }] : []),
    ...Array.from({ length: claims }, (_, n) => ({ type: 'CapacityClaimed', city: id, exchange: `exc_${n}`, at })),
  ];
  return [
    ...steps.flatMap((count, n): Stream[] => {
      const signatory = `sgn_${id}_${n}`;
      const answers = levels.map(([level, target], index) => ({
        ...{ dimension: DIMENSIONS[index] ?? '', known: 'level', level, reason: '', evidence: [], addresses: [], target, targetYear: 2035 },
      }));
      const due = { obligation: 'assessment-1', due: NOW, dueOn: '2030-05-03', corrects: 0, note: '' };
      const begun = { type: 'AssessmentBegun', signatory, attempt: 1, city: id, timeZone, edition: 1, dimensions: [...DIMENSIONS], ...due };
      const signedOff = { type: 'AssessmentSignedOff', signatory, edition: 1, obligation: 'assessment-1', answers, at, by };
      return [
        { id: signatory, fold: signatoryFold, events: signing(count).map(moved) },
        { id: idFrom(...assessmentIdParts(signatory as 'sgn_', 1)), fold: assessmentFold, events: [{ ...begun, at, by }, signedOff] },
      ];
    }),
    ...(own.length > 0 ? [{ id: peerIdOf(id), fold: peerFold, events: own }] : []),
    ...actions.map(({ code, themes, goes }, n): Stream => {
      const planned = { type: 'ActionPlanned', city: id, place: its, content: { ...content, themes }, tags: { ...NO_TAGS, code }, at, by };
      const told = { type: 'ResultRecorded', entry: `ent_${id}${n}`, ...period, measured, evidence: [], note: '', at, by };
      const funding = { currency: 'USD', cost: '100', target: '100', own: '0', cells: [{ sponsor: 'spo_a', amount: '100' }] };
      const report = { report: 1, verdict: 'met', ...period, measured: [measured], funding };
      const verified = { type: 'ResultVerified', milestone: `mst_${id}${n}`, number: 1, ...report, at, by };
      const stopped = { type: 'ActionStopped', note: '', at, by };
      const goesOn = [verified, { type: 'ActionStarted', at, by }, told, stopped];
      return { id: `act_${id}_${n}`, fold: actionFold, events: [planned, ...goesOn.slice(0, goes)] };
    }),
  ];
}

/** A world as its streams have it, and as the view does; which streams are read is counted. */
function worldOf(cities: readonly City[], asked: readonly (readonly [number, number, string])[]) {
  const ids = cities.map((_, n) => `org_${n}`);
  const rounds = new Map<string, number>();
  const open = new Set<string>();
  const exchanges = asked.flatMap(([from, to, end]): Stream[] => {
    const [seeker, provider] = [ids[from] ?? '', ids[to] ?? ''];
    // One that is open is the last of two cities.
    if (seeker === provider || open.has(`${seeker} ${provider}`)) return [];
    if (end === 'ExchangeAgreed') open.add(`${seeker} ${provider}`);
    const round = (rounds.get(`${seeker} ${provider}`) ?? 0) + 1;
    rounds.set(`${seeker} ${provider}`, round);
    const id = idFrom(...exchangeIdParts(seeker as 'org_', provider as 'org_', round));
    const match = { score: '1', topic: [], ahead: [], givesBack: [], learnsBack: [] };
    const [seekerZone, providerZone] = [cities[from]?.timeZone, cities[to]?.timeZone];
    const invited = { type: 'ExchangeInvited', seeker, provider, round, match, goals: [], travel: 'seeker', note: '', judgedOn: [] };
    const ends = [{ type: end, note: '', at: '2029-08-03T03:00:00.000Z', by }];
    return [{ id, fold: exchangeFold, events: [{ ...invited, answerDue: NOW, seekerZone, providerZone, at, by }, ...ends] }];
  });
  const streams = [...cities.flatMap((each, n) => streamsOf(ids[n] ?? '', each)), ...exchanges];
  const db = new DatabaseSync(':memory:');
  db.exec(view.ddl);
  const rows = view.rows(db);
  let sequence = 0;
  for (const { id: stream, fold, events } of streams)
    for (const [index, event] of events.entries()) {
      sequence += 1;
      const where = { context: 'programme', aggregate: fold.aggregate, stream, version: index + 1, sequence, place: 0 };
      const cause = { actor: by, correlationId: 'req_a', causationId: 'req_a', clockOffset: 0, at };
      rows.fold({ ...where, ...fold.codec.encode(event), ...cause } as ViewEvent);
      rows.write();
    }
  const read = { streams: 0, queries: 0 };
  const parts = {
    store: {
      async load({ initial: none, evolve: next }: Fold, id: string) {
        read.streams += 1;
        const found = streams.find((each) => each.id === id)?.events ?? [];
        return { state: found.reduce(next, none), version: found.length };
      },
    },
    results: {
      prepare(sql: string) {
        read.queries += 1;
        return db.prepare(sql);
      },
    },
    clock: { now: () => NOW },
  } as unknown as Parts;
  return { ids, parts, read };
}

/** By the streams of every city, one after the other. */
async function byStreams(parts: Parts, ids: readonly string[], own: string) {
  const seen = (await Promise.all(ids.map((id) => seenCity(parts, id)))).flatMap((each) => each ?? []);
  const peers = seen.map((each) => peerOf(each, NOW));
  const seeker = peers.find(({ id }) => id === own);
  if (!seeker) throw new Error(`${own} is no city`);
  const others = peers.filter(({ id }) => id !== own);
  const rounds = await Promise.all(others.map(({ id }) => roundsOf(parts, own as 'org_', id as 'org_', NOW)));
  const { fit, nearMisses } = matchesFor(
    seeker,
    others,
    rounds.flatMap(({ declined }) => declined),
  );
  return {
    fit: fit.map((match) => [match.provider, matchMessage(match)]),
    missed: nearMisses.map(({ provider, missed }) => [provider, missed]),
  };
}

const auditor = { person: 'aki', organisation: 'secretariat', roles: ['auditor'] } as unknown as Actor;
async function byView(parts: Parts, own: string) {
  const { fit, nearMisses } = await peerQueries(parts).findPeers({ city: own } as never, { actor: auditor } as never);
  return { fit: fit.map(({ peer, match }) => [peer?.city, match]), missed: nearMisses.map(({ peer, missed }) => [peer?.city, missed]) };
}

test('of whatever cities, who fits and who misses what is the same as by reading the streams of all of them', async () => {
  let matches = 0;
  const isSame = fc.asyncProperty(worlds(4), async ([cities, asked]) => {
    const { ids, parts } = worldOf(cities, asked);
    for (const id of ids) {
      const found = await byView(parts, id);
      matches += found.fit.length;
      expect(found).toEqual(await byStreams(parts, ids, id));
    }
  });
  // Worlds of which some are known to fit, and any others.
  await fc.assert(isSame, { numRuns: 30, seed: 2 });
  expect(matches).toBeGreaterThan(0);
  await fc.assert(isSame, { numRuns: 30 });
});

test('a search reads as many streams and asks as many queries among forty cities as among four', async () => {
  const costOf = async (size: number) => {
    const [cities, asked] = fc.sample(worlds(size), { numRuns: 1, seed: 7 })[0] ?? [[], []];
    const { parts, read } = worldOf(
      cities.map((each) => ({ ...each, steps: [6] })),
      asked,
    );
    await byView(parts, 'org_0');
    return { ...read };
  };
  expect(await costOf(40)).toEqual(await costOf(4));
});
