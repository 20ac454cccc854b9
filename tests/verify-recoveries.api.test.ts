import { approver, approverOf, certifierOf, checker, maker, secretary } from '@junkan/scripts/main-job/api.ts';
import { adviceOf } from '@junkan/scripts/main-job/bank.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { first, type Sponsor, usd } from './actors.ts';
import { openSystem } from './open-system.ts';

const { system, actors, store } = await openSystem();
let lender: Sponsor;
let agreement: string;

beforeAll(async () => {
  const city = await actors.city();
  lender = await actors.sponsor();
  const drafted = await actors.agreed(city, [[lender, '1000.00']]);
  agreement = drafted.id;
  await actors.verified(first(await actors.signed(drafted)));
  await settled(system.api);
  await actors.paid(drafted, 1);
  const of = { id: agreement, number: 1 };
  const note = 'Of another year.';
  await system.api.as(secretary).claimRecovery({ id: agreement }, { kind: 'ineligible', amount: usd('100.00'), note });
  await system.api.as(certifierOf(city)).answerRecovery(of, { note });
  await system.api.as(approver).approveRecovery(of);
  const { now } = await settled(system.api);
  const refund = { amount: usd('60.00'), bankReference: 'BACK-1', valueDate: now.slice(0, 10), document: await adviceOf(system.api) };
  await system.api.as(maker).reportRefund(of, refund);
  await system.api.as(checker).confirmResolution({ ...of, resolution: '1' });
  await system.api.as(secretary).proposeWriteOff(of, { sponsor: lender.sponsor, amount: usd('40.00'), note });
  await system.api.as(approverOf(lender.sponsor)).confirmResolution({ ...of, resolution: '2' });
  await settled(system.api);
  await system.stop();
});

const recoveries = (type: string) => ({ in: 'disbursement', type }) as const;

describe('verify, of money that has to come back', () => {
  test('finds nothing wrong where all of it is as it should be', async () => {
    expect(await store.verified()).toEqual({});
  });

  test('19: names a claim whose portions are another sum, and one of more than was paid', async () => {
    const other = await store.changed(recoveries('RecoveryClaimed'), ({ portions }) => {
      portions[0].amount.amount = '9999';
    });
    expect(other[19]).toContain(`recovery 1 of ${agreement} is 10000, its portions are 9999`);
    const more = await store.changed(recoveries('RecoveryClaimed'), ({ amount, portions }) => {
      amount.amount = '100001';
      portions[0].amount.amount = '100001';
    });
    expect(more[19]).toContain(`${agreement} claims back 100001 for ${lender.sponsor}, which has paid 100000`);
  });

  test('19: names an approval by the claimant, and one without the proposer', async () => {
    const { actor } = await store.commitOf(recoveries('RecoveryClaimed'));
    const alone = await store.changed(recoveries('RecoveryApproved'), (_, commit) => {
      commit.actor = actor;
    });
    expect(alone[19]).toEqual([`recovery 1 of ${agreement} was approved by ${actor.person}, claimed by ${actor.person}, and answered`]);
    const unheard = await store.changed(recoveries('RecoveryAnswered'), (data) => {
      data['recovery'] = 7;
    });
    expect(unheard[19]).toEqual([expect.stringContaining('and not heard')]);
  });

  test('19: names a resolution that one person has confirmed alone, that is confirmed twice, and that moves another amount', async () => {
    const { actor } = await store.commitOf(recoveries('ResolutionProposed'));
    const alone = await store.changed(recoveries('ResolutionConfirmed'), (_, commit) => {
      commit.actor = actor;
    });
    expect(alone[19]).toEqual([
      `resolution 1 of recovery 1 of ${agreement} was proposed by ${actor.person} and confirmed by ${actor.person}`,
    ]);
    const twice = await store.appended(recoveries('ResolutionConfirmed'));
    expect(twice[19]).toContain(`a resolution of recovery 1 of ${agreement} is confirmed twice`);
    const otherwise = await store.changed(recoveries('ResolutionConfirmed'), ({ entry }) => {
      for (const { money } of entry.postings) money.amount = money.amount.startsWith('-') ? '-1' : '1';
    });
    expect(otherwise[19]).toEqual([`resolution 1 of recovery 1 of ${agreement} does not come to what it says`]);
  });

  test('13: names a write-off that another than its sponsor has confirmed', async () => {
    const stranger = await store.changed({ ...recoveries('ResolutionConfirmed'), where: { 'events.data.resolution': 2 } }, (_, commit) => {
      commit.actor = { ...commit.actor, organisation: 'spo_other' };
    });
    expect(stranger[13]).toContainEqual(expect.stringContaining('for spo_other, whose act it is not'));
  });
});
