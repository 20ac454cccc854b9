import { expect, test } from 'vitest';
import { checkClosings } from './closings.ts';
import type { Recorded, Stored } from './facts.ts';

const usd = (amount: string) => ({ amount, currency: 'USD' });
const event = (stream: string, type: Recorded['type'], data: object, at = '2027-01-10T10:00:00.000Z'): Recorded => ({
  stream,
  version: 1,
  type,
  person: 'ana',
  at,
  data,
});
const drafted = event('agr_a', 'AgreementDrafted', { project: 'prj_a', round: 1 });
const claimed = event('agr_a', 'RecoveryClaimed', { recovery: 2, amount: usd('100') });
const proposed = (resolution: number, amount: string) =>
  event('agr_a', 'ResolutionProposed', { recovery: 2, resolution, amount: usd(amount) });
const confirmed = (resolution: number) => event('agr_a', 'ResolutionConfirmed', { recovery: 2, resolution });
const counted = event('prj_a', 'ProjectRecoveriesCounted', { round: 1, recoveries: [2] });
const unpaid = event('prj_a', 'ProjectRecoveriesCounted', { round: 1, recoveries: [], unpaid: true });
const back = (type: 'PaymentReturned' | 'SettlementReversed') => event('agr_a', type, { payment: 'pay_a' });
const paidAgain = { ...event('agr_a', 'AgreementPaidInFull', {}), version: 2 };
const closed = (at = '2027-02-10T10:00:00.000Z') => event('prj_a', 'ProjectClosed', { round: 1, closure: 1 }, at);

const faultsOf = (...events: readonly Recorded[]): string[] => {
  const context = { events, byStream: Map.groupBy(events, ({ stream }) => stream) };
  const faults: string[] = [];
  checkClosings({ project: context, disbursement: context } as unknown as Stored, (holds, fault) =>
    holds ? undefined : faults.push(fault()),
  );
  return faults;
};

test('finds nothing wrong where what was claimed back has come to an end before the project was closed', () => {
  const resolved = [proposed(1, '60'), proposed(2, '40'), confirmed(1), confirmed(2)];
  expect(faultsOf(counted, drafted, claimed, ...resolved, closed())).toEqual([]);
  expect(faultsOf(counted, drafted, claimed, event('agr_a', 'RecoveryRefused', { recovery: 2 }), closed())).toEqual([]);
  // Claimed as it was closed, or closed before anything was counted.
  expect(faultsOf(counted, drafted, claimed, closed('2027-01-10T10:00:30.000Z'))).toEqual([]);
  expect(faultsOf(drafted, claimed, closed())).toEqual([]);
});

test('names a project that was closed while something was claimed back', () => {
  const fault = ['prj_a was closed while recovery 2 of agr_a was open'];
  expect(faultsOf(counted, drafted, claimed, closed())).toEqual(fault);
  expect(faultsOf(counted, drafted, claimed, proposed(1, '60'), proposed(2, '40'), confirmed(1), closed())).toEqual(fault);
});

test.each(['PaymentReturned', 'SettlementReversed'] as const)('a project is closed once what came back is paid again: %s', (type) => {
  const fault = ['prj_a was closed while money of agr_a that had come back was not paid again'];
  expect(faultsOf(unpaid, drafted, back(type), closed())).toEqual(fault);
  expect(faultsOf(unpaid, drafted, { ...paidAgain, version: 0 }, back(type), closed())).toEqual(fault);
  expect(faultsOf(unpaid, drafted, back(type), paidAgain, closed())).toEqual([]);
  // As it was closed, or closed by a version that did not ask.
  expect(faultsOf(unpaid, drafted, back(type), closed('2027-01-10T10:00:30.000Z'))).toEqual([]);
  expect(faultsOf(counted, drafted, back(type), closed())).toEqual([]);
});
