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
const confirmed = stated('EntriesConfirmed', { numbers: [1], at }, 'two');

const faultsOf = (references: readonly Recorded[], ...statement: readonly Recorded[]): readonly string[] =>
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
  test('is found where it is said, or confirmed, to be something else', () => {
    expect(faultsOf([reserved()], ignored)).toEqual([OTHERWISE]);
    expect(faultsOf([reserved()], stated('FeeRecorded', { number: 1, at }))).toEqual([OTHERWISE]);
    expect(faultsOf([reserved()], explained({ as: 'payment', agreement: 'agr_a', payment: 'pay_b' }))).toEqual([OTHERWISE]);
    // It was reported after somebody had said so, and before that was confirmed.
    const late = { ...confirmed, at: LATER };
    expect(faultsOf([reserved(at)], { ...ignored, at: EARLIER }, late)).toEqual([OTHERWISE]);
  });

  test('is as it should be where it is said to be that, among other things', () => {
    expect(faultsOf([reserved()], explained({ as: 'payment', agreement: 'agr_a', payment: 'pay_a' }, { as: 'fee' }), confirmed)).toEqual(
      [],
    );
    const refund = reserved(EARLIER, { payment: 'rfd_a' });
    expect(faultsOf([refund], explained({ as: 'refund', agreement: 'agr_a', recovery: 1 }), confirmed)).toEqual([]);
    expect(faultsOf([refund], explained({ as: 'refund', agreement: 'agr_b', recovery: 1 }))).toHaveLength(1);
  });

  test('may be something else once that is taken back, or is another line, and where it is of another account', () => {
    const end = (type: 'BankReferenceReleased' | 'BankReferenceFound') => event('bnk_a', type, EARLIER, { payment: 'pay_a' });
    expect(faultsOf([reserved(), end('BankReferenceReleased')], ignored, confirmed)).toEqual([]);
    expect(faultsOf([reserved(), end('BankReferenceFound')], ignored, confirmed)).toEqual([]);
    expect(faultsOf([reserved(EARLIER, { accounts: ['acc_b'] })], ignored, confirmed)).toEqual([]);
    expect(faultsOf([reserved(EARLIER, { statement: 'stm_b', statementEntry: 1 })], ignored, confirmed)).toEqual([]);
    expect(faultsOf([reserved(EARLIER, { accounts: [] })], ignored)).toEqual([OTHERWISE]);
  });
});
