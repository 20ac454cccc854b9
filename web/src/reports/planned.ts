const placesOf = (text: string): number => text.split('.')[1]?.length ?? 0;

/** Digits of a decimal text, with as many behind the point as asked for. */
const scaled = (text: string, places: number): bigint => {
  const [whole = '', behind = ''] = text.split('.');
  return BigInt(`${whole}${behind.padEnd(places, '0')}`);
};

/** Whether one decimal text is less than (-1), equal to (0) or more than (1) another, exactly. */
export function compareDecimals(one: string, other: string): -1 | 0 | 1 {
  const places = Math.max(placesOf(one), placesOf(other));
  const [a, b] = [scaled(one, places), scaled(other, places)];
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

export type Planned = {
  readonly code: string;
  readonly unit?: string;
  readonly baseline?: string;
  readonly target?: string;
  readonly method?: string;
};

/** Whether a value reaches what was planned; what began above its target has to come down to it. */
export function reachOf({ baseline = '', target = '' }: Planned, value: string | undefined): 'reached' | 'missed' | 'unknown' {
  if (target === '' || value === undefined || value === '') return 'unknown';
  const isToFall = baseline !== '' && compareDecimals(target, baseline) < 0;
  const at = compareDecimals(value, target);
  return at === 0 || at < 0 === isToFall ? 'reached' : 'missed';
}

type Proposal = {
  readonly indicators: readonly string[];
  readonly plannedIndicators: readonly (Planned & { readonly milestones: readonly number[] })[];
  readonly milestones: readonly { readonly number: number }[];
};

/** What an amendment has made of a target, and when; an earlier version does not say. */
type Amended = { readonly code: string; readonly target: string; readonly at?: string };

/** The targets that stood at an instant. */
export const standingAt = (amended: readonly Amended[], instant: string): readonly Amended[] =>
  amended.filter(({ at = '' }) => at <= instant);

/** What the report on the milestone of this number has to tell. `amended`: its targets as amendments have changed them, in their order. */
export function plannedFor(
  { indicators, plannedIndicators, milestones }: Proposal,
  number: number,
  amended: readonly Amended[] = [],
): readonly Planned[] {
  const last = milestones.at(-1)?.number;
  const isDue = (code: string, at: readonly number[]): boolean =>
    indicators.includes(code) || (at.length === 0 ? number === last : at.includes(number));
  return [
    ...plannedIndicators
      .filter(({ code, milestones: at }) => isDue(code, at))
      .map((each) => ({ ...each, target: amended.findLast(({ code }) => code === each.code)?.target ?? each.target })),
    ...indicators.filter((code) => plannedIndicators.every((each) => each.code !== code)).map((code) => ({ code })),
  ];
}
