import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import * as m from '#messages/periods';
import { kindText } from '../../accounts/kinds.ts';
import { Acts } from '../../acts/Acts.tsx';
import { personName } from '../../acts/words.ts';
import type { Schemas } from '../../base/api/client.ts';
import { itemQuery } from '../../base/api/items.ts';
import { AccountOf } from '../../base/parts/AccountOf.tsx';
import { Facts } from '../../base/parts/Facts.tsx';
import { ItemPage } from '../../base/parts/ItemPage.tsx';
import { dayText, list } from '../../base/parts/locale.ts';
import { Money } from '../../base/parts/Money.tsx';
import { Seal } from '../../base/parts/Seal.tsx';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import { Table } from '../../base/parts/Table.tsx';

const route = getRouteApi('/members/periods/$id');

/** A closing of the books: what waits for a second person or was confirmed, and all that was proposed before. */
export function Page() {
  const { id } = route.useParams();
  const { data: period } = useSuspenseQuery(itemQuery('getPeriod', id));
  const { from, through, status, proposals, accounts = [], names = {} } = period;
  const title = dayText(through);
  return (
    <ItemPage
      title={title}
      tab={`${m.title()}, ${title}`}
      up={<Link to="/periods">{m.title()}</Link>}
      crumbs={[title]}
      state={
        <p className="row">
          <StatusOf of="periodStatus" status={status} />
        </p>
      }
      history={{ title: m.history(), timeline: 'getPeriodTimeline', more: m.more(), id, names }}
    >
      <Facts of={[[m.from(), from ? dayText(from) : null]]} />
      {/* Proposing has a form of its own. */}
      <Acts item={period} only={({ operation }) => operation !== 'proposePeriod'} />
      {proposals.toReversed().map((proposal) => (
        <Proposal key={proposal.number} period={id} proposal={proposal} accounts={accounts} names={names} />
      ))}
    </ItemPage>
  );
}

type Accounts = readonly Schemas['NamedAccount'][];
type Props = {
  readonly period: string;
  readonly proposal: Schemas['PeriodProposal'];
  readonly accounts: Accounts;
  readonly names: Schemas['Names'];
};

/** What was proposed together, by whom, and who decided on it. */
function Proposal({ period, proposal, accounts, names }: Props) {
  const { number, standing, through, balances, balanceHash, reportedBy, proposedBy, decidedBy, note, coverage, reason } = proposal;
  return (
    <section className="part" aria-labelledby={`h-proposal-${number}`}>
      <h2 id={`h-proposal-${number}`}>{m.proposal({ number })}</h2>
      <p>
        <StatusOf of="proposalStanding" status={standing} />
      </p>
      <Facts
        of={[
          [m.through(), dayText(through)],
          [m.proposedBy(), <Seal key="proposed" isMini name={personName(names, proposedBy)} />],
          [
            m.decidedBy(),
            decidedBy ? <Seal key="decided" isMini isBound={standing !== 'refused'} name={personName(names, decidedBy)} /> : null,
          ],
          [m.note(), note ? <blockquote dir="auto">{note}</blockquote> : null],
          [m.reason(), reason ? <blockquote dir="auto">{reason}</blockquote> : null],
          [m.reportedBy(), reportedBy.length > 0 ? list(reportedBy.map((person) => personName(names, person))) : null],
          [
            m.hash(),
            <span key="hash" className="mono">
              {balanceHash}
            </span>,
          ],
        ]}
      />
      {coverage && coverage.accounts.length > 0 ? <Statements of={coverage.accounts} accounts={accounts} /> : null}
      {balances.length === 0 ? <p>{m.empty()}</p> : <Balance period={period} proposal={proposal} />}
    </section>
  );
}

type OfStatements = { readonly of: Schemas['StatementCoverage']['accounts']; readonly accounts: Accounts };

/** Through which day the statements of each account reach, and through which they should. */
const Statements = ({ of, accounts }: OfStatements) => (
  <Table
    label={m.statements()}
    rows={of}
    keyOf={({ account }) => account}
    columns={[
      { title: m.bankAccount(), cell: ({ account }) => <AccountOf id={account} known={accounts} other={m.bankAccount()} /> },
      { title: m.reached(), cell: ({ reached }) => (reached ? dayText(reached) : m.noStatement()) },
      { title: m.needed(), cell: ({ needed }) => dayText(needed) },
    ]}
  />
);

const Balance = ({ period, proposal: { number, balances } }: Omit<Props, 'names' | 'accounts'>) => (
  <Table
    label={m.balance()}
    rows={balances}
    keyOf={({ kind, closing }) => `${kind} ${closing.currency}`}
    columns={[
      { title: m.account(), cell: ({ kind }) => kindText(kind) },
      {
        title: m.closing(),
        isFigure: true,
        cell: ({ kind, closing }) => <Money amount={closing} of={`${period}/${number}/${kind}/${closing.currency}`} />,
      },
    ]}
  />
);
