import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import * as m from '#messages/statements';
import { fieldLabel } from '../../acts/words.ts';
import type { Schemas } from '../../api/client.ts';
import { Loading } from '../../parts/Loading.tsx';
import { paymentText } from './payment-text.ts';
import { openPaymentsQuery } from './statements.queries.ts';

type Props = {
  readonly amount: Schemas['Money'];
  /** Money out settles what was instructed, money in returns what was settled. */
  readonly status: 'instructed' | 'settled';
  readonly candidates: Schemas['StatementEntry']['candidates'];
  readonly names: Schemas['Names'];
  readonly chosen: string | undefined;
  readonly fault: string | undefined;
  onChange(chosen: { readonly agreement: string; readonly settles: string } | undefined): void;
};

/** One of the payments of this sum that the entry can be of, the suggested ones first. */
export function PaymentChoice({ amount, status, candidates, names, chosen = '', fault, onChange }: Props) {
  const id = useId();
  const { data } = useQuery({ ...openPaymentsQuery(amount.currency, status, amount), throwOnError: true });
  if (!data) return <Loading />;
  const scoreOf = (payment: string): number => candidates.find((each) => each.payment === payment)?.score ?? 0;
  const payments = data.payments.toSorted((one, other) => scoreOf(other.id) - scoreOf(one.id));
  const all = { ...names, ...data.names };
  const choose = (settles: string): void => {
    const payment = payments.find((each) => each.id === settles);
    onChange(payment ? { agreement: payment.agreement, settles } : undefined);
  };
  return (
    <div className="field">
      <label htmlFor={id}>{fieldLabel('settles')}</label>
      <span className="hint" id={`${id}-hint`}>
        {payments.length === 0 ? m.noPaymentOfSum() : m.chooseHint()}
      </span>
      {fault ? (
        <span className="fault" id={`${id}-fault`}>
          {fault}
        </span>
      ) : null}
      <select
        className="in"
        id={id}
        name="settles"
        value={chosen}
        aria-invalid={fault !== undefined}
        aria-describedby={`${id}-hint${fault ? ` ${id}-fault` : ''}`}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        <option value="">–</option>
        {payments.map((payment) => (
          <option key={payment.id} value={payment.id}>
            {[paymentText(payment, all, payment.id), payment.instruction].filter(Boolean).join(' · ')}
          </option>
        ))}
      </select>
    </div>
  );
}
