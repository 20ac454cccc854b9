import { approver, approverOf, certifierOf, maker, officerOf, secretary } from '@junkan/scripts/main-job/api.ts';
import { released, settles, statementOf, stepsOf } from '@junkan/scripts/main-job/bank.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { first, GRANT, passUntil, refused, type Sponsor } from './actors.ts';
import { openSystem } from './open-system.ts';

const { system, api, actors, store } = await openSystem();
let lender: Sponsor;
/** One that is paid and released, and one that is terminated after its first payment. */
let paidOut: string;
let ended: string;

beforeAll(async () => {
  const city = await actors.city();
  lender = await actors.sponsor();
  const agreed = async () => {
    const project = await actors.submitted(city, { milestones: ['600.00', '400.00'] });
    const agreement = await actors.approved(
      project,
      await actors.funded(project, [[lender, '1000.00', { ...GRANT, retentionPercent: '7.5' }]]),
    );
    const milestones = await actors.signed(agreement);
    await actors.verified(first(milestones));
    await settled(system.api);
    await actors.paid(agreement, 1);
    return { project, agreement, milestones };
  };
  const one = await agreed();
  paidOut = one.agreement.id;
  const second = one.milestones[1];
  if (!second) throw new Error('two milestones were planned');
  expect((await refused(system.api.as(maker).requestRelease({ id: paidOut }, { sponsor: lender.sponsor }))).type).toBe(
    '/problems/payments-are-open',
  );
  await actors.verified(second);
  await settled(system.api);
  await actors.paid(one.agreement, 2);
  expect((await actors.project(one.project)).status).toBe('in-implementation');
  const { now } = await settled(system.api);
  const order = await released(system.api, paidOut, lender.sponsor, () => ({}));
  await settles(
    stepsOf(system.api, order, () => ({})),
    { bankReference: statementOf(order.payment), valueDate: now.slice(0, 10) },
  );
  await settled(system.api);
  expect((await actors.project(one.project)).status).toBe('completed');
  expect(await system.api.as(secretary).getAgreement({ id: paidOut })).toMatchObject({ paid: { amount: '1000.00' }, retained: [] });

  const two = await agreed();
  ended = two.agreement.id;
  const cureUntil = (await settled(api)).now.slice(0, 10);
  await api.as(secretary).proposeMeasure({ id: ended }, { kind: 'termination', cause: 'breach', cureUntil, note: 'The site was sold.' });
  await api.as(certifierOf(city)).answerMeasure({ id: ended, number: 1 }, { note: 'It is.' });
  await api.as(approverOf(lender.sponsor)).answerMeasure({ id: ended, number: 1 }, { note: 'It is.' });
  await passUntil(api, async () => (await settled(api)).now.slice(0, 10) > cureUntil);
  await api.as(approver).approveMeasure({ id: ended, number: 1 });
  await settled(api);
  expect(await api.as(officerOf(city)).getAgreement({ id: ended })).toMatchObject({
    status: 'ended',
    paid: { amount: '555.00' },
    retained: [],
    cells: [{ amount: { amount: '555.00' } }, { amount: { amount: '0.00' } }],
  });
  await system.stop();
});

const events = (type: string) => ({ in: 'disbursement', type }) as const;

describe('verify, of what is retained', () => {
  test('finds nothing wrong where all of it is as it should be', async () => {
    expect(await store.verified()).toEqual({});
  });

  test('24: names a payment that retains another sum than its terms say, and one that is not the rest of its part', async () => {
    const other = await store.changed(events('PaymentRequested'), (data) => {
      data['retained'].amount = '4400';
      data['amount'].amount = '55600';
    });
    expect(other[24]).toContainEqual(expect.stringMatching(/retains 4400, its terms say 4500$/));
    const less = await store.changed(events('PaymentRequested'), ({ amount }) => {
      amount.amount = '55000';
    });
    expect(less[24]).toContainEqual(expect.stringMatching(/pays 55000 and retains 4500 of 60000$/));
  });

  test('24: names an approval that books something else as retained', async () => {
    const faults = await store.changed(events('PaymentApproved'), ({ entry }) => {
      entry.postings[2].money.amount = '4400';
    });
    expect(faults[24]).toContainEqual(expect.stringMatching(/books 4400 as retained instead of 4500$/));
  });

  test('24: names a release of another sum, and one before all is settled', async () => {
    const release = { ...events('PaymentRequested'), where: { 'events.data.retained': null } };
    const more = await store.changed(release, ({ amount }) => {
      amount.amount = '7600';
    });
    expect(more[24]).toContainEqual(expect.stringContaining(`of ${paidOut} releases 7600 of 7500 that is retained of ${lender.sponsor}`));
  });

  test('24: names what is left of it when an agreement is over', async () => {
    const kept = await store.changed(events('AgreementTerminated'), ({ entry }) => {
      entry.postings = entry.postings.filter(({ account }: { account: string }) => !account.includes('/retained/'));
    });
    expect(kept[24]).toContainEqual(`agreement/${ended}/retained/${lender.sponsor} is 4500 though ${ended} is over (AgreementTerminated)`);
  });

  test('24: names a termination that takes what was retained though nobody was at fault', async () => {
    const taken = await store.changed({ ...events('MeasureProposed'), where: { 'events.data.kind': 'termination' } }, (data) => {
      data.cause = 'mutual';
    });
    expect(taken[24]).toContainEqual(`what was retained under ${ended} is given-back after a termination for mutual`);
  });

  test('3 and 11: name a payment that moves more than is left of its part, and what a termination takes beyond what was retained', async () => {
    const taken = await store.changed(events('AgreementTerminated'), ({ cells }) => {
      cells[0].amount.amount = '55000';
    });
    expect(taken[11]).toContainEqual(expect.stringContaining(`of 55500 that ${lender.sponsor} owed for it 55000 is left`));
    const moved = await store.changed(events('PaymentSettled'), ({ entry }) => {
      for (const { money } of entry.postings) money.amount = money.amount.startsWith('-') ? '-60000' : '60000';
    });
    expect(moved[3]).toContainEqual(expect.stringMatching(/moved 60000 instead of 55500$/));
  });
});
