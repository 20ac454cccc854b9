import { createHash } from 'node:crypto';
import type { DeclarationText, SignedText } from '@junkan/proto/junkan/programme/v1/facts.ts';
import { languagesOf, signedText } from '../signed-text.ts';

/** The text of a version in each of its languages, by its hash. */
export const signedTextsOf = (number: number, text: DeclarationText): readonly SignedText[] =>
  languagesOf(text).map((language) => ({
    language,
    hash: createHash('sha256')
      .update(signedText(number, text, language))
      .digest('hex'),
  }));
