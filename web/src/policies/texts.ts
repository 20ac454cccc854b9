import type { Schemas } from '../base/api/client.ts';
import { locale } from '../base/parts/locale.ts';

type Policy = Schemas['PolicyInstrument'];

/** What an entry says now: its newest version, or what is drafted of it. */
export const contentOf = ({ versions, draft }: Policy) => versions.at(-1)?.content ?? draft;

/** What it is called and does, in the language of the reader, in English, or in the first that there is. */
export function textOf(policy: Policy): { readonly title: string; readonly does: string; readonly language: string } {
  const texts = contentOf(policy)?.texts ?? [];
  const found = texts.find(({ language }) => language === locale) ?? texts.find(({ language }) => language === 'en') ?? texts[0];
  return found ?? { title: policy.reference, does: '', language: 'en' };
}

/** What is written as paragraphs: empty lines divide them. */
export const paragraphsIn = (written: string): readonly string[] =>
  written
    .split(/\n\s*\n/)
    .map((each) => each.trim())
    .filter(Boolean);
export const writtenAs = (paragraphs: readonly string[]): string => paragraphs.join('\n\n');
