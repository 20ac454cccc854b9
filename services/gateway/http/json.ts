import { moneyText } from '@junkan/kit/money-text.ts';

/**
 * A message as JSON for the outside: money as decimal text with its currency, other long integers as text; what is
 * not known (empty texts) is left out.
 */
export function toJson(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value !== 'object' || value === null) return value;
  const { amount, currency } = value as { amount?: unknown; currency?: unknown };
  if (typeof amount === 'bigint' && typeof currency === 'string') return currency === '' ? undefined : moneyText({ amount, currency });
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (inner === '' || inner === undefined ? [] : [[key, toJson(inner)]])),
  );
}
