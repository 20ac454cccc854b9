import { messages as ofActs } from '#messages/act-codes';
import { messages } from '#messages/form-codes';
import { codeText } from '../acts/words.ts';
import { rareCode } from './choices.ts';

/** A code in words that forms have need of, and the screens that they lead to. */
export const formCode = (name: string, code: string): string => messages[`code_${name}`]?.({ code }) ?? code;

/** How a choice of a form is called. */
export function choiceOf(name: string, code: string): string {
  const key = `code_${name}`;
  if (key in messages) return formCode(name, code);
  return key in ofActs ? rareCode(name, code) : codeText(key, code);
}
