import * as m from '#messages/series';
import { codeText } from '../../acts/words.ts';
import type { Schemas } from '../../base/api/client.ts';
import { exactText, numberOf, numberText } from '../../base/parts/locale.ts';

type Measured = Schemas['MeasuredValue'];

/** Of a rate that is given by its two parts, in its unit. */
export const rateOf = ({ numerator, denominator, unit }: Measured): number | undefined =>
  numerator && denominator ? (numberOf(numerator) / numberOf(denominator)) * (unit === '%' ? WHOLE : 1) : undefined;
const WHOLE = 100;

/** A value with its unit, both parts of a rate, or why there is none. */
export function valueText(measured: Measured, unitName: (code: string) => string): string {
  const { value, numerator, denominator, notAvailable, unit } = measured;
  if (notAvailable) return codeText('code_notAvailable', notAvailable);
  const rate = rateOf(measured);
  const told = [value ? exactText(value) : numberText(rate ?? 0), unit && unitName(unit)].filter(Boolean).join(' ');
  const parts = { numerator: exactText(numerator ?? ''), denominator: exactText(denominator ?? '') };
  return rate === undefined ? told : m.rateOf({ rate: told, ...parts });
}
