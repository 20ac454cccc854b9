import { queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import * as common from '#messages';
import * as m from '#messages/payment-files';
import { Refusal } from '../../acts/Refused.tsx';
import { type AnswerOf, api, type Schemas } from '../../base/api/client.ts';
import { keys } from '../../base/api/keys.ts';
import { AccountOf } from '../../base/parts/AccountOf.tsx';
import { Loading } from '../../base/parts/Awaiting.tsx';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { Money, moneyText } from '../../base/parts/Money.tsx';
import { paymentName } from '../../base/parts/payment-name.ts';
import { Say } from '../../base/parts/Say.tsx';
import { digitsOf, together } from '../../base/parts/sums.ts';
import { Table } from '../../base/parts/Table.tsx';

/** Which of those of a payer and currency may go into a file, and what prevents the others. */
const forFileQuery = (payer: string, currency: string) =>
  queryOptions({
    queryKey: keys.list('payment-files', { payer, currency }),
    queryFn: ({ signal }) => api.operations.paymentsForFile({ id: payer, currency, with: 'names' }, { signal }),
  });

type Candidate = AnswerOf<'paymentsForFile'>['payments'][number];
const NONE: readonly Candidate[] = [];
const CANNOT_BE_WRITTEN = '/problems/payment-file-cannot-be-written';

type Props = {
  readonly payer: string;
  readonly currency: string;
  readonly fault: string | undefined;
  onChosen(payments: readonly string[]): void;
};

const mayGo = ({ because, fault }: Candidate): boolean => because === undefined && fault === undefined;

/** What may go into a file, of which each can be left in: how many are chosen, and what they come to. */
export function Candidates({ payer, currency, fault, onChosen }: Props) {
  const { data } = useQuery({ ...forFileQuery(payer, currency), throwOnError: true });
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const all = data?.payments ?? NONE;
  const chosen = all.filter((each) => mayGo(each) && !left.has(each.payment));
  const ids = chosen.map(({ payment }) => payment);
  useEffect(() => onChosen(ids), [ids.join()]);
  const toggle = (payment: string): void =>
    setLeft((before) => (before.has(payment) ? new Set([...before].filter((each) => each !== payment)) : new Set([...before, payment])));
  if (!data) return <Loading />;
  return (
    <>
      <Stands payer={payer} currency={currency} answer={data} />
      <p>
        <b>{m.whichGo()}</b>
      </p>
      <Choices of={all} accounts={data.accounts} names={data.names ?? {}} chosen={new Set(ids)} onToggle={toggle} />
      <p role="status">
        <b>{m.chosen({ count: chosen.length, sum: moneyText(sumOf(chosen, currency)) })}</b>
      </p>
      {fault ? <p className="fault">{fault}</p> : null}
    </>
  );
}

const sumOf = (payments: readonly Candidate[], currency: string): Schemas['Money'] =>
  payments
    .map(({ amount }) => amount)
    .reduce((sum, amount) => together(amount, sum), { amount: (0).toFixed(digitsOf(currency)), currency });

type OfPayer = { readonly payer: string; readonly currency: string; readonly answer: AnswerOf<'paymentsForFile'> };

/** What prevents any file of this payer, and a note if there are too many reasons to list. */
const Stands = ({ payer, currency, answer }: OfPayer) => (
  <>
    {answer.payerAccount ? null : (
      <Say kind="wait">
        <p>
          <Refusal type="/problems/payer-has-no-usable-account" facts={{ payer, currency }} names={answer.names} />
        </p>
      </Say>
    )}
    {answer.fault ? (
      <Say kind="wait">
        <p>
          <Refusal type={CANNOT_BE_WRITTEN} facts={answer.fault} />
        </p>
      </Say>
    ) : null}
    {answer.more ? <p>{m.moreWait()}</p> : null}
  </>
);

type TableProps = {
  readonly of: readonly Candidate[];
  readonly accounts: readonly Schemas['NamedAccount'][];
  readonly names: Schemas['Names'];
  readonly chosen: ReadonlySet<string>;
  onToggle(payment: string): void;
};

/** Each payment with whom it is paid to, by which account, and why it cannot go where it cannot. */
function Choices({ of, accounts, names, chosen, onToggle }: TableProps) {
  return (
    <Table
      label={m.whichGo()}
      rows={of}
      keyOf={(each) => each.payment}
      columns={[
        {
          title: m.payee(),
          cell: (each) => (
            <>
              <label className="row tight">
                <input type="checkbox" disabled={!mayGo(each)} checked={chosen.has(each.payment)} onChange={() => onToggle(each.payment)} />
                <span>
                  {names[each.payee]?.text ?? each.payee}
                  <span className="vh"> {paymentName(each)}</span>
                </span>
              </label>
              <WhyNot of={each} />
            </>
          ),
        },
        {
          title: m.payment(),
          cell: (each) => (
            <ItemLink id={each.agreement} hash={each.payment}>
              {paymentName(each)}
            </ItemLink>
          ),
        },
        { title: m.toAccount(), cell: (each) => <AccountOf id={each.payeeAccount} known={accounts} other={m.account()} /> },
        { title: common.amount(), isFigure: true, cell: (each) => <Money amount={each.amount} of={`${each.payment}/amount`} /> },
      ]}
    />
  );
}

const WhyNot = ({ of: { because, fault } }: { readonly of: Candidate }) => (
  <>
    {because ? <p className="fault">{m.leftOut({ code: because })}</p> : null}
    {fault ? (
      <p className="fault">
        <Refusal type={CANNOT_BE_WRITTEN} facts={fault} />
      </p>
    ) : null}
  </>
);
