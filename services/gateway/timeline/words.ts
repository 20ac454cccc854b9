import { moneyText } from '@junkan/kit/money-text.ts';
import type { TimelineEntry } from '@junkan/proto/junkan/project/v1/model.ts';
import type { EntryKind } from './kinds.ts';

/** An entry, to which the answer adds what it says in the reader's language. */
export type EntryWithFacts = TimelineEntry & { readonly kind: EntryKind; readonly facts: Record<string, unknown> };

/** An entry with what it says as an object, and with its sums as money is written everywhere. */
export function withFacts(entry: TimelineEntry, kind: EntryKind): EntryWithFacts {
  const facts = factsOf(entry.data);
  return { ...entry, kind, facts, data: JSON.stringify(facts) };
}

/** What an event reports, from its proto3 JSON, with its sums as money is written everywhere. */
export const factsOf = (data: string): Record<string, unknown> => sumsInWords(JSON.parse(data)) as Record<string, unknown>;

/** Minor units and their currency as a decimal text, wherever they stand; zero is left out of what is recorded. */
function sumsInWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sumsInWords);
  if (typeof value !== 'object' || value === null) return value;
  const { amount = '0', currency, ...rest } = value as { amount?: unknown; currency?: unknown };
  if (typeof currency === 'string' && typeof amount === 'string' && Object.keys(rest).length === 0)
    return moneyText({ amount: BigInt(amount), currency });
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, sumsInWords(inner)]));
}
