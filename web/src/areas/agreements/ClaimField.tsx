import { useId } from 'react';
import * as m from '#messages/agreements';
import type { Schemas } from '../../base/api/client.ts';
import { moneyText } from '../../base/parts/Money.tsx';
import { compared } from '../../base/parts/sums.ts';

type Agreement = Pick<Schemas['Agreement'], 'tranches' | 'claimable'>;
type Props = { readonly agreement: Agreement; readonly tranche: number; onChange(tranche: number): void };

/** With which payments what is claimed back was paid: all of them, or those of one milestone, each with what can be claimed. */
export function ClaimField({ agreement: { tranches, claimable }, tranche: chosen, onChange }: Props) {
  const id = useId();
  const nameOf = (number: number): string =>
    number === 0 ? m.allPayments() : `${number}. ${tranches.find((each) => each.number === number)?.title ?? ''}`;
  return (
    <div className="field">
      <label htmlFor={id}>{m.paidWith()}</label>
      <select
        className="in"
        id={id}
        name="tranche"
        value={chosen}
        onChange={({ currentTarget: { value } }) => onChange(Number.parseInt(value, 10))}
      >
        {claimable.map(({ tranche, amount, unspent }) => (
          <option key={tranche} value={tranche}>
            {compared(amount, unspent) === 0
              ? m.claimable({ of: nameOf(tranche), amount: moneyText(amount) })
              : m.claimableUnspent({ of: nameOf(tranche), amount: moneyText(amount), unspent: moneyText(unspent) })}
          </option>
        ))}
      </select>
    </div>
  );
}
