import { auditor, checker, maker, secondChecker, thirdChecker } from '@junkan/scripts/main-job/api.ts';
import { adviceOf } from '@junkan/scripts/main-job/bank.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { ibanOf } from '@junkan/scripts/main-job/demonstrations/accounts.ts';
import { expect, test } from 'vitest';
import { accountOf } from '../accounts.ts';
import { first, refused, usd } from '../actors.ts';
import { breaking, verifiedFaults } from '../breaking.ts';
import { openPaying } from '../open-system.ts';
import { fileMade, verifiedInParts } from '../payment-files.ts';
import { credit, debit, fileOf, instructed, only } from '../statement-files.ts';

const { system, actors, web, lender, checkers, approved, linesOf } = await openPaying();
const { api } = system;
const store = breaking(system);
const by = api.as;
const NOTE = { note: 'As the bank says.' };
const RELEASE = { reason: 'cleared', note: 'I have looked.' } as const;

let accounts = 0;
/** A payment of 100.00 that the bank was instructed with, and statements of the account from which it is paid. */
async function scene() {
  accounts += 1;
  const account = `00012347${String(accounts).padStart(2, '0')}`;
  const { agreement, today, orders } = await instructed(system, actors, 1, account);
  const { payment, instruction } = first(orders);
  const of = { id: agreement.id, payment };
  const { sponsor } = first(agreement.cells);
  const reference = (name: string) => `H${accounts}-${name}`;
  return {
    of,
    part: { tranche: 1, sponsor },
    today,
    account,
    instruction,
    /** `isNamed`: whether it has our reference. `id`: of the statement. */
    shows: async (name: string, amount = '100.00', { isNamed = true, id = name } = {}) => {
      await settled(api);
      const line = debit(reference(name), today, isNamed ? instruction : undefined, amount);
      return only(api, fileOf(reference(id), [line], (1000 - Number(amount)).toFixed(2), account));
    },
    fails: async (report = 1) => {
      await by(maker).failPayment(of, { note: 'The bank says so.' });
      return () => by(secondChecker).confirmPayment(of, { report });
    },
    reference,
  };
}
/** A payment of 100.00 that is requested; `approvals` has it approved. */
async function refusable() {
  accounts += 1;
  const account = `00012347${String(accounts).padStart(2, '0')}`;
  const [city, of] = [await actors.city(), await actors.sponsor({ total: '100000.00' })];
  await accountOf(api, of.sponsor, {}, account);
  const agreement = await verifiedInParts(api, actors, { lender: of, city, parts: 1 });
  const part = { tranche: 1, sponsor: of.sponsor };
  const { payment } = await by(maker).requestPayment({ id: agreement.id }, part);
  const { now } = await settled(api);
  const paid = { id: agreement.id, payment };
  return { of: paid, part, account, today: now.slice(0, 10), approvals: () => by(checker).approvePayment(paid) };
}
/** By which the bank would have been instructed. */
const referenceOf = (payment: string): string => `JUNKAN-${payment.slice('pay_'.length).toUpperCase()}`;

type Of = { readonly id: string; readonly payment: string };
const agreementOf = ({ id }: Pick<Of, 'id'>) => by(auditor).getAgreement({ id });
const statusOf = async (of: Of) => (await agreementOf(of)).payments.find(({ id }) => id === of.payment)?.status;
const workOf = async (item: string) => {
  await settled(api);
  return (await by(thirdChecker).listWork({ waits: 'all' })).work.filter((row) => row.item === item).map(({ kind }) => kind);
};
const isAsked = async (of: Of, operation: string) =>
  (await by(maker).getAgreement({ id: of.id })).may?.find((each) => each.operation === operation)?.answer;
const held = { status: 409, type: '/problems/payment-is-held' };
const undecided = { status: 409, type: '/problems/line-is-undecided' };

test('a statement that shows a payment which is said to have failed stops its part until two persons have decided the line', async () => {
  const { of, part, shows, fails } = await scene();
  await (await fails())();
  const { id } = await shows('A');
  expect((await by(maker).getStatement({ id })).lines).toMatchObject([{ standing: 'held', because: 'earlier-attempt' }]);
  expect((await agreementOf(of)).holds).toMatchObject([
    { status: 'standing', ...part, reason: 'shown-by-statement', statement: id, statementEntry: 1 },
  ]);
  expect(new Set(await workOf(of.id))).toEqual(new Set(['hold-to-release']));
  // Each says of which milestone and sponsor it is.
  const { work } = await by(thirdChecker).listWork({ kind: 'hold-to-release' });
  expect(work.filter(({ item }) => item === of.id)).toMatchObject([{ owner: part.sponsor, pays: { tranche: part.tranche } }]);
  expect(await isAsked(of, 'requestPayment')).toBe('refused');
  const again = () => by(maker).requestPayment({ id: of.id }, part);
  expect(await refused(again())).toMatchObject(held);
  const release = { id: of.id, number: 1 };
  expect(await refused(by(thirdChecker).releaseHold(release, RELEASE))).toMatchObject({ ...undecided, facts: { statement: id, entry: 1 } });
  // The bank did pay it: what was said to have failed did not.
  await by(maker).reverseOutcome(of, { ...NOTE, document: await adviceOf(api) });
  await by(thirdChecker).confirmPayment(of, { report: 2 });
  await by(maker).linkEntry({ id, entry: '1' }, { agreement: of.id, settles: of.payment });
  expect(await refused(by(thirdChecker).releaseHold(release, RELEASE))).toMatchObject(undecided);
  expect(await by(secondChecker).confirmStatement({ id }, {})).toMatchObject({ confirmed: 1 });
  expect(await statusOf(of)).toBe('settled');
  expect((await agreementOf(of)).holds).toMatchObject([{ status: 'released', releaseReason: 'line-decided' }]);
  expect(await workOf(of.id)).toEqual([]);
  expect(await verifiedFaults(system)).toEqual({});
  const confirmed = { in: 'disbursement', type: 'EntriesConfirmed', where: { stream: id } } as const;
  const early = await store.changed(confirmed, (data) => {
    data['numbers'] = [];
  });
  expect(early[28]).toEqual([`hold 1 of ${of.id} is released, and nobody has decided entry 1 of ${id}`]);
});

test('a statement that comes while a failure waits stops the part; what the bank is to make good is paid again once two persons have said so', async () => {
  const { of, part, shows, fails } = await scene();
  const confirm = await fails();
  const { id } = await shows('B');
  expect((await by(maker).getStatement({ id })).lines).toMatchObject([{ standing: 'held', because: 'report-refused' }]);
  expect((await agreementOf(of)).holds).toMatchObject([{ status: 'standing', statement: id }]);
  await confirm();
  const again = () => by(maker).requestPayment({ id: of.id }, part);
  expect(await refused(again())).toMatchObject(held);
  const owed = { as: 'receivable-from-bank', amount: usd('100.00'), direction: 'debit' } as const;
  await by(maker).explainEntry({ id, entry: '1' }, { ...NOTE, parts: [owed] });
  expect(await refused(again())).toMatchObject(held);
  expect(await by(secondChecker).confirmStatement({ id }, {})).toMatchObject({ confirmed: 1 });
  await again();
  await by(checker).approvePayment(of);
  expect(await statusOf(of)).toBe('approved');
  expect(await verifiedFaults(system)).toEqual({});
});

test('a line with the reference of a payment is no charge, and that it is of something else nobody confirms who had a part in it', async () => {
  const { of, part, shows, fails } = await scene();
  await (await fails())();
  const { id } = await shows('FEE');
  const line = { id, entry: '1' };
  expect(await refused(by(maker).recordFee(line, NOTE))).toMatchObject({
    status: 409,
    type: '/problems/entry-bears-a-reference',
    facts: { entry: 1, payment: of.payment },
  });
  const isOfAnother = { as: 'unrelated', amount: usd('100.00'), direction: 'debit' } as const;
  const duty = { status: 403, type: '/problems/person-has-another-duty' };
  for (const say of [
    () => by(maker).ignoreEntry(line, NOTE),
    () => by(maker).explainEntry(line, { ...NOTE, parts: [isOfAnother] }),
    // What was said before does not make it a line without a reference.
    () => by(maker).ignoreEntry(line, { note: 'It is of another.' }),
  ]) {
    await say();
    expect(await refused(by(checker).confirmStatement({ id }, {}))).toMatchObject(duty);
  }
  expect(await refused(by(maker).recordFee(line, NOTE))).toMatchObject({ type: '/problems/entry-bears-a-reference' });
  expect(await refused(by(maker).requestPayment({ id: of.id }, part))).toMatchObject(held);
  expect(await by(secondChecker).confirmStatement({ id }, {})).toMatchObject({ confirmed: 1 });
  expect((await agreementOf(of)).holds).toMatchObject([{ status: 'released' }]);
  expect(await verifiedFaults(system)).toEqual({});
  const dismissed = { in: 'disbursement', type: 'EntriesConfirmed', where: { stream: id } } as const;
  const { person } = (await store.commitOf({ in: 'disbursement', type: 'PaymentApproved', where: { stream: of.id } })).actor;
  const early = await store.changed(dismissed, (data, commit) => {
    data['by'] = person;
    commit.actor = { ...commit.actor, person };
  });
  expect(early[67]).toEqual([
    `entry 1 of ${id}, which bears the reference of ${of.payment}, or takes back what does, was set aside by ${person}, who had a part in it`,
  ]);
});

test('that a line with the reference of a payment is taken back by another nobody confirms who had a part in it', async () => {
  const { of, part, today, account, instruction, reference, fails } = await scene();
  await (await fails())();
  const lines = [debit(reference('PAID'), today, instruction), credit(reference('OTHER'), today)];
  const { id } = await only(api, fileOf(reference('S'), lines, '1000.00', account));
  const takenBack = { as: 'reversal', statement: id, entry: 1, amount: usd('100.00'), direction: 'credit' } as const;
  await by(maker).holdEntry({ id, entry: '1' }, NOTE);
  await by(maker).explainEntry({ id, entry: '2' }, { ...NOTE, parts: [takenBack] });
  expect(await refused(by(checker).confirmStatement({ id }, {}))).toMatchObject({ status: 403, type: '/problems/person-has-another-duty' });
  expect(await refused(by(maker).requestPayment({ id: of.id }, part))).toMatchObject(held);
  expect(await by(secondChecker).confirmStatement({ id }, {})).toMatchObject({ confirmed: 1 });
  expect(await verifiedFaults(system)).toEqual({});
  const confirmed = { in: 'disbursement', type: 'EntriesConfirmed', where: { stream: id } } as const;
  const { person } = (await store.commitOf({ in: 'disbursement', type: 'PaymentApproved', where: { stream: of.id } })).actor;
  const early = await store.changed(confirmed, (data, commit) => {
    data['by'] = person;
    commit.actor = { ...commit.actor, person };
  });
  expect(early[67]).toContainEqual(expect.stringMatching(`^entry 2 of ${id}, .* was set aside by ${person}, who had a part in it$`));
});

test.each(['its own', 'another'])(
  'that a line of %s statement is taken back was wrong, as two persons say: both wait again, and what the bank seems to have paid is not paid again',
  async (whose) => {
    const { of, part, today, account, instruction, reference, fails } = await scene();
    await (await fails())();
    const [paid, back] = [debit(reference('PAID'), today, instruction), credit(reference('BACK'), today)];
    const files =
      whose === 'another'
        ? [
            { lines: [paid], closing: '900.00' },
            { lines: [back], closing: '1100.00' },
          ]
        : [{ lines: [paid, back], closing: '1000.00' }];
    const ids: string[] = [];
    for (const [at, { lines, closing }] of files.entries())
      ids.push((await only(api, fileOf(reference(`S${at}`), lines, closing, account))).id);
    const line = { id: first(ids), entry: '1' };
    const reversing = whose === 'another' ? { id: ids[1] ?? '', entry: '1' } : { id: line.id, entry: '2' };
    const standings = async () => {
      const statements = await Promise.all(
        [line, reversing].map(async ({ id, entry }) => (await by(maker).getStatement({ id })).lines[Number(entry) - 1]),
      );
      return statements.map((each) => each?.standing);
    };
    const takenBack = { as: 'reversal', statement: line.id, entry: 1, amount: usd('100.00'), direction: 'credit' } as const;
    await by(maker).explainEntry(reversing, { ...NOTE, parts: [takenBack] });
    expect(await by(secondChecker).confirmStatement({ id: reversing.id }, {})).toMatchObject({ confirmed: 1 });
    expect(await standings()).toEqual(['reversed', 'accounted']);
    expect((await agreementOf(of)).holds).toMatchObject([{ status: 'released' }]);

    await by(maker).withdrawEntry(reversing, { note: 'It is of something else.' });
    expect(await workOf(reversing.id)).toContain('entry-withdrawal-to-decide');
    expect(await refused(by(checker).withdrawEntry(reversing, NOTE))).toMatchObject({
      status: 403,
      type: '/problems/person-has-another-duty',
    });
    expect(await standings()).toEqual(['reversed', 'accounted']);
    await by(thirdChecker).withdrawEntry(reversing, NOTE);
    await by(thirdChecker).withdrawEntry(reversing, NOTE);
    expect(await standings()).toEqual(['held', 'held']);
    expect((await agreementOf(of)).holds).toMatchObject([
      { status: 'released' },
      { status: 'standing', statement: line.id, statementEntry: 1 },
    ]);
    expect(await refused(by(maker).requestPayment({ id: of.id }, part))).toMatchObject(held);
    expect(await verifiedFaults(system)).toEqual({});
    const reopened = (stream: string) => ({ in: 'disbursement', type: 'EntriesReopened', where: { stream } }) as const;
    const stays = await store.changed(reopened(line.id), (data) => {
      data['numbers'] = whose === 'another' ? [] : [2];
    });
    expect(stays[17]).toContainEqual(
      `entry 1 of ${line.id} is taken back by entry ${reversing.entry} of ${reversing.id}, which is no reversal of it`,
    );
    const { person } = (await store.commitOf({ in: 'disbursement', type: 'PaymentApproved', where: { stream: of.id } })).actor;
    const own = await store.changed(reopened(reversing.id), (data, commit) => {
      data['by'] = person;
      commit.actor = { ...commit.actor, person };
    });
    expect(own[67]).toContainEqual(
      expect.stringMatching(`^entry ${reversing.entry} of .* was taken up again by ${person}, who had a part in it$`),
    );
    // It is taken back again by the same line, as two persons say once more.
    await by(maker).explainEntry(reversing, { note: 'It is that after all.', parts: [takenBack] });
    expect(await by(secondChecker).confirmStatement({ id: reversing.id }, {})).toMatchObject({ confirmed: 1 });
    expect(await standings()).toEqual(['reversed', 'accounted']);
    expect(await verifiedFaults(system)).toEqual({});
  },
);

test('what came back is not paid again while another line says that the bank has paid it once more', async () => {
  const { of, part, today, shows, reference } = await scene();
  const { id: paid } = await shows('ONCE');
  await by(secondChecker).confirmStatement({ id: paid }, {});
  expect(await statusOf(of)).toBe('settled');
  const { id: twice } = await shows('TWICE');
  expect((await by(maker).getStatement({ id: twice })).lines).toMatchObject([{ standing: 'held', because: 'settled-already' }]);
  const advice = { bankReference: reference('BACK'), valueDate: today, note: 'It came back.', document: await adviceOf(api) };
  await by(maker).returnPayment(of, advice);
  await by(secondChecker).confirmPayment(of, { report: 2 });
  expect(await statusOf(of)).toBe('returned');
  expect((await agreementOf(of)).holds).toMatchObject([{ status: 'standing', statement: twice, statementEntry: 1 }]);
  expect(await refused(by(maker).requestPayment({ id: of.id }, part))).toMatchObject(held);
  await by(maker).explainEntry(
    { id: twice, entry: '1' },
    { ...NOTE, parts: [{ as: 'receivable-from-bank', amount: usd('100.00'), direction: 'debit' }] },
  );
  await by(secondChecker).confirmStatement({ id: twice }, {});
  await by(maker).requestPayment({ id: of.id }, part);
  expect(await verifiedFaults(system)).toEqual({});
});

test('a line that waits for another reason stops the part once the failure is confirmed', async () => {
  const { of, part, shows, fails } = await scene();
  const { id } = await shows('C', '101.00');
  expect((await by(maker).getStatement({ id })).lines).toMatchObject([{ standing: 'held', because: 'other-amount' }]);
  await settled(api);
  expect((await agreementOf(of)).holds).toEqual([]);
  const confirm = await fails();
  await confirm();
  expect((await agreementOf(of)).holds).toMatchObject([{ status: 'standing', statement: id, statementEntry: 1 }]);
  expect(await refused(by(maker).requestPayment({ id: of.id }, part))).toMatchObject(held);
  await confirm();
  expect((await agreementOf(of)).holds).toHaveLength(1);
  expect(await verifiedFaults(system)).toEqual({});
});

test('a statement that shows a payment of a file that was refused stops it from being instructed', async () => {
  const { agreement, payments } = await approved(2);
  const { id: file } = await fileMade(api, lender.sponsor, payments);
  await web.ask(checkers, 'approvePaymentFile', { id: file });
  await web.send('GET', `/v1/payment-files/${file}/document`, { as: checkers });
  const [line] = await linesOf(file);
  const note = { note: 'It is not to be paid.' };
  await by(checker).refusePaymentFile({ id: file }, note);
  await by(thirdChecker).refusePaymentFile({ id: file }, note);
  const { now } = await settled(api);
  const lines = [debit('H-FILE', now.slice(0, 10), line?.instruction)];
  const { id } = await only(api, fileOf('H-FILE', lines, '900.00', ibanOf(lender.sponsor)));
  expect((await by(maker).getStatement({ id })).lines).toMatchObject([{ standing: 'held', because: 'earlier-attempt' }]);
  const of = { id: agreement.id, payment: line?.payment ?? '' };
  expect(await refused(by(maker).instructPayment(of))).toMatchObject(held);
  const other = payments.find((payment) => payment !== of.payment) ?? '';
  await by(maker).instructPayment({ id: agreement.id, payment: other });
  expect(await verifiedFaults(system)).toEqual({});
});

test.each(['after', 'before'])(
  'a line that names the payment only where it is read again stops its part as well, %s the failure is confirmed',
  async (when) => {
    const { of, part, shows, fails } = await scene();
    const { id } = await shows('GROWS', '100.00', { isNamed: false });
    const confirm = await fails();
    if (when === 'after') await confirm();
    await shows('GROWS', '100.00', { id: 'GROWS-2' });
    await settled(api);
    if (when === 'before') await confirm();
    expect((await agreementOf(of)).holds).toMatchObject([{ status: 'standing', statement: id, statementEntry: 1 }]);
    expect(await refused(by(maker).requestPayment({ id: of.id }, part))).toMatchObject(held);
    expect(await verifiedFaults(system)).toEqual({});
    await by(maker).ignoreEntry({ id, entry: '1' }, { note: 'It is of another.' });
    await by(secondChecker).confirmStatement({ id }, {});
    await settled(api);
    expect((await agreementOf(of)).holds).toMatchObject([{ status: 'released' }]);
  },
);

test('what is known to have been paid and to have come back stops nothing when a statement shows it', async () => {
  const { of, part, shows, today, reference } = await scene();
  const document = await adviceOf(api);
  await by(maker).settlePayment(of, { bankReference: reference('E'), valueDate: today, document });
  await by(secondChecker).confirmPayment(of, { report: 1 });
  await by(maker).returnPayment(of, { bankReference: reference('E-BACK'), valueDate: today, document, note: 'It came back.' });
  await by(thirdChecker).confirmPayment(of, { report: 2 });
  const { id } = await shows('E');
  expect((await by(maker).getStatement({ id })).lines).toMatchObject([{ because: 'earlier-attempt' }]);
  expect((await agreementOf(of)).holds).toEqual([]);
  await by(maker).requestPayment({ id: of.id }, part);
  expect(await verifiedFaults(system)).toEqual({});
});

test('a statement that shows a payment which was refused points at it and stops its part until two persons have said what it is', async () => {
  const { approvals, of, part, today, account } = await refusable();
  await approvals();
  await by(secondChecker).refusePayment(of, NOTE);
  const refusedAs = referenceOf(of.payment);
  await settled(api);
  const { id } = await only(api, fileOf('H-REFUSED', [debit('H-REFUSED', today, refusedAs)], '900.00', account));
  expect((await by(maker).getStatement({ id })).lines).toMatchObject([
    { standing: 'held', because: 'earlier-attempt', agreement: of.id, payment: of.payment },
  ]);
  expect((await agreementOf(of)).holds).toMatchObject([{ status: 'standing', ...part, reason: 'shown-by-statement', statement: id }]);
  expect(await refused(by(maker).requestPayment({ id: of.id }, part))).toMatchObject(held);
  expect(await refused(by(maker).recordFee({ id, entry: '1' }, NOTE))).toMatchObject({ type: '/problems/entry-bears-a-reference' });
  const owed = { as: 'receivable-from-bank', amount: usd('100.00'), direction: 'debit' } as const;
  await by(maker).explainEntry({ id, entry: '1' }, { ...NOTE, parts: [owed] });
  await by(thirdChecker).confirmStatement({ id }, {});
  await by(maker).requestPayment({ id: of.id }, part);
  await by(checker).approvePayment(of);
  await by(maker).instructPayment(of);
  expect(await verifiedFaults(system)).toEqual({});
  // Had it been instructed before, verify says so.
  const confirmed = { in: 'disbursement', type: 'EntriesConfirmed', where: { stream: id } } as const;
  const early = await store.changed(confirmed, (data) => {
    data['numbers'] = [];
  });
  expect(early[3]).toContainEqual(expect.stringContaining(`is instructed again while entry 1 of ${id}`));
});

test('a failure that was reported wrongly, whose part was paid again in part, is not corrected by paying twice: its line is what was paid beyond it', async () => {
  const { of, part, shows, fails } = await scene();
  await (await fails())();
  const { payment } = await by(maker).requestPartPayment({ id: of.id }, { ...part, amount: usd('40.00') });
  const some = { id: of.id, payment };
  await by(checker).approvePayment(some);
  await by(maker).instructPayment(some);
  const document = await adviceOf(api);
  const { now } = await settled(api);
  await by(maker).settlePayment(some, { bankReference: `H${accounts}-SOME`, valueDate: now.slice(0, 10), document });
  await by(secondChecker).confirmPayment(some, { report: 1 });
  const correct = () => by(maker).reverseOutcome(of, { ...NOTE, document });
  const unseen = await refused(correct());
  expect(unseen).toMatchObject({ status: 409, type: '/problems/part-has-changed', facts: { open: usd('60.00') } });
  expect(unseen).not.toHaveProperty('facts.statement');
  const { id } = await shows('FIRST');
  const shown = await refused(correct());
  expect(shown).toMatchObject({ type: '/problems/part-has-changed', facts: { statement: id, statementEntry: 1 } });
  expect(await refused(by(maker).requestPartPayment({ id: of.id }, { ...part, amount: usd('60.00') }))).toMatchObject(held);
  const beyond = { as: 'over-payment', agreement: of.id, payment: of.payment, amount: usd('100.00'), direction: 'debit' } as const;
  await by(maker).explainEntry({ id, entry: '1' }, { ...NOTE, parts: [beyond] });
  expect(await by(thirdChecker).confirmStatement({ id }, {})).toMatchObject({ confirmed: 1 });
  await settled(api);
  const { balances } = await by(auditor).getLedger({ party: part.sponsor });
  expect(balances.find(({ kind }) => kind === 'over-payments')?.closing).toEqual(usd('100.00'));
  // What of the part is not paid is paid once, and no more.
  expect(await refused(by(maker).requestPartPayment({ id: of.id }, { ...part, amount: usd('60.01') }))).toMatchObject({ status: 422 });
  expect(await statusOf(of)).toBe('failed');
  expect(await verifiedFaults(system)).toEqual({});
});
