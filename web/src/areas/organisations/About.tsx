import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import * as common from '#messages';
import * as accountWords from '#messages/accounts';
import * as m from '#messages/organisations';
import { codeText, fieldLabel } from '../../acts/words.ts';
import type { Schemas } from '../../base/api/client.ts';
import { useSession } from '../../base/api/session.ts';
import { type Fact, Facts } from '../../base/parts/Facts.tsx';
import { ItemPage } from '../../base/parts/ItemPage.tsx';
import { Money } from '../../base/parts/Money.tsx';
import { Status } from '../../base/parts/Status.tsx';
import { Table } from '../../base/parts/Table.tsx';
import { AccountTable, NameAccount } from '../../lists/AccountTable.tsx';
import { CertaintyBar } from '../../lists/CertaintyBar.tsx';
import { accountsOfQuery, sumsOfQuery } from './queries.ts';

type Props = {
  readonly name: string;
  readonly kind: string;
  /** The list of the register that it belongs to; absent for strangers. */
  readonly isSponsor?: boolean;
  readonly facts: readonly Fact[];
  readonly children?: ReactNode;
};

/** Who an organisation is, in the register's common. */
export const About = ({ name, kind, isSponsor, facts, children }: Props) => (
  <ItemPage
    title={name}
    up={
      isSponsor === undefined ? (
        <Link to="/">{common.portfolio()}</Link>
      ) : (
        <Link to="/organisations" search={isSponsor ? { kind: 'sponsors' } : {}}>
          {isSponsor ? m.sponsors() : m.proposers()}
        </Link>
      )
    }
    crumbs={[name]}
  >
    <Facts of={[[fieldLabel('kind'), codeText('code_kind', kind)], ...facts]} />
    {children}
  </ItemPage>
);

/** The accounts that an organisation is paid to, or pays from. The page does not mention them to those who may not know of any. */
export function AccountsOf({ id }: { readonly id: string }) {
  const { data } = useQuery(accountsOfQuery(id));
  const isOwn = useSession()?.organisation === id;
  const accounts = data?.accounts ?? [];
  if (!data || (accounts.length === 0 && !isOwn)) return null;
  return (
    <section className="part" aria-labelledby="h-accounts">
      <h2 id="h-accounts">{accountWords.accounts()}</h2>
      {accounts.length === 0 ? (
        <p className="quiet">{accountWords.noneYet()}</p>
      ) : (
        <AccountTable accounts={accounts} label={accountWords.accounts()} />
      )}
      {isOwn ? <NameAccount /> : null}
    </section>
  );
}

/** The projects of one proposer. */
export const Projects = ({ projects }: { readonly projects: readonly Schemas['Project'][] }) => (
  <Table
    label={common.projects()}
    rows={projects}
    keyOf={({ id }) => id}
    columns={[
      {
        title: common.project(),
        cell: ({ id, proposal }) => (
          <Link to="/projects/$id" params={{ id }}>
            {proposal.title}
          </Link>
        ),
      },
      { title: common.state(), cell: ({ status }) => <Status status={status} /> },
      {
        title: common.sought(),
        isFigure: true,
        cell: ({ id, proposal }) => (proposal.target ? <Money amount={proposal.target} of={`${id}/target`} /> : null),
      },
    ]}
  />
);

/** The money of a proposer's published projects by certainty, separately for each currency. */
export function Sums({ id }: { readonly id: string }) {
  const { data } = useQuery(sumsOfQuery(id));
  if (!data || data.stages.length === 0) return null;
  return (
    <section className="part" aria-labelledby="h-sums">
      <h2 id="h-sums">{m.money()}</h2>
      {[...Map.groupBy(data.stages, ({ amount }) => amount.currency)].map(([currency, stages]) => (
        <CertaintyBar key={currency} stages={stages} of={`${id}/totals/${currency}`} />
      ))}
    </section>
  );
}
