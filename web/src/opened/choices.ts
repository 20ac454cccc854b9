import { messages } from '#messages/act-codes';
import { codeText } from '../acts/words.ts';

/** A code in words that only some forms, and what they lead to, have need of: they come with those. */
export const rareCode = (name: string, code: string): string => messages[`code_${name}`]?.({ code }) ?? code;

/** How a choice of a form is called. */
export const choiceOf = (name: string, code: string): string =>
  `code_${name}` in messages ? rareCode(name, code) : codeText(`code_${name}`, code);
