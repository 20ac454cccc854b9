import {
  accountBefore,
  accountChanged,
  accountEnding,
  accountIsNew,
  accountSince,
  fromAccount,
  noPayeeAccount,
  noPayerAccount,
  toAccount,
} from '#messages/parts';
import type { Schemas } from '../base/api/client.ts';
import { Facts } from '../base/parts/Facts.tsx';
import { ItemLink } from '../base/parts/ItemLink.tsx';
import { momentText } from '../base/parts/locale.ts';
import { Say } from '../base/parts/Say.tsx';
import type { AccountsOf } from './accounts-of.ts';

type Props = { readonly of: AccountsOf; readonly amount: Schemas['Money'] };
type Used = NonNullable<AccountsOf['payee']>;

/** Between which accounts a payment is about to be made, with a warning of what is new in them; where there is none, that nothing can be done yet. */
export const AccountsInUse = ({ of: { payer, payee }, amount: { currency } }: Props) => (
  <>
    <Facts
      of={[
        [fromAccount(), payer ? <Account key="payer" of={payer} /> : null],
        [toAccount(), payee ? <Account key="payee" of={payee} /> : null],
      ]}
    />
    {payer ? null : (
      <Say kind="bad">
        <p>{noPayerAccount({ currency })}</p>
      </Say>
    )}
    {payee ? null : (
      <Say kind="bad">
        <p>{noPayeeAccount({ currency })}</p>
      </Say>
    )}
    {payee?.isNew ? (
      <Say kind="wait">
        <p>
          <strong>{accountIsNew({ day: momentText(payee.usableFrom) })}</strong>{' '}
          {payee.before
            ? accountBefore({ holder: payee.before.holder, bank: payee.before.bankName, lastFour: payee.before.lastFour })
            : null}
        </p>
      </Say>
    ) : null}
    {payer?.hasChanged || payee?.hasChanged ? (
      <Say kind="bad">
        <p>{accountChanged()}</p>
      </Say>
    ) : null}
  </>
);

const Account = ({ of: { account, usableFrom } }: { readonly of: Used }) => (
  <>
    <ItemLink id={account.id}>
      <bdi>{account.holder}</bdi> · <bdi>{account.bankName}</bdi> · {accountEnding({ lastFour: account.lastFour })}
    </ItemLink>{' '}
    <small>{accountSince({ day: momentText(usableFrom) })}</small>
  </>
);
