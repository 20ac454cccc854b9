import { bundlesOf } from './bundles.ts';
import { codeWordsOf, isOfCode } from './codes.ts';
import { type Language, SOURCE } from './languages.ts';
import { entries, textIn } from './matters.ts';

const ALL = entries();
const BUNDLES = bundlesOf(ALL.filter((entry) => !isOfCode(entry)));
const CODES = codeWordsOf(ALL);

export const BUNDLE_NAMES: readonly string[] = [...BUNDLES.keys()];

/** The texts of a bundle in one language, by name. */
export const textsOf = (bundle: string, language: Language = SOURCE): Readonly<Record<string, string>> =>
  Object.fromEntries([...(BUNDLES.get(bundle) ?? [])].map(([name, { message }]) => [name, textIn(message, language)]));

/** The word of a code. */
export const codeText = (list: string, code: string, language: Language = SOURCE): string | undefined =>
  CODES.of.get(list)?.get(code)?.[language];
