import { expect, test } from 'vitest';
import {
  ADVICE,
  as,
  checker,
  effective,
  fund,
  instructed,
  maker,
  openingWithAccounts,
  otherChecker,
  reading,
  today,
} from './service.fixture.ts';

const parts = openingWithAccounts();

test('one bank reference settles one payment of all agreements, even if several persons report it at once, until somebody objects', async () => {
  const { command, query } = parts();
  const agreementsOfTwo = [await effective(parts()), await effective(parts())];
  const orders = await Promise.all(
    agreementsOfTwo.map(async (agreement) => ({ agreement, payment: await instructed(parts(), agreement, 1, fund) })),
  );
  const spelt = ['Stmt/2027 (7)', ' STMT/2027  (7)'];
  const reports = await Promise.allSettled(
    orders.map((order, at) =>
      command.settlePayment({ ...order, bankReference: spelt[at] ?? '', valueDate: today(), document: ADVICE }, as(maker)),
    ),
  );
  const [winner, loser] = reports[0]?.status === 'fulfilled' ? orders : orders.toReversed();
  if (!winner || !loser) throw new Error('there are two orders');
  expect(reports.flatMap((report) => (report.status === 'rejected' ? [report.reason] : []))).toMatchObject([
    { problem: { kind: 'conflict', type: 'BankReferenceIsUsed', data: { payment: winner.payment } } },
  ]);
  const again = { ...loser, bankReference: 'stmt/2027 (7)', valueDate: today(), document: ADVICE };
  await expect(command.settlePayment(again, as(maker))).rejects.toMatchObject({ problem: { type: 'BankReferenceIsUsed' } });

  await command.objectToPayment({ ...winner, report: 1, note: 'It is not on the statement.' }, as(checker));
  await command.settlePayment(again, as(maker));
  await command.confirmPayment({ ...loser, report: 1 }, as(checker));
  const { payments } = await query.getAgreement({ id: loser.agreement }, reading);
  expect(payments).toMatchObject([{ status: 'settled', bankReference: 'STMT/2027 (7)', confirmedBy: 'checker' }]);
  const objected = await query.getAgreement({ id: winner.agreement }, reading);
  expect(objected.payments).toMatchObject([
    { status: 'instructed', objections: [{ report: 1, bankReference: 'STMT/2027 (7)', note: 'It is not on the statement.' }] },
  ]);
});

test('the checker of a second attempt reads why the first one failed, and who said so', async () => {
  const { command, query } = parts();
  const agreement = await effective(parts());
  const payment = await instructed(parts(), agreement, 1, fund);
  await command.failPayment({ agreement, payment, note: 'The account is closed.' }, as(maker));
  await expect(command.confirmPayment({ agreement, payment, report: 1 }, as(checker))).rejects.toMatchObject({
    problem: { type: 'PersonHasAnotherDuty', data: { duty: 'approved' } },
  });
  await command.confirmPayment({ agreement, payment, report: 1 }, as(otherChecker));
  await command.requestPayment({ agreement, tranche: 1, sponsor: fund }, as(maker));
  const attempt = { number: 1, status: 'failed', note: 'The account is closed.', reportedBy: 'maker', confirmedBy: 'other-checker' };
  const found = await query.getAgreement({ id: agreement }, reading);
  expect(found.payments).toMatchObject([{ status: 'requested', attempts: [attempt] }]);
});
