import { type Fraction, fraction, NOTHING, quotient, textOf } from '@junkan/kit/pure/fraction.ts';
import type { MeasuredValue } from '@junkan/proto/junkan/programme/v1/facts.ts';
import { inUnit } from './rollup/of-milestone.ts';

type Numbers = {
  readonly value: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly baseline: string;
};
/** What is measured, in words of the caller. */
export type Told = Numbers & {
  readonly unit: string;
  readonly notAvailable: MeasuredValue['notAvailable'];
  readonly evidence: readonly string[];
};
export type Reading = Pick<MeasuredValue, 'unit' | 'overTime' | 'overPlaces'>;

/** A number that there cannot be, and one that is measured otherwise. */
type NumberRejection = { type: 'CountIsNegative'; value: string } | { type: 'RateIsAboveAll'; value: string };
export type ValueRejection = NumberRejection | { type: 'MeasuredInAnotherUnit'; unit: string; expected: string };
export type MeasuredRejection = ValueRejection | { type: 'ValueIsAmbiguous' };

type Measured = { readonly ok: true; readonly measured: MeasuredValue } | { readonly ok: false; readonly rejection: MeasuredRejection };

/** What is reported, in the unit of its indicator; or what cannot be. */
export function measuredOf(told: Told, indicator: string, reading: Reading): Measured {
  const { value, numerator, denominator, baseline, notAvailable } = told;
  const says = [value !== '', numerator !== '' && denominator !== '', notAvailable !== ''].filter(Boolean).length;
  const isHalf = (numerator === '') !== (denominator === '');
  if (says !== 1 || isHalf) return { ok: false, rejection: { type: 'ValueIsAmbiguous' } };
  const { unit: expected, overTime, overPlaces } = reading;
  const unit = told.unit || expected;
  const converted = (text: string): string => (text === '' ? '' : textOf(inUnit(fraction(text), unit, expected) ?? NOTHING));
  if (!inUnit(NOTHING, unit, expected)) return { ok: false, rejection: { type: 'MeasuredInAnotherUnit', unit, expected } };
  const fault = faultOfNumbers(told, reading);
  if (fault) return { ok: false, rejection: fault };
  const numbers = {
    value: converted(value),
    numerator: exactly(numerator),
    denominator: exactly(denominator),
    baseline: converted(baseline),
  };
  return { ok: true, measured: { indicator, unit: expected, overTime, overPlaces, ...numbers, notAvailable } };
}

const exactly = (text: string): string => (text === '' ? '' : textOf(fraction(text)));

const PER_CENT = '%';
/** What is emitted may be less than nothing, where more is taken up; what is counted or weighed is not. */
const MAY_BE_NEGATIVE = /CO2/;

/** Which of these numbers cannot be measured in this unit, if one cannot. */
export function faultOfNumbers(
  { value, numerator, denominator, baseline }: Numbers,
  { unit }: Pick<Reading, 'unit'>,
): NumberRejection | undefined {
  const isNegative = (text: string): boolean => text !== '' && fraction(text).compare(NOTHING) < 0;
  const negative = [value, numerator, denominator, baseline].find(isNegative);
  if (negative !== undefined && !MAY_BE_NEGATIVE.test(unit)) return { type: 'CountIsNegative', value: negative };
  const isLess = value !== '' && baseline !== '' && fraction(value).compare(fraction(baseline)) < 0;
  if (isLess && !MAY_BE_NEGATIVE.test(unit)) return { type: 'CountIsNegative', value: textOf(fraction(value).sub(fraction(baseline))) };
  if (denominator !== '' && fraction(denominator).equals(NOTHING)) return { type: 'CountIsNegative', value: denominator };
  if (unit !== PER_CENT) return undefined;
  const above = (text: string, all: Fraction): boolean => text !== '' && fraction(text).compare(all) > 0;
  if (above(value, quotient(100n, 1n))) return { type: 'RateIsAboveAll', value };
  return denominator !== '' && above(numerator, fraction(denominator)) ? { type: 'RateIsAboveAll', value: numerator } : undefined;
}
