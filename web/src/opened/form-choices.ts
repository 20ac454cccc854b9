import { messages as ofActs } from '#messages/act-codes';
import { messages as ofForms } from '#messages/form-codes';
import { codeText } from '../acts/words.ts';

/** How a choice of a form is called, also on the screens that it leads to. */
export function choiceOf(name: string, code: string): string {
  const key = `code_${name}`;
  const words = ofForms[key] ?? ofActs[key];
  return words ? (words({ code }) ?? code) : codeText(key, code);
}
