import { detailText, entryText, statementText } from '@junkan/disbursement/banking/iso20022/statement.fixture.ts';
import { type Api, maker } from '@junkan/scripts/main-job/api.ts';
import { ordered, statementOf } from '@junkan/scripts/main-job/bank.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { ibanOf } from '@junkan/scripts/main-job/demonstrations/accounts.ts';
import type { Agreement } from '@junkan/scripts/main-job/messages.ts';
import { first, type Sponsor } from './actors.ts';

/** A statement of what was paid of a milestone: an entry that names its payment, one that may be of another, a charge and a credit. */
export async function statementIn(api: Api, { id, cells }: Agreement, bank: Sponsor, fund: Sponsor): Promise<string> {
  const cellOf = ({ sponsor }: Sponsor) => first(cells.filter((cell) => cell.tranche === 1 && cell.sponsor === sponsor));
  const order = await ordered(api, id, { tranche: 1, sponsor: fund.sponsor }, () => ({}));
  const { now } = await settled(api);
  const { payments } = await api.as(maker).getAgreement({ id });
  const paid = first(payments.filter(({ sponsor }) => sponsor === bank.sponsor));
  const common = { currency: 'USD', valueDate: now.slice(0, 10) };
  const text = statementText({
    id: '2027-228',
    account: ibanOf(bank.sponsor),
    currency: 'USD',
    opening: '50000000.00',
    closing: '32000500.00',
    entries: [
      entryText({
        ...common,
        amount: cellOf(bank).amount.amount,
        reference: statementOf(paid.id),
        details: detailText({ endToEndId: paid.instruction ?? '', rest: '<RmtInf><Ustrd>First site composts</Ustrd></RmtInf>' }),
      }),
      entryText({
        ...common,
        amount: cellOf(fund).amount.amount,
        reference: statementOf(order.payment),
        details: detailText({ rest: '<RltdPties><Cdtr><Pty><Nm>City of Yokohama</Nm></Pty></Cdtr></RltdPties>' }),
      }),
      entryText({ ...common, amount: '25.00', reference: 'CHARGES-228' }),
      entryText({ ...common, amount: '500.00', direction: 'CRDT', reference: 'INTEREST-228' }),
    ],
  });
  const { statements } = await api.as(maker).uploadStatements(new TextEncoder().encode(text));
  const { id: statement } = first(statements);
  await api.as(maker).ignoreEntry({ id: statement, entry: '3' }, { note: 'A charge of the bank for the transfers of the day.' });
  return statement;
}
