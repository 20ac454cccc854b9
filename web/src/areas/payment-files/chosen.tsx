import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as common from '#messages';
import * as m from '#messages/payment-files';
import { messages as statuses } from '#messages/statuses';
import type { Given } from '../../acts/Act.tsx';
import { paymentName } from '../../acts/payment-name.ts';
import { Refusal } from '../../acts/Refusal.tsx';
import type { AnswerOf, Schemas } from '../../api/client.ts';
import { Columns } from '../../parts/Columns.tsx';
import { ItemLink } from '../../parts/ItemLink.tsx';
import { Money, moneyText } from '../../parts/Money.tsx';
import { Say } from '../../parts/Say.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import { keyOf } from '../../parts/Status.tsx';
import { together } from '../../parts/sums.ts';
import { AccountOf } from './account.tsx';
import { accountsQuery, forFileQuery } from './files.queries.ts';

type Candidate = AnswerOf<'paymentsForFile'>['payments'][number];
const NONE: readonly Candidate[] = [];
const FIELD = 'payments';
const CANNOT_BE_WRITTEN = '/problems/payment-file-cannot-be-written';

const mayGo = ({ because, fault }: Candidate): boolean => because === undefined && fault === undefined;

/** Which of the payments that wait go into a file: all that can, until somebody leaves one in. */
export function useChosen(payer: string, currency: string): Given {
  const { data } = useQuery(forFileQuery(payer, currency));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const all = data?.payments ?? NONE;
  const chosen = all.filter((each) => mayGo(each) && !left.has(each.payment));
  const toggle = (payment: string): void =>
    setLeft((before) => (before.has(payment) ? new Set([...before].filter((each) => each !== payment)) : new Set([...before, payment])));
  const show = (faults: Readonly<Record<string, string>>) => (
    <>
      <Stands payer={payer} currency={currency} answer={data} />
      <Candidates of={all} names={data?.names ?? {}} chosen={new Set(chosen.map(({ payment }) => payment))} onToggle={toggle} />
      <p role="status">
        <b>{m.chosen({ count: chosen.length, sum: moneyText(sumOf(chosen, currency)) })}</b>
      </p>
      {faults[FIELD] ? <p className="fault">{faults[FIELD]}</p> : null}
    </>
  );
  return {
    body: { payer, currency, payments: chosen.map(({ payment }) => payment) },
    own: { isReadable: chosen.length > 0, faultsOf: () => (chosen.length > 0 ? {} : { [FIELD]: m.chooseOne() }), show },
  };
}

const sumOf = (payments: readonly Candidate[], currency: string): Schemas['Money'] =>
  payments.map(({ amount }) => amount).reduce((sum, amount) => together(amount, sum), { amount: '0', currency });

type OfPayer = { readonly payer: string; readonly currency: string; readonly answer: AnswerOf<'paymentsForFile'> | undefined };

/** What stands against any file of this payer, and that there are more than one can name. */
const Stands = ({ payer, currency, answer }: OfPayer) => (
  <>
    {answer && !answer.payerAccount ? (
      <Say kind="wait">
        <p>
          <Refusal type="/problems/payer-has-no-usable-account" facts={{ payer, currency }} names={answer.names} />
        </p>
      </Say>
    ) : null}
    {answer?.fault ? (
      <Say kind="wait">
        <p>
          <Refusal type={CANNOT_BE_WRITTEN} facts={answer.fault} />
        </p>
      </Say>
    ) : null}
    {answer?.more ? <p>{m.moreWait()}</p> : null}
  </>
);

type Props = {
  readonly of: readonly Candidate[];
  readonly names: Schemas['Names'];
  readonly chosen: ReadonlySet<string>;
  onToggle(payment: string): void;
};

/** Each payment with whom it is paid to, by which account, and why it cannot go where it cannot. */
function Candidates({ of, names, chosen, onToggle }: Props) {
  const { data: accounts = [] } = useQuery(accountsQuery(of.map(({ payee }) => payee)));
  return (
    <Scroll label={m.whichGo()}>
      <table className="stack" role="table">
        <caption>{m.whichGo()}</caption>
        <thead>
          <tr role="row">
            <Columns
              of={[{ title: m.payee() }, { title: m.payment() }, { title: m.toAccount() }, { title: common.amount(), isFigure: true }]}
            />
          </tr>
        </thead>
        <tbody>
          {of.map((each) => (
            <tr key={each.payment} role="row">
              <th scope="row" role="rowheader">
                <label className="row tight">
                  <input
                    type="checkbox"
                    disabled={!mayGo(each)}
                    checked={chosen.has(each.payment)}
                    onChange={() => onToggle(each.payment)}
                  />
                  <span>
                    {names[each.payee]?.text ?? each.payee}
                    <span className="vh"> {paymentName(each)}</span>
                  </span>
                </label>
                <WhyNot of={each} />
              </th>
              <td role="cell" data-h={m.payment()}>
                <div>
                  <ItemLink id={each.agreement} hash={each.payment}>
                    {paymentName(each)}
                  </ItemLink>
                </div>
              </td>
              <td role="cell" data-h={m.toAccount()}>
                <div>
                  <AccountOf id={each.payeeAccount} known={accounts} />
                </div>
              </td>
              <td role="cell" data-h={common.amount()} className="r">
                <div>
                  <Money amount={each.amount} of={`${each.payment}/amount`} />
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

const WhyNot = ({ of: { because, fault } }: { readonly of: Candidate }) => (
  <>
    {because ? <p className="fault">{statuses['leftout']?.({ code: keyOf(because) }) ?? because}</p> : null}
    {fault ? (
      <p className="fault">
        <Refusal type={CANNOT_BE_WRITTEN} facts={fault} />
      </p>
    ) : null}
  </>
);
