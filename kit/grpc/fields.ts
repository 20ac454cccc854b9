import type { Money } from '../pure/money.ts';
import { invalid } from './problem.ts';

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
