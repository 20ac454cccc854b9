import { repeated } from '@junkan/kit/pure/names.ts';
import type { IndicatorValue, Promised } from '../milestones/milestone.ts';
import type { Proposal } from '../projects/proposal.ts';

/** What a proposal promises to report of the milestone of this number. */
export function promisedIn({ indicators, plannedIndicators, milestones }: Proposal, number: number): readonly Promised[] {
  const last = milestones.at(-1)?.number;
  return [
    ...indicators.map((code) => ({ code, unit: '', isDue: true })),
    ...plannedIndicators.map(({ code, unit, milestones: at }) => ({
      code,
      unit,
      isDue: at.length === 0 ? number === last : at.includes(number),
    })),
  ];
}

type Fault =
  | { type: 'IndicatorIsReportedTwice'; code: string }
  | { type: 'IndicatorsAreNotPlanned'; codes: readonly string[]; planned: readonly string[] }
  | { type: 'UnitIsAnother'; code: string; index: number; unit: string; expected: string }
  | { type: 'AbsenceIsUnexplained'; code: string; index: number };
type Lack = { type: 'IndicatorsAreMissing'; codes: readonly string[] };

type Reported = { readonly indicators: readonly IndicatorValue[]; readonly planned: readonly Promised[] };

/** A report answers what was planned for it, once each and in the planned unit, and nothing that was not planned. */
export function indicatorFault(reported: Reported): Fault | Lack | undefined {
  const codes = lackingIn(reported);
  return answersFault(reported) ?? (codes.length > 0 ? { type: 'IndicatorsAreMissing', codes } : undefined);
}

/** The codes that the report must give and does not. */
export const lackingIn = ({ indicators, planned }: Reported): string[] =>
  planned.filter(({ code, isDue }) => isDue && indicators.every((value) => value.code !== code)).map(({ code }) => code);

/** The same, as far as it answers by now. */
export function answersFault({ indicators, planned }: Reported): Fault | undefined {
  const codes = indicators.map(({ code }) => code);
  const [twice] = repeated(codes);
  if (twice !== undefined) return { type: 'IndicatorIsReportedTwice', code: twice };
  const known = [...new Set(planned.map(({ code }) => code))];
  const unplanned = codes.filter((code) => !known.includes(code));
  if (unplanned.length > 0) return { type: 'IndicatorsAreNotPlanned', codes: unplanned, planned: known };
  const unitOf = new Map(planned.map(({ code, unit }) => [code, unit]));
  return indicators.map((value, index) => answerFault(value, index, unitOf.get(value.code) ?? '')).find((fault) => fault !== undefined);
}

/** `unit`: the planned one; '' where the proposal says only that the indicator is reported. */
function answerFault({ code, unit, notAvailable, because }: IndicatorValue, index: number, planned: string): Fault | undefined {
  if (planned === '') return undefined;
  if (notAvailable) return because === '' ? { type: 'AbsenceIsUnexplained', code, index } : undefined;
  return unit === planned ? undefined : { type: 'UnitIsAnother', code, index, unit, expected: planned };
}

export const isSameIndicators = (a: readonly IndicatorValue[], b: readonly IndicatorValue[]): boolean => canonical(a) === canonical(b);

const canonical = (indicators: readonly IndicatorValue[]): string =>
  JSON.stringify(indicators.map(({ code, value, unit, notAvailable, because }) => [code, value, unit, notAvailable, because]));
