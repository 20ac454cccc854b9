import type { Schemas } from '../../api/client.ts';
import { shareOf } from '../../parts/shares.ts';

type Sum = Schemas['EntrySum'];
type Matched = {
  readonly entries: number;
  readonly all: number;
  /** In basis points; nothing where there is nothing to be matched. */
  readonly share: number | undefined;
  /** Of what moved in the currency of the account. */
  readonly shareOfAmount: number | undefined;
};

/** Of these it is known which payment they are of. */
const WITH_PAYMENT: readonly Sum['standing'][] = ['reported', 'confirmed', 'returns'];

/** How much of a statement is of payments that are known. What another statement had told before is no part of it. */
export function matchedOf({ sums, currency }: Pick<Schemas['Statement'], 'sums' | 'currency'>): Matched {
  const own = sums.filter(({ standing }) => standing !== 'repeated');
  const matched = own.filter(({ standing }) => WITH_PAYMENT.includes(standing));
  const count = (of: readonly Sum[]): number => of.reduce((all, { entries }) => all + entries, 0);
  const moved = (of: readonly Sum[]): bigint =>
    of.reduce((all, { amount }) => (amount.currency === currency ? all + BigInt(amount.amount.replace('.', '')) : all), 0n);
  return {
    entries: count(matched),
    all: count(own),
    share: shareOf(BigInt(count(matched)), BigInt(count(own))),
    shareOfAmount: shareOf(moved(matched), moved(own)),
  };
}
