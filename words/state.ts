import { createHash } from 'node:crypto';
import { LANGUAGES, type Language, SOURCE } from './languages.ts';
import { type Matter, matters, readMatter, type Written } from './matters.ts';

/** The state of a translation. `changed`: the English was changed since. `draft`: no person has found it right yet. */
export const STATES = ['missing', 'changed', 'draft', 'reviewed'] as const;
export type State = (typeof STATES)[number];

export type Translation = {
  readonly matter: string;
  readonly key: string;
  readonly language: Language;
  readonly state: State;
  readonly source: string;
  readonly text: string | undefined;
};

const DIGITS = 6;
/** Distinguishes a text from what it was before. */
export const fingerprint = (...texts: readonly string[]): string =>
  createHash('sha256').update(texts.join('\n')).digest('hex').slice(0, DIGITS);

const fromOf = ({ from }: Written, language: Language): string | undefined =>
  typeof from === 'string' ? from : (from?.[language] ?? from?.['*']);

function stateOf(written: Written, language: Language): State {
  const { [SOURCE]: source, [language]: text } = written;
  if (text === undefined) return 'missing';
  if (fromOf(written, language) !== fingerprint(source)) return 'changed';
  return written.reviewed?.[language] === fingerprint(source, text) ? 'reviewed' : 'draft';
}

const TARGETS = LANGUAGES.filter((language) => language !== SOURCE);

/** The translations of a matter into a language, or into all; what is the same in all languages has none. */
export const translationsIn = (matter: string, messages: Matter, only?: Language): Translation[] =>
  Object.entries(messages).flatMap(([key, written]) =>
    typeof written === 'string'
      ? []
      : TARGETS.filter((language) => !only || language === only).map((language) => ({
          matter,
          key,
          language,
          state: stateOf(written, language),
          source: written[SOURCE],
          text: written[language],
        })),
  );

export const translations = (only?: Language): Translation[] =>
  matters().flatMap((matter) => translationsIn(matter, readMatter(matter), only));

/** What a translator hands back: a text in a language, the English that it is of, and whether a person has found it right. */
export type Handed = {
  readonly key: string;
  readonly language: Language;
  readonly source: string;
  readonly text: string;
  readonly isReviewed: boolean;
};

/** A matter with what was handed back; what is as it was before stays as it is written. @throws where there is no such message. */
export function withHanded(messages: Matter, handed: readonly Handed[]): Matter {
  const after: Record<string, Written | string> = { ...messages };
  for (const each of handed) {
    const written = after[each.key];
    if (written === undefined || typeof written === 'string') throw new Error(`there is no message “${each.key}” to be translated`);
    after[each.key] = withOne(written, each);
  }
  return after;
}

function withOne(written: Written, { language, source, text, isReviewed }: Handed): Written {
  const { from, reviewed = {}, ...message } = { ...written, [language]: text };
  const all = TARGETS.filter((each) => message[each] !== undefined);
  const of = Object.fromEntries(all.map((each) => [each, each === language ? fingerprint(source) : fromOf(written, each)]));
  const { [language]: _, ...others } = reviewed;
  const found = isReviewed ? { ...others, [language]: fingerprint(source, text) } : others;
  return {
    ...inOrder(message),
    ...(all.length > 0 ? { from: shortest(of) } : {}),
    ...(Object.keys(found).length > 0 ? { reviewed: inOrder(found) } : {}),
  } as Written;
}

const inOrder = <Value>(of: Readonly<Partial<Record<Language, Value>>>): Partial<Record<Language, Value>> =>
  Object.fromEntries(LANGUAGES.flatMap((each) => (of[each] === undefined ? [] : [[each, of[each]]])));

/** What most have is written once. */
function shortest(of: Readonly<Record<string, string | undefined>>): NonNullable<Written['from']> {
  const counted = [...Map.groupBy(Object.values(of), (each) => each ?? '')].toSorted(([, a], [, b]) => b.length - a.length);
  const [most = ''] = counted[0] ?? [];
  const others = Object.entries(of).filter(([, each]) => (each ?? '') !== most);
  return others.length === 0 ? most : { '*': most, ...(Object.fromEntries(others) as Record<Language, string>) };
}
