import {
  approver,
  approverOf,
  auditor,
  certifierOf,
  checker,
  maker,
  officerOf,
  secondChecker,
  secretary,
  thirdChecker,
} from '@junkan/scripts/main-job/api.ts';
import { adviceOf } from '@junkan/scripts/main-job/bank.ts';
import { advance, settled } from '@junkan/scripts/main-job/clock.ts';
import { afterAll, expect, test } from 'vitest';
import { accountOf } from '../accounts.ts';
import { GRANT, GUARANTEE, refused, usd } from '../actors.ts';
import { breaking, verifiedFaults } from '../breaking.ts';
import { http, refusal, type Someone } from '../http.ts';
import { openSystem } from '../open-system.ts';
import { debit, fileOf, instructed, only } from '../statement-files.ts';

const { system, api, actors } = await openSystem();
afterAll(async () => {
  expect(await verifiedFaults(system)).toEqual({});
});

const DAY = 86_400_000;
const [MAKER, CHECKER]: Someone[] = (['finance.maker', 'finance.checker'] as const).map((role) => ({
  person: `secretariat/${role}`,
  organisation: 'secretariat',
  roles: [role],
}));
const proposes = (through: string) => refusal(http(system.address).ask(MAKER, 'proposePeriod', {}, { through }));
const closes = (id: string, by = CHECKER) => refusal(http(system.address).ask(by, 'closePeriod', { id }));
const lastDay = (at: string, months: number): string =>
  new Date(Date.UTC(Number(at.slice(0, 4)), Number(at.slice(5, 7)) - 1 + months, 1) - DAY).toISOString().slice(0, 10);

test('a month is closed by two persons once nothing of it waits, and rates that are corrected later leave its balances as they are', async () => {
  const city = await actors.city();
  const lender = await actors.sponsor();
  const agreement = await actors.payable(city, [[lender, '1000.00']], { milestones: ['1000.00'] });
  await actors.paid(agreement, 1);
  const { now } = await settled(api);
  const [before, through] = [lastDay(now, 0), lastDay(now, 1)];
  expect(await proposes(through)).toEqual([422, '/problems/period-is-not-over']);
  expect(await proposes(now.slice(0, 8).concat('01'))).toEqual([422, '/problems/period-ends-within-a-month']);

  const sheet = { source: 'Central bank', base: 'EUR', day: now.slice(0, 10), rates: [{ currency: 'JPY', rate: '162.05' }] };
  const { id: rates } = await api.as(maker).enterRates({}, sheet);
  await settled(api);
  await advance(api, `${lastDay(now, 2)}T12:00:00.000Z`);
  expect(await proposes(through)).toEqual([409, '/problems/period-is-unresolved']);
  await api.as(checker).confirmRates({ id: rates });
  await settled(api);

  // The bank paid by an account of which there is no statement.
  expect(await proposes(through)).toEqual([409, '/problems/statements-are-missing']);
  const note = 'The bank sends its statements on paper.';
  const { id } = await api.as(maker).proposePeriod({}, { through, note });
  expect(await proposes(before)).toEqual([409, '/problems/period-is-proposed']);
  await settled(api);
  const waits = async () => (await api.as(thirdChecker).listWork({ kind: 'period-to-close' })).work.map(({ href }) => href);
  expect(await waits()).toEqual([`/v1/periods/${id}`]);
  const alone = { person: MAKER?.person ?? '', organisation: 'secretariat', roles: ['finance.checker' as const] };
  expect(await closes(id, alone)).toEqual([403, '/problems/prepared-by-the-same-person']);
  // The checker confirmed the settlements of that month.
  expect(await closes(id)).toEqual([403, '/problems/person-has-another-duty']);
  await api.as(thirdChecker).refusePeriod({ id }, { note: 'Not yet.' });
  await api.as(maker).proposePeriod({}, { through, note });
  await api.as(thirdChecker).closePeriod({ id });
  await settled(api);
  expect(await waits()).toEqual([]);

  const period = await api.as(auditor).getPeriod({ id });
  expect(period).toMatchObject({ status: 'closed', through, proposals: [{ note: 'Not yet.', reason: note }, { standing: 'confirmed' }] });
  const { balances } = await api.as(auditor).getLedger({ to: through, limit: 1 });
  expect(period.proposals[1]?.balances).toEqual(
    balances.flatMap(({ kind, closing }) => (closing.amount === '0.00' ? [] : [{ kind, closing }])),
  );
  expect((await api.as(officerOf(city)).getLedger({})).closedThrough).toBe(through);
  const { entries } = await api.as(auditor).getPeriodTimeline({ id });
  expect(entries.map(({ type }) => type)).toEqual(['PeriodProposed', 'PeriodRefused', 'PeriodProposed', 'PeriodClosed']);

  const corrected = { ...sheet, rates: [{ currency: 'JPY', rate: '163' }], corrects: true };
  const inForce = (await api.as(maker).enterRates({}, corrected)).id;
  await api.as(checker).confirmRates({ id: inForce });
  await settled(api);
  expect((await api.as(auditor).getLedger({ to: through, limit: 1 })).balances).toEqual(balances);
  expect(await proposes(before)).toEqual([409, '/problems/period-is-closed']);
  expect((await api.as(maker).proposePeriod({}, { through })).id).toBe(id);
});

/** The day itself, or the next one in a direction on which banks are open. */
const openDay = (day: string, step: 1 | -1): string =>
  [0, 6].includes(new Date(day).getUTCDay()) ? openDay(dayAfter(day, step), step) : day;
const dayAfter = (day: string, days = 1): string => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

/** A statement of these days, of an account with a thousand before it where nothing else is said; its line is of a hundred. */
async function stated(account: string, id: string, [from, to]: readonly [string, string], { line = '', opening = '1000.00' } = {}) {
  const days = `<FrToDt><FrDtTm>${from}T00:00:00Z</FrDtTm><ToDtTm>${to}T23:00:00Z</ToDtTm></FrToDt><Acct>`;
  const closing = line === '' ? opening : '900.00';
  const file = fileOf(id, line === '' ? [] : [line], closing, account);
  const text = new TextDecoder().decode(file).replace('1000.00', opening).replace('<Acct>', days);
  const statement = await only(api, new TextEncoder().encode(text.replaceAll('2026-08-07', to)));
  await settled(api);
  return statement.id;
}

/** Paid from an account, as two persons say by hand. */
async function paidByHand(account: string, bankReference: string) {
  const { agreement, today, orders } = await instructed(system, actors, 1, account);
  const { payment = '', instruction = '' } = orders[0] ?? {};
  const of = { id: agreement.id, payment };
  await api.as(maker).settlePayment(of, { bankReference, valueDate: today, document: await adviceOf(api) });
  await api.as(checker).confirmPayment(of, { report: 1 });
  await settled(api);
  return { of, today, instruction };
}

test('statements of an account reach to the end of a month in which it was in use, or the closing says why there are none', async () => {
  const account = '0001234588';
  const { of, today, instruction } = await paidByHand(account, 'ONE');
  const through = lastDay(today, 1);
  const first = await stated(account, 'FIRST', [today, today], { line: debit('ONE', today, instruction) });
  await api.as(maker).linkEntry({ id: first, entry: '1' }, { agreement: of.id, settles: of.payment });
  await api.as(secondChecker).confirmStatement({ id: first }, {});
  await settled(api);
  await advance(api, `${lastDay(today, 2)}T12:00:00.000Z`);
  const end = openDay(through, -1);
  const { facts } = await refused(api.as(maker).proposePeriod({}, { through }));
  expect(facts).toEqual({ missing: [{ item: expect.any(String), day: openDay(dayAfter(today), 1), through: end }] });
  await stated(account, 'LAST', [dayAfter(today), end], { opening: '900.00' });
  const { id } = await api.as(maker).proposePeriod({}, { through });
  await api.as(thirdChecker).closePeriod({ id });
  const { proposals } = await api.as(auditor).getPeriod({ id });
  expect(proposals).toMatchObject([{ coverage: { accounts: [{ reached: end, needed: end }] } }]);
  expect(await verifiedFaults(system)).toEqual({});
  const short = await breaking(system).changed(
    { in: 'disbursement', type: 'StatementEntered', where: { 'events.data.to': end } },
    (data) => {
      data['to'] = today;
    },
  );
  expect(short[27]?.join()).toContain(`through ${end} of `);
  const unshown = await breaking(system).changed({ in: 'disbursement', type: 'EntryLinked', where: { stream: first } }, (data) => {
    data['payment'] = 'pay_another';
  });
  expect(unshown[27]?.join()).toContain(`payment ${of.payment} of ${of.id}, settled on ${today} by hand, is on no statement`);
});

test('what was said by hand, and the statements of its day do not show, keeps the books open', async () => {
  const account = '0001234577';
  const { of, today } = await paidByHand(account, 'TWO');
  const through = lastDay(today, 1);
  await advance(api, `${lastDay(today, 2)}T12:00:00.000Z`);
  await stated(account, 'EMPTY', [today, openDay(through, -1)]);
  const refusal = await refused(api.as(maker).proposePeriod({}, { through, note }));
  expect(refusal).toMatchObject({
    type: '/problems/period-is-unresolved',
    facts: { matters: [{ waits: 'unshown-report', item: of.id, day: today }] },
  });
  // It was booked by mistake, as two persons say then.
  await api.as(maker).reversePayment(of, { note: 'The bank has not paid it.' });
  await api.as(secondChecker).confirmPayment(of, { report: 2 });
  await settled(api);
  const { id } = await api.as(maker).proposePeriod({}, { through, note });
  await api.as(thirdChecker).closePeriod({ id });
});

test('so does what was said by hand of a day of the month before the first statement of its account', async () => {
  const account = '0001234544';
  const { of, today, instruction } = await paidByHand(account, 'EARLY');
  const through = lastDay(today, 1);
  await advance(api, `${lastDay(today, 2)}T12:00:00.000Z`);
  await stated(account, 'LATE', [dayAfter(today), openDay(through, -1)], { opening: '900.00' });
  expect(await unresolved(through)).toEqual([{ waits: 'unshown-report', item: of.id, day: today }]);
  const early = await stated(account, 'BEFORE', [today, today], { line: debit('EARLY', today, instruction) });
  await api.as(maker).linkEntry({ id: early, entry: '1' }, { agreement: of.id, settles: of.payment });
  await api.as(secondChecker).confirmStatement({ id: early }, {});
  await settled(api);
  const { id } = await api.as(maker).proposePeriod({}, { through, note });
  await api.as(thirdChecker).closePeriod({ id });
  const unshown = await breaking(system).changed({ in: 'disbursement', type: 'EntryLinked', where: { stream: early } }, (data) => {
    data['payment'] = 'pay_another';
  });
  expect(unshown[27]?.join()).toContain(`payment ${of.payment} of ${of.id}, settled on ${today} by hand, is on no statement`);
});

const note = 'The other bank sends its statements on paper.';
const unresolved = async (through: string) => {
  const { facts } = await refused(api.as(maker).proposePeriod({}, { through, note }));
  return (facts as { matters?: readonly object[] }).matters;
};

test('a refund that was said by hand keeps the books open while a statement of an account of who received it reaches its day and does not show it', async () => {
  const account = '0001234566';
  const { of, today, instruction } = await paidByHand(account, 'THREE');
  const through = lastDay(today, 1);
  const first = await stated(account, 'PAID', [today, today], { line: debit('THREE', today, instruction) });
  await api.as(maker).linkEntry({ id: first, entry: '1' }, { agreement: of.id, settles: of.payment });
  await api.as(secondChecker).confirmStatement({ id: first }, {});
  const { proposer } = await api.as(auditor).getAgreement({ id: of.id });
  const recovery = { id: of.id, number: 1 };
  await api.as(secretary).claimRecovery({ id: of.id }, { kind: 'clawback', tranche: 1, amount: usd('60.00'), note: 'The site was sold.' });
  await api.as(certifierOf(proposer)).answerRecovery(recovery, { note: 'We pay back.' });
  await api.as(approver).approveRecovery(recovery);
  const refund = { amount: usd('40.00'), bankReference: 'BACK-3', valueDate: today, document: await adviceOf(api) };
  await api.as(maker).reportRefund(recovery, refund);
  await api.as(checker).confirmResolution({ ...recovery, resolution: '1' });
  await settled(api);
  await advance(api, `${lastDay(today, 2)}T12:00:00.000Z`);
  await stated(account, 'NO REFUND', [dayAfter(today), openDay(through, -1)], { opening: '900.00' });
  expect(await unresolved(through)).toEqual([{ waits: 'unshown-refund', item: of.id, day: today }]);
  // It was said by mistake, as two persons say then.
  await api.as(secondChecker).refuseResolution({ ...recovery, resolution: '1' }, { note: 'Nothing has come.' });
  await settled(api);
  expect(await unresolved(through)).toHaveLength(1);
  await api.as(thirdChecker).confirmResolution({ ...recovery, resolution: '2' });
  await settled(api);
  const { id } = await api.as(maker).proposePeriod({}, { through, note });
  // Who confirmed it has a part in that month, and who confirmed that it was a mistake in the next one.
  expect(await refused(api.as(checker).closePeriod({ id }))).toMatchObject({ type: '/problems/person-has-another-duty' });
  await api.as(thirdChecker).closePeriod({ id });
});

test('so does what a guarantor has paid, by the statements of its own accounts, until a line is confirmed to be it', async () => {
  const [account, city, donor, guarantor] = ['0001234555', await actors.city(), await actors.sponsor(), await actors.sponsor()];
  await accountOf(api, guarantor.sponsor, {}, account);
  const { id: agreement, shares } = await actors.agreed(city, [
    [guarantor, '900.00', GUARANTEE],
    [donor, '1000.00', GRANT],
  ]);
  await actors.signed(await api.as(auditor).getAgreement({ id: agreement }));
  const { hash } = await api.as(officerOf(city)).upload(new TextEncoder().encode('A letter of the lender'), 'text/plain');
  const { offer = '' } = shares.find(({ sponsor }) => sponsor === guarantor.sponsor)?.parts?.[0] ?? {};
  const of = { id: agreement, number: 1 };
  const call = { offer, amount: usd('100.00'), evidence: [hash], note: 'It was not repaid.' };
  await api.as(certifierOf(city)).callGuarantee({ id: agreement }, call);
  await api.as(approverOf(guarantor.sponsor)).acceptDrawing(of);
  const today = (await settled(api)).now.slice(0, 10);
  const through = lastDay(today, 1);
  await api.as(maker).reportClaimPaid(of, { bankReference: 'CLAIM', valueDate: today, document: await adviceOf(api) });
  await settled(api);
  await advance(api, `${lastDay(today, 2)}T12:00:00.000Z`);
  expect(await unresolved(through)).toEqual([{ waits: 'bank-report', item: agreement, day: today }]);
  await api.as(checker).confirmClaimPaid(of);
  const stating = await stated(account, 'CLAIM', [today, openDay(through, -1)], { line: debit('CLAIM', today) });
  expect(await unresolved(through)).toContainEqual({ waits: 'unshown-claim', item: agreement, day: today });
  await api.as(maker).linkEntry({ id: stating, entry: '1' }, { agreement, drawing: 1 });
  await api.as(secondChecker).confirmStatement({ id: stating }, {});
  await settled(api);
  const { id } = await api.as(maker).proposePeriod({}, { through, note });
  for (const one of [checker, thirdChecker])
    expect(await refused(api.as(one).closePeriod({ id }))).toMatchObject({ type: '/problems/person-has-another-duty' });
  const another = { person: 'secretariat/closer', organisation: 'secretariat', roles: ['finance.checker' as const] };
  expect(await http(system.address).ask(another, 'closePeriod', { id })).toMatchObject({ status: 200 });
  expect(await verifiedFaults(system)).toEqual({});
  const unshown = await breaking(system).changed({ in: 'disbursement', type: 'EntryLinked', where: { stream: stating } }, (data) => {
    data['drawing'] = 2;
  });
  expect(unshown[27]?.join()).toContain(`call 1 of ${agreement}, paid on ${today} by hand, is on no statement`);
});
