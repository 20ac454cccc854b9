import { languageOf } from '@junkan/kit/http/language.ts';
import bn from './words/bn.json' with { type: 'json' };
import en from './words/en.json' with { type: 'json' };
import hi from './words/hi.json' with { type: 'json' };
import id from './words/id.json' with { type: 'json' };
import ja from './words/ja.json' with { type: 'json' };
import ko from './words/ko.json' with { type: 'json' };
import th from './words/th.json' with { type: 'json' };
import vi from './words/vi.json' with { type: 'json' };
import zhHans from './words/zh-Hans.json' with { type: 'json' };

/** The texts of the pages; `{q}` in `nothingFound` is replaced by the search. */
export type Words = typeof en;
/** Words and their language, a BCP 47 tag. */
export type Spoken = { readonly language: string; readonly words: Words };

export const WORDS = { en, ja, 'zh-Hans': zhHans, ko, th, vi, id, hi, bn } satisfies Readonly<Record<string, Words>>;
const LANGUAGES = Object.keys(WORDS) as (keyof typeof WORDS)[];

/** The texts for a request, in the language in which the other parts of Junkan answer this browser. */
export function wordsFor(asked: Parameters<typeof languageOf>[0]): Spoken {
  const language = languageOf(asked, LANGUAGES, 'en');
  return { language, words: WORDS[language] };
}
