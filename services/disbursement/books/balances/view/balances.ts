import type { Prepare } from '@junkan/kit/views/statements.ts';
import type { AccountBalance } from '@junkan/proto/junkan/disbursement/v1/model.ts';

/** Names of accounts are ASCII: nothing that begins with a prefix comes behind this. */
const LAST = '\u{10ffff}';

/** The balances of the accounts whose name begins so, by name and currency, in minor units. */
export function balancesOf(prepare: Prepare, prefix: string): AccountBalance[] {
  const asked = prepare('SELECT name, currency, amount FROM account WHERE name >= ? AND name < ? ORDER BY name, currency');
  asked.setReadBigInts(true);
  return asked.all(prefix, `${prefix}${LAST}`).map(({ name, currency, amount }) => ({
    account: String(name),
    balance: { amount: BigInt(String(amount)), currency: String(currency) },
  }));
}
