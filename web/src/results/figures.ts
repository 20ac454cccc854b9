import * as m from '#messages/results';
import { exactText, locale, numberOf, numberText } from '../base/parts/locale.ts';
import { moneyText } from '../base/parts/Money.tsx';
import { digitsOf, minorText } from '../base/parts/sums.ts';
import { roundedTo } from '../exports/decimals.ts';
import type { Outcome, Total } from './results.ts';

const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });

type UnitName = (unit: string) => string;

function rateText(numerator: string, denominator: string, unit: string, unitName: UnitName): string {
  const whole = numberOf(denominator);
  if (whole === 0) return m.notDefined();
  const rate = numberOf(numerator) / whole;
  const parts = m.partsOf({ part: exactText(numerator), whole: exactText(denominator) });
  return unit === '%' ? `${percents.format(rate)} (${parts})` : `${numberText(rate)} ${unitName(unit)} (${parts})`;
}

/** What a total comes to, in words; where there is nothing it says so, and is never zero. */
export function totalText(total: Total | undefined, unitName: UnitName): string {
  if (!total) return m.nothing();
  const { kind, unit = '', sum, numerator = '', denominator = '', atLeast = '', atMost = '' } = total;
  switch (kind) {
    case 'sum':
      return `${exactText(sum ?? '0')} ${unitName(unit)}`;
    case 'ratio':
      return rateText(numerator, denominator, unit, unitName);
    case 'bounds':
      return `${atLeast === atMost ? exactText(atLeast) : m.between({ least: exactText(atLeast), most: exactText(atMost) })} ${unitName(unit)}`;
    default:
      return m.notAdded();
  }
}

const HUNDRED = 100;
const FOUR = 4;

/** Small sums for one unit keep their digits: less than a minor unit is not zero. */
function perUnitText(exact: string, currency: string): string {
  const major = numberOf(exact) / 10 ** digitsOf(currency);
  const digits = major < HUNDRED ? { maximumSignificantDigits: FOUR } : { maximumFractionDigits: digitsOf(currency) };
  return `${currency} ${new Intl.NumberFormat(locale, digits).format(major)}`;
}

/** What the verified milestones cost, to the minor unit, a line for each currency. */
export const costsOf = ({ whole: { costs } }: Outcome): readonly string[] =>
  costs.map(({ currency, cost }) => moneyText(minorText(roundedTo(0, cost), currency)));

/** The same for each unit that is verified. */
export const perUnitsOf = ({ whole: { costs } }: Outcome): readonly string[] =>
  costs.flatMap(({ currency, perUnit }) => (perUnit ? [perUnitText(perUnit, currency)] : []));

const amountOf = (total: Total | undefined): number => (total?.kind === 'sum' ? numberOf(total.sum ?? '0') : 0);

/** How wide its verified and its reported part are drawn, of so many; nothing where amounts are not added. */
export function widthsOf({ whole, verified, reported }: Outcome, most: number, width: number): readonly [number, number] | undefined {
  if (whole.kind !== 'sum' || most <= 0) return undefined;
  const drawn = (total: Total | undefined): number => Math.max(0, Math.round((amountOf(total) / most) * width));
  return [drawn(verified), drawn(reported)];
}

/** The largest of them: the others are drawn by it. */
export const mostOf = (outcomes: readonly Outcome[]): number => Math.max(0, ...outcomes.map(({ whole }) => amountOf(whole)));
