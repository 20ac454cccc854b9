import { createHash } from 'node:crypto';
import { newId } from '@junkan/kit/ids.ts';
import type { CalendarDate } from '@junkan/kit/pure/dates.ts';
import { HANG_MS } from '@junkan/kit/testing/hang.fixture.ts';
import type { Actor, Role } from '@junkan/proto/actor.ts';
import { expect, test, vi } from 'vitest';
import { answerText } from '../../scripts/main-job/payment-files.ts';
import { readPain002 } from './banking/iso20022/pain002.ts';
import { openBankFile } from './banking/iso20022/validate.ts';
import {
  account,
  approver,
  approves,
  as,
  bank,
  checker,
  clock,
  effective,
  fund,
  IBAN,
  instructed,
  later,
  maker,
  measure,
  opening,
  otherChecker,
  proposer,
  reading,
  secretary,
  usd,
} from './service.fixture.ts';

const parts = opening();
const today = (): CalendarDate => clock.now().slice(0, 10);
const person = (name: string, organisation: string, ...roles: Role[]): Actor => ({ person: name, organisation, roles });
const otherMaker = person('other-maker', 'secretariat', 'finance.maker');

/** A payment that is approved, of a new agreement. */
async function approved(sponsor = fund, tranche = 1): Promise<{ agreement: string; payment: string }> {
  const { command } = parts();
  const agreement = await effective(parts());
  const { payment } = await command.requestPayment({ agreement, tranche, sponsor }, as(maker));
  await approves(parts(), { agreement, payment });
  return { agreement, payment };
}

const make = (payments: readonly string[], payer = fund, by = maker) =>
  parts().command.makePaymentFile({ payer, currency: 'USD', executionDate: today(), payments: [...payments] }, as(by));
/** The views of what waits, and of accounts, follow what is recorded. */
const made = (payments: readonly string[], payer = fund) => vi.waitFor(() => make(payments, payer), HANG_MS);
const notMade = (payments: readonly string[], problem: object, payer = fund) =>
  vi.waitFor(() => expect(make(payments, payer)).rejects.toMatchObject({ problem }), HANG_MS);

/** A payment of the other account is made by nobody: an account that was named just now is known to the view by then. */
const accountsAreKnown = () => new Promise((resolve) => setTimeout(resolve, 1_000));

const documentOf = async (id: string, actor = maker): Promise<string> => {
  const found: Buffer[] = [];
  for await (const { part } of parts().query.downloadPaymentFile({ id }, as(actor))) found.push(Buffer.from(part));
  return Buffer.concat(found).toString();
};
const orderOf = async ({ agreement, payment }: { agreement: string; payment: string }) =>
  (await parts().query.getAgreement({ id: agreement }, reading)).payments.find(({ id }) => id === payment);

async function* once(text: string) {
  yield { part: Buffer.from(text) };
}
const answer = (text: string, actor = maker) => parts().command.answerPaymentFile(once(text), as(actor));

let payerAccount: string;
let payeeAccount: string;
test('without accounts nothing is approved, and nothing goes into a file', async () => {
  const { command } = parts();
  const agreement = await effective(parts());
  const { payment } = await command.requestPayment({ agreement, tranche: 1, sponsor: fund }, as(maker));
  const order = { agreement, payment };
  const notApproved = (problem: object) =>
    vi.waitFor(() => expect(command.approvePayment(order, as(checker))).rejects.toMatchObject({ problem }), HANG_MS);
  await notApproved({ type: 'PayerHasNoUsableAccount' });
  payerAccount = await account(parts(), fund);
  await notApproved({ type: 'PayerHasNoUsableAccount' });
  await notMade([payment], { type: 'PayerHasNoUsableAccount' });
  later(4);
  await notApproved({ type: 'PayeeHasNoUsableAccount' });
  await notMade([payment], { type: 'NothingToPay', data: { leftOut: 1, because: 'requested' } });
  payeeAccount = await account(parts(), proposer);
  later(4);
  await approves(parts(), order);
  expect(await made([order.payment])).toMatchObject({ answer: { status: 'made' }, transfers: 1, sum: usd(466n), leftOut: [] });
  await expect(command.instructPayment(order, as(maker))).rejects.toMatchObject({ problem: { type: 'PaymentIsInFile' } });
});

test('a file is made by one person, approved by another, handed over, and each payment is instructed once by it', async () => {
  const { command, query } = parts();
  const [one, two] = [await approved(), await approved()];
  const { answer: { id: file } = { id: '' } } = await made([one.payment, two.payment]);
  await expect(documentOf(file, maker)).rejects.toMatchObject({ problem: { type: 'PaymentFileInStatus' } });
  await expect(command.sendPaymentFile({ file }, as(maker))).rejects.toMatchObject({ problem: { type: 'PaymentFileInStatus' } });
  for (const [actor, type] of [
    [person('maker', 'secretariat', 'finance.checker'), 'PreparedByTheSamePerson'],
    [person('verifier', 'secretariat', 'finance.checker'), 'PersonHasAnotherDuty'],
    [maker, 'RoleIsMissing'],
  ] as const)
    await expect(command.approvePaymentFile({ file }, as(actor))).rejects.toMatchObject({ problem: { type } });
  await command.approvePaymentFile({ file }, as(otherChecker));
  await expect(command.sendPaymentFile({ file }, as(person('other-checker', 'secretariat', 'finance.maker')))).rejects.toMatchObject({
    problem: { type: 'PersonHasAnotherDuty' },
  });

  const text = await documentOf(file);
  const { file: item, lines } = await query.readPaymentFile({ id: file, after: 0, limit: 0, standings: [] }, reading);
  expect(createHash('sha256').update(text).digest('hex')).toBe(item?.sha256);
  expect(await documentOf(file, checker)).toBe(text);
  expect(openBankFile(Buffer.from(text))).toMatchObject({ ok: true, file: { message: 'pain.001.001.09' } });
  for (const said of ['<Nm>Credit fur Stadte</Nm>', `<IBAN>${IBAN}</IBAN>`, '<MmbId>0005</MmbId>', '<Id>1234567</Id>'])
    expect(text).toContain(said);
  expect(lines.map(({ payment, payeeAccount: to, standing }) => [payment, to, standing]).sort()).toEqual(
    [one, two].map(({ payment }) => [payment, payeeAccount, 'listed']).sort(),
  );
  expect(JSON.stringify([item, lines], (_, value) => (typeof value === 'bigint' ? String(value) : value))).not.toContain(IBAN);

  const call = as(otherMaker);
  const sent = await command.sendPaymentFile({ file }, call);
  expect(sent).toMatchObject({ status: 'sent' });
  expect(await command.sendPaymentFile({ file }, call)).toEqual(sent);
  for (const order of [one, two])
    expect(await orderOf(order)).toMatchObject({
      status: 'instructed',
      file,
      payerAccount,
      payeeAccount,
      instruction: expect.stringMatching(/^JUNKAN-/),
    });
});

test('what the bank rejects is reported as failed, and paid again in a second file', async () => {
  const { command, query } = parts();
  const [one, two] = [await approved(), await approved()];
  const { answer: { id: file } = { id: '' } } = await made([one.payment, two.payment]);
  await command.approvePaymentFile({ file }, as(otherChecker));
  await documentOf(file);
  await command.sendPaymentFile({ file }, as(maker));
  const [first, second] = [await orderOf(one), await orderOf(two)].map((order) => order?.instruction ?? '');
  const message = (await query.readPaymentFile({ id: file, after: 0, limit: 0, standings: [] }, reading)).file?.message ?? '';
  const rejecting = answerText(message, [
    { instruction: first ?? '', status: 'RJCT', reason: 'AC04', text: 'Closed in May' },
    { instruction: second ?? '', status: 'ACSP' },
  ]);
  const opened = openBankFile(Buffer.from(rejecting));
  expect(opened.ok && readPain002(opened.file)).toMatchObject({ ok: true });
  for (const [text, type] of [
    [answerText('JUNKAN-00000000000000000000000000', []), 'AnswerIsOfNoFile'],
    [answerText(message, [{ instruction: 'JUNKAN-X', status: 'RJCT' }]), 'AnswerIsOfNoPayment'],
    ['<a/>', 'AnswerIsUnreadable'],
  ] as const)
    await expect(answer(text)).rejects.toMatchObject({ problem: { type } });
  await expect(answer(rejecting, secretary)).rejects.toMatchObject({ problem: { type: 'RoleIsMissing' } });
  const answered = await answer(rejecting);
  expect(answered).toMatchObject({ status: 'answered', told: 2, rejected: 1, unreported: 0, known: false });
  expect(await answer(rejecting)).toEqual({ ...answered, known: true });
  expect(await orderOf(one)).toMatchObject({
    status: 'instructed',
    reported: { outcome: 'failed', by: 'maker', note: 'RJCT: The account is closed. (AC04) Closed in May' },
  });
  expect(await orderOf(two)).toMatchObject({ status: 'instructed', reported: undefined });

  await command.confirmPayment({ ...one, report: 1 }, as(otherChecker));
  await command.requestPayment({ agreement: one.agreement, tranche: 1, sponsor: fund }, as(maker));
  await command.approvePayment(one, as(checker));
  const { answer: { id: again } = { id: '' } } = await made([one.payment]);
  await command.approvePaymentFile({ file: again }, as(otherChecker));
  await documentOf(again);
  await command.sendPaymentFile({ file: again }, as(maker));
  expect(await orderOf(one)).toMatchObject({
    status: 'instructed',
    file: again,
    attempts: [{ status: 'failed', file, payerAccount, payeeAccount }],
  });
});

test('what the bank rejects with the whole file fails by two persons, and only what it has not decided one by one', async () => {
  const { command, query } = parts();
  const [one, two, three] = [await approved(), await approved(), await approved()];
  const { answer: { id: file } = { id: '' } } = await made([one.payment, two.payment, three.payment]);
  await command.approvePaymentFile({ file }, as(otherChecker));
  await documentOf(file);
  await command.sendPaymentFile({ file }, as(maker));
  const { file: item } = await query.readPaymentFile({ id: file, after: 0, limit: 0, standings: [] }, reading);
  const accepted = { instruction: (await orderOf(one))?.instruction ?? '', status: 'ACSP' as const };
  const whole = answerText(item?.message ?? '', [accepted], { whole: 'RJCT' });
  expect(await answer(whole)).toMatchObject({ status: 'sent', told: 1, rejected: 0, untold: 1 });
  await expect(command.confirmFileFailures({ file }, as(checker))).rejects.toMatchObject({ problem: { type: 'NoFailureIsReported' } });
  await expect(command.rejectRemainingTransfers({ file }, as(checker))).rejects.toMatchObject({ problem: { type: 'RoleIsMissing' } });

  const call = as(maker);
  const rejected = await command.rejectRemainingTransfers({ file }, call);
  expect(rejected).toMatchObject({ answer: { status: 'answered' }, rejected: 2, unreported: 0 });
  expect(await command.rejectRemainingTransfers({ file }, call)).toEqual(rejected);
  for (const order of [two, three])
    expect(await orderOf(order)).toMatchObject({ status: 'instructed', reported: { outcome: 'failed', by: 'maker' } });
  expect(await orderOf(one)).toMatchObject({ status: 'instructed', reported: undefined });

  const both = person('maker', 'secretariat', 'finance.checker');
  await expect(command.confirmFileFailures({ file }, as(both))).rejects.toMatchObject({ problem: { type: 'PersonHasAnotherDuty' } });
  await command.confirmPayment({ ...two, report: 1 }, as(otherChecker));
  const confirming = as(otherChecker);
  const confirmed = await command.confirmFileFailures({ file }, confirming);
  expect(confirmed).toMatchObject({ confirmed: 1, unconfirmed: [], left: 0 });
  expect(await command.confirmFileFailures({ file }, confirming)).toMatchObject({ answer: confirmed.answer, confirmed: 1 });
  for (const order of [two, three]) expect(await orderOf(order)).toMatchObject({ status: 'failed' });
  await expect(command.confirmFileFailures({ file }, as(checker))).rejects.toMatchObject({ problem: { type: 'NoFailureIsReported' } });
});

test('a refused file lets its payments go; what has changed since it was made stops it', async () => {
  const { command } = parts();
  const order = await approved();
  const { answer: { id: refused } = { id: '' } } = await made([order.payment]);
  await notMade([order.payment], { data: { because: 'in-another-file' } });
  await command.refusePaymentFile({ file: refused, note: 'The day is wrong.' }, as(otherChecker));
  expect(await orderOf(order)).toMatchObject({ status: 'approved', file: '' });

  const { answer: { id: file } = { id: '' } } = await made([order.payment]);
  await command.proposeMeasure(measure(order.agreement, 'suspension', 'It waits.'), as(secretary));
  await command.approveMeasure({ agreement: order.agreement, measure: 1 }, as(approver));
  await expect(command.approvePaymentFile({ file }, as(otherChecker))).rejects.toMatchObject({
    problem: { type: 'PaymentFileDoesNotStand', data: { because: 'AgreementIsNotEffective', payment: order.payment } },
  });
  await command.proposeMeasure(measure(order.agreement, 'resumption', 'It goes on.'), as(secretary));
  await command.approveMeasure({ agreement: order.agreement, measure: 2 }, as(approver));
  await command.approvePaymentFile({ file }, as(otherChecker));
  await account(parts(), proposer, { accountNumber: '2345678', replaces: payeeAccount });
  later(4);
  await accountsAreKnown();
  await expect(command.sendPaymentFile({ file }, as(maker))).rejects.toMatchObject({
    problem: { type: 'PaymentFileDoesNotStand', data: { because: 'AccountIsNotUsable', account: payeeAccount } },
  });
  await command.refusePaymentFile({ file, note: 'The city has another account.' }, as(otherChecker));
  await notMade([order.payment], { data: { because: 'account-changed' } });
  await command.refusePayment({ ...order, note: 'The city has another account.' }, as(otherChecker));
  await command.requestPayment({ agreement: order.agreement, tranche: 1, sponsor: fund }, as(maker));
  await approves(parts(), order);
  expect(await made([order.payment])).toMatchObject({ transfers: 1 });
});

test('what banks cannot write is refused with the payment; two at once never put a payment into two files', async () => {
  await account(parts(), bank, { town: '東京' });
  later(4);
  const unwritable = await approved(bank);
  await notMade(
    [unwritable.payment],
    { type: 'PaymentFileCannotBeWritten', data: { payment: '', part: 'payer/town', breaks: 'characters' } },
    bank,
  );
  const orders = [await approved(), await approved()];
  const payments = orders.map(({ payment }) => payment);
  const both = await vi.waitFor(async () => {
    const settled = await Promise.allSettled([maker, otherMaker].map((by) => make(payments, fund, by)));
    expect(settled.map(({ status }) => status)).toContain('fulfilled');
    return settled;
  }, HANG_MS);
  const count = both.reduce((sum, each) => sum + (each.status === 'fulfilled' ? each.value.transfers : 0), 0);
  expect(count).toBe(2);
});

test('an instruction by hand names the accounts, and a strange payment is refused', async () => {
  const agreement = await effective(parts());
  const payment = await instructed(parts(), agreement, 1, fund);
  expect(await orderOf({ agreement, payment })).toMatchObject({ status: 'instructed', file: '', payerAccount });
  const strange = { payer: fund, currency: 'USD', executionDate: today(), payments: [newId('pay')] };
  await expect(parts().command.makePaymentFile(strange, as(maker))).rejects.toMatchObject({ problem: { type: 'PaymentIsUnknown' } });
  const past = { ...strange, payments: [], executionDate: '2020-01-01' };
  await expect(parts().command.makePaymentFile(past, as(maker))).rejects.toMatchObject({ problem: { type: 'ExecutionDateIsPast' } });
});
