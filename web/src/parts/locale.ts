/** The language of this build. */
export const locale = document.documentElement.lang;

const countries = new Intl.DisplayNames(locale, { type: 'region' });
/** Of a code that is none, and of several, the text as it is. */
export const countryName = (code: string): string => (/^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code);

/** Until the vocabulary has names for themes, their codes are read as words. */
export const themeName = (code: string): string => code.replaceAll('-', ' ');

const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });

/** A calendar date has no zone, and never shifts. */
export const dayText = (date: string): string => days.format(new Date(`${date.slice(0, 10)}T00:00:00Z`));
/** An instant, in the zone of whoever reads. */
export const momentText = (instant: string): string => moments.format(new Date(instant));

/** A language in its own words. */
export const languageName = (code: string): string => new Intl.DisplayNames(code, { type: 'language' }).of(code) ?? code;

const YEAR_S = 365 * 24 * 3_600;
export function chooseLanguage(code: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the server reads it to answer the page in this language
  document.cookie = `junkan-language=${code}; Path=/; Max-Age=${YEAR_S}; SameSite=Lax`;
  window.location.reload();
}
