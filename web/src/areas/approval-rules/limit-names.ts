/** The name of the field of a limit in a currency that has none yet. */
export const OTHER = 'amount';
/** Before the names of the fields of limits of a day. */
export const DAY = 'day-';
