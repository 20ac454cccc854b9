import { auditor, checker, maker, type Person, secondChecker } from '@junkan/scripts/main-job/api.ts';
import { adviceOf } from '@junkan/scripts/main-job/bank.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { answerText } from '@junkan/scripts/main-job/payment-files.ts';
import { expect, test } from 'vitest';
import { refused } from '../actors.ts';
import { verifiedFaults } from '../breaking.ts';
import { openPaying } from '../open-system.ts';
import { approvedPayment, fileMade } from '../payment-files.ts';

const { system, web, lender, checkers, approved, linesOf } = await openPaying();

const by = (person: Person) => system.api.as(person);
const bytes = (text: string) => new TextEncoder().encode(text);

/** A file of these payments that the bank has, and what the bank calls it by. */
async function sent(payments: readonly string[]): Promise<{ readonly id: string; readonly message: string }> {
  const { id } = await fileMade(system.api, lender.sponsor, payments);
  await web.ask(checkers, 'approvePaymentFile', { id });
  await by(maker).downloadPaymentFile({ id });
  await by(maker).sendPaymentFile({ id });
  const { message } = await by(auditor).getPaymentFile({ id });
  return { id, message };
}

test('a file whose every payment has come to its end waits for no answer, and takes one that comes later', async () => {
  const { agreement, payments } = await approved(2);
  const [one = '', two = ''] = payments;
  const { id, message } = await sent(payments);
  const waits = async () => {
    await settled(system.api);
    const { work } = await by(maker).listWork({ kind: 'payment-file-to-be-answered' });
    const { files } = await by(maker).listPaymentFiles({ payer: lender.sponsor, sort: '-created' });
    const { open, status, lines } = await by(maker).getPaymentFile({ id });
    const listed = files.find((each) => each.id === id);
    expect([listed?.open, listed?.status, work.some(({ item }) => item === id)]).toEqual([open, status, open > 0]);
    const found = (payment: string) => lines.find((line) => line.payment === payment)?.paymentStatus;
    return [open, status, found(one), found(two)];
  };
  expect(await waits()).toEqual([2, 'sent', 'instructed', 'instructed']);
  await by(maker).settlePayment(
    { id: agreement.id, payment: one },
    {
      bankReference: `BANK-${one.slice(-8)}`,
      valueDate: (await settled(system.api)).now.slice(0, 10),
      document: await adviceOf(system.api),
    },
  );
  await by(checker).confirmPayment({ id: agreement.id, payment: one }, { report: 1 });
  expect(await waits()).toEqual([1, 'sent', 'settled', 'instructed']);
  await by(maker).failPayment({ id: agreement.id, payment: two }, { note: 'The account is closed.' });
  await by(secondChecker).confirmPayment({ id: agreement.id, payment: two }, { report: 1 });
  expect(await waits()).toEqual([0, 'sent', 'settled', 'failed']);
  // What was booked by mistake is with the bank again.
  await by(maker).reversePayment({ id: agreement.id, payment: one }, { note: 'It was another payment.' });
  await by(checker).confirmPayment({ id: agreement.id, payment: one }, { report: 2 });
  expect(await waits()).toEqual([1, 'sent', 'instructed', 'failed']);
  const [first, second] = (await by(maker).getPaymentFile({ id })).lines.toSorted((a) => (a.payment === one ? -1 : 1));
  const answer = [
    { instruction: first?.instruction ?? '', status: 'ACSC' },
    { instruction: second?.instruction ?? '', status: 'RJCT', reason: 'AC04' },
  ];
  expect(await by(maker).uploadAnswer(bytes(answerText(message, answer)))).toMatchObject({ id, status: 'answered', told: 2 });
  // The part of what failed is paid under another reference: in this file it stays failed.
  expect(await approvedPayment(system.api, agreement.id, 2, lender.sponsor)).toBe(two);
  expect((await by(maker).getPaymentFile({ id })).lines.find(({ payment }) => payment === two)?.paymentStatus).toBe('failed');
  await settled(system.api);
  expect(await verifiedFaults(system)).toEqual({});
});

test('what the bank rejects is one row of work, of its file, until a second person has confirmed it', async () => {
  const { payments } = await approved(2);
  const { id, message } = await sent(payments);
  const [first] = await linesOf(id);
  const outcome = { instruction: first?.instruction ?? '', status: 'RJCT', reason: 'AC04' };
  await by(maker).uploadAnswer(bytes(answerText(message, [outcome])));
  const waits = async () => {
    await settled(system.api);
    const { work } = await by(secondChecker).listWork({ waits: 'all', kind: 'payment-file-failures-to-confirm,payment-to-confirm' });
    return work.filter((each) => each.item === id || payments.includes(each.payment ?? '')).map(({ kind }) => kind);
  };
  expect(await waits()).toEqual(['payment-file-failures-to-confirm']);
  await by(secondChecker).confirmFileFailures({ id });
  expect(await waits()).toEqual([]);
});

test('where the bank rejects what was settled before, a second person decides whether that was booked by mistake', async () => {
  const { agreement, payments } = await approved(2);
  const [one = '', two = ''] = payments;
  const { id, message } = await sent(payments);
  const valueDate = (await settled(system.api)).now.slice(0, 10);
  for (const payment of payments) {
    const of = { id: agreement.id, payment };
    await by(maker).settlePayment(of, { bankReference: `TOLD-${payment.slice(-8)}`, valueDate, document: await adviceOf(system.api) });
    await by(checker).confirmPayment(of, { report: 1 });
  }
  const answer = answerText(
    message,
    (await linesOf(id)).map(({ instruction }) => ({ instruction, status: 'RJCT', reason: 'AC04' })),
  );
  expect(await by(maker).uploadAnswer(bytes(answer))).toMatchObject({ rejected: 2, unreported: 0 });
  await settled(system.api);
  const waits = async () => (await by(secondChecker).listWork({ kind: 'payment-to-confirm' })).work.map(({ payment }) => payment);
  expect(await waits()).toEqual(expect.arrayContaining(payments));
  expect(await linesOf(id)).toMatchObject(payments.map(() => ({ standing: 'rejected', paymentStatus: 'settled' })));
  await by(secondChecker).confirmPayment({ id: agreement.id, payment: one }, { report: 2 });
  await by(secondChecker).objectToPayment({ id: agreement.id, payment: two }, { report: 2, note: 'It is in the statement.' });
  const found = await by(auditor).getAgreement({ id: agreement.id });
  expect([one, two].map((payment) => found.payments.find((each) => each.id === payment)?.status)).toEqual(['instructed', 'settled']);
  const saidOfBoth = async () => {
    const lines = await linesOf(id);
    return [one, two].map((payment) => lines.find((line) => line.payment === payment)?.reported);
  };
  expect(await saidOfBoth()).toEqual([undefined, undefined]);
  const commits = await system.commits();
  expect(await by(maker).uploadAnswer(bytes(answer))).toMatchObject({ known: true });
  expect(await system.commits()).toEqual(commits);
  await settled(system.api);
  for (const payment of payments) expect(await waits()).not.toContain(payment);
  // The bank says it once more, in another answer.
  expect(await by(maker).uploadAnswer(bytes(answer.replace(/<MsgId>/, '<MsgId>AGAIN-')))).toMatchObject({ rejected: 2, unreported: 0 });
  expect(await saidOfBoth()).toEqual(['failed', 'reversed']);
  await settled(system.api);
  expect(await verifiedFaults(system)).toEqual({});
});

test('what the bank says against what is said of a payment puts its part on hold: nothing is paid again before another person has looked', async () => {
  const { agreement, payments } = await approved(2);
  const [failed = '', waiting = ''] = payments;
  const { id, message } = await sent(payments);
  await by(maker).failPayment({ id: agreement.id, payment: failed }, { note: 'The bank said so by telephone.' });
  await by(secondChecker).confirmPayment({ id: agreement.id, payment: failed }, { report: 1 });
  const valueDate = (await settled(system.api)).now.slice(0, 10);
  await by(maker).settlePayment(
    { id: agreement.id, payment: waiting },
    { bankReference: `SAID-${waiting.slice(-8)}`, valueDate, document: await adviceOf(system.api) },
  );
  const answer = answerText(
    message,
    (await linesOf(id)).map(({ instruction, payment }) => ({ instruction, status: payment === failed ? 'ACSC' : 'RJCT' })),
  );
  expect(await by(maker).uploadAnswer(bytes(answer))).toMatchObject({ told: 2, rejected: 1, unreported: 1 });
  const found = await by(auditor).getAgreement({ id: agreement.id });
  const trancheOf = (payment: string) => found.payments.find((each) => each.id === payment)?.tranche;
  expect(found.holds.map(({ tranche: of, sponsor, reason }) => [of, sponsor, reason]).toSorted()).toEqual(
    [1, 2].map((of) => [of, lender.sponsor, 'answer-contradicts']),
  );
  const tranche = trancheOf(failed) ?? 0;
  const again = () => by(maker).requestPayment({ id: agreement.id }, { tranche, sponsor: lender.sponsor });
  expect((await refused(again())).type).toBe('/problems/payment-is-held');
  const hold = found.holds.find((each) => each.tranche === tranche)?.number ?? 0;
  const release = { reason: 'cleared', note: 'The bank took its word back.' } as const;
  expect((await refused(by(maker).releaseHold({ id: agreement.id, number: hold }, release))).status).toBe(403);
  await by(secondChecker).releaseHold({ id: agreement.id, number: hold }, release);
  await again();
  await settled(system.api);
  expect(await verifiedFaults(system)).toEqual({});
});
