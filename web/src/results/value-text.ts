import * as m from '#messages/series';
import { codeText } from '../acts/words.ts';
import type { Schemas } from '../base/api/client.ts';
import { exactText, numberText } from '../base/parts/locale.ts';
import { rateOf } from './measured.ts';

type Measured = Schemas['MeasuredValue'];

/** A value with its unit, both parts of a rate, or why there is none. */
export function valueText(measured: Measured, unitName: (code: string) => string): string {
  const { value, numerator, denominator, notAvailable, unit } = measured;
  if (notAvailable) return codeText('code_notAvailable', notAvailable);
  const rate = rateOf(measured);
  const told = [value ? exactText(value) : numberText(rate ?? 0), unit && unitName(unit)].filter(Boolean).join(' ');
  const parts = { numerator: exactText(numerator ?? ''), denominator: exactText(denominator ?? '') };
  return rate === undefined ? told : m.rateOf({ rate: told, ...parts });
}
