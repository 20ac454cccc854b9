/** An amount of money in minor units (cents, sen, fils) of an ISO 4217 currency. Never a float. */
export type Money = { readonly amount: bigint; readonly currency: string };

export const money = (amount: bigint, currency: string): Money => ({ amount, currency });

/** @throws when the currencies differ: callers compare currencies first, so a difference here is a bug. */
export function plus(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new Error(`cannot add ${b.currency} to ${a.currency}`);
  return { amount: a.amount + b.amount, currency: a.currency };
}

export const isSameMoney = (a: Money, b: Money): boolean => a.amount === b.amount && a.currency === b.currency;

export const minus = (a: Money, b: Money): Money => plus(a, { amount: -b.amount, currency: b.currency });

export const total = (amounts: readonly Money[], currency: string): Money => amounts.reduce(plus, money(0n, currency));

export const lesser = (a: bigint, b: bigint): bigint => (a < b ? a : b);
export const greater = (a: bigint, b: bigint): bigint => (a < b ? b : a);

/**
 * Splits a whole amount by weights so that the parts sum to it exactly: each part gets its floor, and what is left goes,
 * one unit each, to the largest remainders (the earlier part first where they are equal).
 * @throws when an amount or weight is negative, or when no weight is positive.
 */
export function allocate(amount: bigint, weights: readonly bigint[]): bigint[] {
  const sum = weights.reduce((all, weight) => all + weight, 0n);
  if (amount < 0n || sum <= 0n || weights.some((weight) => weight < 0n))
    throw new Error('an allocation needs a positive sum of weights and no negative figure');
  const parts = weights.map((weight) => (amount * weight) / sum);
  const byRemainder = weights
    .map((weight, index) => ({ index, remainder: (amount * weight) % sum }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  const remainder = Number(amount - parts.reduce((all, part) => all + part, 0n));
  for (const { index } of byRemainder.slice(0, remainder)) parts[index] = (parts[index] ?? 0n) + 1n;
  return parts;
}
