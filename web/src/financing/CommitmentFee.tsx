import * as m from '#messages/financing';
import type { Schemas } from '../api/client.ts';
import { writtenOf } from '../parts/amounts.ts';
import { moneyText } from '../parts/Money.tsx';
import { percentOf } from '../parts/sums.ts';

type Props = { readonly percent: string; readonly amount: Schemas['Money'] };

/** A fee on what is not drawn: what it comes to in a year at most, and that costs which take all as drawn on the first day have none of it. */
export const CommitmentFee = ({ percent, amount }: Props) => (
  <>
    {m.percent({ percent: writtenOf(percent) })} <span>{m.commitmentFeeAtMost({ amount: moneyText(percentOf(percent, amount)) })}</span>{' '}
    <small className="quiet">{m.commitmentFeeAssumes()}</small>
  </>
);
