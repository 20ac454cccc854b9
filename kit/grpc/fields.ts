import { ROLES, type Role } from '@junkan/proto/actor.ts';
import { invalid } from '../problem.ts';
import type { Money } from '../pure/money.ts';

/** Readers of request fields at the gRPC edge: what is missing or malformed is refused with the field and the rule. */

export function required<Value>(value: Value | undefined, field: string): Value {
  if (value === undefined) throw invalid(field, 'is required');
  return value;
}

export function idOf<Prefix extends string>(prefix: Prefix, value: string, field: string): `${Prefix}_${string}` {
  if (!new RegExp(`^${prefix}_[0-9a-z]{26}$`).test(value)) throw invalid(field, `must be an identifier ${prefix}_…`);
  return value as `${Prefix}_${string}`;
}

export function oneOf<Word extends string>(words: readonly Word[], value: string, field: string): Word {
  const word = words.find((each) => each === value);
  if (!word) throw invalid(field, `must be one of ${words.join(', ')}`);
  return word;
}

export function moneyOf(value: Money | undefined, field: string): Money {
  const { amount, currency } = required(value, field);
  if (!/^[A-Z]{3}$/.test(currency)) throw invalid(`${field}.currency`, 'must be an ISO 4217 code');
  return { amount, currency };
}

type Waiting<As> = { readonly matter: string; readonly role: As; readonly organisation: string; readonly occurrence: string };

/** Together they name a recorded reminder, so no two may read the same: of its parts only an occurrence has slashes. */
const MATTER = /^[a-z0-9][a-z0-9-]*$/;
const OCCURRENCE = /^[a-z0-9][a-z0-9_.@:/-]*$/i;

/** What waits for whom, as a reminder or an escalation names it. */
export function matterOf({ matter, role, organisation, occurrence }: Waiting<string>): Waiting<Role> {
  if (!MATTER.test(matter)) throw invalid('matter', 'must be lower-case words joined by hyphens');
  if (!OCCURRENCE.test(occurrence)) throw invalid('occurrence', 'must be letters and digits, joined by any of _.@:/-');
  return { matter, role: oneOf(ROLES, role, 'role'), organisation, occurrence };
}
