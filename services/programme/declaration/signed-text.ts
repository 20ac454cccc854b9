import { repeated } from '@junkan/kit/pure/names.ts';
import type { DeclarationText, Wording } from '@junkan/proto/junkan/programme/v1/facts.ts';

// The text of a version in one language: what is read, hashed and signed.

const wordingsOf = ({ title, preamble, commitments }: DeclarationText): readonly (readonly Wording[])[] => [
  title,
  preamble,
  ...commitments.map(({ text }) => text),
];

/** The languages that all of its texts have, in the order of its title. */
export function languagesOf(text: DeclarationText): readonly string[] {
  const wordings = wordingsOf(text);
  return text.title
    .map(({ language }) => language)
    .filter((one) => wordings.every((each) => each.some(({ language }) => language === one)));
}

/** Languages in which one of its texts is there twice. */
export const wordedTwice = (text: DeclarationText): readonly string[] => [
  ...new Set(wordingsOf(text).flatMap((wordings) => repeated(wordings.map(({ language }) => language)))),
];

const inLanguage = (wordings: readonly Wording[], wanted: string): string =>
  wordings.find(({ language }) => language === wanted)?.text ?? '';

/** JSON without spaces, in this order. */
export const signedText = (number: number, { title, preamble, commitments, marked }: DeclarationText, language: string): string =>
  JSON.stringify({
    format: 'junkan.declaration.1',
    version: number,
    language,
    marked,
    title: inLanguage(title, language),
    preamble: inLanguage(preamble, language),
    commitments: commitments.map(({ code, text }) => ({ code, text: inLanguage(text, language) })),
  });
