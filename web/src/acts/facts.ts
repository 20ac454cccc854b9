import type { Schemas } from '../base/api/client.ts';
import { dayText, list, momentText } from '../base/parts/locale.ts';
import { moneyText } from '../base/parts/Money.tsx';

const AN_ID = /^[a-z]{3}_[0-9a-z]{26}$/;
const A_DATE = /^\d{4}-\d{2}-\d{2}$/;
const AN_INSTANT = /^\d{4}-\d{2}-\d{2}T/;
const A_ROLE = /^(proposer|sponsor|secretariat|finance|system|clock)\.[a-z]+$/;

const isMoney = (value: unknown): value is Schemas['Money'] => typeof value === 'object' && value !== null && 'currency' in value;

/** A fact as people read it: sums and dates as the language writes them, ids by what they are called. */
function textOf(value: unknown, names: Schemas['Names'], roleText: (role: string) => string): string | number {
  // Plurals go by numbers.
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return String(value);
  if (isMoney(value)) return moneyText(value);
  if (Array.isArray(value)) return value.length === 0 ? 'none' : list(value.map((each) => String(textOf(each, names, roleText))));
  if (typeof value !== 'string' || value === '') return 'none';
  if (names[value]) return names[value].text;
  if (AN_INSTANT.test(value)) return momentText(value);
  if (A_DATE.test(value)) return dayText(value);
  if (A_ROLE.test(value)) return roleText(value);
  return AN_ID.test(value) ? shortId(value) : value;
}

const HEAD = 8;
const TAIL = 4;
/** Enough of an id to tell it from others. */
export const shortId = (id: string): string => `${id.slice(0, HEAD)}…${id.slice(-TAIL)}`;

/** The facts of a message; a missing one is `none`. */
export const said = (facts: object, names: Schemas['Names'], roleText: (role: string) => string): object =>
  new Proxy(facts, {
    get: (given, fact) => textOf(Reflect.get(given, fact), names, roleText),
  });
