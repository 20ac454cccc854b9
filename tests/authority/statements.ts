import { randomUUID } from 'node:crypto';
import { detailText, entryText, statementText } from '@junkan/disbursement/banking/iso20022/statement.fixture.ts';
import { auditor, maker } from '@junkan/scripts/main-job/api.ts';
import { adviceOf } from '@junkan/scripts/main-job/bank.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { ibanOf } from '@junkan/scripts/main-job/demonstrations/accounts.ts';
import { accountOf } from '../accounts.ts';
import { first } from '../actors.ts';
import { asRole, type Part, type Possible, type Scene } from './moments.ts';

const NOTE = { note: 'because' };
const S = 'secretariat';
/** An instructed payment is settled by the entry of a statement: held at first, linked by one person, and confirmed by another. Another concerns nothing. */
export async function* settledByStatement({ api, actors, lender }: Scene, agreement: string, payment: string): Part<void> {
  const { payments } = await api.as(maker).getAgreement({ id: agreement });
  const { amount } = first(payments.filter(({ id }) => id === payment));
  const { now } = await settled(api);
  const booked = { currency: amount.currency, valueDate: now.slice(0, 10) };
  const entries = [
    entryText({ ...booked, amount: amount.amount, reference: 'LIFE-1', details: detailText({}) }),
    entryText({ ...booked, amount: '7.00', reference: 'LIFE-2' }),
  ];
  const closing = (9000 - Number(amount.amount) - 7).toFixed(2);
  // Another has named the number of the account from which it is paid, so that finance has to say whose it is.
  const number = ibanOf(lender.sponsor);
  const { accounts } = await api.as(maker).listBankAccounts({ organisation: lender.sponsor });
  const { id: account } = first(accounts);
  await accountOf(api, (await actors.sponsor()).sponsor, {}, number);
  await settled(api);
  const file = statementText({ id: 'life', account: number, currency: amount.currency, opening: '9000.00', closing, entries });
  const { statements } = await api.as(maker).uploadStatements(new TextEncoder().encode(file));
  const { id } = first(statements);
  const on = (act: Possible['act'], entry: string, body: object): Possible => ({ act, of: { id, entry }, body });
  const link = on('linkEntry', '1', { agreement, settles: payment });
  const [hold, ignore, charge] = [on('holdEntry', '1', NOTE), on('ignoreEntry', '2', NOTE), on('recordFee', '2', NOTE)];
  const of = (act: Possible['act'], body: object): Possible => ({ act, of: { id }, body });
  const name = of('nameStatementOwner', { account, ...NOTE });
  const own = of('confirmStatementOwner', { account });
  const other = of('refuseStatementOwner', NOTE);
  yield { state: 'statement imported', possible: [link, hold, ignore, charge, name], done: { ...name, by: asRole(S) } };
  yield { state: 'owner named', possible: [hold, own, other], done: { ...other, by: asRole(S) } };
  yield { state: 'owner refused', possible: [hold, name], done: { ...name, by: asRole(S) } };
  yield { state: 'owner named again', possible: [hold, own, other], done: { ...own, by: asRole(S) } };
  yield { state: 'owner confirmed', possible: [link, hold], done: { ...hold, by: asRole(S) } };
  yield { state: 'entry held', possible: [link, ignore], done: { ...ignore, by: asRole(S) } };
  const [refuse, notFound] = [on('refuseFee', '2', NOTE), on('refuseDismissal', '2', NOTE)];
  yield { state: 'entry ignored', possible: [link, notFound], done: { ...notFound, by: asRole(S) } };
  yield { state: 'dismissal refused', possible: [link], done: { ...charge, by: asRole(S) } };
  yield { state: 'entry charged', possible: [link, refuse], done: { ...refuse, by: asRole(S) } };
  const purchase = { as: 'unrelated', amount: { amount: '7.00', currency: amount.currency }, direction: 'debit' };
  const explain = on('explainEntry', '2', { parts: [purchase], ...NOTE });
  const notOfThat = on('refuseExplanation', '2', NOTE);
  yield { state: 'charge refused', possible: [link, explain], done: { ...explain, by: asRole(S) } };
  yield { state: 'entry explained', possible: [link, notOfThat], done: { ...notOfThat, by: asRole(S) } };
  yield { state: 'explanation refused', possible: [link], done: { ...charge, by: asRole(S) } };
  // What was said to be unrelated was refused, and is confirmed by nobody.
  const aside: Possible = { act: 'confirmStatement', of: { id }, duties: ['recordFee'] };
  yield { state: 'entry charged again', possible: [link, aside], done: { ...aside, by: asRole(S) } };
  const [doubt, stays] = [on('withdrawEntry', '2', NOTE), on('refuseWithdrawal', '2', NOTE)];
  yield { state: 'charge confirmed', possible: [link, doubt], done: { ...doubt, by: asRole(S) } };
  yield { state: 'charge doubted', possible: [link, stays], done: { ...stays, by: asRole(S) } };
  yield { state: 'charge confirmed', possible: [], done: { ...link, by: asRole(S) } };
  const confirm: Possible = { act: 'confirmStatement', of: { id }, duties: ['linkEntry'] };
  yield { state: 'entry linked', possible: [confirm], done: { ...confirm, by: asRole(S) } };
  await settled(api);
}

/** A statement that does not add up leaves a gap in the cash book: explained, refused, explained again, and confirmed. */
export async function* ofCashBook({ api, lender }: Scene): Part<void> {
  const account = '0007654321';
  await accountOf(api, lender.sponsor, { currency: 'CHF' }, account);
  await settled(api);
  const file = statementText({ id: 'gap', account, currency: 'CHF', opening: '10.00', closing: '11.00', entries: [] });
  await api.as(maker).uploadStatements(new TextEncoder().encode(file));
  await settled(api);
  const { books } = await api.as(auditor).listCashBooks({ status: 'open' });
  const { id } = first(books);
  const { gaps } = await api.as(auditor).getCashBook({ id });
  const explain: Possible = { act: 'explainGap', of: { id }, body: { gap: first(gaps).key, as: 'fee', ...NOTE } };
  const on = (act: Possible['act'], explanation: string, body?: object): Possible => ({
    act,
    of: { id, explanation },
    ...(body && { body }),
  });
  const [confirm, refuse] = [on('confirmGap', '1'), on('refuseGap', '1', NOTE)];
  yield { state: 'gap open', possible: [explain], done: { ...explain, by: asRole(S) } };
  yield { state: 'gap explained', possible: [confirm, refuse], done: { ...refuse, by: asRole(S) } };
  yield { state: 'gap open again', possible: [explain], done: { ...explain, by: asRole(S) } };
  const again = on('confirmGap', '2');
  yield { state: 'gap explained again', possible: [again], done: { ...again, by: asRole(S) } };
}

/** The bank reportedly returned what it had paid, which a second person does not confirm; then one does, and that was a mistake. */
export async function* givenBack({ api }: Scene, agreement: string, payment: string): Part<void> {
  const on = (act: Possible['act'], body: object): Possible => ({ act, of: { id: agreement, payment }, body });
  const valueDate = (await settled(api)).now.slice(0, 10);
  const giveBack = on('returnPayment', { bankReference: `BACK-${randomUUID()}`, valueDate, document: await adviceOf(api), ...NOTE });
  yield { state: 'settled', possible: [giveBack, on('reversePayment', NOTE)], done: { ...giveBack, by: asRole(S) } };
  // The settlement was reported by its entry; what was said of the bank before had been objected to.
  const duties = ['verifyMilestone', 'linkEntry', 'returnPayment'] as const;
  const object: Possible = { ...on('objectToPayment', { report: 4, ...NOTE }), duties };
  const confirm: Possible = { ...on('confirmPayment', { report: 4 }), duties };
  yield { state: 'return reported', possible: [confirm, object], done: { ...object, by: asRole(S) } };
  yield { state: 'settled still', possible: [giveBack], done: { ...giveBack, by: asRole(S) } };
  const wrong: Possible = { ...on('confirmPayment', { report: 5 }), duties };
  yield { state: 'return reported again', possible: [wrong], done: { ...wrong, by: asRole(S) } };
  const mistaken = on('reverseOutcome', { document: await adviceOf(api), ...NOTE });
  yield { state: 'returned', possible: [mistaken], done: { ...mistaken, by: asRole(S) } };
  const right: Possible = { ...on('confirmPayment', { report: 6 }), duties: ['verifyMilestone', 'returnPayment', 'reverseOutcome'] };
  yield { state: 'mistake reported', possible: [right], done: { ...right, by: asRole(S) } };
  await settled(api);
}
