import type { Actor } from '@junkan/proto/actor.ts';
import type { Parts } from '../../api/parts.ts';

/** Names several texts of one command, each by its reference; `keep`: once the command is accepted. */
export async function draftWords(texts: Parts['texts'], words: readonly string[], about: { readonly stream: string; readonly by: Actor }) {
  const drafts = await Promise.all(words.map((text) => texts.draft(text, about)));
  return {
    references: drafts.map(({ reference }) => reference),
    async keep() {
      for (const { keep } of drafts) await keep?.();
    },
  };
}

/** Words of scripts without spaces are counted as their language counts them. */
export const wordsIn = (text: string): number =>
  [...new Intl.Segmenter('en', { granularity: 'word' }).segment(text)].filter(({ isWordLike }) => isWordLike).length;
