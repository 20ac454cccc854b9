import { certifierOf, checker, maker, officerOf, secretary, verifier } from '@junkan/scripts/main-job/api.ts';
import { advanced, settles, statementOf, stepsOf } from '@junkan/scripts/main-job/bank.ts';
import { cooled, settled } from '@junkan/scripts/main-job/clock.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { first, GRANT, refused, usd } from './actors.ts';
import { openSystem } from './open-system.ts';

const { system, api, actors, store } = await openSystem();
let agreement: string;
let payment: string;

beforeAll(async () => {
  const [city, lender] = [await actors.city(), await actors.sponsor()];
  const project = await actors.submitted(city, { milestones: ['600.00', '400.00'] });
  const drafted = await actors.approved(
    project,
    await actors.funded(project, [[lender, '1000.00', { ...GRANT, advances: true, retentionPercent: '10' }]]),
  );
  agreement = drafted.id;
  await cooled(api);
  const milestones = await actors.signed(drafted);
  const of = { id: agreement, number: 1 };
  const asked = { tranche: 1, sponsor: lender.sponsor, note: 'Containers.' };
  const tooMuch = await refused(api.as(officerOf(city)).askAdvance({ id: agreement }, { ...asked, amount: usd('180.01') }));
  expect([tooMuch.type, tooMuch.facts]).toMatchObject([
    '/problems/advance-exceeds-the-limit',
    { limit: { amount: '180.00' }, percent: 30 },
  ]);
  await api.as(officerOf(city)).askAdvance({ id: agreement }, { ...asked, amount: usd('150.00') });
  const order = await advanced(api, agreement, 1, () => ({}));
  payment = order.payment;
  const { now } = await settled(api);
  await settles(
    stepsOf(api, order, () => ({})),
    { bankReference: statementOf(payment), valueDate: now.slice(0, 10) },
  );
  await settled(api);
  const day = now.slice(0, 10);
  const { hash } = await api.as(officerOf(city)).upload(new TextEncoder().encode('Invoices'), 'text/plain');
  const spent = { amount: usd('120.00'), firstDay: day, lastDay: day, note: 'Invoices.', evidence: [hash] };
  await api.as(officerOf(city)).submitExpenditure(of, spent);
  await api.as(verifier).acceptExpenditure({ ...of, expenditure: '1' }, { amount: usd('110.00') });
  await api.as(secretary).claimRecovery({ id: agreement }, { kind: 'unspent', amount: usd('40.00'), note: 'It was not spent.' });
  await api.as(certifierOf(city)).answerRecovery(of, { note: 'So it is.' });
  // A verdict of less than was paid ahead, and one in full.
  await actors.verified(first(milestones));
  await settled(api);
  await actors.paid(drafted, 1);
  const read = await api.as(officerOf(city)).getAgreement({ id: agreement });
  expect(read.payments.find(({ tranche, advance }) => tranche === 1 && advance === 0)).toMatchObject({
    amount: { amount: '390.00' },
    retained: { amount: '60.00' },
    advanced: { amount: '150.00' },
    status: 'settled',
  });
  expect(read.advances).toMatchObject([{ status: 'paid', liquidated: { amount: '110.00' }, open: { amount: '40.00' } }]);
  expect([maker.role, checker.role]).toEqual(['finance.maker', 'finance.checker']);
  await settled(api);
  await system.stop();
});

const events = (type: string) => ({ in: 'disbursement', type }) as const;

describe('verify, of what is paid ahead', () => {
  test('finds nothing wrong where all of it is as it should be', async () => {
    expect(await store.verified()).toEqual({});
  });

  test('25: names an advance of more than terms and policy allow, and one that is paid otherwise than it was asked for', async () => {
    const more = await store.changed(events('AdvanceAsked'), ({ amount }) => {
      amount.amount = '18001';
    });
    expect(more[25]).toContain(`advance 1 of ${agreement} is 18001, its terms and the policy allow 18000`);
    expect(more[25]).toContain(`advance 1 of ${agreement} is requested by ${payment}, and was asked for otherwise`);
  });

  test('25: names an advance that is booked as received, and an account that is overdrawn by it', async () => {
    const received = await store.changed(events('PaymentSettled'), ({ entry }) => {
      for (const posting of entry.postings) posting.account = posting.account.replace(/advance.*$/, 'received');
    });
    expect(received[25]).toContain(`payment ${payment} of ${agreement} books 0 as an advance instead of 15000`);
    expect(received[25]).toContainEqual(expect.stringContaining('is -11000 after ExpenditureAccepted'));
  });

  test('25: names a statement that its author has accepted, or of which more is accepted than it states, or is open', async () => {
    const { actor } = await store.commitOf(events('ExpenditureSubmitted'));
    const alone = await store.changed(events('ExpenditureAccepted'), (_, commit) => {
      commit.actor = actor;
    });
    expect(alone[25]).toContain(`statement 1 of advance 1 of ${agreement} was stated by ${actor.person} and accepted by ${actor.person}`);
    const more = await store.changed(events('ExpenditureAccepted'), ({ amount }) => {
      amount.amount = '12001';
    });
    expect(more[25]).toContain(`statement 1 of advance 1 of ${agreement} states 12000, and 12001 is accepted`);
    expect(more[25]).toContain(`of advance 1 of ${agreement} 16001 is liquidated or claimed back, and 15000 was paid`);
    expect(more[25]).toContain(`statement 1 of advance 1 of ${agreement} does not move what is accepted`);
  });

  test('24: names a payment that is not the rest of its part after what was paid ahead', async () => {
    const faults = await store.changed({ ...events('PaymentRequested'), where: { 'events.data.advanced.amount': { $gt: '' } } }, (data) => {
      data['advanced'].amount = '14000';
    });
    expect(faults[24]).toContainEqual(expect.stringContaining('says that 14000 was paid ahead of it'));
  });
});
