import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import * as common from '#messages';
import * as m from '#messages/payment-files';
import { messages as statuses } from '#messages/statuses';
import { paymentName } from '../../acts/payment-name.ts';
import type { AnswerOf, Schemas } from '../../api/client.ts';
import { Columns } from '../../parts/Columns.tsx';
import { ItemLink } from '../../parts/ItemLink.tsx';
import { Money } from '../../parts/Money.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import { StatusOf } from '../../parts/StatusOf.tsx';
import { AccountOf } from './account.tsx';
import { transfersQuery } from './files.queries.ts';
import { contradictionOf, endOf, standingIn } from './standing.ts';

type File = AnswerOf<'getPaymentFile'>;

/** The payments of a file, with what the bank says of each, and those that were left out with the reason. */
export function Transfers({ file }: { readonly file: File }) {
  const { id, nextCursor = '', names: own = {} } = file;
  // What follows comes when somebody asks for it.
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({ ...transfersQuery(id, nextCursor), enabled: false });
  const pages = data?.pages ?? [];
  const names = { ...own, ...Object.assign({}, ...pages.map((page) => page.names ?? {})) } as Schemas['Names'];
  const lines = [...file.lines, ...pages.flatMap((page) => page.lines)];
  const accounts = [...file.accounts, ...pages.flatMap((page) => page.accounts)];
  return (
    <section className="part" aria-labelledby="h-transfers">
      <h2 id="h-transfers">{m.inIt()}</h2>
      <Scroll label={m.inIt()}>
        <table className="stack" role="table">
          <thead>
            <tr role="row">
              <Columns
                of={[
                  { title: m.payee() },
                  { title: m.payment() },
                  { title: m.toAccount() },
                  { title: m.reference() },
                  { title: common.state() },
                  { title: common.amount(), isFigure: true },
                ]}
              />
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Line key={line.number} file={file} line={line} names={names} accounts={accounts} />
            ))}
          </tbody>
        </table>
      </Scroll>
      {(data ? hasNextPage : nextCursor !== '') ? (
        <button className="btn" type="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {m.more()}
        </button>
      ) : null}
    </section>
  );
}

type LineProps = {
  readonly file: File;
  readonly line: Schemas['FileTransfer'];
  readonly names: Schemas['Names'];
  readonly accounts: readonly Schemas['NamedAccount'][];
};

function Line({ file, line, names, accounts }: LineProps) {
  const {
    number,
    agreement,
    payment,
    payee,
    payeeAccount,
    instruction,
    amount,
    standing,
    because,
    code = '',
    reasonCode = '',
    milestone,
  } = line;
  const end = endOf(line);
  const contradiction = contradictionOf(line);
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <ItemLink id={payee}>{names[payee]?.text ?? payee}</ItemLink>
      </th>
      <td role="cell" data-h={m.payment()}>
        <div>
          <ItemLink id={agreement} hash={payment}>
            {paymentName(line)}
          </ItemLink>
        </div>
      </td>
      <td role="cell" data-h={m.toAccount()}>
        <div>
          <AccountOf id={payeeAccount} known={accounts} />
        </div>
      </td>
      <td role="cell" data-h={m.reference()}>
        <div className="mono">{instruction}</div>
      </td>
      <td role="cell" data-h={common.state()}>
        <div>
          {end ? <StatusOf of="payment" status={end} /> : null}{' '}
          {end && standing === 'listed' ? null : <StatusOf of="transfer" status={standingIn(file, standing)} />}{' '}
          {because ? <span>{statuses['leftout']?.({ code: because }) ?? because}</span> : null}{' '}
          <span className="mono">{[code, reasonCode].filter(Boolean).join(' ')}</span> {m.bankReason({ code: reasonCode.toLowerCase() })}
          {contradiction ? (
            <p>
              {m.unreported({ code: contradiction })}{' '}
              {milestone ? (
                <Link to="/milestones/$id/money" params={{ id: milestone }} hash={payment}>
                  {m.atPayment()}
                </Link>
              ) : null}
            </p>
          ) : null}
        </div>
      </td>
      <td role="cell" data-h={common.amount()} className="r">
        <div>
          <Money amount={amount} of={`${file.id}/transfers/${number}`} />
        </div>
      </td>
    </tr>
  );
}
