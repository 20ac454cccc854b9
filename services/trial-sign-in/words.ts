import { languageOf } from '@junkan/kit/http/language.ts';
import { bundleIn } from '@junkan/words/bundle.ts';
import type * as signIn from '@junkan/words/gen/sign-in/messages.d.ts';
import { LANGUAGES, type Language, SOURCE } from '@junkan/words/languages.ts';

/** What the pages say. */
export type Words = Omit<typeof signIn, 'messages' | 'LOCALES'>;
/** Words and their language, a BCP 47 tag. */
export type Spoken = { readonly language: Language; readonly words: Words };

const wordsIn = (language: Language): Promise<Words> => bundleIn<typeof signIn>('sign-in', language);

/** In which the names of persons are, which are the same in all languages. */
export const ENGLISH = await wordsIn(SOURCE);

/** The words for the caller, in the language that the web shows to this browser. */
export async function wordsFor(asked: Parameters<typeof languageOf>[0]): Promise<Spoken> {
  const language = languageOf(asked, LANGUAGES, SOURCE);
  return { language, words: await wordsIn(language) };
}
