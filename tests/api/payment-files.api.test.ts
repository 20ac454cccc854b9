import type { Problem } from '@junkan/client/problem.ts';
import { detailText, entryText } from '@junkan/disbursement/banking/iso20022/statement.fixture.ts';
import { openBankFile } from '@junkan/disbursement/banking/iso20022/validate.ts';
import {
  auditor,
  certifierOf,
  checker,
  maker,
  officerOf,
  type Person,
  secondChecker,
  secretary,
  sponsorOfficerOf,
} from '@junkan/scripts/main-job/api.ts';
import { cooled, settled } from '@junkan/scripts/main-job/clock.ts';
import { ibanOf } from '@junkan/scripts/main-job/demonstrations/accounts.ts';
import { answerText } from '@junkan/scripts/main-job/payment-files.ts';
import { expect, test } from 'vitest';
import { accountOf } from '../accounts.ts';
import { refused } from '../actors.ts';
import { breaking, verifiedFaults } from '../breaking.ts';
import { bodyOf, refusal, type Someone } from '../http.ts';
import { openPaying } from '../open-system.ts';
import { approvedPayment, approvedPayments, fileMade } from '../payment-files.ts';
import { debit, fileOf, only } from '../statement-files.ts';

const { system, actors, web, city, lender, checkers, approved, linesOf } = await openPaying();

const by = (person: Person) => system.api.as(person);
const bytes = (text: string) => new TextEncoder().encode(text);

const documentOf = async (id: string, as: Someone): Promise<string> =>
  String((await web.send('GET', `/v1/payment-files/${id}/document`, { as })).bytes);

const filesIn = async (kind: 'payment-file-to-send' | 'payment-file-over', person: Person) =>
  (await by(person).listWork({ kind })).work.map(({ item }) => item);

test('a file is made, approved, downloaded, handed over and answered; what the bank rejects is paid in a second file', async () => {
  const { agreement, payments } = await approved(2);
  const [one = '', two = ''] = payments;
  const made = await fileMade(system.api, lender.sponsor, payments);
  expect(made).toMatchObject({ status: 'made', transfers: 2, sum: { amount: '200.00', currency: 'USD' }, leftOut: [] });
  const { id } = made;
  await settled(system.api);
  const work = async (kind: 'payment-file-to-approve' | 'payment-file-to-send' | 'payment-file-to-be-answered', as: Person) =>
    (await by(as).listWork({ kind })).work.filter(({ item }) => item === id);
  expect(await work('payment-file-to-approve', checker)).toMatchObject([{ amount: { amount: '200.00' }, href: `/v1/payment-files/${id}` }]);
  expect((await by(maker).listWork({ kind: 'payment-to-instruct' })).work.map(({ payment }) => payment)).not.toContain(one);
  expect((await refused(by(maker).instructPayment({ id: agreement.id, payment: one }))).type).toBe('/problems/payment-is-in-file');
  const own: Someone = { person: 'secretariat/finance.maker', organisation: 'secretariat', roles: ['finance.maker', 'finance.checker'] };
  expect(await refusal(web.ask(own, 'approvePaymentFile', { id }))).toEqual([403, '/problems/prepared-by-the-same-person']);
  expect((await web.ask(checkers, 'approvePaymentFile', { id })).status).toBe(200);
  expect(await refusal(web.ask(checkers, 'sendPaymentFile', { id }))).toEqual([403, '/problems/person-has-another-duty']);

  const text = await documentOf(id, own);
  expect(openBankFile(bytes(text))).toMatchObject({ ok: true, file: { message: 'pain.001.001.09' } });
  expect(await documentOf(id, checkers)).toBe(text);
  expect(text).toContain(ibanOf(lender.sponsor));
  const item = await by(auditor).getPaymentFile({ id });
  expect(JSON.stringify(item)).not.toContain(ibanOf(lender.sponsor));
  expect(item.may?.map(({ answer }) => answer) ?? []).not.toContain('allowed');
  expect((await by(sponsorOfficerOf(lender.sponsor)).getPaymentFile({ id })).message).toBe(item.message);
  for (const other of [officerOf(city), sponsorOfficerOf((await actors.sponsor()).sponsor)])
    expect((await refused(by(other).getPaymentFile({ id }))).status).toBe(404);
  expect((await refused(by(secretary).getPaymentFile({ id }))).status).toBe(403);

  await settled(system.api);
  expect(await work('payment-file-to-send', maker)).toHaveLength(1);
  await by(maker).sendPaymentFile({ id });
  await settled(system.api);
  expect(await work('payment-file-to-be-answered', maker)).toHaveLength(1);
  const [first, second] = (await linesOf(id)).map(({ instruction }) => instruction);
  const answer = bytes(
    answerText(item.message, [
      { instruction: first ?? '', status: 'RJCT', reason: 'AC04' },
      { instruction: second ?? '', status: 'ACSP' },
    ]),
  );
  expect(await by(maker).uploadAnswer(answer)).toMatchObject({ id, status: 'answered', told: 2, rejected: 1, unreported: 0, known: false });
  await settled(system.api);
  const commits = await system.commits();
  expect(await by(maker).uploadAnswer(answer)).toMatchObject({ id, known: true });
  expect(await system.commits()).toEqual(commits);
  expect((await refused(by(secretary).uploadAnswer(answer))).status).toBe(403);

  const rejected = (await linesOf(id)).find(({ standing }) => standing === 'rejected')?.payment ?? '';
  await by(secondChecker).confirmPayment({ id: agreement.id, payment: rejected }, { report: 1 });
  const tranche = rejected === one ? 1 : 2;
  expect(await approvedPayment(system.api, agreement.id, tranche, lender.sponsor)).toBe(rejected);
  const again = await fileMade(system.api, lender.sponsor, [rejected]);
  await web.ask(checkers, 'approvePaymentFile', { id: again.id });
  await by(maker).downloadPaymentFile({ id: again.id });
  await by(maker).sendPaymentFile({ id: again.id });
  const found = await by(auditor).getAgreement({ id: agreement.id });
  expect(found.payments.find((each) => each.id === rejected)).toMatchObject({
    status: 'instructed',
    file: again.id,
    attempts: [{ status: 'failed', file: id }],
  });
  expect(found.payments.find((each) => each.id === (rejected === one ? two : one))).toMatchObject({ status: 'instructed', file: id });
  await settled(system.api);
  const { files, total } = await by(sponsorOfficerOf(lender.sponsor)).listPaymentFiles({ status: 'sent,answered', sort: '-day' });
  expect([files.map((each) => each.id).sort(), total.count]).toEqual([[id, again.id].sort(), 2]);
  expect((await by(officerOf(city)).listPaymentFiles({})).files).toEqual([]);
  const { entries } = await by(auditor).getPaymentFileTimeline({ id });
  expect(entries.map(({ type }) => type)).toEqual([
    'PaymentFileBegun',
    'TransfersListed',
    'PaymentFileMade',
    'PaymentFileApproved',
    'PaymentFileDownloaded',
    'PaymentFileDownloaded',
    'PaymentFileHandedOver',
    'PaymentFileSent',
    'PaymentFileAnswered',
    'TransfersTold',
  ]);
  expect(await verifiedFaults(system)).toEqual({});
});

test('what cannot go is left out and named; what banks cannot write is refused with the payment; nothing goes twice', async () => {
  const other = await actors.city('Nara');
  const retired = await accountOf(system.api, other);
  await cooled(system.api);
  const [here, there] = [await approved(1), await approved(1, other)];
  await by(certifierOf(other)).retireBankAccount({ id: retired }, { note: 'Closed.' });
  const made = await fileMade(system.api, lender.sponsor);
  expect(made).toMatchObject({
    status: 'made',
    transfers: 1,
    leftOut: [{ agreement: there.agreement.id, payment: there.payments[0], because: 'no-usable-account' }],
  });
  expect((await by(maker).paymentsForFile({ id: lender.sponsor, currency: 'USD' })).payments).toMatchObject([
    { payment: there.payments[0], because: 'no-usable-account', tranche: 1, advance: 0, partPayment: 0 },
  ]);
  const none = await refused(fileMade(system.api, lender.sponsor, here.payments));
  expect([none.type, none.facts['because']]).toEqual(['/problems/nothing-to-pay', 'in-another-file']);
  const unnamed = await refused(accountOf(system.api, other, { holder: '奈良市' }, '7654321'));
  expect([unnamed.type, unnamed.status, unnamed.facts]).toEqual(['/problems/holder-cannot-be-written', 422, { characters: '奈 良 市' }]);
  await accountOf(system.api, other, { town: '奈良市' }, '7654321');
  await cooled(system.api);
  const waits = { id: there.agreement.id, payment: there.payments[0] ?? '' };
  const changed = await refused(by(maker).instructPayment(waits));
  expect([changed.status, changed.type, changed.facts['payeeAccount']]).toEqual([409, '/problems/account-has-changed', retired]);
  const nothingGoes = await refused(fileMade(system.api, lender.sponsor, [waits.payment]));
  expect([nothingGoes.type, nothingGoes.facts['because']]).toEqual(['/problems/nothing-to-pay', 'account-changed']);
  await by(checker).refusePayment(waits, { note: 'The city has another account.' });
  await approvedPayment(system.api, waits.id, 1, lender.sponsor);
  const unwritable = await refused(fileMade(system.api, lender.sponsor));
  expect([unwritable.type, unwritable.facts]).toEqual([
    '/problems/payment-file-cannot-be-written',
    { payment: there.payments[0], part: 'payee/town', breaks: 'characters', characters: '奈 良 市' },
  ]);
  const { payments: waiting, fault } = await by(checker).paymentsForFile({ id: lender.sponsor, currency: 'USD' });
  expect([waiting.map(({ payment, payee, ...each }) => [payment, payee, each.fault?.part]), fault]).toEqual([
    [[there.payments[0], other, 'payee/town']],
    undefined,
  ]);
  expect((await refused(by(secretary).paymentsForFile({ id: lender.sponsor, currency: 'USD' }))).status).toBe(403);
  await by(checker).refusePaymentFile({ id: made.id }, { note: 'The day is wrong.' });
  expect(await fileMade(system.api, lender.sponsor, here.payments)).toMatchObject({ transfers: 1 });
  await settled(system.api);
  expect(await verifiedFaults(system)).toEqual({});
});

test('why a payment that is named cannot go is said as it is: of another payer, in another currency, or in another status', async () => {
  const { agreement, payments } = await approved(1);
  const [payment = ''] = payments;
  const other = await actors.sponsor({ total: '1000.00' });
  await accountOf(system.api, other.sponsor, {}, '7654321');
  await cooled(system.api);
  const executionDate = (await settled(system.api)).now.slice(0, 10);
  const body = { payer: lender.sponsor, currency: 'USD', executionDate, payments: ['pay_01jd3v6m8qfw9r2xk5t7b4n0ya', payment] };
  const commits = await system.commits();
  const named = [body, { ...body, payer: other.sponsor, payments: [payment] }, { ...body, currency: 'EUR', payments: [payment] }];
  const answers = await Promise.all(named.map((each) => refused(by(maker).makePaymentFile({}, each))));
  expect(answers).toEqual([
    { type: '/problems/payment-is-unknown', status: 404, facts: { payment: body.payments[0] } },
    { type: '/problems/payment-is-of-another-payer', status: 422, facts: { payment, payer: lender.sponsor }, pointers: ['/payments/0'] },
    { type: '/problems/payment-is-in-another-currency', status: 422, facts: { payment, currency: 'USD' }, pointers: ['/payments/0'] },
  ]);
  // A person who may make no file learns nothing of the payments.
  for (const person of [sponsorOfficerOf(other.sponsor), officerOf(city), secretary])
    for (const each of named) expect((await refused(by(person).makePaymentFile({}, each))).type).toBe('/problems/role-is-missing');
  expect(await system.commits()).toEqual(commits);
  await by(maker).instructPayment({ id: agreement.id, payment });
  const instructing: Someone = { person: 'secretariat/finance.maker', organisation: 'secretariat', roles: ['finance.maker'] };
  const refusedWith = bodyOf<Problem>(await web.ask(instructing, 'makePaymentFile', {}, { ...body, payments: [payment] }));
  expect(refusedWith).toMatchObject({ type: '/problems/nothing-to-pay', status: 409, facts: { because: 'instructed', payment } });
});

test('an entry that names no payment is suggested by the name of who is paid', async () => {
  const { payments } = await approved(1);
  const { id } = await fileMade(system.api, lender.sponsor, payments);
  await web.ask(checkers, 'approvePaymentFile', { id });
  await by(maker).downloadPaymentFile({ id });
  await by(maker).sendPaymentFile({ id });
  const today = (await settled(system.api)).now.slice(0, 10);
  const paidTo = (name: string, reference: string) => {
    const rest = `<RltdPties><Cdtr><Pty><Nm>${name}</Nm></Pty></Cdtr></RltdPties>`;
    return entryText({ amount: '100.00', currency: 'USD', reference, valueDate: today, details: detailText({ rest }) });
  };
  const entries = [paidTo('CREDIT MUNICIPAL', 'N-1'), paidTo('Somebody else', 'N-2')];
  const statement = await only(system.api, fileOf('NAMES', entries, '800.00', ibanOf(lender.sponsor)));
  const { lines } = await by(maker).getStatement({ id: statement.id });
  const scores = lines.map(({ candidates }) => candidates.find(({ payment }) => payment === payments[0])?.score ?? 0);
  expect(scores[0]).toBe(100);
  expect(scores[1]).toBeLessThan(80);
});

test('an answer that is of nothing here, or that cannot be read, changes nothing', async () => {
  await settled(system.api);
  const commits = await system.commits();
  for (const [text, type, status] of [
    [answerText(`JUNKAN-${'0'.repeat(26)}`, []), '/problems/answer-is-of-no-file', 422],
    ['<a/>', '/problems/answer-is-unreadable', 422],
    ['', '/problems/answer-is-unreadable', 422],
  ] as const) {
    const problem = await refused(by(maker).uploadAnswer(bytes(text)));
    expect([problem.type, problem.status]).toEqual([type, status]);
  }
  expect(await system.commits()).toEqual(commits);
});

test('who approves or instructs a payment reads between which accounts it is made, and decides about no others', async () => {
  const { agreement } = await approved(1);
  const read = async () => (await by(checker).accountsOfPayments({ id: agreement.id })).payments[0];
  const before = await read();
  expect(before).toMatchObject({
    payer: { account: { holder: 'Crédit municipal', bankName: 'Bank' }, isNew: false, hasChanged: false },
    payee: { account: { holder: 'Crédit municipal', lastFour: '4567' }, isNew: false, hasChanged: false },
  });
  expect(await refused(by(secretary).accountsOfPayments({ id: agreement.id }))).toMatchObject({ status: 403 });
  const of = { id: agreement.id, payment: before?.payment ?? '' };
  await accountOf(system.api, city, { holder: 'New holder' }, '7654321');
  await cooled(system.api);
  const after = await read();
  expect(after?.payee).toMatchObject({
    account: { holder: 'New holder', lastFour: '4321' },
    before: { lastFour: '4567' },
    isNew: true,
    hasChanged: true,
  });
  await by(checker).refusePayment(of, { note: 'The city has another account.' });
  await by(maker).requestPayment({ id: agreement.id }, { tranche: 1, sponsor: lender.sponsor });
  const old = { payerAccountRead: before?.payer?.account.id ?? '', payeeAccountRead: before?.payee?.account.id ?? '' };
  expect(await refused(by(checker).approvePayment(of, old))).toMatchObject({
    status: 409,
    type: '/problems/account-is-another',
    facts: { payeeAccount: after?.payee?.account.id },
  });
  const now = { ...old, payeeAccountRead: after?.payee?.account.id ?? '' };
  await by(checker).approvePayment(of, now);
  expect(await refused(by(maker).instructPayment(of, old))).toMatchObject({ type: '/problems/account-is-another' });
  await by(maker).instructPayment(of, now);
  expect((await by(checker).accountsOfPayments({ id: agreement.id })).payments).toEqual([]);
});

test('a file that was downloaded is refused by two persons, and what it pays stays in it until then', async () => {
  const { agreement, payments } = await approved(1);
  const [payment = ''] = payments;
  const { id } = await fileMade(system.api, lender.sponsor, payments);
  await web.ask(checkers, 'approvePaymentFile', { id });
  const maker1: Someone = { person: 'downloader', organisation: 'secretariat', roles: ['finance.maker', 'finance.checker'] };
  const before = await system.commits();
  await documentOf(id, maker1);
  await documentOf(id, maker1);
  const { message } = await by(auditor).getPaymentFile({ id });
  const [line] = await linesOf(id);
  const early = new TextEncoder().encode(answerText(message, [{ instruction: line?.instruction ?? '', status: 'ACSC' }]));
  expect((await refused(by(maker).uploadAnswer(early))).type).toBe('/problems/payment-file-is-not-sent');
  const { entries } = await by(auditor).getPaymentFileTimeline({ id });
  expect(entries.filter(({ type }) => type === 'PaymentFileDownloaded')).toHaveLength(1);
  expect(await system.commits()).not.toEqual(before);

  expect(await by(checker).refusePaymentFile({ id }, { note: 'The bank did not take it.' })).toMatchObject({ status: 'approved' });
  expect(await by(auditor).getPaymentFile({ id })).toMatchObject({
    downloads: [{ by: 'downloader' }],
    refusalRequest: { note: 'The bank did not take it.' },
  });
  const other = await refused(by(maker).instructPayment({ id: agreement.id, payment }));
  expect(other.type).toBe('/problems/payment-is-in-file');
  expect((await refused(fileMade(system.api, lender.sponsor, payments))).type).toBe('/problems/nothing-to-pay');
  const note = { note: 'It says so in writing.' };
  expect(await refusal(web.ask(maker1, 'refusePaymentFile', { id }, note))).toEqual([403, '/problems/prepared-by-the-same-person']);
  await settled(system.api);
  // Nobody is asked to send what two persons are about to refuse.
  expect(await filesIn('payment-file-to-send', maker)).not.toContain(id);
  const { work } = await by(secondChecker).listWork({ kind: 'payment-file-to-refuse' });
  expect(work.map(({ item }) => item)).toEqual([id]);
  expect((await by(checker).listWork({ kind: 'payment-file-to-refuse' })).work).toEqual([]);
  await by(secondChecker).refusePaymentFile({ id }, note);
  expect((await by(maker).instructPayment({ id: agreement.id, payment })).status).toBeDefined();
  const [order] = (await by(auditor).getAgreement({ id: agreement.id })).payments;
  expect(order?.instruction).toBe(`${line?.instruction}2`);
  await settled(system.api);
  expect(await verifiedFaults(system)).toEqual({});
  const broken = await breaking(system).removed({ in: 'disbursement', type: 'PaymentFileRefusalRequested', where: { stream: id } });
  expect(broken[18]?.[0]).toMatch(/^file \S+ was downloaded, and refused by \S+ alone$/);
});

test('a file that nobody has is not sent, and once its day is past a checker is asked to refuse it', async () => {
  const { payments } = await approved(1);
  const { id } = await fileMade(system.api, lender.sponsor, payments);
  const executionDate = (await settled(system.api)).now.slice(0, 10);
  expect((await by(checker).listWork({ kind: 'payment-file-to-approve' })).work.find(({ item }) => item === id)?.dueOn).toBe(executionDate);
  await web.ask(checkers, 'approvePaymentFile', { id });
  expect((await refused(by(maker).sendPaymentFile({ id }))).type).toBe('/problems/payment-file-is-not-downloaded');
  await settled(system.api);
  expect(await filesIn('payment-file-to-send', maker)).toContain(id);
  expect(await filesIn('payment-file-over', secondChecker)).not.toContain(id);
  await cooled(system.api);
  expect(await filesIn('payment-file-to-send', maker)).not.toContain(id);
  expect(await filesIn('payment-file-over', secondChecker)).toContain(id);
  const { may } = await by(maker).getPaymentFile({ id });
  expect(may?.find(({ operation }) => operation === 'sendPaymentFile')).toMatchObject({
    answer: 'refused',
    reason: { type: '/problems/payment-file-does-not-stand', facts: { because: 'ExecutionDateIsPast' } },
  });
  await by(checker).refusePaymentFile({ id }, { note: 'Its day is past.' });
  await settled(system.api);
  expect(await filesIn('payment-file-over', secondChecker)).not.toContain(id);
});

async function retireAccountsOf(city: string): Promise<void> {
  for await (const { id, status } of by(certifierOf(city)).each('listBankAccounts', { organisation: city }))
    if (status === 'confirmed') await by(certifierOf(city)).retireBankAccount({ id }, { note: 'The branch is closed.' });
}

test('a file of which a statement shows a payment is refused by nobody: its line waits until it is marked as sent', async () => {
  const city = await actors.city();
  const { agreement, payments } = await approvedPayments(system.api, actors, { lender, city, parts: 2 });
  const [payment = ''] = payments;
  const { id } = await fileMade(system.api, lender.sponsor, payments);
  await web.ask(checkers, 'approvePaymentFile', { id });
  await documentOf(id, checkers);
  await settled(system.api);
  const [{ instruction = '' } = {}] = await linesOf(id);
  const day = (await settled(system.api)).now.slice(0, 10);
  const file = fileOf('UNSENT-1', [debit('UNSENT-1', day, instruction)], '900.00', ibanOf(lender.sponsor));
  const { id: statement } = await only(system.api, file, { ...maker, second: true });
  expect((await by(maker).getStatement({ id: statement })).lines).toMatchObject([{ standing: 'held', because: 'not-sent', payment }]);
  await settled(system.api);
  const note = { note: 'The bank did not take it.' };
  expect(await refused(by(checker).refusePaymentFile({ id }, note))).toMatchObject({
    type: '/problems/payment-file-is-at-the-bank',
    facts: { statement },
  });
  const { may } = await by(checker).getPaymentFile({ id });
  expect(may?.find(({ operation }) => operation === 'refusePaymentFile')?.answer).not.toBe('allowed');
  // Neither what is on hold since, nor an account that is given up, nor a day that is past changes what the bank has done.
  const part = { tranche: 1, sponsor: lender.sponsor, reason: 'sanctions-check', note: 'Whose is it?' } as const;
  await by(checker).holdPayment({ id: agreement.id }, part);
  await retireAccountsOf(city);
  await cooled(system.api);
  expect((await refused(by(secondChecker).refusePaymentFile({ id }, note))).type).toBe('/problems/payment-file-is-at-the-bank');
  await by(maker).sendPaymentFile({ id });
  await by(secondChecker).releaseHold({ id: agreement.id, number: 1 }, { reason: 'cleared', note: 'It is the city’s.' });
  await by(maker).linkEntry({ id: statement, entry: '1' }, { agreement: agreement.id, settles: payment });
  expect(await by(secondChecker).confirmStatement({ id: statement }, {})).toMatchObject({ confirmed: 1 });
  await settled(system.api);
  expect(await verifiedFaults(system)).toEqual({});
});

test('a statement keeps no file from being refused that nobody had, whose line two persons have dismissed, or that is of another amount; and who brought it says nothing by it', async () => {
  const city = await actors.city();
  const { agreement, payments } = await approvedPayments(system.api, actors, { lender, city, parts: 3 });
  const note = { note: 'It is not to be paid.' };
  const account = ibanOf(lender.sponsor);
  const shows = async (file: string, name: string, amount: string): Promise<string> => {
    const [{ instruction = '' } = {}] = await linesOf(file);
    const day = (await settled(system.api)).now.slice(0, 10);
    const closing = (1000 - Number(amount)).toFixed(2);
    const { id } = await only(system.api, fileOf(name, [debit(name, day, instruction, amount)], closing, account));
    await settled(system.api);
    return id;
  };
  const fileOfOne = async (payment = ''): Promise<string> => {
    const { id } = await fileMade(system.api, lender.sponsor, [payment]);
    return id;
  };
  const unread = await fileOfOne(payments[0]);
  await shows(unread, 'UNREAD', '100.00');
  expect(await by(checker).refusePaymentFile({ id: unread }, note)).toMatchObject({ status: 'refused' });

  const had = await fileOfOne(payments[1]);
  await web.ask(checkers, 'approvePaymentFile', { id: had });
  await documentOf(had, checkers);
  const statement = await shows(had, 'HAD', '100.00');
  expect((await refused(by(checker).refusePaymentFile({ id: had }, note))).type).toBe('/problems/payment-file-is-at-the-bank');
  await retireAccountsOf(city);
  // The maker who brought the statement does not send what it shows.
  expect((await refused(by(maker).sendPaymentFile({ id: had }))).type).toBe('/problems/payment-file-does-not-stand');
  await by(maker).ignoreEntry({ id: statement, entry: '1' }, { note: 'Nobody knows it.' });
  await by(secondChecker).confirmStatement({ id: statement }, {});
  expect(await by(checker).refusePaymentFile({ id: had }, note)).toMatchObject({ status: 'approved' });
  expect(await by(secondChecker).refusePaymentFile({ id: had }, note)).toMatchObject({ status: 'refused' });
  expect((await by(auditor).getAgreement({ id: agreement.id })).payments.map(({ status }) => status)).not.toContain('instructed');
  await settled(system.api);
  expect(await verifiedFaults(system)).toEqual({});
});

test('what the bank has paid by a file before somebody says that it was sent is settled on the day of the bank', async () => {
  const { agreement, payments } = await approved(1);
  const [payment = ''] = payments;
  const { id } = await fileMade(system.api, lender.sponsor, payments);
  await web.ask(checkers, 'approvePaymentFile', { id });
  await documentOf(id, checkers);
  const day = (await settled(system.api)).now.slice(0, 10);
  await cooled(system.api);
  await by(maker).sendPaymentFile({ id });
  await settled(system.api);
  const [instruction] = (await linesOf(id)).map((line) => line.instruction);
  const account = ibanOf(lender.sponsor);
  const statement = await only(system.api, fileOf('EARLY-1', [debit('EARLY-1', day, instruction)], '900.00', account));
  expect((await by(maker).getStatement({ id: statement.id })).lines).toMatchObject([{ standing: 'reported', payment }]);
  expect(await by(secondChecker).confirmStatement({ id: statement.id }, {})).toMatchObject({ confirmed: 1 });
  expect((await by(auditor).getAgreement({ id: agreement.id })).payments).toMatchObject([{ status: 'settled', valueDate: day }]);
  await settled(system.api);
  const instructed = { in: 'disbursement', type: 'PaymentInstructed', where: { stream: agreement.id } } as const;
  const later = await breaking(system).changed(instructed, (data) => {
    data['withBankSince'] = data['at'];
  });
  expect(later[18]).toEqual([
    expect.stringContaining(`is settled on ${day}, before`),
    expect.stringContaining(`payment ${payment} of ${agreement.id} is with the bank since`),
  ]);
});
