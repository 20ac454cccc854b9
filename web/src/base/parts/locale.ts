/** The language of this build. */
export const locale = document.documentElement.lang;

const countries = new Intl.DisplayNames(locale, { type: 'region' });
/** An unknown code, and several codes, are returned unchanged. */
export const countryName = (code: string): string => (/^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code);

// Calendar dates and the days of instants are written alike.
const DAY = { year: 'numeric', month: 'short', day: 'numeric' } as const;
const days = new Intl.DateTimeFormat(locale, { ...DAY, timeZone: 'UTC' });
const ZONE = 'junkan-zone';
/** How instants are written in a zone; of one that this browser does not know, in its own. */
function clockIn(zone: string | null) {
  const own = zone !== null && Intl.supportedValuesOf('timeZone').includes(zone) ? { timeZone: zone } : {};
  const time = { hour: 'numeric', minute: '2-digit' } as const;
  return {
    moments: new Intl.DateTimeFormat(locale, { ...DAY, ...time, timeZoneName: 'short', ...own }),
    days: new Intl.DateTimeFormat(locale, { dateStyle: 'full', ...own }),
    times: new Intl.DateTimeFormat(locale, { ...time, ...own }),
  };
}
let clock = clockIn(localStorage.getItem(ZONE));
/** From now on instants are written in this zone; '' = that of the browser. The next page that is shown goes by it. */
export function chooseZone(zone: string): void {
  if (zone === (localStorage.getItem(ZONE) ?? '')) return;
  if (zone === '') localStorage.removeItem(ZONE);
  else localStorage.setItem(ZONE, zone);
  clock = clockIn(zone === '' ? null : zone);
}
const numbers = new Intl.NumberFormat(locale);
const lists = new Intl.ListFormat(locale, { type: 'conjunction' });

/** A calendar date has no zone, and never shifts. */
export const dayText = (date: string): string => days.format(new Date(`${date.slice(0, 10)}T00:00:00Z`));
const weekdays = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
/** The same with its weekday, of a date that is near. */
export const weekdayText = (date: string): string => weekdays.format(new Date(`${date}T00:00:00Z`));
const months = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' });
/** `month`: ISO 8601, such as 2027-03. */
export const monthText = (month: string): string => months.format(new Date(`${month}-01T00:00:00Z`));
/** An instant, in the reader's time zone, which is named. */
export const momentText = (instant: string): string => clock.moments.format(new Date(instant));
/** The day of an instant, in the same zone. */
export const dayOfMoment = (instant: string): string => clock.days.format(new Date(instant));
export const timeText = (instant: string): string => clock.times.format(new Date(instant));
export const numberText = (value: number): string => numbers.format(value);
/** A decimal text, with all its decimal places: never read as a binary number. */
export function decimalText(text: string): string {
  const places = text.split('.')[1]?.length ?? 0;
  return new Intl.NumberFormat(locale, { minimumFractionDigits: places, maximumFractionDigits: places }).format(text as `${number}`);
}
/** What an exact value is as a number, for pictures and shares: never for sums. */
export function numberOf(exact: string): number {
  const [above = '', below = '1'] = exact.split('/');
  return Number(above) / Number(below);
}
/** Values are exact: one that no decimal can say comes as a fraction, and is shown rounded. */
export const exactText = (exact: string): string => (exact.includes('/') ? numberText(numberOf(exact)) : decimalText(exact));
export const list = (texts: readonly string[]): string => lists.format(texts);

/** As this language orders names. */
export const byName = ([, one]: readonly [string, string], [, other]: readonly [string, string]): number =>
  one.localeCompare(other, locale);

const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
const WHOLE = 10_000;
/** A share in basis points: 6050 is 60.5 %. */
export const shareText = (basisPoints: number): string => percents.format(basisPoints / WHOLE);

/** A language in its own words. */
export const languageName = (code: string): string =>
  code === '' ? '' : (new Intl.DisplayNames(code, { type: 'language' }).of(code) ?? code);

const YEAR_S = 365 * 24 * 3_600;
/** Whether somebody has chosen a language in this browser. */
export const isLanguageChosen = (): boolean => document.cookie.includes('junkan-language=');
export function chooseLanguage(code: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the server reads it to answer the page in this language
  document.cookie = `junkan-language=${code}; Path=/; Max-Age=${YEAR_S}; SameSite=Lax`;
  window.location.reload();
}

type InLanguage = { readonly language: string; readonly text: string };
/** A text in the language of the page; in English, or as there is one, where it has none. */
export const inLocale = (texts: readonly InLanguage[]): string =>
  (texts.find(({ language }) => language === locale) ?? texts.find(({ language }) => language === 'en') ?? texts[0])?.text ?? '';
