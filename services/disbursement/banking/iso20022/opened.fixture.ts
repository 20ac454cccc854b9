import { readFileSync } from 'node:fs';
import { type BankFile, openBankFile } from './validate.ts';

export const sample = (name: string): string => readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8');

/** The file of a text that has to be valid. */
export function opened(text: string): BankFile {
  const answer = openBankFile(Buffer.from(text));
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return answer.file;
}
