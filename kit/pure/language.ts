/** Whether a text is a well-formed language tag as BCP 47 has it: `ja`, `zh-Hans`. */
export function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}
