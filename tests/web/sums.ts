import type { Money } from '@junkan/kit/pure/money.ts';

type Share = { readonly sponsor: string; readonly offer: string; readonly amount: Money };
type Cell = { readonly tranche: number; readonly sponsor: string; readonly amount: Money; readonly payment: string };
type Tranche = { readonly number: number; readonly amount: Money };
export type Planned = Tranche & { readonly monthsAfterEffective: number };
type Posting = { readonly account: string; readonly money: Money };
/** What an event says of money, as it was recorded: no code of the services reads it here. */
export type Data = {
  readonly proposer?: string;
  readonly sponsor?: string;
  readonly project?: string;
  readonly agreement?: string;
  readonly offer?: string;
  readonly payment?: string;
  readonly milestone?: string;
  readonly funding?: string;
  readonly number?: number;
  readonly tranche?: number;
  readonly terms?: unknown;
  readonly financing?: { readonly instrument: string };
  readonly revision?: number;
  readonly total?: Money;
  readonly amount?: Money;
  readonly debited?: Money;
  readonly conversion?: { readonly amount: Money };
  readonly conversions?: readonly { readonly offer: string; readonly conversion: { readonly amount: Money } }[];
  readonly target?: Money;
  readonly minimumClose?: Money;
  readonly proposal?: {
    countries?: readonly string[];
    target?: Money;
    cost?: Money;
    ownContribution?: Money;
    milestones?: readonly Planned[];
  };
  readonly content?: { readonly available?: Money; readonly least?: Money; readonly greatest?: Money };
  readonly shares?: readonly Share[];
  readonly tranches?: readonly Tranche[];
  readonly cells?: readonly Cell[];
  readonly payableBasisPoints?: number;
  readonly recovery?: number;
  readonly resolution?: number;
  readonly kind?: string;
  readonly portions?: readonly { readonly sponsor: string; readonly amount: Money }[];
  /** Of a project what it says, of limits which proposal it is. */
  readonly limits?: readonly Money[];
  readonly entry?: { readonly id: string; readonly postings: readonly Posting[] };
};
export type Event = { readonly type: string; readonly stream: string; readonly at: string; readonly data: Data };

/** Sums that are added up, each in its currency. */
export class Sums {
  readonly of = new Map<string, Money>();
  set(name: string, money: Money | undefined): void {
    if (money) this.of.set(name, { amount: BigInt(money.amount), currency: money.currency });
  }
  add(name: string, { amount, currency }: Money, times = 1n): void {
    const before = this.of.get(name)?.amount ?? 0n;
    this.of.set(name, { amount: before + times * BigInt(amount), currency });
  }
}
