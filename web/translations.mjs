import { SOURCE } from '@junkan/words/languages.ts';
import { translations } from '@junkan/words/state.ts';
import { xliffOf } from '@junkan/words/xliff.ts';

/** Puts the translations of a language into its build: with their states for the page of translators, and as XLIFF for their tools. */
export const translationsOf = (language) => ({
  name: 'translations',
  generateBundle() {
    if (language === SOURCE) return;
    const all = translations(language);
    this.emitFile({ type: 'asset', fileName: `translations/${language}.json`, source: JSON.stringify(all) });
    this.emitFile({ type: 'asset', fileName: `translations/${language}.xlf`, source: xliffOf(language, all) });
  },
});
