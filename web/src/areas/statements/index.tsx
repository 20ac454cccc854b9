import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { z } from 'zod/mini';
import { statements } from '#lists';
import * as common from '#messages';
import * as m from '#messages/statements';
import { Refused } from '../../acts/Refused.tsx';
import { labelOf } from '../../acts/words.ts';
import type { Schemas } from '../../base/api/client.ts';
import { useSession } from '../../base/api/session.ts';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { Say } from '../../base/parts/Say.tsx';
import { statusText } from '../../base/parts/StatusOf.tsx';
import { oneOf, textInAddress as text } from '../../base/parts/search.ts';
import type { Column } from '../../base/parts/Table.tsx';
import { ItemList, type RowOf } from '../../items/ItemList.tsx';
import * as column from '../../lists/columns.tsx';
import { Counted } from '../../lists/controls.tsx';
import { FileField } from '../../parts/FileField.tsx';
import { uploadStatements } from '../../uploads/uploads.ts';
import { Days } from './Days.tsx';

const BALANCES = ['adds-up', 'differs', 'cannot-be-told'] as const;

/** Which statements are listed: all where the address does not say. */
export const search = z.object({ status: oneOf(statements.statuses), balance: oneOf(BALANCES), account: text, cursor: text });

const route = getRouteApi('/members/statements');

type Statement = RowOf<typeof statements>;

/** What banks say of accounts, what was changed last at the top. */
export function Page() {
  const search = route.useSearch();
  const mayImport = useSession()?.roles.includes('finance.maker') ?? false;
  return (
    <ItemList
      of={statements}
      search={search}
      asks={{ sort: '-updated', counts: 'status,balance,account', with: 'names' }}
      title={m.statements()}
      about={m.whatFor()}
      none={m.noStatements()}
      kind="statementStatus"
      filters={({ balance = {}, account = {} }) => (
        <search className="row" aria-label={common.filters()}>
          <Counted
            label={m.balances()}
            name="balance"
            chosen={search.balance ?? ''}
            counts={balance}
            nameOf={(code) => statusText('balanceCheck', code)}
          />
          <Counted label={m.account()} name="account" chosen={search.account ?? ''} counts={account} />
        </search>
      )}
      columns={columnsOf}
    >
      {mayImport ? <Import /> : null}
    </ItemList>
  );
}

/** Each statement by its name, with its account, its bank and its owner, and whether its balances add up. */
const columnsOf = (names: Schemas['Names']): readonly Column<Statement>[] => [
  column.linked(m.statement(), ({ reference, page }) => (page ? m.ofPage({ reference, page }) : reference)),
  column.text(m.account(), ({ account, bic, bankCode }) => (
    <>
      <span className="num">{account}</span>{' '}
      {bic || bankCode ? <small className="quiet">{[bic, bankCode].filter(Boolean).join(' · ')}</small> : null}
    </>
  )),
  column.text(m.owner(), (statement) => <OwnerOf statement={statement} names={names} />),
  column.text(m.days(), (statement) => <Days of={statement} />),
  column.status('statementStatus', ({ status }) => status),
  column.status('balanceCheck', ({ balance }) => balance, m.balances()),
  column.count(m.entries(), ({ entries }) => entries),
  column.money(
    m.closingBalance(),
    ({ closingBalance }) => closingBalance,
    ({ id }) => `${id}/closingBalance`,
  ),
];

/** Brings a file of a bank, whole or not at all. The same file again changes nothing. */
function Import() {
  const queries = useQueryClient();
  const [share, setShare] = useState(0);
  const { mutate, isPending, data, error, variables } = useMutation({
    networkMode: 'always',
    retry: false,
    mutationFn: (file: File) => uploadStatements(file, setShare),
    onSuccess: () => queries.invalidateQueries(),
  });
  return (
    <FileField
      label={labelOf('importStatements')}
      hint={m.importHint()}
      accept=".xml"
      isPending={isPending}
      onChosen={(file) => {
        setShare(0);
        mutate(file);
      }}
    >
      {isPending ? <Progress name={variables.name} share={share} /> : null}
      {data?.statements.map((statement) => (
        <Taken key={statement.id} statement={statement} />
      ))}
      {error ? <Refused error={error} /> : null}
    </FileField>
  );
}

/** Once all of it is sent, the duration of matching is unknown. */
function Progress({ name, share }: { readonly name: string; readonly share: number }) {
  const says = share < 1 ? m.sending({ name }) : m.matching({ name });
  return (
    <p className="row">
      <progress aria-label={says} {...(share < 1 ? { max: 1, value: share } : {})} />
      <span role="status">{says}</span>
    </p>
  );
}

const Taken = ({ statement: { id, entries, known } }: { readonly statement: Schemas['ImportedStatement'] }) => (
  <Say kind={known ? 'info' : 'good'} isNews>
    <p>
      {known ? m.nothingNew() : m.imported({ count: entries })} <ItemLink id={id}>{m.open()}</ItemLink>
    </p>
  </Say>
);

/** Whose account it is; where that has to be said, by whom next. */
function OwnerOf({
  statement: { owner, claimants, naming },
  names,
}: {
  readonly statement: Schemas['Statement'];
  readonly names: Schemas['Names'];
}) {
  if (owner) return <ItemLink id={owner}>{names[owner]?.text ?? owner}</ItemLink>;
  if (naming?.status === 'proposed') return m.ownerWaits({ code: 'confirm' });
  return m.ownerWaits({ code: claimants.length > 0 ? 'name' : '' });
}
