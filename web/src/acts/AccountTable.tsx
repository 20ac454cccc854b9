import * as common from '#messages';
import * as m from '#messages/accounts';
import type { Schemas } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { Columns } from '../parts/Columns.tsx';
import { ItemLink } from '../parts/ItemLink.tsx';
import { dayOfMoment } from '../parts/locale.ts';
import { Scroll } from '../parts/Scroll.tsx';
import { StatusOf } from '../parts/StatusOf.tsx';
import { fieldLabel } from './words.ts';

type Account = Schemas['BankAccount'];
type Props = {
  readonly accounts: readonly Account[];
  readonly label: string;
  /** Where they are of several organisations: what these are called. */
  readonly names?: Schemas['Names'];
};

/** Where organisations are paid, and pay from: each by its bank and its last characters. */
export const AccountTable = ({ accounts, label, names }: Props) => (
  <Scroll label={label}>
    <table className="stack" role="table">
      <thead>
        <tr role="row">
          <Columns
            of={[
              { title: m.account() },
              ...(names ? [{ title: m.organisation() }] : []),
              { title: fieldLabel('holder') },
              { title: fieldLabel('currency') },
              { title: common.state() },
            ]}
          />
        </tr>
      </thead>
      <tbody>
        {accounts.map((account) => (
          <tr key={account.id} role="row">
            <th scope="row" role="rowheader">
              <ItemLink id={account.id}>{account.bankName}</ItemLink>{' '}
              <small className="quiet">{m.ending({ lastFour: account.lastFour ?? '' })}</small>
            </th>
            {names ? (
              <td role="cell" data-h={m.organisation()}>
                <div>
                  <ItemLink id={account.organisation ?? ''}>{names[account.organisation ?? '']?.text ?? account.organisation}</ItemLink>
                </div>
              </td>
            ) : null}
            <td role="cell" data-h={fieldLabel('holder')}>
              <div>{account.holder}</div>
            </td>
            <td role="cell" data-h={fieldLabel('currency')}>
              <div>{account.currency}</div>
            </td>
            <td role="cell" data-h={common.state()}>
              <div>
                <AccountState account={account} />
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </Scroll>
);

/** Where an account stands, and from when on it is used. */
export function AccountState({ account: { status, usableFrom, retiredAt } }: { readonly account: Account }) {
  const now = useSession()?.now ?? '';
  return (
    <span className="row">
      {status ? <StatusOf of="account" status={status} /> : null}
      {status === 'confirmed' && usableFrom ? (
        <time dateTime={usableFrom}>
          {usableFrom <= now ? m.usedSince({ day: dayOfMoment(usableFrom) }) : m.usedFrom({ day: dayOfMoment(usableFrom) })}
        </time>
      ) : null}
      {status === 'retired' && retiredAt ? <time dateTime={retiredAt}>{m.retiredOn({ day: dayOfMoment(retiredAt) })}</time> : null}
    </span>
  );
}
