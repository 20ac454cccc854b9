import { byName, languageName } from '../base/parts/locale.ts';

/** In which laws of the countries of the programme, and what is said of them, are written. */
const LANGUAGES =
  'ar bn dv dz en fa fil fj fr hi id ja kk km ko ky lo mn mr ms my ne ps pt ru si sm ta te tet tg th tk to ur uz vi zh-Hans zh-Hant'.split(
    ' ',
  );

/** Languages to choose from by their names, with those that are there. */
export const languagesWith = (there: readonly string[]): readonly string[] =>
  [...new Set([...LANGUAGES, ...there.filter(Boolean)])]
    .map((code) => [code, languageName(code)] as const)
    .toSorted(byName)
    .map(([code]) => code);
