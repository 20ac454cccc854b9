import { daysAfter } from '@junkan/kit/pure/dates.ts';
import { auditor, checker, maker, secondChecker, secretary } from '@junkan/scripts/main-job/api.ts';
import { advanceTo, cooled, settled } from '@junkan/scripts/main-job/clock.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { moneyIn, refused, usd } from '../actors.ts';
import { verifiedFaults } from '../breaking.ts';
import { openPaying } from '../open-system.ts';
import { approvedPayment, verifiedInParts } from '../payment-files.ts';

const { system, actors, lender, city } = await openPaying();
const { api } = system;
const payer = lender.sponsor;

/** The limits of the secretariat, which apply at once where they are tighter. */
async function limitedTo(...dayLimits: string[]): Promise<void> {
  const limits = dayLimits.length > 0 ? [usd('100000.00')] : [];
  const { id } = await api.as(secretary).proposeLimits({}, { limits, dayLimits: dayLimits.map(moneyIn('USD')) });
  const { proposals = [] } = await api.as(auditor).getApprovalRules({ id });
  await api.as(checker).approveLimits({ id }, { proposal: proposals.length });
  await settled(api);
}
async function limited(...dayLimits: string[]): Promise<void> {
  await limitedTo(...dayLimits);
  await cooled(api);
}

describe('what is paid on a day', () => {
  let [agreement, executionDate] = ['', ''];
  beforeAll(async () => {
    ({ id: agreement } = await verifiedInParts(api, actors, { lender, city, parts: 7 }));
    executionDate = daysAfter((await settled(api)).now, 25).slice(0, 10);
  });
  // Requested when the limits of the time apply.
  const approved = (tranche: number) => approvedPayment(api, agreement, tranche, payer);
  const fileOf = async (...tranches: readonly number[]) => {
    const own: string[] = [];
    for (const tranche of tranches) own.push(await approved(tranche));
    await settled(api);
    const { id } = await api.as(maker).makePaymentFile({}, { payer, currency: 'USD', executionDate, payments: own });
    await api.as(secondChecker).approvePaymentFile({ id });
    await settled(api);
    const { status, firstApproval } = await api.as(auditor).getPaymentFile({ id });
    return [status, firstApproval?.measured];
  };

  test('in files is counted while no limit applies, for one that applies again', async () => {
    await limited('250.00');
    expect(await fileOf(1)).toEqual(['approved', undefined]);
    await limited();
    expect(await fileOf(2, 3)).toEqual(['approved', undefined]);
    await limited('250.00');
    expect(await fileOf(4)).toEqual(['made', usd('400.00')]);
  });

  test('by hand is counted while no limit applies, for one that applies again', async () => {
    const instruct = async (tranche: number) => api.as(maker).instructPayment({ id: agreement, payment: await approved(tranche) });
    const { now } = await settled(api);
    executionDate = daysAfter(now, 10).slice(0, 10);
    expect(await fileOf(5)).toEqual(['approved', undefined]);
    await limited();
    await advanceTo(api, `${executionDate}T10:00:00.000Z`);
    await instruct(6);
    await limitedTo('250.00');
    const { type, facts } = await refused(instruct(7));
    expect([type, facts]).toMatchObject(['/problems/day-limit-is-exceeded', { sum: usd('300.00') }]);
  });
});

test('what is stored is as it should be', async () => {
  expect(await verifiedFaults(system)).toEqual({});
});
