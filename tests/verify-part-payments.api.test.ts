import { checker, maker, type Person, secondChecker, secretary } from '@junkan/scripts/main-job/api.ts';
import { givesBack, orderedInPart, settles, statementOf, stepsOf } from '@junkan/scripts/main-job/bank.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { first, GRANT, refused, usd } from './actors.ts';
import { openSystem } from './open-system.ts';

const { system, api, actors, store } = await openSystem();
let agreement: string;
const orders: string[] = [];

beforeAll(async () => {
  const [city, lender] = [await actors.city(), await actors.sponsor()];
  const drafted = await actors.agreed(city, [[lender, '1000.00', { ...GRANT, retentionPercent: '10' }]], {
    milestones: ['600.00', '400.00'],
  });
  agreement = drafted.id;
  const milestones = await actors.signed(drafted);
  await actors.verified(first(milestones));
  const { now } = await settled(api);
  const of = { id: agreement };
  const part = { tranche: 1, sponsor: lender.sponsor };
  const asks = async (amount: string, by: Person = maker) => {
    const { type, facts } = await refused(api.as(by).requestPartPayment(of, { ...part, amount: usd(amount) }));
    return [type, facts];
  };
  const work = async () => {
    const { work: rows } = await api.as(maker).listWork({ kind: 'payment-to-request' });
    return rows.filter(({ item }) => item === agreement).map(({ amount, operations }) => [amount?.amount, operations]);
  };
  const paysInPart = async (amount: string) => {
    const order = await orderedInPart(api, agreement, { ...part, amount: usd(amount) }, () => ({}));
    orders.push(order.payment);
    const step = stepsOf(api, order, () => ({}));
    await settles(step, { bankReference: statementOf(order.payment), valueDate: now.slice(0, 10) });
    await settled(api);
    return step;
  };
  expect(await work()).toEqual([['600.00', ['requestPayment', 'requestPartPayment']]]);
  // At least a minor unit is left, besides what is retained.
  expect(await asks('540.00')).toEqual(['/problems/part-payment-exceeds-the-rest', { asked: usd('540.00'), most: usd('539.99') }]);
  const step = await paysInPart('200.00');
  expect(await work()).toEqual([['340.00', ['requestPayment', 'requestPartPayment']]]);
  const holds = async () => {
    const { partsInPayments, paidUp, cells } = await api.as(secretary).getAgreement(of);
    return [partsInPayments, cells.filter(({ payment }) => paidUp.includes(payment ?? '')).map(({ tranche }) => tranche)];
  };
  const sums = { paid: usd('200.00'), rest: usd('340.00'), asked: usd('200.00'), whole: usd('540.00') };
  expect(await holds()).toEqual([[{ ...part, ...sums }], []]);
  await actors.paid(drafted, 1);
  await settled(api);
  expect(await work()).toEqual([]);
  expect(await holds()).toEqual([[{ ...part, ...sums, rest: usd('0.00'), asked: usd('540.00') }], [1]]);
  await givesBack(step, {
    bankReference: `${statementOf(first(orders))}-BACK`,
    valueDate: now.slice(0, 10),
    note: 'The account is closed.',
  });
  await settled(api);
  expect(await work()).toEqual([['200.00', ['requestPartPayment']]]);
  expect((await holds())[1]).toEqual([]);
  expect(await asks('200.01')).toEqual(['/problems/part-payment-exceeds-the-rest', { asked: usd('200.01'), most: usd('200.00') }]);
  expect((await asks('1.00', checker))[0]).toBe('/problems/role-is-missing');
  await paysInPart('200.00');
  await actors.verified(first(milestones.slice(1)));
  await settled(api);
  await actors.paid(drafted, 2);
  const { now: later } = await settled(api);
  const release = await api.as(maker).requestRelease(of, { sponsor: lender.sponsor });
  await api.as(secondChecker).approvePayment({ ...of, payment: release.payment });
  await api.as(maker).instructPayment({ ...of, payment: release.payment });
  const released = stepsOf(api, { id: agreement, payment: release.payment }, () => ({}));
  await settles(released, { bankReference: statementOf(release.payment), valueDate: later.slice(0, 10) });
  await settled(api);
  await system.stop();
});

const events = (type: string, where = {}) => ({ in: 'disbursement', type, where }) as const;
const inPart = events('PaymentRequested', { 'events.data.partPayment': 1 });
const closing = events('PaymentRequested', { 'events.data.partPaid.amount': { $gt: '' } });

describe('verify, of a part that is paid in several payments', () => {
  test('finds nothing wrong where all of it is as it should be', async () => {
    expect(await store.verified()).toEqual({});
  });

  test('31: names a payment in part of more than may be paid so, and a closing payment that says otherwise', async () => {
    const more = await store.changed(inPart, ({ amount }) => {
      amount.amount = '54000';
    });
    expect(more[31]).toContain(`${orders[0]} of ${agreement} pays 54000 of a part of which at most 53999 is paid in part`);
    const less = await store.changed(closing, ({ partPaid }) => {
      partPaid.amount = '19000';
    });
    expect(less[31]).toEqual(expect.arrayContaining([expect.stringContaining('says that 19000 was paid in part, and 20000 was')]));
    expect(less[24]).toEqual([expect.stringContaining('pays 34000 and retains 6000 of 60000')]);
  });

  test('31: names a payment that says less of its part than all its payments come to', async () => {
    const split = await store.changed(inPart, (data) => {
      data['partWhole'].amount = '20000';
    });
    expect(split[31]).toEqual([`${orders[0]} of ${agreement} says that its part comes to 20000 instead of 60000`]);
  });

  test('31: names a payment in part that says that something else is left', async () => {
    const other = await store.changed(inPart, (data) => {
      data['partLeft'].amount = '30000';
    });
    expect(other[31]).toEqual([`${orders[0]} of ${agreement} leaves 34000 of its part, and says 30000`]);
  });

  test('31: names what has come back and was not paid again before the rest was released', async () => {
    const short = await store.removed(events('PaymentSettled', { 'events.data.payment': orders[1] }));
    expect(short[31]).toEqual(
      expect.arrayContaining([
        expect.stringContaining('releases what is retained while some of'),
        expect.stringContaining('AgreementPaidInFull'),
      ]),
    );
  });

  test('31: names two payments in part at once', async () => {
    const atOnce = await store.removed(events('PaymentReturned', { 'events.data.payment': orders[0] }));
    expect(atOnce[31]).toContain(`${orders[1]} of ${agreement} is requested while ${orders[0]} pays some of the same part`);
  });
});
