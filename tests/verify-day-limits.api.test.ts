import { auditor, checker, maker, secondChecker, secretary } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { accountOf } from './accounts.ts';
import { refused } from './actors.ts';
import { openSystem } from './open-system.ts';
import { debit, fileOf, only } from './statement-files.ts';

const { system, api, actors, store } = await openSystem();
const usd = (amount: string) => ({ amount, currency: 'USD' });
let [payment, file, payer, line] = ['', '', '', ''];

beforeAll(async () => {
  const [city, lender] = [await actors.city(), await actors.sponsor()];
  payer = lender.sponsor;
  await accountOf(api, payer, {}, '0007000011');
  const { id: rules } = await api.as(secretary).proposeLimits({}, { limits: [usd('100000.00')], dayLimits: [usd('1500.00')] });
  await api.as(checker).approveLimits({ id: rules }, { proposal: 1 });
  const approved = async () => {
    const { id } = await actors.payable(city, [[lender, '1000.00']]);
    await settled(api);
    const of = { id, payment: (await api.as(maker).requestPayment({ id }, { tranche: 1, sponsor: payer })).payment };
    await api.as(checker).approvePayment(of);
    return of;
  };
  const both = [await approved(), await approved()];
  // At the same time: no view has seen the one when the other is decided.
  const answers = await Promise.allSettled(both.map((of) => api.as(maker).instructPayment(of)));
  expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const [instructed, other] = both.toSorted((one) => (answers[both.indexOf(one)]?.status === 'fulfilled' ? -1 : 1));
  if (!instructed || !other) throw new Error('there are two');
  payment = instructed.payment;
  const refusal = await refused(api.as(maker).instructPayment(other));
  expect([refusal.type, refusal.facts]).toMatchObject(['/problems/day-limit-is-exceeded', { limit: usd('1500.00'), sum: usd('2000.00') }]);
  await settled(api);
  const executionDate = (await settled(api)).now.slice(0, 10);
  const made = await api.as(maker).makePaymentFile({}, { payer, currency: 'USD', executionDate });
  file = made.id;
  await api.as(secondChecker).approvePaymentFile({ id: file });
  const { status, firstApproval } = await api.as(auditor).getPaymentFile({ id: file });
  expect([status, firstApproval]).toMatchObject(['made', { limit: usd('1500.00'), measured: usd('2000.00') }]);
  await settled(api);
  const statement = await only(api, fileOf('DAY', [debit('DAY-1', executionDate, undefined, '10.00')], '990.00', '0007000011'));
  await api.as(maker).recordFee({ id: statement.id, entry: '1' }, { note: 'A charge.' });
  const { once } = await api.as(secondChecker).confirmStatement({ id: statement.id }, {});
  if (once) await api.as(checker).confirmStatement({ id: statement.id }, {});
  line = `${statement.id}/1`;
  await settled(api);
  await system.stop();
});

const events = (type: string, where = {}) => ({ in: 'disbursement', type, where }) as const;
const used = (user: string) => events('DayLimitUsed', { 'events.data.user': user });

describe('verify, of the limits of a day', () => {
  test('finds nothing wrong where all of it is as it should be', async () => {
    expect(await store.verified()).toEqual({});
  });

  test('18: names what took its day above the limit by one person alone', async () => {
    const lower = await store.changed(events('LimitsProposed'), (data) => {
      data['dayLimits'] = [{ amount: '99999', currency: 'USD' }];
    });
    expect(lower[18]).toContainEqual(
      expect.stringMatching(`^${payment} of .*, instructed by hand, takes the day .* of ${payer} to 100000 USD`),
    );
    const more = await store.changed(used(payment), (data) => {
      data['before'] = { amount: '50001', currency: 'USD' };
    });
    expect(more[18]).toEqual([expect.stringMatching(`^${payment} of .* takes the day .* of ${payer} to 150001 USD, by one person alone$`)]);
  });

  test('18: names what is counted otherwise than it is', async () => {
    const less = await store.changed(used(payment), (data) => {
      data['amount'] = { amount: '1', currency: 'USD' };
    });
    expect(less[18]).toEqual([expect.stringMatching(`^${payment} of .* is 100000 USD, and 1 are counted of it$`)]);
    const elsewhere = await store.changed(used(file), (data) => {
      data['day'] = '2001-01-01';
    });
    expect(elsewhere[18]).toEqual([expect.stringMatching(`^day dyl_.* of ${payer} counts what is of another day$`)]);
  });

  test('18: names a line that was not counted, or otherwise', async () => {
    const not = await store.changed(used(line), (data) => {
      data['user'] = 'stm_other/1';
    });
    expect(not[18]).toContainEqual(expect.stringMatching(`^line ${line} is not counted in the day .* of ${payer}$`));
    const less = await store.changed(used(line), (data) => {
      data['amount'] = { amount: '1', currency: 'USD' };
    });
    expect(less[18]).toEqual([`line ${line} is 1000 USD, and 1 are counted of it`]);
  });

  test('18: names what is no longer counted, and was not refused', async () => {
    const freed = await store.changed(used(file), (data, commit) => {
      for (const event of commit.events) Object.assign(event, { type: 'DayLimitFreed' });
      for (const name of Object.keys(data)) if (!['user', 'at', 'by'].includes(name)) delete data[name];
      data['at'] = '2999-01-01T00:00:00.000Z';
    });
    expect(freed[18]).toEqual([expect.stringMatching(`^day dyl_.* counts ${file} no longer, and nobody has refused it$`)]);
  });
});
