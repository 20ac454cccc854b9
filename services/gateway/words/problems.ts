import { messagesOf } from '@junkan/words/bundle.ts';
import { type Language, SOURCE } from '@junkan/words/languages.ts';
import { CATALOGUE } from '../problems/catalogue.ts';
import { factsIn } from './facts.ts';

/** What is said of a refusal. `isSo`: at the field that is at fault. */
type Said = { readonly language: Language; readonly title: string; readonly detail: string; readonly isSo: string };

/** Of a service that is newer than this gateway. */
const OF_NEWER: Said = {
  language: SOURCE,
  title: 'The request was refused',
  detail: 'A part of the system refused this, for a reason that is newer than this gateway. See `type` and `facts`.',
  isSo: '',
};

const bundlesIn = (language: Language) =>
  Promise.all([
    messagesOf('problems', language),
    messagesOf('duties', language),
    messagesOf('problem-titles', language),
    factsIn(language),
  ]);
/** Loaded before the first request: no answer in English waits for a file. */
await bundlesIn(SOURCE);

/** What is said of a refusal in a language. What only programs meet is said in English, to those who write them. */
export async function saidOf(type: string, facts: object, language: Language): Promise<Said> {
  const entry = CATALOGUE[type];
  if (!entry) return OF_NEWER;
  if (entry.toPrograms) {
    const { isSo, remedy } = entry.toPrograms(facts);
    return { language: SOURCE, title: entry.title, detail: `${isSo} ${remedy}`.trim(), isSo };
  }
  const name = type.toLowerCase();
  const [problems, duties, titles, written] = await bundlesIn(language);
  const title = titles[name]?.({}) ?? entry.title;
  // Facts of another version of a service are none that the sentence could speak of.
  const detail = entry.knows(facts) ? ((problems[name] ?? duties[name])?.(written(facts)) ?? '') : '';
  return { language, title, detail: detail || `${title}.`, isSo: detail };
}
