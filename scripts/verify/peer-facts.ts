import { dayIn, plusMonths } from '@junkan/kit/pure/dates.ts';
import { type Recorded, type Stored, streamsOf } from './facts.ts';

/** What was recorded of cities that could learn from others, as plain facts: what an independent computation of matches reads, one JSON object a line. */
export type PeerFact = Readonly<Record<string, unknown>> & { readonly fact: string };

// biome-ignore lint/suspicious/noExplicitAny: read as stored
type Data = any;
type Events = readonly Recorded[];

/** A city as a peer, up to some events of its streams. */
export type PeerSeen = {
  readonly id: string;
  readonly population: number;
  readonly languages: readonly string[];
  readonly utc_offset_minutes: number;
  readonly streams: readonly string[];
  readonly standing: string;
  readonly open_to_exchange: boolean;
  readonly active_exchanges: number;
  readonly capacity: number;
  readonly levels: Readonly<Record<string, number>>;
  readonly planned: readonly string[];
  readonly done: Readonly<Record<string, { readonly verified: number; readonly reported: number }>>;
  readonly needs: readonly string[];
};
export type Streams = {
  readonly signatory: Events;
  readonly assessment: Events;
  readonly actions: readonly Events[];
  readonly own: Events;
};

const last = (events: Events, ...types: readonly string[]): Recorded | undefined => events.findLast(({ type }) => types.includes(type));
const sorted = (codes: Iterable<string>): string[] => [...new Set(codes)].toSorted();

export function peerSeen(city: string, { signatory, assessment, actions, own }: Streams, now: string): PeerSeen {
  const place = last(signatory, 'InterestExpressed', 'CityInvited')?.data.place ?? {};
  const { open = false, capacity = 2, languages = [], interpreter = false } = last(own, 'PeerTermsSet')?.data ?? {};
  const answers: Data[] = (last(assessment, 'AssessmentSignedOff')?.data.answers ?? []).filter(({ known }: Data) => known === 'level');
  const acted = actions.map(actionIn);
  return {
    id: city,
    population: place.population ?? 0,
    languages: interpreter ? [...languages, 'interpreter'] : languages,
    utc_offset_minutes: offsetOf(place.timeZone ?? 'UTC', now),
    streams: sorted(acted.flatMap(({ isStopped, themes }) => (isStopped ? [] : themes))),
    standing: standingIn(signatory),
    open_to_exchange: open,
    active_exchanges: claimedIn(own).size,
    capacity,
    levels: Object.fromEntries(answers.map(({ dimension, level = 0 }) => [dimension, level])),
    planned: sorted(acted.flatMap(({ isPlanned, code }) => (isPlanned && code !== '' ? [code] : []))),
    done: doneIn(acted),
    // The largest gap first; of equal ones in the order of the answers.
    needs: answers
      .filter(({ level = 0, target = 0 }) => level < target)
      .toSorted((a, b) => (b.target ?? 0) - (b.level ?? 0) - ((a.target ?? 0) - (a.level ?? 0)))
      .map(({ dimension }) => dimension),
  };
}

const claimedIn = (own: Events): Set<string> => {
  const claimed = new Set<string>();
  for (const { type, data } of own)
    if (type === 'CapacityClaimed') claimed.add(data.exchange);
    else if (type === 'CapacityReleased') claimed.delete(data.exchange);
  return claimed;
};

function offsetOf(zone: string, now: string): number {
  const at = new Date(now);
  const there = new Date(at.toLocaleString('en-US', { timeZone: zone, hourCycle: 'h23' }));
  const here = new Date(at.toLocaleString('en-US', { timeZone: 'UTC', hourCycle: 'h23' }));
  return Math.round((there.getTime() - here.getTime()) / 60_000);
}

/** Of what it owes: what is overdue, or about which it was given notice, and is not handed in or accepted since. */
function standingIn(signatory: Events): string {
  const open = new Map<string, 'overdue' | 'noticed'>();
  let status = 'none';
  for (const { type, data } of signatory) {
    const { obligation } = data;
    if (type === 'SignatoryAdmitted' || type === 'SignatoryReinstated') status = 'in-order';
    if (type === 'SignatorySuspended') status = 'suspended';
    if (['SignatoryWithdrew', 'SignatoryLapsed', 'CityDeclined', 'JoiningStopped'].includes(type)) status = 'none';
    const isLate = type === 'RungReached' && data.rung === 'overdue' && !obligation.startsWith('assessment');
    if (isLate && !open.has(obligation)) open.set(obligation, 'overdue');
    if (type === 'NoticeIssued') open.set(obligation, 'noticed');
    if (type === 'TurnChanged' && data.fact === 'accepted') open.delete(obligation);
    if (type === 'TurnChanged' && data.fact !== 'accepted' && open.get(obligation) === 'overdue') open.delete(obligation);
  }
  return status === 'in-order' && open.size > 0 ? 'overdue' : status;
}

type Acted = {
  readonly code: string;
  readonly isPlanned: boolean;
  readonly isStopped: boolean;
  readonly themes: readonly string[];
  readonly verified: number;
  readonly reported: number;
};

function actionIn(events: Events): Acted {
  const said = events.findLast(({ data }) => data.content !== undefined)?.data.content ?? {};
  const tags = events.findLast(({ data }) => data.tags !== undefined)?.data.tags ?? {};
  const ended = last(events, 'ActionCompleted', 'ActionStopped', 'ActionEndedByProject');
  const hasBegun = events.some(({ type }) => type === 'ActionStarted' || type === 'ActionBegunByProject');
  const verified = new Map(events.filter(({ type }) => type === 'ResultVerified').map(({ data }) => [data.milestone, data.measured ?? []]));
  const reported = new Map(
    events
      .filter(({ type }) => type === 'ResultRecorded' || type === 'ResultCorrected')
      .map(({ data }) => [data.entry, [data.measured ?? {}]]),
  );
  const counted = (told: ReadonlyMap<string, Data[]>): number =>
    [...told.values()].filter((measured) => measured.some(({ notAvailable = '' }) => notAvailable === '')).length;
  return {
    code: tags.code ?? '',
    isPlanned: !ended && !hasBegun,
    isStopped: ended?.type === 'ActionStopped' || ended?.data.outcome === 'stopped',
    themes: said.themes ?? [],
    verified: counted(verified),
    reported: counted(reported),
  };
}

function doneIn(actions: readonly Acted[]): PeerSeen['done'] {
  const done: Record<string, { verified: number; reported: number }> = {};
  for (const { code, verified, reported } of actions) {
    if (code === '' || verified + reported === 0) continue;
    const before = done[code] ?? { verified: 0, reported: 0 };
    done[code] = { verified: before.verified + verified, reported: before.reported + reported };
  }
  return done;
}

const cityOf = (events: Events): string => {
  const { city, proposer } = events[0]?.data ?? {};
  return city ?? proposer ?? '';
};

/** The last moment of policy time that an event of the programme names. */
function lastTold({ programme }: Pick<Stored, 'programme'>): string {
  let told = '';
  for (const { data } of programme.events) if (typeof data.at === 'string' && data.at > told) told = data.at;
  return told || '2026-01-01T00:00:00.000Z';
}

export function peerFacts({ programme }: Pick<Stored, 'programme'>): PeerFact[] {
  const now = lastTold({ programme });
  const of = (prefix: string) => Map.groupBy(streamsOf(programme, prefix), ([, events]) => cityOf(events));
  const [signatories, assessments, actions, owns] = [of('sgn'), of('asm'), of('act'), of('pee')];
  const cities = [...signatories].map(([city, found]) => {
    const inForce = found.find(([, events]) => standingIn(events) !== 'none') ?? found[0];
    const [signatory = '', events = []] = inForce ?? [];
    const assessment = (assessments.get(city) ?? []).findLast(([, each]) => each[0]?.data.signatory === signatory)?.[1] ?? [];
    const acted = (actions.get(city) ?? []).map(([, each]) => each);
    return peerSeen(city, { signatory: events, assessment, actions: acted, own: owns.get(city)?.[0]?.[1] ?? [] }, now);
  });
  return [
    ...cities.map(({ needs: _, ...city }) => ({ fact: 'city', ...city })),
    ...cities.flatMap(({ id, needs }) => needs.map((dimension) => ({ fact: 'need', city: id, dimension }))),
    ...declinedIn({ programme }, now),
  ];
}

function declinedIn({ programme }: Pick<Stored, 'programme'>, now: string): PeerFact[] {
  return streamsOf(programme, 'exc').flatMap(([, events]) => {
    const declined = last(events, 'ExchangeDeclined');
    const { seeker, provider, providerZone = 'UTC' } = events[0]?.data ?? {};
    return declined
      ? [{ fact: 'declined', seeker, provider, months_ago: monthsBetween(dayIn(providerZone, declined.data.at), dayIn(providerZone, now)) }]
      : [];
  });
}

export function monthsBetween(from: string, to: string): number {
  let months = 0;
  while (months < 1_200 && plusMonths(from, months + 1) <= to) months += 1;
  return months;
}
