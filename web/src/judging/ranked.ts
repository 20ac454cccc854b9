import { locale, numberOf } from '../base/parts/locale.ts';

const PLACES = 2;
const places = { minimumFractionDigits: PLACES, maximumFractionDigits: PLACES } as const;
const means = new Intl.NumberFormat(locale, places);
const distances = new Intl.NumberFormat(locale, { ...places, signDisplay: 'exceptZero' });

/** Rounded to two places; the API has it exactly. */
export const meanText = (exact: string): string => means.format(numberOf(exact));
/** With a sign: above or below the field. */
export const signed = (points: string): string => distances.format(numberOf(points));

/** What is judged is called so, by its id. */
export type Named = (id: string) => string;
