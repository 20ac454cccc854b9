import type { Schemas } from '../../base/api/client.ts';
import { locale, numberOf } from '../../base/parts/locale.ts';

export type Ranked = Schemas['AwardOutcome']['order'][number];
/** What a nomination is called here. */
export type Named = (nomination: string) => string;

const PLACES = 2;
const places = { minimumFractionDigits: PLACES, maximumFractionDigits: PLACES } as const;
const means = new Intl.NumberFormat(locale, places);
const distances = new Intl.NumberFormat(locale, { ...places, signDisplay: 'exceptZero' });

/** Rounded to two places; the API has it exactly. */
export const meanText = (exact: string): string => means.format(numberOf(exact));
/** With a sign: above or below the field. */
export const signed = (points: string): string => distances.format(numberOf(points));
