import type { MandateProfile, ProjectProfile } from '@junkan/matching/engine/profiles.ts';

/** Mandates and projects drawn so that about 9 % of all pairs are eligible. The same seed gives the same ones. */
export function syntheticMandates(count: number, seed: number): MandateProfile[] {
  const draw = random(seed);
  return Array.from({ length: count }, (_, number) => {
    const minimum = amount(draw, 4.5, 7);
    const low = minimum * BigInt(draw.whole(1, 4));
    const high = low * BigInt(draw.whole(2, 12));
    return {
      id: `man_${String(number).padStart(6, '0')}`,
      sponsor: `spo_${String(number % 700).padStart(4, '0')}`,
      countries: draw.some(COUNTRIES, draw.pick([1, 4, 12, 30, 45])),
      themes: draw.chance(0.3) ? [] : draw.some(THEMES, draw.whole(2, 7)),
      excludedThemes: draw.chance(0.15) ? draw.some(THEMES, 1) : [],
      instruments: draw.chance(0.3) ? [] : draw.some(INSTRUMENTS, draw.whole(1, 3)),
      preferredInstruments: draw.some(LENDING, draw.whole(0, 2)),
      currency: draw.chance(0.85) ? 'USD' : draw.pick(['EUR', 'JPY']),
      ticketMinimum: minimum,
      ticketMaximum: high * 2n,
      ...(draw.chance(0.7) ? { usualTicket: { low, high } } : {}),
      minimumReadiness: draw.whole(0, 3),
      requiredIndicators: draw.chance(0.15) ? draw.some(INDICATORS, draw.whole(1, 2)) : [],
      status: 'published',
    };
  });
}

export function syntheticProjects(count: number, seed: number): ProjectProfile[] {
  const draw = random(seed);
  return Array.from({ length: count }, (_, number) => ({
    id: `prj_${String(number).padStart(6, '0')}`,
    countries: draw.some(COUNTRIES, draw.chance(0.95) ? 1 : 3),
    themes: draw.some(THEMES, draw.whole(1, 4)),
    instruments: draw.chance(0.4) ? [] : draw.some(INSTRUMENTS, draw.whole(1, 3)),
    preferredInstrument: draw.pick(LENDING),
    currency: draw.chance(0.85) ? 'USD' : draw.pick(['EUR', 'JPY']),
    target: amount(draw, 5, 8.5),
    readiness: draw.whole(0, 4),
    indicators: draw.some(INDICATORS, draw.whole(2, 8)),
  }));
}

const codes = (prefix: string, count: number): string[] => Array.from({ length: count }, (_, number) => `${prefix}-${number}`);
const COUNTRIES = codes('country', 45);
const THEMES = codes('theme', 16);
const INSTRUMENTS = codes('instrument', 5);
const LENDING = codes('lending', 8);
const INDICATORS = codes('indicator', 12);

type Draw = ReturnType<typeof random>;

/** Cents, spread evenly over the orders of magnitude between two powers of ten of dollars. */
const amount = (draw: Draw, from: number, to: number): bigint => BigInt(Math.round(10 ** (from + draw.share() * (to - from)))) * 100n;

/** Mulberry32: small, fast and good enough to draw test data. */
function random(seed: number) {
  let state = seed;
  const share = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (from: number, to: number): number => from + Math.floor(share() * (to - from + 1));
  const pick = <Item>(items: readonly Item[]): Item => items[whole(0, items.length - 1)] as Item;
  const some = <Item>(items: readonly Item[], count: number): Item[] => {
    const left = [...items];
    return Array.from({ length: Math.min(count, left.length) }, () => left.splice(whole(0, left.length - 1), 1)[0] as Item);
  };
  return { share, whole, pick, some, chance: (probability: number): boolean => share() < probability };
}
