import type { CalendarDate, Instant } from '@junkan/kit/pure/dates.ts';
import { type Fraction, fraction, quotient, textOf } from '@junkan/kit/pure/fraction.ts';
import type { MeasuredValue, ReportCell } from '@junkan/proto/junkan/programme/v1/facts.ts';

// The values of a report: those that come filled follow their sources until it is signed off, those that the city types fill in what is missing.

/** A value as its source has it. */
export type Filled = {
  readonly section: ReportCell['section'];
  readonly key: string;
  readonly value: string;
  readonly unit: string;
  readonly certainty: ReportCell['certainty'];
  /** The stream and its version. */
  readonly source: string;
  readonly since: Instant | '';
  /** The milestone that it was verified with, and by whom; '' where it was not. */
  readonly milestone: string;
  readonly verifiedBy: string;
  /** The project that it is of; '' where it is of none. */
  readonly project: string;
};
/** A stream at a version. */
export type Versioned<Of> = { readonly id: string; readonly version: number; readonly state: Of };
export const at = ({ id, version }: Pick<Versioned<unknown>, 'id' | 'version'>): string => `${id}@${version}`;
/** What is of no project and no milestone, and has no unit. */
export const NOBODY = { project: '', milestone: '', verifiedBy: '', unit: '' } as const;

/** Whether something came after the report before, or on the day on which that was signed off. */
export const isAfter = (of: { readonly at: Instant }, after: CalendarDate): boolean => of.at.slice(0, 10) >= after;

/** A rate of two parts in its unit; nothing where there is no value. */
export function exactly({ value, numerator, denominator, unit }: MeasuredValue): Fraction | undefined {
  if (value !== '') return fraction(value);
  if (numerator === '') return undefined;
  const rate = fraction(numerator).div(fraction(denominator));
  return unit === '%' ? rate.mul(HUNDRED) : rate;
}
const HUNDRED = quotient(100n, 1n);

/** A value as it is reported, exactly, with how sure it is. */
export function saidOf(measured: MeasuredValue, certainty: ReportCell['certainty']): Pick<Filled, 'value' | 'unit' | 'certainty'> {
  const value = exactly(measured);
  return { value: value ? textOf(value) : '', unit: measured.unit, certainty: value ? certainty : 'not-available' };
}

export type Typed = Pick<Filled, 'section' | 'key' | 'value' | 'unit' | 'certainty'> & { readonly note: string; readonly at: Instant };
export type Remark = { readonly key: string; readonly note: string };
type Contested = Remark & { readonly edition: number };

/** What the city has made of the values of an edition. `signed`: as the edition was signed off last. */
export type Written = {
  readonly number: number;
  readonly typed: readonly Typed[];
  readonly explained: readonly Remark[];
  readonly signed: readonly ReportCell[];
};

/** All values of an edition, as they would be signed off now. A verified value gives way to nothing that is typed. */
export function cellsOf(
  { number, typed, explained, signed }: Written,
  contests: readonly Contested[],
  filled: readonly Filled[],
): ReportCell[] {
  const ofSource = filled
    .filter(({ key, certainty }) => certainty === 'verified' || typed.every((each) => each.key !== key))
    .map((each): ReportCell => {
      const contest = contests.findLast(({ key, edition }) => key === each.key && edition === number);
      const explanation = explained.find(({ key }) => key === each.key);
      const { verifiedBy: _, ...shown } = each;
      const state = contest ? 'contested' : explanation ? 'explained' : 'filled';
      return {
        ...shown,
        milestone: shown.milestone as ReportCell['milestone'],
        project: shown.project as ReportCell['project'],
        state,
        note: (contest ?? explanation)?.note ?? '',
        ...unreviewed,
        ...changed(each, signed),
      };
    });
  const isVerified = new Set(filled.filter(({ certainty }) => certainty === 'verified').map(({ key }) => key));
  const ofCity = typed
    .filter(({ key }) => !isVerified.has(key))
    .map(
      ({ at, ...each }): ReportCell => ({
        ...each,
        source: '',
        since: at,
        milestone: '',
        project: '',
        state: 'typed',
        ...unreviewed,
        before: undefined,
      }),
    );
  return [...ofSource, ...ofCity];
}

const unreviewed = { verdict: '', endNote: '' } as const;

/** What it was when the report was signed off before, if that was something else. */
function changed({ key, value }: Filled, signed: readonly ReportCell[]): { readonly before: string | undefined } {
  const last = signed.find((each) => each.key === key && each.state !== 'typed');
  return { before: last && last.value !== value ? last.value : undefined };
}

/** Of how many values how many came filled. */
export const countsOf = (
  cells: readonly Pick<ReportCell, 'state' | 'certainty'>[],
): { readonly values: number; readonly filled: number } => ({
  values: cells.length,
  filled: cells.filter(({ state, certainty }) => state !== 'typed' && certainty !== 'not-available').length,
});
