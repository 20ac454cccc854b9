// Matches of cities worked out otherwise: from plain facts, one by one, with fractions of their own. Nothing of the product is used.

type Done = Readonly<Record<string, { readonly verified: number; readonly reported: number }>>;
export type CityFact = {
  readonly fact: 'city';
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
  readonly done: Done;
};
export type NeedFact = { readonly fact: 'need'; readonly city: string; readonly dimension: string };
export type DeclinedFact = { readonly fact: 'declined'; readonly seeker: string; readonly provider: string; readonly months_ago: number };
export type PeersFact = CityFact | NeedFact | DeclinedFact;

type Ratio = readonly [bigint, bigint];
const divisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : divisor(b, a % b));
const ratio = (a: number | bigint, b: number | bigint = 1): Ratio => {
  const [n, d] = [BigInt(a), BigInt(b)];
  const by = divisor(n < 0n ? -n : n, d) || 1n;
  return [n / by, d / by];
};
const plus = ([a, b]: Ratio, [c, d]: Ratio): Ratio => ratio(a * d + c * b, b * d);
const times = ([a, b]: Ratio, [c, d]: Ratio): Ratio => ratio(a * c, b * d);
const isLess = ([a, b]: Ratio, [c, d]: Ratio): boolean => a * d < c * b;
const written = ([a, b]: Ratio): string => (b === 1n ? `${a}` : `${a}/${b}`);
const [NONE, ALL] = [ratio(0), ratio(1)];

const WEIGHTS: readonly (readonly [string, number])[] = [
  ['topic', 3000],
  ['proof', 2000],
  ['streams', 1500],
  ['size', 1000],
  ['step', 1000],
  ['language', 1000],
  ['nearness', 500],
];
const EDGES = [100_000, 300_000, 1_000_000, 3_000_000, 10_000_000];
const STEP = [NONE, ALL, ALL, ratio(1, 2), ratio(1, 4)];
const band = (population: number): number => EDGES.filter((edge) => edge <= population).length;
const set = <T>(each: Iterable<T>) => new Set(each);

function judged(seeker: CityFact, provider: CityFact, needs: readonly string[], declined: readonly DeclinedFact[]) {
  const did = (code: string) => provider.done[code] ?? { verified: 0, reported: 0 };
  const topic = [...set(seeker.planned)].filter((code) => did(code).verified + did(code).reported > 0).sort();
  const ahead = needs.filter((need) => (provider.levels[need] ?? 0) > (seeker.levels[need] ?? 0));
  const speaks = seeker.languages.some((language) => provider.languages.includes(language));
  const lately = declined.some((each) => each.seeker === seeker.id && each.provider === provider.id && each.months_ago < 12);
  const missed: string[] = [];
  if (provider.standing !== 'in-order') missed.push('in-good-standing');
  if (!provider.open_to_exchange) missed.push('open-to-exchange');
  if (provider.active_exchanges >= provider.capacity) missed.push('has-capacity');
  if (topic.every((code) => did(code).verified === 0)) missed.push('has-done-it');
  if (needs.length > 0 && ahead.length === 0) missed.push('a-step-ahead');
  if (!speaks && !provider.languages.includes('interpreter')) missed.push('can-talk');
  if (lately) missed.push('not-declined-lately');
  return { missed, topic, ahead, speaks, verified: topic.reduce((sum, code) => sum + did(code).verified, 0) };
}

/** What an independent program finds: fitting cities with their exact scores, best first, and near misses with what they miss. */
export function matchesBy(facts: readonly PeersFact[], who: string) {
  const cities = facts.filter((each) => each.fact === 'city');
  const declined = facts.filter((each) => each.fact === 'declined');
  const needsOf = (id: string): string[] => facts.flatMap((each) => (each.fact === 'need' && each.city === id ? [each.dimension] : []));
  const seeker = cities.find(({ id }) => id === who);
  if (!seeker) throw new Error(`${who} is no city`);
  const needs = needsOf(who);
  const fit: { provider: string; score: Ratio; apart: number; parts: Record<string, string>; ahead: string[]; topic: string[] }[] = [];
  const near: { provider: string; missed: string[] }[] = [];
  for (const provider of cities) {
    if (provider.id === who) continue;
    const { missed, topic, ahead, speaks, verified } = judged(seeker, provider, needs, declined);
    if (missed.length > 0) {
      near.push({ provider: provider.id, missed });
      continue;
    }
    const shared = [...set(seeker.streams)].filter((code) => provider.streams.includes(code)).length;
    const either = set([...seeker.streams, ...provider.streams]).size;
    const steps = ahead.reduce<Ratio>(
      (sum, need) => plus(sum, STEP[(provider.levels[need] ?? 0) - (seeker.levels[need] ?? 0)] ?? NONE),
      NONE,
    );
    const minutes = Math.abs(seeker.utc_offset_minutes - provider.utc_offset_minutes);
    const values: Record<string, Ratio> = {
      topic: seeker.planned.length > 0 ? ratio(topic.length, set(seeker.planned).size) : NONE,
      proof: verified >= 4 ? ALL : ratio(verified, 4),
      streams: either > 0 ? ratio(shared, either) : NONE,
      size: ratio(5 - Math.abs(band(seeker.population) - band(provider.population)), 5),
      step: needs.length > 0 ? times(steps, ratio(1, needs.length)) : NONE,
      language: speaks ? ALL : ratio(1, 2),
      nearness: minutes >= 360 ? NONE : ratio(360 - minutes, 360),
    };
    const score = WEIGHTS.reduce<Ratio>((sum, [part, weight]) => plus(sum, times(values[part] ?? NONE, ratio(weight, 10_000))), NONE);
    const parts = Object.fromEntries(Object.entries(values).map(([part, value]) => [part, written(value)]));
    fit.push({ provider: provider.id, score, apart: Math.abs(provider.population - seeker.population), parts, ahead, topic });
  }
  const byId = (a: { provider: string }, b: { provider: string }): number => (a.provider < b.provider ? -1 : 1);
  fit.sort((a, b) => (isLess(a.score, b.score) ? 1 : isLess(b.score, a.score) ? -1 : a.apart - b.apart || byId(a, b)));
  near.sort((a, b) => a.missed.length - b.missed.length || byId(a, b));
  return {
    fit: fit.map(({ apart: _, score, ...match }) => ({ ...match, score: written(score) })),
    near,
  };
}
