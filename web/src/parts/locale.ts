/** The language of this build. */
export const locale = document.documentElement.lang;

const countries = new Intl.DisplayNames(locale, { type: 'region' });
/** Of a code that is none, and of several, the text as it is. */
export const countryName = (code: string): string => (/^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code);

const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
const moments = new Intl.DateTimeFormat(locale, {
  ...{ year: 'numeric', month: 'short', day: 'numeric' },
  ...{ hour: 'numeric', minute: '2-digit', timeZoneName: 'short' },
});
const numbers = new Intl.NumberFormat(locale);
const lists = new Intl.ListFormat(locale, { type: 'conjunction' });

/** A calendar date has no zone, and never shifts. */
export const dayText = (date: string): string => days.format(new Date(`${date.slice(0, 10)}T00:00:00Z`));
/** An instant, in the zone of whoever reads, which is named. */
export const momentText = (instant: string): string => moments.format(new Date(instant));
export const numberText = (value: number): string => numbers.format(value);
/** A decimal text, with the places that it has: read as it is, and never as a binary number. */
export function decimalText(text: string): string {
  const places = text.split('.')[1]?.length ?? 0;
  return new Intl.NumberFormat(locale, { minimumFractionDigits: places, maximumFractionDigits: places }).format(text as `${number}`);
}
export const list = (texts: readonly string[]): string => lists.format(texts);

const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
const WHOLE = 10_000;
/** A share in basis points: 6050 is 60.5 %. */
export const shareText = (basisPoints: number): string => percents.format(basisPoints / WHOLE);

/** A language in its own words. */
export const languageName = (code: string): string => new Intl.DisplayNames(code, { type: 'language' }).of(code) ?? code;

const YEAR_S = 365 * 24 * 3_600;
export function chooseLanguage(code: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the server reads it to answer the page in this language
  document.cookie = `junkan-language=${code}; Path=/; Max-Age=${YEAR_S}; SameSite=Lax`;
  window.location.reload();
}
