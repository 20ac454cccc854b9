import { type Fraction, fraction, larger, NOTHING, quotient, smaller, sumOf, WHOLE } from '@junkan/kit/pure/fraction.ts';

// From which city another could learn: conditions that all have to hold, and exact scores of those of whom they do. It proposes; cities decide.

/** How often a city has done something: with results that were verified, and with what it has only reported. */
export type Done = { readonly verified: number; readonly reported: number };

/** A city as it is when matches are looked for. Levels are those of its self-assessment in force, by dimension; needs are the dimensions in which it wants to rise. */
export type Peer = {
  readonly id: string;
  readonly population: number;
  readonly languages: readonly string[];
  readonly utcOffsetMinutes: number;
  /** Codes of the waste streams that it deals with. */
  readonly streams: readonly string[];
  readonly isInGoodStanding: boolean;
  readonly isOpen: boolean;
  readonly exchanges: number;
  readonly capacity: number;
  readonly levels: ReadonlyMap<string, number>;
  /** Codes of the actions that it plans, and of those that it has done. */
  readonly planned: readonly string[];
  readonly done: ReadonlyMap<string, Done>;
  readonly needs: readonly string[];
};

/** That a provider has declined to teach a seeker. */
export type Declined = { readonly seeker: string; readonly provider: string; readonly monthsAgo: number };

/** What has to hold, in the order in which a near miss says it. */
export const CONDITIONS = [
  'another-city',
  'in-good-standing',
  'open-to-exchange',
  'has-capacity',
  'has-done-it',
  'a-step-ahead',
  'can-talk',
  'not-declined-lately',
] as const;
export type Condition = (typeof CONDITIONS)[number];

/** In basis points. */
export const WEIGHTS = { topic: 3000, proof: 2000, streams: 1500, size: 1000, step: 1000, language: 1000, nearness: 500 } as const;
export type Part = keyof typeof WEIGHTS;

const ALL_POINTS = 10_000n;
/** Where bands of population begin. */
const BANDS = [100_000, 300_000, 1_000_000, 3_000_000, 10_000_000] as const;
/** One or two levels ahead teach best. */
const STEPS: Readonly<Record<number, Fraction>> = { 1: WHOLE, 2: WHOLE, 3: fraction('1/2'), 4: fraction('1/4') };
const MANY_PROOFS = 4;
export const DECLINED_MONTHS = 12;
const FAR_HOURS = 6n;
/** A city that has interpreters says so among its languages. */
export const INTERPRETER = 'interpreter';

export type Match = {
  readonly provider: string;
  readonly score: Fraction;
  readonly parts: Readonly<Record<Part, Fraction>>;
  /** What the seeker plans and the provider has done, and in which dimensions that the seeker needs the provider is ahead. */
  readonly topic: readonly string[];
  readonly ahead: readonly string[];
  /** What the provider would get: what it plans and the seeker has proved, and in which dimensions that it needs the seeker is ahead. */
  readonly givesBack: readonly string[];
  readonly learnsBack: readonly string[];
};
export type NearMiss = { readonly provider: string; readonly missed: readonly Condition[] };

/** The best first; of the same score who is nearer in population, and then by id. */
export function matchesFor(
  seeker: Peer,
  providers: readonly Peer[],
  declined: readonly Declined[],
): { readonly fit: readonly Match[]; readonly nearMisses: readonly NearMiss[] } {
  const fit: Match[] = [];
  const nearMisses: NearMiss[] = [];
  const populations = new Map(providers.map(({ id, population }) => [id, Math.abs(population - seeker.population)]));
  for (const provider of providers) {
    if (provider.id === seeker.id) continue;
    const missed = missedBy(seeker, provider, declined);
    if (missed.length > 0) nearMisses.push({ provider: provider.id, missed });
    else fit.push(matchOf(seeker, provider));
  }
  const nearer = (a: Match, b: Match): number => (populations.get(a.provider) ?? 0) - (populations.get(b.provider) ?? 0);
  return {
    fit: fit.toSorted((a, b) => b.score.compare(a.score) || nearer(a, b) || byId(a, b)),
    nearMisses: nearMisses.toSorted((a, b) => a.missed.length - b.missed.length || byId(a, b)),
  };
}

const byId = (a: { readonly provider: string }, b: { readonly provider: string }): number =>
  a.provider < b.provider ? -1 : Number(a.provider > b.provider);

/** Which conditions do not hold. */
export function missedBy(seeker: Peer, provider: Peer, declined: readonly Declined[]): Condition[] {
  const holds: Readonly<Record<Condition, boolean>> = {
    'another-city': seeker.id !== provider.id,
    'in-good-standing': provider.isInGoodStanding,
    'open-to-exchange': provider.isOpen,
    'has-capacity': provider.exchanges < provider.capacity,
    'has-done-it': topicOf(seeker, provider).some((code) => (provider.done.get(code)?.verified ?? 0) > 0),
    'a-step-ahead': seeker.needs.length === 0 || aheadOf(seeker, provider).length > 0,
    'can-talk': common(seeker.languages, provider.languages).length > 0 || provider.languages.includes(INTERPRETER),
    'not-declined-lately': !declined.some(
      (each) => each.seeker === seeker.id && each.provider === provider.id && each.monthsAgo < DECLINED_MONTHS,
    ),
  };
  return CONDITIONS.filter((condition) => !holds[condition]);
}

const common = (some: readonly string[], others: readonly string[]): string[] =>
  [...new Set(some)].filter((each) => others.includes(each)).toSorted();

const hasDone = (done: Done | undefined): boolean => done !== undefined && done.verified + done.reported > 0;
const topicOf = (seeker: Peer, { done }: Peer): string[] =>
  [...new Set(seeker.planned)].filter((code) => hasDone(done.get(code))).toSorted();

const levelIn = ({ levels }: Peer, dimension: string): number => levels.get(dimension) ?? 0;
const aheadOf = (seeker: Peer, provider: Peer): string[] =>
  seeker.needs.filter((dimension) => levelIn(provider, dimension) > levelIn(seeker, dimension));

function matchOf(seeker: Peer, provider: Peer): Match {
  const [topic, ahead] = [topicOf(seeker, provider), aheadOf(seeker, provider)];
  const parts = partsOf(seeker, provider, topic, ahead);
  const score = sumOf(Object.entries(WEIGHTS).map(([part, weight]) => parts[part as Part].mul(quotient(BigInt(weight), ALL_POINTS))));
  const givesBack = common(
    provider.planned,
    [...seeker.done].flatMap(([code, { verified }]) => (verified > 0 ? [code] : [])),
  );
  return { provider: provider.id, score, parts, topic, ahead, givesBack, learnsBack: aheadOf(provider, seeker) };
}

const partOf = (some: number, all: number): Fraction => (all === 0 ? NOTHING : quotient(BigInt(some), BigInt(all)));

function partsOf(seeker: Peer, provider: Peer, topic: readonly string[], ahead: readonly string[]): Match['parts'] {
  const verified = topic.reduce((sum, code) => sum + (provider.done.get(code)?.verified ?? 0), 0);
  const steps = ahead.map((dimension) => STEPS[levelIn(provider, dimension) - levelIn(seeker, dimension)] ?? NOTHING);
  const hours = quotient(BigInt(Math.abs(seeker.utcOffsetMinutes - provider.utcOffsetMinutes)), 60n);
  const apart = Math.abs(bandOf(seeker) - bandOf(provider));
  return {
    topic: partOf(topic.length, new Set(seeker.planned).size),
    proof: smaller(WHOLE, partOf(verified, MANY_PROOFS)),
    streams: partOf(common(seeker.streams, provider.streams).length, new Set([...seeker.streams, ...provider.streams]).size),
    size: WHOLE.sub(partOf(apart, BANDS.length)),
    step: seeker.needs.length === 0 ? NOTHING : sumOf(steps).div(quotient(BigInt(seeker.needs.length), 1n)),
    language: common(seeker.languages, provider.languages).length > 0 ? WHOLE : fraction('1/2'),
    nearness: larger(NOTHING, WHOLE.sub(hours.div(quotient(FAR_HOURS, 1n)))),
  };
}

const bandOf = ({ population }: Peer): number => BANDS.filter((from) => population >= from).length;
