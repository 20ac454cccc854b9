import type { IndicatorValue, Promised, Rejection } from './milestone.ts';
import type { Proposal } from './proposal.ts';

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

type Reported = { readonly indicators: readonly IndicatorValue[]; readonly planned: readonly Promised[] };

/** A report answers what was planned for it, once each and in the planned unit, and nothing that was not planned. */
export function indicatorFault({ indicators, planned }: Reported): Rejection | undefined {
  const codes = indicators.map(({ code }) => code);
  const twice = codes.find((code, index) => codes.indexOf(code) !== index);
  if (twice !== undefined) return { type: 'IndicatorIsReportedTwice', code: twice };
  const known = planned.map(({ code }) => code);
  const unplanned = codes.filter((code) => !known.includes(code));
  if (unplanned.length > 0) return { type: 'IndicatorsAreNotPlanned', codes: unplanned, planned: known };
  const lacking = planned.filter(({ code, isDue }) => isDue && !codes.includes(code));
  if (lacking.length > 0) return { type: 'IndicatorsAreMissing', codes: lacking.map(({ code }) => code) };
  const unitOf = new Map(planned.map(({ code, unit }) => [code, unit]));
  return indicators.map((value, index) => answerFault(value, index, unitOf.get(value.code) ?? '')).find((fault) => fault !== undefined);
}

/** `unit`: the planned one; '' where the proposal says only that the indicator is reported. */
function answerFault({ code, unit, notAvailable, because }: IndicatorValue, index: number, planned: string): Rejection | undefined {
  if (planned === '') return undefined;
  if (notAvailable) return because === '' ? { type: 'AbsenceIsUnexplained', code, index } : undefined;
  return unit === planned ? undefined : { type: 'UnitIsAnother', code, index, unit, expected: planned };
}
