import { type MoneyText, moneyText } from '@junkan/kit/money-text.ts';
import type { Match } from '@junkan/proto/junkan/matching/v1/model.ts';

/** The facts of reasons that are amounts, and for each the fact that names its currency. */
const CURRENCY_OF: Readonly<Record<string, string>> = {
  target: 'targetCurrency',
  minimum: 'minimumCurrency',
  low: 'bandCurrency',
  high: 'bandCurrency',
};
const CURRENCIES = new Set(Object.values(CURRENCY_OF));

/** A match with the amounts of its reasons as money, as everywhere else. */
export const matchShown = ({ reasons, ...match }: Match) => ({
  ...match,
  reasons: reasons.map((reason) => ({ ...reason, facts: factsShown(reason.facts) })),
});

type Found = {
  readonly matches: readonly Match[];
  readonly eligible: number;
  readonly nearMisses: readonly Match[];
  readonly near: number;
};

/** The best matches of an item, and what misses one condition where that was asked for. */
export const foundShown = ({ matches, eligible, nearMisses, near }: Found, isNearWanted: boolean) => ({
  matches: matches.map(matchShown),
  eligible,
  ...(isNearWanted ? { nearMisses: nearMisses.map(matchShown), near } : {}),
});

function factsShown(facts: Readonly<Record<string, string>>): Record<string, string | MoneyText> {
  const visible = Object.entries(facts).filter(([name]) => !CURRENCIES.has(name));
  return Object.fromEntries(
    visible.map(([name, fact]) => {
      const currency = facts[CURRENCY_OF[name] ?? ''];
      return [name, currency === undefined ? fact : moneyText({ amount: BigInt(fact), currency })];
    }),
  );
}
