import { readLists } from '@junkan/kit/lists.ts';
import { messagesOf } from '@junkan/words/bundle.ts';
import type { Language } from '@junkan/words/languages.ts';
import type { Several } from '@junkan/words/runtime.ts';

/** What items and persons are called, by id. */
export type Names = Readonly<Record<string, { readonly text: string }>>;

const A_DATE = /^\d{4}-\d{2}-\d{2}$/;
const AN_INSTANT = /^\d{4}-\d{2}-\d{2}T/;
const A_ROLE = /^(proposer|sponsor|secretariat|finance|system|clock)\.[a-z]+$/;
/** A person of a trial, who has no name but an organisation, a role and perhaps a number. */
const A_PERSON_BY_ROLE = /^(?<organisation>[\w-]+)\/(?<role>[a-z]+\.[a-z]+)(?:\/(?<number>\d+))?$/;

type Amount = { readonly amount: string; readonly currency: string };
const isMoney = (value: object): value is Amount => 'currency' in value && 'amount' in value;
/** What an indicator is to reach from then on. */
type Target = { readonly code: string; readonly target: string };
const isTarget = (value: object): value is Target => 'code' in value && 'target' in value;

/** How facts are written in a language; instants in UTC, which is named. */
async function writing(language: Language) {
  const { role } = await messagesOf('acts', language);
  const day = { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' } as const;
  const days = new Intl.DateTimeFormat(language, day);
  const moments = new Intl.DateTimeFormat(language, { ...day, hour: 'numeric', minute: '2-digit', timeZoneName: 'short' });
  const lists = new Intl.ListFormat(language, { type: 'conjunction' });
  /** A decimal text, with the places that it has: never read as a binary number. */
  function decimal(text: string): string {
    const places = text.split('.')[1]?.length ?? 0;
    return new Intl.NumberFormat(language, { minimumFractionDigits: places, maximumFractionDigits: places }).format(text as `${number}`);
  }
  const indicators = new Map(
    readLists()
      .get('indicators')
      ?.map(({ code, names }) => [code, names[language]]),
  );
  const indicator = (code: string): string => indicators.get(code) ?? code;
  return { role: (code: string) => role?.({ code }) ?? code, indicator, days, moments, lists, decimal };
}
type Writing = Awaited<ReturnType<typeof writing>>;

const kept = new Map<Language, Promise<Writing>>();
function writingIn(language: Language): Promise<Writing> {
  const found = kept.get(language) ?? writing(language);
  kept.set(language, found);
  return found;
}

function textOf(value: unknown, names: Names, write: Writing): string | number | Several {
  // Plurals go by numbers.
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value))
    return value.length === 0
      ? 'none'
      : several(
          value.map((each) => String(textOf(each, names, write))),
          write,
        );
  if (typeof value === 'object' && value !== null) {
    if (isMoney(value)) return `${value.currency} ${write.decimal(value.amount)}`;
    return isTarget(value) ? `${write.indicator(value.code)} ${write.decimal(value.target)}` : 'none';
  }
  if (typeof value !== 'string' || value === '') return 'none';
  if (names[value]) return names[value].text;
  if (AN_INSTANT.test(value)) return write.moments.format(new Date(value));
  if (A_DATE.test(value)) return write.days.format(new Date(`${value}T00:00:00Z`));
  const { organisation = '', role, number = '' } = A_PERSON_BY_ROLE.exec(value)?.groups ?? {};
  if (role) return [[write.role(role), number].filter(Boolean).join(' '), names[organisation]?.text].filter(Boolean).join(', ');
  return A_ROLE.test(value) ? write.role(value) : value;
}

function several(texts: readonly string[], { lists }: Writing): Several {
  const by: Several['by'] = (wordOf) => lists.format(texts.map(wordOf));
  return { by, toString: () => by((text) => text) };
}

/** The facts of a message as its language writes them; one that is missing is `none`. */
export async function factsIn(language: Language): Promise<(facts: object, names?: Names) => object> {
  const write = await writingIn(language);
  return (facts, names = {}) =>
    new Proxy(facts, { get: (given, fact) => textOf(Object.hasOwn(given, fact) ? Reflect.get(given, fact) : undefined, names, write) });
}
