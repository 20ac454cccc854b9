import { approver, approverOf, checker, maker, secondApproverOf, secondChecker } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { first, refused } from './actors.ts';
import { openSystem } from './open-system.ts';

const { system, api, actors, store } = await openSystem();
let agreement: string;
let payment: string;

beforeAll(async () => {
  const [city, lender] = [await actors.city(), await actors.sponsor()];
  const drafted = await actors.agreed(city, [[lender, '1000.00']]);
  agreement = drafted.id;
  const of = { id: agreement };
  const part = { tranche: 1, sponsor: lender.sponsor };
  const milestone = first(await actors.signed(drafted));
  await api.as(approverOf(lender.sponsor)).holdPayment(of, { ...part, reason: 'dispute', note: 'The site is disputed.' });
  await actors.verified(milestone);
  await settled(api);
  const held = await refused(api.as(maker).requestPayment(of, part));
  expect([held.type, held.facts]).toMatchObject(['/problems/payment-is-held', { hold: 1, reason: 'dispute', tranche: 1 }]);
  const own = await refused(api.as(approverOf(lender.sponsor)).releaseHold({ ...of, number: 1 }, { reason: 'cleared', note: 'It is.' }));
  expect(own.type).toBe('/problems/prepared-by-the-same-person');
  await api.as(secondApproverOf(lender.sponsor)).releaseHold({ ...of, number: 1 }, { reason: 'dispute-settled', note: 'It is settled.' });
  payment = (await api.as(maker).requestPayment(of, part)).payment;
  await api.as(secondChecker).holdPayment(of, { ...part, reason: 'sanctions-check', note: 'A name is on a list.' });
  const waits = await refused(api.as(checker).approvePayment({ ...of, payment }));
  expect(waits.type).toBe('/problems/payment-is-held');
  await api.as(approver).releaseHold({ ...of, number: 2 }, { reason: 'cleared', note: 'It is another person.' });
  await actors.paid(drafted, 1);
  await settled(api);
  await system.stop();
});

const events = (type: string, where = {}) => ({ in: 'disbursement', type, where }) as const;

describe('verify, of what is on hold', () => {
  test('finds nothing wrong where all of it is as it should be', async () => {
    expect(await store.verified()).toEqual({});
  });

  test('28: names what went on while it was held', async () => {
    const onward = await store.removed(events('HoldReleased'));
    expect(onward[28]).toContain(`PaymentRequested of ${payment} in ${agreement} came while hold 1 was active`);
    const second = await store.removed(events('HoldReleased', { 'events.data.hold': 2 }));
    expect(second[28]).toEqual([
      `PaymentApproved of ${payment} in ${agreement} came while hold 2 was active`,
      `PaymentInstructed of ${payment} in ${agreement} came while hold 2 was active`,
    ]);
  });

  test('28: names a hold that is released by the person who holds it, or had a hand in what it holds, and a release of nothing', async () => {
    const { actor } = await store.commitOf(events('PaymentHeld', { 'events.data.hold': 2 }));
    const alone = await store.changed(events('HoldReleased', { 'events.data.hold': 2 }), (_, commit) => {
      commit.actor = actor;
    });
    expect(alone[28]).toContain(`hold 2 of ${agreement} is held and released by ${actor.person}`);
    const requester = (await store.commitOf(events('PaymentRequested'))).actor;
    const involved = await store.changed(events('HoldReleased', { 'events.data.hold': 2 }), (_, commit) => {
      commit.actor = requester;
    });
    expect(involved[28]).toContain(`hold 2 of ${agreement} is released by ${requester.person}, who had a hand in what it holds`);
    const overruled = await store.changed(events('HoldReleased'), (data) => {
      data['organisation'] = 'secretariat';
    });
    expect(overruled[28]).toEqual([expect.stringMatching(/^hold 1 of agr_.* of spo_.* is released by secretariat$/)]);
    const none = await store.changed(events('HoldReleased'), (data) => {
      data['hold'] = 7;
    });
    expect(none[28]).toContain(`hold 7 of ${agreement} is released, and nobody has held it`);
  });
});
