import { auditor, checker, maker, type Person, secondChecker } from '@junkan/scripts/main-job/api.ts';
import { adviceOf } from '@junkan/scripts/main-job/bank.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { answerText, type Word } from '@junkan/scripts/main-job/payment-files.ts';
import { expect, test } from 'vitest';
import { verifiedFaults } from '../breaking.ts';
import { bodyOf } from '../http.ts';
import { openPaying } from '../open-system.ts';
import { fileMade } from '../payment-files.ts';

const { system, web, lender, checkers, approved, linesOf } = await openPaying();
const { api } = system;
const by = (person: Person) => api.as(person);
const both = (person: string) => ({ person, organisation: 'secretariat', roles: ['finance.maker', 'finance.checker'] as const });

async function sent(count: number) {
  const { agreement, payments } = await approved(count);
  const { id } = await fileMade(api, lender.sponsor, payments);
  await web.ask(checkers, 'approvePaymentFile', { id });
  await by(maker).downloadPaymentFile({ id });
  await by(maker).sendPaymentFile({ id });
  const { message } = await by(auditor).getPaymentFile({ id });
  const instructions = (await linesOf(id)).map(({ instruction }) => instruction);
  /** As the bank wrote it on that day of the month. */
  const on = (day: number, whole: string, words: readonly Word[] = []): Uint8Array<ArrayBuffer> =>
    new TextEncoder().encode(
      answerText(message, words, {
        reference: `${id}-${day}`.slice(-35),
        at: `2026-11-${day}T10:00:00Z`,
        ...(whole === '' ? {} : { whole }),
      }),
    );
  const all = (status: string) => instructions.map((instruction) => ({ instruction, status }));
  return { id, agreement: agreement.id, on, all };
}
const outcomes = async (id: string) =>
  (await by(auditor).getAgreement({ id })).payments.map(({ status, reported }) => [status, reported?.outcome]);
const refusal = (type: string) => ({ problem: { type: `/problems/${type}` } });

test('what failed with a whole file is held and not confirmed once the bank has taken it back', async () => {
  const { id, agreement, on } = await sent(2);
  await by(maker).uploadAnswer(on(10, 'RJCT'));
  expect(await by(maker).rejectRemainingTransfers({ id })).toMatchObject({ rejected: 2 });
  expect((await by(auditor).getPaymentFile({ id })).isContradicted).toBe(false);
  await by(maker).uploadAnswer(on(11, 'ACSC'));
  const file = await by(auditor).getPaymentFile({ id });
  expect(file).toMatchObject({ isContradicted: true, untold: [{ code: 'RJCT' }, { code: 'ACSC' }] });
  expect(file.untold.every(({ at }) => at)).toBe(true);
  await expect(by(secondChecker).confirmFileFailures({ id })).rejects.toMatchObject(refusal('whole-file-is-not-rejected'));
  const [first] = (await by(auditor).getAgreement({ id: agreement })).payments;
  const one = { id: agreement, payment: first?.id ?? '' };
  await expect(by(secondChecker).confirmPayment(one, { report: 1 })).rejects.toMatchObject(refusal('rejection-is-taken-back'));
  const { holds } = await by(auditor).getAgreement({ id: agreement });
  expect(holds).toMatchObject([{ note: expect.stringContaining('ACSC') }, { note: expect.stringContaining('ACSC') }]);
  await by(maker).uploadAnswer(on(12, 'RJCT'));
  expect(await by(secondChecker).confirmFileFailures({ id })).toMatchObject({ confirmed: 2 });
});

test('what failed with a whole file that the bank has taken back is objected to, and what is reported of it since is confirmed', async () => {
  const { id, agreement, on } = await sent(1);
  await by(maker).uploadAnswer(on(10, 'RJCT'));
  await by(maker).rejectRemainingTransfers({ id });
  await by(maker).uploadAnswer(on(11, 'ACSC'));
  const { payments } = await by(auditor).getAgreement({ id: agreement });
  const of = { id: agreement, payment: payments[0]?.id ?? '' };
  await by(secondChecker).objectToPayment(of, { report: 1, note: 'The bank has taken it back.' });
  await by(maker).failPayment(of, { note: 'The bank says by telephone that the account is closed.' });
  await by(secondChecker).confirmPayment(of, { report: 2 });
  expect(await outcomes(agreement)).toEqual([['failed', 'failed']]);
  await settled(api);
  expect(await verifiedFaults(system)).toEqual({});
});

test('a settlement is not reversed by the rejection of a whole file that the bank has taken back', async () => {
  const { id, agreement, on } = await sent(1);
  const { payments } = await by(auditor).getAgreement({ id: agreement });
  const of = { id: agreement, payment: payments[0]?.id ?? '' };
  const valueDate = (await settled(api)).now.slice(0, 10);
  await by(maker).settlePayment(of, { bankReference: `PAID-${id.slice(-8)}`, valueDate, document: await adviceOf(api) });
  await by(secondChecker).confirmPayment(of, { report: 1 });
  await by(maker).uploadAnswer(on(10, 'RJCT'));
  await by(maker).rejectRemainingTransfers({ id });
  await by(maker).uploadAnswer(on(11, 'ACSC'));
  await expect(by(checker).confirmPayment(of, { report: 2 })).rejects.toMatchObject(refusal('rejection-is-taken-back'));
  await by(checker).objectToPayment(of, { report: 2, note: 'The bank has taken it back.' });
  expect(await outcomes(agreement)).toEqual([['settled', 'settled']]);
});

test('a word of the bank counts by when it wrote it', async () => {
  const { id, agreement, on, all } = await sent(1);
  await by(maker).uploadAnswer(on(14, '', all('ACTC')));
  await by(maker).uploadAnswer(on(10, 'RJCT'));
  expect(await by(maker).rejectRemainingTransfers({ id })).toMatchObject({ rejected: 0 });
  // An older rejection of the payment itself is for a person to look at.
  expect(await by(maker).uploadAnswer(on(12, '', all('RJCT')))).toMatchObject({ told: 1, rejected: 0 });
  expect(await by(maker).uploadAnswer(on(11, '', all('PDNG')))).toMatchObject({ told: 0 });
  expect(await outcomes(agreement)).toEqual([['instructed', undefined]]);
  const other = await sent(1);
  await by(maker).uploadAnswer(other.on(11, 'ACSC'));
  await by(maker).uploadAnswer(other.on(10, 'RJCT'));
  await expect(by(maker).rejectRemainingTransfers({ id: other.id })).rejects.toMatchObject(refusal('whole-file-is-not-rejected'));
});

test('neither who brought the rejection of a whole file nor who applied it confirms what fails by it', async () => {
  const { id, agreement, on } = await sent(1);
  const token = await web.tokenOf(both('bringer'));
  const headers = { 'content-type': 'application/xml' };
  expect((await web.send('POST', '/v1/payment-files/answers', { token, raw: on(10, 'RJCT'), headers })).status).toBe(201);
  await by(maker).rejectRemainingTransfers({ id });
  const tried = await web.ask(both('bringer'), 'confirmFileFailures', { id });
  expect([tried.status, bodyOf(tried)]).toMatchObject([403, { type: '/problems/person-has-another-duty' }]);
  await by(secondChecker).confirmFileFailures({ id });
  expect(await outcomes(agreement)).toEqual([['failed', 'failed']]);
  await settled(api);
  expect(await verifiedFaults(system)).toEqual({});
});
