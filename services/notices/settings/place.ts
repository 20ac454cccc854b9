import type { Instant } from '@junkan/kit/pure/dates.ts';

// The place of a notice among all notices: by when it happened, and of one moment by stream and version. It is the same in every replica.

const PLACE = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\/[a-z]{3}_[0-9a-z]{1,40}@\d{8}$/;
const DIGITS = 8;

type Shown = { readonly at: string; readonly stream: string; readonly version: number };

export const placeOf = ({ at, stream, version }: Shown): string => `${at}/${stream}@${String(version).padStart(DIGITS, '0')}`;

/** The time encoded in a place; undefined if it is not a place. */
export const instantOf = (place: string): Instant | undefined => PLACE.exec(place)?.[1] as Instant | undefined;
