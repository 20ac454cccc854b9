import * as common from '#messages';
import * as m from '#messages/accounts';
import { Begin } from '../acts/Begin.tsx';
import { fieldLabel, labelOf } from '../acts/words.ts';
import type { Schemas } from '../base/api/client.ts';
import { useSession } from '../base/api/session.ts';
import { ItemLink } from '../base/parts/ItemLink.tsx';
import { dayOfMoment } from '../base/parts/locale.ts';
import { StatusOf } from '../base/parts/StatusOf.tsx';
import { type Column, Table } from '../base/parts/Table.tsx';
import * as column from './columns.tsx';

type Account = Schemas['BankAccount'];
/** Where organisations are paid, and pay from: each by its bank and its last characters. `names`, where they are of several: what these are called. */
export const columnsOfAccounts = (names?: Schemas['Names']): readonly Column<Account>[] => [
  column.text(m.account(), ({ id, bankName, lastFour = '' }) => (
    <>
      <ItemLink id={id}>{bankName}</ItemLink> <small className="quiet">{m.ending({ lastFour })}</small>
    </>
  )),
  ...(names ? [column.named<Account>(m.organisation(), ({ organisation }) => organisation, names)] : []),
  column.text(fieldLabel('holder'), ({ holder }) => holder),
  column.text(fieldLabel('currency'), ({ currency }) => currency),
  column.text(common.state(), (account) => <AccountState account={account} />),
];

export const AccountTable = ({ accounts, label }: { readonly accounts: readonly Account[]; readonly label: string }) => (
  <Table label={label} rows={accounts} keyOf={({ id }) => id} columns={columnsOfAccounts()} />
);

/** The status of an account, and the day from which it is used. */
export function AccountState({ account: { status, usableFrom, retiredAt } }: { readonly account: Account }) {
  const now = useSession()?.now ?? '';
  return (
    <span className="row">
      {status ? <StatusOf of="bankAccountStatus" status={status} /> : null}
      {status === 'confirmed' && usableFrom ? (
        <time dateTime={usableFrom}>
          {usableFrom <= now ? m.usedSince({ day: dayOfMoment(usableFrom) }) : m.usedFrom({ day: dayOfMoment(usableFrom) })}
        </time>
      ) : null}
      {status === 'retired' && retiredAt ? <time dateTime={retiredAt}>{m.retiredOn({ day: dayOfMoment(retiredAt) })}</time> : null}
    </span>
  );
}

const OPERATION = 'proposeBankAccount';
const ROLES: readonly Schemas['Session']['roles'][number][] = ['proposer.officer', 'sponsor.officer'];

type NameAccountProps = {
  /** The account in whose place it is named. */
  readonly replaces?: string;
  /** Whether it has no heading of its own. */
  readonly isAlone?: boolean;
};

/** Names an account of one's own organisation. */
export function NameAccount({ replaces = '', isAlone = false }: NameAccountProps) {
  const session = useSession();
  if (!session?.roles.some((role) => ROLES.includes(role))) return null;
  return (
    <>
      {isAlone ? <h2 className="vh">{labelOf(OPERATION)}</h2> : null}
      <Begin operation={OPERATION} roles={ROLES} body={{ replaces }} />
    </>
  );
}
