/** The name of the field of a limit in a currency that has none yet. */
const OTHER = 'amount';
/** The same of a day; with a currency behind it, the limit of a day in that. */
export const DAY = 'dayLimits';
export const otherOf = (of: '' | typeof DAY): string => of || OTHER;
