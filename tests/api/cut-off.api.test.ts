import type { ApiProblem } from '@junkan/client/problem.ts';
import { auditor, checker, maker, secondChecker, thirdChecker } from '@junkan/scripts/main-job/api.ts';
import { adviceOf } from '@junkan/scripts/main-job/bank.ts';
import { advance, settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { refused } from '../actors.ts';
import { breaking, verifiedFaults } from '../breaking.ts';
import { openSystem } from '../open-system.ts';
import { instructed } from '../statement-files.ts';

const { system, actors } = await openSystem({ env: { JUNKAN_POLICY_BOOKS_TIME_ZONE: 'Asia/Tokyo' } });
const { api } = system;
const DAY = 86_400_000;
/** Deadline by deadline. */
async function until(to: string): Promise<void> {
  for (let clock = await settled(api); clock.now < to; ) {
    const [next = to] = [clock.earliestDeadline ?? to, to].toSorted();
    clock = await advance(api, next);
  }
}
const lastDay = (at: string): string =>
  new Date(Date.UTC(Number(at.slice(0, 4)), Number(at.slice(5, 7)), 1) - DAY).toISOString().slice(0, 10);

test('what the bank did in a month and is decided in the next is of its day while the month is open; then it is of the first open day', async () => {
  const { agreement, today, orders } = await instructed(system, actors, 3);
  const [one, two, three] = orders.map(({ payment }) => ({ id: agreement.id, payment }));
  if (!one || !two || !three) throw new Error('there are three');
  const through = lastDay(today);
  const [valueDate, document] = [today, await adviceOf(api)];
  const pays = async (of: typeof one, bankReference: string) => {
    await api.as(maker).settlePayment(of, { bankReference, valueDate, document });
    await api.as(secondChecker).confirmPayment(of, { report: 1 });
    await settled(api);
  };
  const closing = async (to: string) => {
    const { balances } = await api.as(auditor).getLedger({ agreement: agreement.id, to });
    return Object.fromEntries(balances.map(({ kind, closing: of }) => [kind, of.amount]));
  };
  const third = new Date(Date.parse(through) + 3 * DAY).toISOString().slice(0, 10);
  await until(`${third}T12:00:00.000Z`);
  await pays(one, 'ONE');
  expect(await closing(through)).toMatchObject({ received: '100.00', payable: '200.00' });
  const { id } = await api.as(maker).proposePeriod({}, { through, note: 'The bank sends none.' });
  const balances = await closing(through);
  // From the proposal on nothing is booked into the month any more, neither before its closing nor at the same moment.
  await pays(two, 'TWO');
  expect(await closing(through)).toEqual(balances);
  // Who confirmed in the next month what the bank did in this one had a part in it.
  expect((await refused(api.as(secondChecker).closePeriod({ id }))).type).toBe('/problems/person-has-another-duty');
  // While the report waits for its second person the closing waits, too.
  const closes = async (): Promise<void> => {
    const again = await api
      .as(thirdChecker)
      .closePeriod({ id })
      .then(
        () => false,
        ({ problem }: ApiProblem) => problem.type === '/problems/period-is-unresolved',
      );
    if (again) await closes();
  };
  await Promise.all([closes(), pays(three, 'THREE')]);
  expect(await api.as(auditor).getPeriod({ id })).toMatchObject({ status: 'closed' });
  expect(await closing(through)).toEqual(balances);
  expect(await closing(third)).toMatchObject({ received: '300.00', payable: '0.00' });
  const { lines } = await api.as(auditor).getLedger({ agreement: agreement.id });
  const settlements = lines.filter(({ event, kind }) => event === 'PaymentSettled' && kind === 'received');
  expect(settlements.map(({ day, valueDate: on }) => [day, on])).toEqual([
    [valueDate, valueDate],
    [third, valueDate],
    [third, valueDate],
  ]);
  expect(await verifiedFaults(system)).toEqual({});
  const store = breaking(system);
  const settling = { in: 'disbursement', type: 'PaymentSettled', where: { stream: agreement.id } } as const;
  const other = await store.changed(settling, ({ entry }) => {
    entry.day = '2026-01-01';
  });
  expect(other[20]?.join()).toContain(`is of 2026-01-01, and the bank had it on ${valueDate}`);
  const late = await store.changed({ in: 'disbursement', type: 'PeriodProposed' }, (_data, commit) => {
    commit.at = '2026-01-01T00:00:00.000Z';
  });
  expect(Object.values(late).flat().join()).toContain('was confirmed with the hash');
});

test('a proposal that is refused opens its month again', async () => {
  const { agreement, today, orders } = await instructed(system, actors, 1, '0001234599');
  const [order] = orders;
  if (!order) throw new Error('there is one');
  const of = { id: agreement.id, payment: order.payment };
  const through = lastDay(today);
  const next = new Date(Date.parse(through) + 2 * DAY).toISOString().slice(0, 10);
  await until(`${next}T12:00:00.000Z`);
  const { id } = await api.as(maker).proposePeriod({}, { through, note: 'The bank sends none.' });
  await api.as(thirdChecker).refusePeriod({ id }, { note: 'Something is missing.' });
  await api.as(maker).settlePayment(of, { bankReference: 'FOUR', valueDate: today, document: await adviceOf(api) });
  await api.as(checker).objectToPayment(of, { report: 1, note: 'It is another.' });
  await api.as(maker).settlePayment(of, { bankReference: 'FIVE', valueDate: today, document: await adviceOf(api) });
  await api.as(secondChecker).confirmPayment(of, { report: 2 });
  await settled(api);
  const { balances } = await api.as(auditor).getLedger({ agreement: agreement.id, to: through });
  expect(balances.find(({ kind }) => kind === 'received')?.closing.amount).toBe('100.00');
  expect(await verifiedFaults(system)).toEqual({});
});

test('what is reported and confirmed after midnight of the books is of the next month, though in UTC it is not', async () => {
  const { agreement, today, orders } = await instructed(system, actors, 1, '0001234577');
  const failed = { id: agreement.id, payment: orders[0]?.payment ?? '' };
  const through = lastDay(today);
  // Half past midnight in Tokyo of the first day.
  await until(`${through}T15:30:00.000Z`);
  const note = 'The bank could not.';
  await api.as(maker).failPayment(failed, { note });
  await settled(api);
  // It is work of December, and keeps November open no longer.
  const proposing = { through, note: 'The bank sends none.' };
  const { id } = await api.as(maker).proposePeriod({}, proposing);
  await api.as(thirdChecker).refusePeriod({ id }, { note: 'Not yet.' });
  await api.as(thirdChecker).confirmPayment(failed, { report: 1 });
  await settled(api);
  await api.as(maker).proposePeriod({}, proposing);
  await api.as(thirdChecker).closePeriod({ id });
  expect(await verifiedFaults(system)).toEqual({});
});
