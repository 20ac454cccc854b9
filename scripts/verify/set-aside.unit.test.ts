import { describe, expect, test } from 'vitest';
import type { Recorded, Stored } from './facts.ts';
import { event, stated } from './recorded.fixture.ts';
import { setAsideByOthers } from './set-aside.ts';

const EARLIER = '2026-11-25T10:00:00.000Z';
const at = '2026-11-26T10:00:00.000Z';
const LATER = '2026-11-27T10:00:00.000Z';
const reserved = (when = EARLIER, more: object = {}) =>
  event('bnk_a', 'BankReferenceReserved', when, {
    bankReference: 'R-1',
    agreement: 'agr_a',
    payment: 'pay_a',
    accounts: ['acc_a'],
    ...more,
  });
const imported = stated('StatementImported', { owner: 'spo_a', cashAccount: 'acc_a' });
const read = stated('EntriesRead', { entries: [{ bankReference: 'r 1' }] });
const ignored = stated('EntryIgnored', { number: 1, at });
const explained = (...parts: readonly object[]) => stated('EntryExplained', { number: 1, parts, at });
const confirmedByHand = stated('EntriesConfirmed', { numbers: [1], at }, 'two');

const faultsByHand = (references: readonly Recorded[], ...statement: readonly Recorded[]): readonly string[] =>
  setAsideByOthers({
    disbursement: {
      byStream: new Map([
        ['bnk_a', references],
        ['stm_a', [imported, read, ...statement]],
      ]),
    } as unknown as Stored['disbursement'],
  }).broken;
const OTHERWISE = expect.stringMatching(/^entry 1 of stm_a bears the reference under which pay_a was reported by hand/);

describe('a line that bears the reference under which a payment was reported by hand', () => {
  test('is found where two persons had confirmed that it is something else before somebody reported it', () => {
    const late = reserved(LATER);
    const both = expect.stringMatching(/^entry 1 of stm_a bears .* pay_a was reported by hand, and is confirmed to be something else$/);
    expect(faultsByHand([late], ignored, confirmedByHand)).toEqual([both]);
    expect(faultsByHand([late], ignored)).toEqual([]);
    const again = stated('EntriesReopened', { numbers: [1] });
    expect(faultsByHand([late], ignored, confirmedByHand, again)).toEqual([]);
    expect(faultsByHand([late], explained({ as: 'payment', agreement: 'agr_a', payment: 'pay_a' }), confirmedByHand)).toEqual([]);
  });

  test('is found where it is said, or confirmed, to be something else', () => {
    expect(faultsByHand([reserved()], ignored)).toEqual([OTHERWISE]);
    expect(faultsByHand([reserved()], stated('FeeRecorded', { number: 1, at }))).toEqual([OTHERWISE]);
    expect(faultsByHand([reserved()], explained({ as: 'payment', agreement: 'agr_a', payment: 'pay_b' }))).toEqual([OTHERWISE]);
    // It was reported after somebody had said so, and before that was confirmed.
    const late = { ...confirmedByHand, at: LATER };
    expect(faultsByHand([reserved(at)], { ...ignored, at: EARLIER }, late)).toEqual([OTHERWISE]);
  });

  test('is as it should be where it is said to be that, among other things', () => {
    expect(
      faultsByHand([reserved()], explained({ as: 'payment', agreement: 'agr_a', payment: 'pay_a' }, { as: 'fee' }), confirmedByHand),
    ).toEqual([]);
    const refund = reserved(EARLIER, { payment: 'rfd_a' });
    expect(faultsByHand([refund], explained({ as: 'refund', agreement: 'agr_a', recovery: 1 }), confirmedByHand)).toEqual([]);
    expect(faultsByHand([refund], explained({ as: 'refund', agreement: 'agr_b', recovery: 1 }))).toHaveLength(1);
  });

  test('is found where another line takes it back', () => {
    const reversal = stated('EntryExplained', { number: 2, parts: [{ as: 'reversal', statement: '', entry: 1 }], at });
    const faults = faultsByHand([reserved()], reversal, { ...confirmedByHand, data: { numbers: [2], at } });
    expect(faults).toEqual([expect.stringMatching(/^entry 1 of stm_a bears .* pay_a was reported by hand, and is taken back$/)]);
  });

  test('is judged by the account that was known by then', () => {
    const events = [stated('StatementImported', { owner: '' }), read, ignored, { ...imported, at: LATER }];
    const disbursement = {
      byStream: new Map([
        ['bnk_a', [reserved()]],
        ['stm_a', events],
      ]),
    };
    expect(setAsideByOthers({ disbursement } as unknown as Pick<Stored, 'disbursement'>).broken).toEqual([]);
  });

  test('may be something else once that is taken back, or is another line, and where it is of another account', () => {
    const end = (type: 'BankReferenceReleased' | 'BankReferenceFound') => event('bnk_a', type, EARLIER, { payment: 'pay_a' });
    expect(faultsByHand([reserved(), end('BankReferenceReleased')], ignored, confirmedByHand)).toEqual([]);
    expect(faultsByHand([reserved(), end('BankReferenceFound')], ignored, confirmedByHand)).toEqual([]);
    expect(faultsByHand([reserved(EARLIER, { accounts: ['acc_b'] })], ignored, confirmedByHand)).toEqual([]);
    expect(faultsByHand([reserved(EARLIER, { statement: 'stm_b', statementEntry: 1 })], ignored, confirmedByHand)).toEqual([]);
    expect(faultsByHand([reserved(EARLIER, { accounts: [] })], ignored)).toEqual([OTHERWISE]);
  });
});

const by = (person: string, type: Recorded['type'], data: object): Recorded => ({
  ...event('agr_a', type, '2026-11-20T10:00:00.000Z', { payment: 'pay_a', ...data }),
  person,
});
const PAYMENT = [by('requester', 'PaymentRequested', {}), { ...by('approver', 'PaymentApproved', {}), version: 2 }];
const DUTIES = { duties: [{ duty: 'requested', person: 'requester' }] };
/** The first line bears the reference of the payment, and somebody says that the second takes it back. */
const PAIR = [
  stated('EntriesRead', { entries: [{ instruction: 'REF' }, { instruction: '' }] }),
  stated('EntriesMatched', { entries: [{ number: 1, standing: 'held', agreement: 'agr_a', payment: 'pay_a' }] }),
  stated('EntryExplained', { number: 2, parts: [{ as: 'reversal', statement: 'stm_a', entry: 1 }], ...DUTIES }),
];
const confirmed = (person: string) => stated('EntriesConfirmed', { numbers: [2] }, person);
const doubted = (person = 'maker', more: object = DUTIES) => stated('EntryDoubted', { number: 2, ...more }, person);
const reopened = (person: string) => stated('EntriesReopened', { numbers: [2, 1] }, person);
const faultsOfPair = (...events: readonly Recorded[]) =>
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

test('that a line takes back what bears the reference of a payment is confirmed, and undone, by persons without a part in it', () => {
  expect(faultsOfPair(confirmed('checker'), doubted(), reopened('second'))).toEqual([]);
  expect(faultsOfPair(confirmed('checker'), doubted(), reopened('approver'))).toEqual([]);
  expect(faultsOfPair(confirmed('requester'))).toEqual(fault('set aside', 'requester'));
  expect(faultsOfPair(confirmed('checker'), doubted(), reopened('requester'))).toEqual(fault('taken up again', 'requester'));
  expect(faultsOfPair(confirmed('checker'), doubted('requester'), reopened('approver'))).toEqual(fault('taken up again', 'approver'));
  // What was refused is no part of what is said later; earlier versions did not name who is barred.
  expect(
    faultsOfPair(confirmed('checker'), doubted(), stated('EntryDoubtRefused', { number: 2 }, 'second'), reopened('requester')),
  ).toEqual([]);
  expect(faultsOfPair(confirmed('checker'), doubted('maker', {}), reopened('requester'))).toEqual([]);
});
