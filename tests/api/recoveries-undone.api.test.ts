import { approver, approverOf, auditor, certifierOf, checker, maker, secondChecker, secretary } from '@junkan/scripts/main-job/api.ts';
import { adviceOf } from '@junkan/scripts/main-job/bank.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { first, usd } from '../actors.ts';
import { verifiedFaults } from '../breaking.ts';
import { openSystem } from '../open-system.ts';

const { system, actors, store } = await openSystem();
const { api } = system;
const refusal = (type: string) => ({ problem: { type: `/problems/${type}` } });

test('a refund that was confirmed by mistake is pending again, and the reference of the bank is free for what it truly is', async () => {
  const city = await actors.city();
  const lender = await actors.sponsor();
  const drafted = await actors.agreed(city, [[lender, '1000.00']]);
  const { id } = drafted;
  await actors.verified(first(await actors.signed(drafted)));
  await settled(api);
  await actors.paid(drafted, 1);
  const note = 'Of another year.';
  for (const amount of ['100.00', '50.00'])
    await api.as(secretary).claimRecovery({ id }, { kind: 'ineligible', amount: usd(amount), note });
  for (const number of [1, 2]) {
    await api.as(certifierOf(city)).answerRecovery({ id, number }, { note });
    await api.as(approver).approveRecovery({ id, number });
  }
  const { now } = await settled(api);
  const refund = { amount: usd('50.00'), bankReference: 'BACK-U1', valueDate: now.slice(0, 10), document: await adviceOf(api) };
  const of = { id, number: 1, resolution: '1' };
  const sums = async (number: number) => (await api.as(auditor).getAgreement({ id })).recoveries[number - 1];
  await api.as(maker).reportRefund({ id, number: 1 }, refund);
  await api.as(checker).confirmResolution(of);
  await expect(api.as(maker).reportRefund({ id, number: 2 }, refund)).rejects.toMatchObject(refusal('bank-reference-is-used'));

  await api.as(checker).refuseResolution(of, { note: 'It was of the other recovery.' });
  expect(await sums(1)).toMatchObject({ refunded: usd('50.00'), pending: usd('50.00') });
  const reversal = { ...of, resolution: '2' };
  await expect(api.as(checker).confirmResolution(reversal)).rejects.toMatchObject(refusal('prepared-by-the-same-person'));
  await api.as(secondChecker).confirmResolution(reversal);
  expect(await sums(1)).toMatchObject({ refunded: usd('0.00'), pending: usd('100.00') });

  await api.as(maker).reportRefund({ id, number: 2 }, refund);
  await api.as(checker).confirmResolution({ id, number: 2, resolution: '1' });
  expect(await sums(2)).toMatchObject({ status: 'resolved', refunded: usd('50.00') });
  await api.as(secretary).proposeWriteOff({ id, number: 1 }, { sponsor: lender.sponsor, amount: usd('100.00'), note });
  await api.as(approverOf(lender.sponsor)).confirmResolution({ ...of, resolution: '3' });
  await settled(api);
  expect(await verifiedFaults(system)).toEqual({});
});

test('19: verify names what undoes no refund, what who reported it confirms, and what moves something else back', async () => {
  await system.stop();
  const reversal = (type: string) => ({ in: 'disbursement', type, where: { 'events.data.resolution': 2 } }) as const;
  const { actor } = await store.commitOf({ in: 'disbursement', type: 'ResolutionProposed', where: { 'events.data.resolution': 1 } });
  const other = await store.changed(reversal('ResolutionProposed'), (data) => {
    data['undoes'] = 3;
  });
  expect(other[19]).toContainEqual(expect.stringContaining('undoes 3, which is no refund that was confirmed'));
  const same = await store.changed(reversal('ResolutionConfirmed'), (_, commit) => {
    commit.actor = actor;
  });
  expect(same[19]).toEqual([expect.stringContaining(`undoes what ${actor.person} reported, who said so or confirmed that`)]);
  const otherwise = await store.changed(reversal('ResolutionConfirmed'), ({ entry }) => {
    for (const posting of entry.postings) posting.account = posting.account.replace('refunded', 'written-off');
  });
  expect(otherwise[19]).toContainEqual(expect.stringContaining('moves something else back than resolution 1 had moved'));
});
