import { bundlesOf } from './bundles.ts';
import { entries, type Language, SOURCE } from './matters.ts';

const BUNDLES = bundlesOf(entries());

export const BUNDLE_NAMES: readonly string[] = [...BUNDLES.keys()];

/** The texts of a bundle in one language, by name. */
export const textsOf = (bundle: string, language: Language = SOURCE): Readonly<Record<string, string>> =>
  Object.fromEntries([...(BUNDLES.get(bundle) ?? [])].map(([name, { message }]) => [name, message[language]]));
