import { expect, test } from 'vitest';
import type { Recorded, Stored } from './facts.ts';
import { event, stated } from './recorded.fixture.ts';
import { setAsideByOthers } from './set-aside.ts';

const by = (person: string, type: Recorded['type'], data: object): Recorded => ({
  ...event('agr_a', type, '2026-11-20T10:00:00.000Z', { payment: 'pay_a', ...data }),
  person,
});
const PAYMENT = [by('requester', 'PaymentRequested', {}), { ...by('approver', 'PaymentApproved', {}), version: 2 }];
const DUTIES = { duties: [{ duty: 'requested', person: 'requester' }] };
/** The first line bears the reference of the payment, and the second takes it back, as somebody says. */
const PAIR = [
  stated('EntriesRead', { entries: [{ instruction: 'REF' }, { instruction: '' }] }),
  stated('EntriesMatched', { entries: [{ number: 1, standing: 'held', agreement: 'agr_a', payment: 'pay_a' }] }),
  stated('EntryExplained', { number: 2, parts: [{ as: 'reversal', statement: 'stm_a', entry: 1 }], ...DUTIES }),
];
const confirmed = (person: string) => stated('EntriesConfirmed', { numbers: [2] }, person);
const doubted = (person = 'maker', more: object = DUTIES) => stated('EntryDoubted', { number: 2, ...more }, person);
const reopened = (person: string) => stated('EntriesReopened', { numbers: [2, 1] }, person);
const faultsOf = (...events: readonly Recorded[]) =>
  setAsideByOthers({
    disbursement: {
      byStream: new Map([
        ['agr_a', PAYMENT],
        ['stm_a', [...PAIR, ...events]],
      ]),
    },
  } as unknown as Pick<Stored, 'disbursement'>).broken;
const fault = (done: string, person: string) => [
  `entry 2 of stm_a, which bears the reference of pay_a, or takes back what does, was ${done} by ${person}, who had a part in it`,
];

test('67: that a line takes back what bears the reference of a payment is confirmed, and undone, by persons without a part in it', () => {
  expect(faultsOf(confirmed('checker'), doubted(), reopened('second'))).toEqual([]);
  expect(faultsOf(confirmed('checker'), doubted(), reopened('approver'))).toEqual([]);
  expect(faultsOf(confirmed('requester'))).toEqual(fault('set aside', 'requester'));
  expect(faultsOf(confirmed('checker'), doubted(), reopened('requester'))).toEqual(fault('taken up again', 'requester'));
  expect(faultsOf(confirmed('checker'), doubted('requester'), reopened('approver'))).toEqual(fault('taken up again', 'approver'));
  // What was refused is no part of what is said later; earlier versions did not name who is barred.
  expect(faultsOf(confirmed('checker'), doubted(), stated('EntryDoubtRefused', { number: 2 }, 'second'), reopened('requester'))).toEqual(
    [],
  );
  expect(faultsOf(confirmed('checker'), doubted('maker', {}), reopened('requester'))).toEqual([]);
});
