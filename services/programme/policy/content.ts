import type { InstrumentContent } from '@junkan/proto/junkan/programme/v1/facts.ts';

/** The same text for the same content, whatever the order of its fields and whether what is empty is named: what its hash is made of. */
export const canonicalOf = (content: InstrumentContent): string => JSON.stringify(sorted(content));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const said = Object.entries(value).filter(([, inner]) => inner !== '' && !(Array.isArray(inner) && inner.length === 0));
  return Object.fromEntries(said.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, inner]) => [name, sorted(inner)]));
}

const YEAR = /^(18|19|20|21)\d{2}$/;
/** A year, a month or a day. */
export const isYear = (text: string): boolean => text === '' || YEAR.test(text);
export const isMoment = (text: string): boolean =>
  text === '' || YEAR.test(text) || (/^\d{4}-\d{2}(-\d{2})?$/.test(text) && isDay(text.length === 7 ? `${text}-01` : text));

function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00.000Z`);
  return YEAR.test(text.slice(0, 4)) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
