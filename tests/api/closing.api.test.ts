import { approver, auditor, maker, secondChecker, secretary } from '@junkan/scripts/main-job/api.ts';
import { adviceOf, ordered, settles, stepsOf } from '@junkan/scripts/main-job/bank.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { first, refused, usd } from '../actors.ts';
import { verifiedFaults } from '../breaking.ts';
import { openSystem } from '../open-system.ts';

const { system, actors } = await openSystem();

const by = (as: Parameters<typeof system.api.as>[0]) => system.api.as(as);

/** A project of which all is paid. */
async function completed() {
  const [city, lender] = [await actors.city(), await actors.sponsor()];
  const agreement = await actors.payable(city, [[lender, '1000.00']]);
  const { project } = agreement;
  await actors.paid(agreement, 1);
  return { project, agreement, lender };
}

test('a completed project knows what is claimed back of it, also where the same is open as some time before', async () => {
  const { project, agreement } = await completed();
  const known = async () => {
    await settled(system.api);
    const { status, openRecoveries } = await by(auditor).getProject({ id: project });
    return [status, openRecoveries];
  };
  expect(await known()).toEqual(['completed', []]);
  const { id } = agreement;
  const claim = (note: string) => by(secretary).claimRecovery({ id }, { kind: 'clawback', tranche: 1, amount: usd('10.00'), note });
  const refuse = (number: number) => by(approver).refuseRecovery({ id, number }, { note: 'It was not sold.' });
  await claim('The site was sold.');
  expect(await known()).toEqual(['completed', [1]]);
  await claim('The machines were sold.');
  expect(await known()).toEqual(['completed', [1, 2]]);
  await refuse(2);
  expect(await known()).toEqual(['completed', [1]]);
  expect((await refused(by(secretary).proposeClosure({ id: project }, { note: 'All is done.' }))).type).toBe(
    '/problems/recoveries-are-open',
  );
  await refuse(1);
  expect(await known()).toEqual(['completed', []]);
  await by(secretary).proposeClosure({ id: project }, { note: 'All is done.' });
  await settled(system.api);
  expect(await verifiedFaults(system)).toEqual({});
});

test('a completed project is not closed while a payment of it has come back, or is said to have', async () => {
  const { project, agreement, lender } = await completed();
  const { now } = await settled(system.api);
  const valueDate = now.slice(0, 10);
  const { id: payment } = first((await by(auditor).getAgreement({ id: agreement.id })).payments);
  const of = { id: agreement.id, payment };
  const isUnpaid = async () => {
    await settled(system.api);
    const { status, unpaid } = await by(auditor).getProject({ id: project });
    const { work } = await by(secretary).listWork({ project });
    return [status, unpaid, work.map(({ kind }) => kind)];
  };
  const propose = () => by(secretary).proposeClosure({ id: project }, { note: 'All is done.' });
  expect(await isUnpaid()).toEqual(['completed', false, ['closure-to-propose']]);

  const back = { bankReference: 'BACK-1', valueDate, note: 'The account is closed.', document: await adviceOf(system.api) };
  await by(maker).returnPayment(of, back);
  expect(await isUnpaid()).toEqual(['completed', true, []]);
  expect((await refused(propose())).type).toBe('/problems/payments-are-due-again');
  await by(secondChecker).objectToPayment(of, { report: 2, note: 'That was another payment.' });
  expect(await isUnpaid()).toEqual(['completed', false, ['closure-to-propose']]);

  await propose();
  await by(maker).returnPayment(of, back);
  await by(secondChecker).confirmPayment(of, { report: 3 });
  expect(await isUnpaid()).toEqual(['completed', true, []]);
  expect((await refused(by(approver).closeProject({ id: project, number: 1 }, { note: '' }))).type).toBe(
    '/problems/payments-are-due-again',
  );
  const order = await ordered(system.api, agreement.id, { tranche: 1, sponsor: lender.sponsor }, () => ({}));
  await settles(
    stepsOf(system.api, order, () => ({})),
    { bankReference: 'AGAIN-1', valueDate },
    4,
  );
  expect(await isUnpaid()).toEqual(['completed', false, []]);
  await by(approver).closeProject({ id: project, number: 1 }, { note: '' });
  await settled(system.api);
  expect(await verifiedFaults(system)).toEqual({});
});
