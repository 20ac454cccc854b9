import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import * as m from '#messages/statements';
import { fieldLabel } from '../../acts/words.ts';
import type { Schemas } from '../../base/api/client.ts';
import { Loading } from '../../base/parts/Awaiting.tsx';
import { FieldHead } from '../../base/parts/FieldHead.tsx';
import { moneyText } from '../../base/parts/Money.tsx';
import { type ByHand, claimsByHand, refundsByHand } from './by-hand.ts';
import { type Chosen, convertedFrom } from './chosen.ts';
import {
  agreementsOfQuery,
  convertedPaymentsQuery,
  type Found,
  openClaimsQuery,
  openPaymentsQuery,
  openRefundsQuery,
  paymentsOfQuery,
  paymentText,
} from './queries.ts';

function nameOf(chosen: Chosen): string {
  if ('settles' in chosen) return chosen.settles;
  return 'drawing' in chosen ? `${chosen.agreement}/call/${chosen.drawing}` : `${chosen.agreement}/${chosen.recovery}`;
}

type Props = {
  /** The sponsor whose statement it is; '' = nobody knows. */
  readonly owner: string;
  readonly amount: Schemas['Money'];
  /** Money out settles what was instructed, money in returns what was settled. */
  readonly status: 'instructed' | 'settled';
  readonly candidates: Schemas['StatementEntry']['candidates'];
  readonly names: Schemas['Names'];
  /** The payment that the entry names by its reference: also where the bank kept some of it, and where it was reported by hand before. */
  readonly named: Extract<Chosen, { readonly settles: string }> | undefined;
  readonly chosen: Chosen | undefined;
  readonly fault: string | undefined;
  /** What of the recovery it refunds, as it is written; asked for where the bank has converted. */
  readonly refunded: string;
  readonly refundedFault: string | undefined;
  onRefunded(written: string): void;
  onChange(chosen: Chosen | undefined): void;
};

type Work = readonly Schemas['Work'][];
type Option = { readonly of: Chosen; readonly text: string };

const refundsIn = (refunds: Work): Option[] =>
  refunds.map(({ item, recovery = 0, title = '', amount: open }) => ({
    of: { agreement: item, recovery, open },
    text: m.refundOf({ project: title, number: recovery, amount: open ? moneyText(open) : '' }),
  }));
const claimsIn = (claims: Work): Option[] =>
  claims.map(({ item, drawing = 0, title = '' }) => ({
    of: { agreement: item, drawing },
    text: m.claimOf({ project: title, number: drawing }),
  }));

/** What is offered, each once: of what is still to come back its recovery comes before what of that was said by hand. Nothing while it is asked for. */
function useOptions({ owner, amount, status, candidates, names, named }: Props): readonly Option[] | undefined {
  const { data } = useQuery({ ...openPaymentsQuery(amount.currency, status, amount), throwOnError: true });
  const isIn = status === 'settled';
  const { data: back } = useQuery({ ...openRefundsQuery(amount, true), enabled: isIn, throwOnError: true });
  const { data: own } = useQuery({ ...paymentsOfQuery(named?.agreement ?? ''), enabled: named !== undefined, throwOnError: true });
  const { data: converted } = useQuery({ ...convertedPaymentsQuery(amount.currency, status), throwOnError: true });
  const { data: called } = useQuery({ ...openClaimsQuery(amount.currency, amount), enabled: !isIn, throwOnError: true });
  const { data: listed } = useQuery({ ...agreementsOfQuery(owner), enabled: owner !== '', throwOnError: true });
  if (!data || !converted || !(isIn ? back : called) || (named && !own) || (owner !== '' && !listed)) return undefined;
  const scoreOf = (payment: string): number => candidates.find((each) => each.payment === payment)?.score ?? 0;
  const others = [...data.payments, ...converted.payments].filter(({ id: payment }) => payment !== named?.settles);
  const payments = [
    ...(own?.payments ?? []).filter(({ id: payment }) => payment === named?.settles),
    ...others.toSorted((one, other) => scoreOf(other.id) - scoreOf(one.id)),
  ];
  const isOfAnotherSum = (payment: Found): boolean => payment.id === named?.settles || payment.amount.currency !== amount.currency;
  const all = { ...names, ...data.names, ...converted.names, ...own?.names, ...back?.names, ...called?.names };
  const options = [
    ...payments.map((payment) => ({
      of: { agreement: payment.agreement, settles: payment.id },
      // What the bank returns may be less than was sent, and what it converts is another sum.
      text: [paymentText(payment, all, payment.id), payment.instruction, isOfAnotherSum(payment) ? moneyText(payment.amount) : '']
        .filter(Boolean)
        .join(' · '),
    })),
    ...refundsIn(back?.refunds ?? []),
    ...claimsIn(called?.claims ?? []),
    ...saidByHand(isIn ? refundsByHand(listed, owner) : claimsByHand(listed, owner), amount),
  ];
  return options.filter(({ of }, at) => options.findIndex((each) => nameOf(each.of) === nameOf(of)) === at);
}

/** Of this sum. */
const saidByHand = (all: readonly ByHand[], { amount, currency }: Schemas['Money']): Option[] =>
  all.filter(({ moved }) => moved.currency === currency && moved.amount === amount).map(({ of, text }) => ({ of, text }));

/**
 * One of the payments of this sum that the entry can be of, what the bank names and the suggested ones first; of money in also one of the refunds that are waited
 * for, of money out what a guarantor is to pay; and what of either was said by hand.
 */
export function PaymentChoice(props: Props) {
  const { amount, status, chosen, fault, onChange, refunded, refundedFault, onRefunded } = props;
  const id = useId();
  const options = useOptions(props);
  if (!options) return <Loading />;
  const currency = convertedFrom(chosen, amount);
  const choice = (
    <div className="field">
      <FieldHead
        id={id}
        label={fieldLabel('settles')}
        hint={options.length === 0 ? m.noPaymentOfSum() : status === 'settled' ? m.chooseBackHint() : m.chooseHint()}
        fault={fault}
      />
      <select
        className="in"
        id={id}
        name="settles"
        value={chosen ? nameOf(chosen) : ''}
        aria-invalid={fault !== undefined}
        aria-describedby={`${id}-hint${fault ? ` ${id}-fault` : ''}`}
        onChange={({ currentTarget: { value } }) => onChange(options.find(({ of }) => nameOf(of) === value)?.of)}
      >
        <option value="">–</option>
        {options.map(({ of, text }) => (
          <option key={nameOf(of)} value={nameOf(of)}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
  if (!currency) return choice;
  return (
    <>
      {choice}
      <div className="field">
        <FieldHead id={`${id}-refunded`} label={fieldLabel('refunded')} hint={currency} fault={refundedFault} />
        <input
          className="in"
          id={`${id}-refunded`}
          name="refunded"
          inputMode="decimal"
          value={refunded}
          aria-invalid={refundedFault !== undefined}
          aria-describedby={`${id}-refunded-hint${refundedFault ? ` ${id}-refunded-fault` : ''}`}
          onChange={({ currentTarget: { value } }) => onRefunded(value)}
        />
      </div>
    </>
  );
}
