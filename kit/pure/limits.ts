import { type Money, money } from './money.ts';

/** The limits above which two persons approve, at a time. `edition`: the proposal that set them; 0 = there are none. */
export type Rules = { readonly edition: number; readonly limits: readonly Money[] };
export const NO_RULES: Rules = { edition: 0, limits: [] };

/** Once there are limits, a currency without one has a limit of zero: what is in it is approved by two persons always. */
const limitIn = (limits: readonly Money[], currency: string): Money =>
  limits.find((limit) => limit.currency === currency) ?? money(0n, currency);

/** The limit that an amount is above, so that two persons approve it; nothing where one is enough. */
export function limitBelow({ limits }: Pick<Rules, 'limits'>, { amount, currency }: Money): Money | undefined {
  const limit = limitIn(limits, currency);
  return limits.length > 0 && amount > limit.amount ? limit : undefined;
}

/** Whether something is approved by one person under some limits that two persons approve under others. */
export const areLooser = (some: readonly Money[], others: readonly Money[]): boolean =>
  others.length > 0 && (some.length === 0 || some.some(({ amount, currency }) => amount > limitIn(others, currency).amount));

/** What both ask for: the lower limit in each currency. */
export function stricter(some: readonly Money[], others: readonly Money[]): readonly Money[] {
  if (some.length === 0 || others.length === 0) return some.length === 0 ? others : some;
  const currencies = new Set([...some, ...others].map(({ currency }) => currency));
  return [...currencies].map((currency) => {
    const [one, other] = [limitIn(some, currency), limitIn(others, currency)];
    return one.amount < other.amount ? one : other;
  });
}
