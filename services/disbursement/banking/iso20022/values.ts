import { parseMoney } from '@junkan/kit/money-text.ts';
import { type CalendarDate, isCalendarDate } from '@junkan/kit/pure/dates.ts';
import type { Money } from '@junkan/kit/pure/money.ts';
import { type Element, first, textAt } from './tree.ts';
import { unreadable } from './unreadable.ts';

/** The value for a missing identifier, by the rule book of the messages. */
const NO_REFERENCE = 'NOTPROVIDED';

export function referenceAt(of: Element, ...path: readonly string[]): string | undefined {
  const text = textAt(of, ...path);
  return text === NO_REFERENCE ? undefined : text;
}

export const needed = (of: Element, ...path: readonly string[]): string => textAt(of, ...path) ?? unreadable(path.join('/'), of);

/** An amount in whole minor units. Banks write zeros after the currency's own places; anything else there is no amount of it. */
export function moneyIn(element: Element): Money {
  const [, whole = '', fraction = ''] = /^\+?(\d*)(?:\.(\d*))?$/.exec(element.text) ?? [];
  const places = fraction.replace(/0+$/, '');
  const amount = `${whole.replace(/^0+(?=\d)/, '') || '0'}${places === '' ? '' : `.${places}`}`;
  return parseMoney({ amount, currency: element.currency ?? '' }) ?? unreadable(element.name, element);
}

/** The day of a date or moment, as the bank wrote it: its place's own day. */
export function dayAt(of: Element, ...path: readonly string[]): CalendarDate | undefined {
  const at = first(of, ...path);
  if (!at) return undefined;
  const day = at.text.slice(0, 10);
  return isCalendarDate(day) ? day : unreadable(path.join('/'), at);
}

/** `CRDT` or `DBIT`. */
export function directionOf(element: Element): 'credit' | 'debit' {
  const code = needed(element, 'CdtDbtInd');
  if (code === 'CRDT') return 'credit';
  return code === 'DBIT' ? 'debit' : unreadable('CdtDbtInd', element);
}

export const signed = (direction: 'credit' | 'debit', { amount }: Money): bigint => (direction === 'credit' ? amount : -amount);
