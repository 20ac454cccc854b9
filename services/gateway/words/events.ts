import { messagesOf } from '@junkan/words/bundle.ts';
import { type Language, SOURCE } from '@junkan/words/languages.ts';
import { z } from 'zod';
import { factsIn, type Names } from './facts.ts';

/** An entry of a timeline, or a notice, as far as a sentence speaks of it. */
type Entry = { readonly type?: string; readonly event?: string; readonly facts?: object };

/** Loaded before the first request: no answer in English waits for a file. */
await Promise.all([messagesOf('events', SOURCE), factsIn(SOURCE)]);

/** What an event says, in a sentence in this language; of an event of a newer version, that it is one. */
export async function sentences(language: Language): Promise<(subject: Entry, names?: Names) => string> {
  const [events, said] = await Promise.all([messagesOf('events', language), factsIn(language)]);
  return ({ type, event, facts = {} }, names) => {
    const name = type ?? event ?? '';
    const sentence = Object.hasOwn(events, name) ? events[name] : events['Unrecognised'];
    return sentence?.(said(facts, names)) ?? '';
  };
}

/** The list of an answer whose entries have a sentence each: `summary`. */
export function spokenList(answers: z.ZodType | undefined): string | undefined {
  if (!(answers instanceof z.ZodObject)) return undefined;
  const lists = Object.entries<unknown>(answers.shape);
  return lists.find(([, of]) => of instanceof z.ZodArray && of.element instanceof z.ZodObject && 'summary' in of.element.shape)?.[0];
}

/** An answer whose entries say what happened, in this language. */
export async function withSentences(answer: object, list: string, language: Language, names?: Names): Promise<object> {
  const sentence = await sentences(language);
  const entries = (answer as Readonly<Record<string, readonly Entry[]>>)[list] ?? [];
  return { ...answer, [list]: entries.map((entry) => ({ ...entry, summary: sentence(entry, names) })) };
}
