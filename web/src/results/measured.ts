import type { Schemas } from '../base/api/client.ts';
import { numberOf } from '../base/parts/locale.ts';

type Measured = Schemas['MeasuredValue'];

/** Which fields a value is asked for by: a rate by its two parts, a total that grows with what it was before; the unit is that of the indicator. */
export const asksFor =
  (overPlaces: string | undefined, overTime?: string) =>
  (field: string): boolean => {
    if (field === 'unit') return false;
    if (field === 'numerator' || field === 'denominator') return overPlaces === 'ratio';
    if (field === 'value') return overPlaces !== 'ratio';
    return field !== 'baseline' || overTime === 'running-total';
  };

/** Of a rate that is given by its two parts, in its unit. */
export const rateOf = ({ numerator, denominator, unit }: Measured): number | undefined =>
  numerator && denominator ? (numberOf(numerator) / numberOf(denominator)) * (unit === '%' ? WHOLE : 1) : undefined;
const WHOLE = 100;
