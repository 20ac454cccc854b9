// What the modules of words call.

type Words = Readonly<Record<string, string>>;

/** Several texts in a sentence, each of which can be a code: as one text, once each of them is written. */
export type Several = { readonly by: (wordOf: (text: string) => string) => string; readonly toString: () => string };
const isSeveral = (value: unknown): value is Several => typeof value === 'object' && value !== null && 'by' in value;

/** One of several of a kind, as in `report-2`. */
const NUMBERED = /^(.*)-(\d+)$/;

/**
 * The word of a code, of the first of these lists that has it; a code that none of them has shows itself. Of `report-2` it is the word of `report`, with the
 * number.
 */
export function code(value: unknown, lists: readonly Words[], unknown: (code: string) => string): string {
  if (isSeveral(value)) return value.by((each) => code(each, lists, unknown));
  const text = String(value);
  const wordOf = (one: string) => lists.find((words) => Object.hasOwn(words, one))?.[one];
  const [, kind = '', number = ''] = NUMBERED.exec(text) ?? [];
  const word = wordOf(kind);
  return wordOf(text) ?? (word === undefined ? unknown(text) : `${word} ${number}`);
}

/** One of several texts, by a code or another fact; codes are written without hyphens and points there. */
export function select(value: unknown, texts: Words): string | undefined {
  const key = String(value).replaceAll(/[-.]/g, '');
  return Object.hasOwn(texts, key) ? texts[key] : texts['other'];
}

/** A number in the digits of a language that has its own; other facts are texts, and stay as they are. */
export const inOwnDigits = (value: unknown, language: string): string =>
  typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : String(value);
