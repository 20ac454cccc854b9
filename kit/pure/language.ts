/** Whether a text is a well-formed language tag as BCP 47 has it: `ja`, `zh-Hans`. */
export function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

const NAMES = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
/** Whether a tag is of a language that has a name: `zz` is well-formed, and none. */
export const isKnownLanguage = (tag: string): boolean => isLanguageTag(tag) && NAMES.of(tag) !== undefined;
