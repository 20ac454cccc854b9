import type { IndicatorValue } from './milestone.ts';

type Reported = { readonly indicators: readonly IndicatorValue[]; readonly planned: readonly string[] };
type Fault =
  | { type: 'IndicatorIsReportedTwice'; code: string }
  | { type: 'IndicatorsAreNotPlanned'; codes: readonly string[]; planned: readonly string[] };

/** What is reported was planned, and is said once. */
export function indicatorFault({ indicators, planned }: Reported): Fault | undefined {
  const codes = indicators.map(({ code }) => code);
  const twice = codes.find((code, index) => codes.indexOf(code) !== index);
  if (twice !== undefined) return { type: 'IndicatorIsReportedTwice', code: twice };
  const unplanned = codes.filter((code) => !planned.includes(code));
  return unplanned.length > 0 ? { type: 'IndicatorsAreNotPlanned', codes: unplanned, planned } : undefined;
}

/** The codes that were planned and are not reported. */
export const lackingIn = ({ indicators, planned }: Reported): string[] =>
  planned.filter((planned) => indicators.every(({ code }) => code !== planned));

export const isSameIndicators = (a: readonly IndicatorValue[], b: readonly IndicatorValue[]): boolean => canonical(a) === canonical(b);

const canonical = (indicators: readonly IndicatorValue[]): string =>
  JSON.stringify(indicators.map(({ code, value, unit, notAvailable }) => [code, value, unit, notAvailable]));
