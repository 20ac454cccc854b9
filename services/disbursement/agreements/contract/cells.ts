import { type Money, plus, total } from '@junkan/kit/pure/money.ts';
import { tranchesAhead } from '../advances/advance.ts';
import type { Event } from '../agreement-faces.ts';
import { type Existing, type InForce, isInForce, paid } from '../agreement-state.ts';
import type { AgreementId } from '../ids.ts';
import { accounts, entry, type JournalEntry, moved } from '../journal.ts';
import { isAskedFor } from '../payments/part-payment.ts';
import { unsettled } from '../retention/retention.ts';
import { type Cell, currencyOf } from './terms.ts';

/** Tranches whose cells can still change: without a verdict, and without an order that is not over. */
export function openTranches({ tranches, cells, payments, verdicts }: InForce): number[] {
  return tranches
    .map(({ number }) => number)
    .filter((tranche) => !verdicts.some((verdict) => verdict.tranche === tranche))
    .filter((tranche) => cells.every((cell) => cell.tranche !== tranche || !isAskedFor({ payments }, cell)));
}

/** Each tranche as it was signed, and what is payable of it by now. */
export const trancheSums = (state: Existing) =>
  state.tranches.map(({ number, amount }) => ({
    number,
    planned: isInForce(state) ? (state.planned.get(number) ?? amount) : amount,
    payable: payableOf(number, state),
  }));

/** What all cells of a tranche are worth together. */
export const payableOf = (tranche: number, { cells, shares }: Pick<Existing, 'cells' | 'shares'>): Money =>
  total(
    cells.filter((cell) => cell.tranche === tranche).map(({ amount }) => amount),
    currencyOf({ shares }),
  );

/** Those of which no money was paid ahead, or is about to be: their amounts can change. */
export function freeTranches(state: InForce): number[] {
  const ahead = tranchesAhead(state);
  return openTranches(state).filter((tranche) => !ahead.includes(tranche));
}

/** Books what is owed no more back to the sponsors' commitments; nothing where the cells only moved money among themselves. */
export function cancelled(id: string, agreement: AgreementId, state: InForce, after: readonly Cell[]): JournalEntry | undefined {
  const currency = currencyOf(state);
  const of = (cells: readonly Cell[], sponsor: string) =>
    total(
      cells.filter((cell) => cell.sponsor === sponsor).map(({ amount }) => amount),
      currency,
    );
  const postings = state.shares.flatMap(({ sponsor }) => {
    const { amount } = plus(of(state.cells, sponsor), { amount: -of(after, sponsor).amount, currency });
    return amount === 0n ? [] : moved(accounts.undisbursed(agreement, sponsor), accounts.commitment(sponsor), { amount, currency });
  });
  return postings.length > 0 ? entry(`${agreement}/${id}`, postings) : undefined;
}

/** That everything is paid, where cells were cut so that nothing is left to be paid. */
export const paidWith = (state: InForce, cells: readonly Cell[], at: string): Event[] =>
  unsettled(state).length > 0 && unsettled({ ...state, cells }).length === 0
    ? [{ type: 'AgreementPaidInFull', paid: paid(state), at }]
    : [];
