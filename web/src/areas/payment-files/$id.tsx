import { queryOptions, useInfiniteQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import * as common from '#messages';
import * as m from '#messages/payment-files';
import { Acts } from '../../acts/Acts.tsx';
import { Refusal } from '../../acts/Refused.tsx';
import { fieldLabel, personName } from '../../acts/words.ts';
import { type AnswerOf, api, type Schemas } from '../../base/api/client.ts';
import { mayDo } from '../../base/api/items.ts';
import { keys } from '../../base/api/keys.ts';
import { useSession } from '../../base/api/session.ts';
import { AccountOf } from '../../base/parts/AccountOf.tsx';
import { Facts } from '../../base/parts/Facts.tsx';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { ItemPage } from '../../base/parts/ItemPage.tsx';
import { dayText, momentText, numberText } from '../../base/parts/locale.ts';
import { Money, moneyText } from '../../base/parts/Money.tsx';
import { paymentName } from '../../base/parts/payment-name.ts';
import { Say } from '../../base/parts/Say.tsx';
import { Seal } from '../../base/parts/Seal.tsx';
import { StatusOf, statusText } from '../../base/parts/StatusOf.tsx';
import { Table } from '../../base/parts/Table.tsx';
import { HistoryPart } from '../../history/History.tsx';
import { contradictionOf, endOf, fileStanding, standingIn } from './standing.ts';

const DueDiligenceOf = lazy(async () => ({ default: (await import('../../papers/DueDiligence.tsx')).DueDiligenceOf }));
// Most readers may not bring one.
const Answer = lazy(async () => ({ default: (await import('./Answer.tsx')).Answer }));

const fileQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.item(id), 'getPaymentFile'],
    queryFn: ({ signal }) => api.operations.getPaymentFile({ id, with: 'names' }, { signal }),
  });

type Asked = { readonly pageParam: string; readonly signal: AbortSignal };

/** Its transfers beyond those that come with it. */
const transfersQuery = (id: string, after: string) => ({
  queryKey: keys.part(id, 'transfers'),
  initialPageParam: after,
  queryFn: ({ pageParam, signal }: Asked) => api.operations.getPaymentFile({ id, cursor: pageParam, with: 'names' }, { signal }),
  getNextPageParam: ({ nextCursor }: AnswerOf<'getPaymentFile'>) => nextCursor,
});

const route = getRouteApi('/members/payment-files/$id');

/** Of these a file may be downloaded, by finance. */
const WITH_TWO_PERSONS: readonly Schemas['PaymentFile']['status'][] = ['approved', 'sending', 'sent', 'answered'];

/** By these its money goes on its way. */
const PAYING = ['approvePaymentFile', 'sendPaymentFile'] as const;

/** A file of payments: its contents, who approved it, what the bank answered, and what may be done with it. */
export function Page() {
  const { id } = route.useParams();
  const { data: file } = useSuspenseQuery(fileQuery(id));
  const { names = {}, payer, executionDate, status, sum } = file;
  const roles = useSession()?.roles ?? [];
  const mayDownload =
    (status === 'made' && roles.includes('finance.checker')) ||
    (WITH_TWO_PERSONS.includes(status) && roles.some((role) => role.startsWith('finance.')));
  const mayAnswer = mayDo(file, 'answerPaymentFile');
  const title = m.fileOf({ day: dayText(executionDate) });
  return (
    <ItemPage
      title={title}
      up={<Link to="/payment-files">{m.files()}</Link>}
      crumbs={[names[payer]?.text ?? payer]}
      state={
        <p className="row">
          <StatusOf of="file" status={fileStanding(file)} />
          <Money amount={sum} of={`${id}/sum`} />
        </p>
      }
    >
      <div className="two">
        <section className="part" aria-labelledby="h-facts">
          <h2 id="h-facts">{m.facts()}</h2>
          <FileFacts file={file} />
          {fileStanding(file) === 'concluded' ? <p>{m.concluded()}</p> : null}
          {mayDownload ? (
            <p>
              <Download file={id} /> <small className="quiet">{m.downloadHint()}</small>
            </p>
          ) : null}
          {PAYING.some((operation) => mayDo(file, operation)) ? (
            <Suspense fallback={null}>
              <DueDiligenceOf subjects={file.lines.map(({ payee }) => payee)} names={names} />
            </Suspense>
          ) : null}
          <CannotGo file={file} />
          <Acts
            item={{ ...file, id }}
            given={({ operation }) => (operation === 'answerPaymentFile' ? undefined : { summary: <Binds file={file} /> })}
          />
          {mayAnswer ? (
            <Suspense fallback={null}>
              <Answer file={id} />
            </Suspense>
          ) : null}
        </section>
        <HistoryPart title={m.history()} timeline="getPaymentFileTimeline" id={id} names={names} more={m.more()} />
      </div>
      <Transfers file={file} />
    </ItemPage>
  );
}

/** By when it is recorded who has the file. */
const RECORDED_MS = 1_500;

/** The file as the bank gets it. Once somebody has it, more may be done with it. */
function Download({ file }: { readonly file: string }) {
  const queries = useQueryClient();
  const readAgain = () => setTimeout(() => void queries.invalidateQueries({ queryKey: keys.item(file) }), RECORDED_MS);
  return (
    <a className="btn" href={`/v1/payment-files/${file}/document`} download={`${file}.xml`} onClick={readAgain}>
      {m.download()}
    </a>
  );
}

type PaymentFile = AnswerOf<'getPaymentFile'>;

/** Why nobody can send it, or approve it, any more. */
function CannotGo({ file: { may = [], names } }: { readonly file: PaymentFile }) {
  const fault = may.find(({ reason }) => reason?.type === '/problems/payment-file-does-not-stand')?.reason;
  return fault ? (
    <Say kind="wait">
      <p>
        <b>{m.cannotGo()}</b> <Refusal type={fault.type} facts={fault.facts} names={names} />
      </p>
    </Say>
  ) : null;
}

type FirstProps = { readonly of: NonNullable<PaymentFile['firstApproval']>; readonly names: Schemas['Names'] };

/** Who gave the first of two approvals, and why another person gives the second. */
const First = ({ of: { by, at, limit, measured }, names }: FirstProps) => (
  <>
    <Seal isMini isBound name={personName(names, by)} detail={momentText(at)} />
    <p>{limit && measured ? m.aboveDay({ sum: moneyText(measured), limit: moneyText(limit) }) : m.approvedAlone()}</p>
  </>
);

type RefusalProps = { readonly file: PaymentFile; readonly of: NonNullable<PaymentFile['refusalRequest']> };

/** Who says first that the bank does not have what was downloaded, and for what it waits. */
const FirstRefusal = ({ file: { status, names = {} }, of: { by, at, note } }: RefusalProps) => (
  <>
    <Seal isMini isBound={false} name={personName(names, by)} detail={momentText(at)} />
    {note ? <blockquote dir="auto">{note}</blockquote> : null}
    {status === 'made' || status === 'approved' ? <p>{m.refusalWaits()}</p> : null}
  </>
);

/** What an act on the whole file is about: so much, by so many transfers, from which account. */
const Binds = ({ file: { id, sum, transfers, payer, payerAccount, accounts, names = {} } }: { readonly file: PaymentFile }) => (
  <Facts
    of={[
      [common.amount(), <Money key="sum" amount={sum} of={`${id}/sum`} />],
      [m.payments(), numberText(transfers)],
      [fieldLabel('payer'), names[payer]?.text ?? payer],
      [m.payerAccount(), <AccountOf key="account" id={payerAccount} known={accounts} other={m.account()} />],
    ]}
  />
);

/** Who pays by which file from which account, who approved it, and the totals of its payments by the bank's answers. */
function FileFacts({ file }: { readonly file: PaymentFile }) {
  const { id, payer, payerAccount, executionDate, message, sha256, transfers, sums, untold, note, accounts, names = {} } = file;
  const seal = (person: string | undefined, at: string | undefined, isBound = false) =>
    person ? <Seal isMini isBound={isBound} name={personName(names, person)} detail={at ? momentText(at) : ''} /> : null;
  return (
    <>
      <Facts
        of={[
          [
            fieldLabel('payer'),
            <ItemLink key="payer" id={payer}>
              {names[payer]?.text ?? payer}
            </ItemLink>,
          ],
          [m.payerAccount(), <AccountOf key="account" id={payerAccount} known={accounts} other={m.account()} />],
          [
            fieldLabel('executionDate'),
            <time key="day" dateTime={executionDate}>
              {dayText(executionDate)}
            </time>,
          ],
          [m.payments(), numberText(transfers)],
          [m.madeBy(), seal(file.madeBy, file.madeAt)],
          [m.firstApprovedBy(), file.firstApproval ? <First key="first" of={file.firstApproval} names={names} /> : null],
          [m.approvedBy(), seal(file.approvedBy, file.approvedAt, true)],
          [
            m.downloadedBy(),
            file.downloads.length > 0
              ? file.downloads.map(({ by, at }) => (
                  <Seal key={`${by}/${at}`} isMini isBound={false} name={personName(names, by)} detail={momentText(at)} />
                ))
              : null,
          ],
          [m.refusalBy(), file.refusalRequest ? <FirstRefusal key="refusal" file={file} of={file.refusalRequest} /> : null],
          [m.sentBy(), seal(file.sentBy, file.sentAt)],
          [m.refusedBy(), seal(file.refusedBy, undefined)],
          [fieldLabel('note'), note ? <blockquote dir="auto">{note}</blockquote> : null],
          [
            m.message(),
            <span key="message" className="mono">
              {message}
            </span>,
          ],
          [m.hash(), sha256 ? <span className="mono">{sha256}</span> : null],
          ...sums.map(
            ({ standing, transfers: count, amount }) =>
              [
                statusText('transfer', standingIn(file, standing)),
                <span key={standing}>
                  {numberText(count)} · <Money amount={amount} of={`${id}/sums/${standing}`} />
                </span>,
              ] as const,
          ),
        ]}
      />
      {untold.length > 0 ? (
        <ul aria-label={m.untold()}>
          {untold.map(({ because, code = '', reasonCode = '', at = '' }) => (
            <li key={`${because}/${code}/${reasonCode}/${at}`}>
              {m.untoldOf({ code: because })} <span className="mono">{[code, reasonCode].filter(Boolean).join(' ')}</span>
              {at ? <time dateTime={at}> {momentText(at)}</time> : null}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

/** The payments of a file, with what the bank says of each, and those that were left out with the reason. */
function Transfers({ file }: { readonly file: PaymentFile }) {
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
      <Table<Schemas['FileTransfer']>
        label={m.inIt()}
        rows={lines}
        keyOf={({ number }) => number}
        columns={[
          { title: m.payee(), cell: ({ payee }) => <ItemLink id={payee}>{names[payee]?.text ?? payee}</ItemLink> },
          {
            title: common.project(),
            cell: ({ project = '' }) => <ItemLink id={project}>{names[project]?.text ?? '–'}</ItemLink>,
          },
          {
            title: m.payment(),
            cell: (line) => (
              <ItemLink id={line.agreement} hash={line.payment}>
                {paymentName(line)}
              </ItemLink>
            ),
          },
          { title: m.toAccount(), cell: ({ payeeAccount }) => <AccountOf id={payeeAccount} known={accounts} other={m.account()} /> },
          { title: m.reference(), cell: ({ instruction }) => <span className="mono">{instruction}</span> },
          { title: common.state(), cell: (line) => <LineState file={file} line={line} /> },
          {
            title: common.amount(),
            isFigure: true,
            cell: ({ number, amount }) => <Money amount={amount} of={`${id}/transfers/${number}`} />,
          },
        ]}
      />
      {(data ? hasNextPage : nextCursor !== '') ? (
        <button className="btn" type="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {m.more()}
        </button>
      ) : null}
    </section>
  );
}

type LineProps = { readonly file: PaymentFile; readonly line: Schemas['FileTransfer'] };

/** What the bank says of a payment, and what was said of it elsewhere. */
function LineState({ file, line }: LineProps) {
  const { payment, standing, because, code = '', reasonCode = '', milestone } = line;
  const end = endOf(line);
  const contradiction = contradictionOf(line);
  return (
    <>
      {end ? <StatusOf of="paymentStatus" status={end} /> : null}{' '}
      {end && standing === 'listed' ? null : <StatusOf of="transfer" status={standingIn(file, standing)} />}{' '}
      {because ? <span>{m.leftOut({ code: because })}</span> : null}{' '}
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
    </>
  );
}
