import { describe, expect, test } from 'vitest';
import { checkLines } from './confirmed-lines.ts';
import type { Context, Recorded } from './facts.ts';
import { event, stated } from './recorded.fixture.ts';

const usd = (amount: string) => ({ amount, currency: 'USD' });
const at = '2026-11-26T10:00:00.000Z';
const BOOK = [
  event('apr_a', 'LimitsProposed', '2026-11-01T10:00:00.000Z', { proposal: 1, limits: [usd('100')], dayLimits: [] }),
  event('apr_a', 'LimitsApproved', '2026-11-02T10:00:00.000Z', { proposal: 1, at: '2026-11-02T10:00:00.000Z' }),
];
const imported = stated('StatementImported', { owner: 'spo_a' });
const read = stated('EntriesRead', { entries: [{ amount: usd('150') }] });
const charged = stated('FeeRecorded', { number: 1, at });
const once = (person = 'one') => stated('EntriesConfirmedOnce', { numbers: [1], rules: 1, at }, person);
const confirmed = (person = 'two', more: object = { rules: 1 }) => stated('EntriesConfirmed', { numbers: [1], at, ...more }, person);
const part = (as: string, amount: string) => ({ as, amount: usd(amount) });
const explained = (...parts: readonly object[]) => stated('EntryExplained', { number: 1, parts, at });

function faultsOf(...events: readonly Recorded[]): string[] {
  const faults: string[] = [];
  const disbursement = { byStream: new Map([['stm_a', events]]) } as unknown as Context;
  checkLines(disbursement, BOOK, (holds, fault) => (holds ? undefined : faults.push(fault())));
  return faults;
}
const ALONE = [expect.stringMatching(/^line stm_a\/1 of 150 USD is confirmed to be no payment by one person alone$/)];

describe('what is said of a line to be no payment, above the limit,', () => {
  test('and two others have confirmed, is as it should be', () => {
    expect(faultsOf(imported, read, charged, once(), confirmed())).toEqual([]);
  });

  test('and one has, is found', () => {
    expect(faultsOf(imported, read, charged, confirmed())).toEqual(ALONE);
    expect(faultsOf(imported, read, explained(part('interest', '90'), part('unrelated', '60')), confirmed())).toEqual(ALONE);
  });

  test('and one has twice, or who said so, is found', () => {
    expect(faultsOf(imported, read, charged, once('two'), confirmed('two'))).toEqual(ALONE);
    expect(faultsOf(imported, read, charged, once('maker'), confirmed())).toEqual(ALONE);
  });

  test('is found where it was said again after the first confirmation', () => {
    expect(faultsOf(imported, read, charged, once(), explained(part('interest', '150')), confirmed())).toEqual(ALONE);
  });
});

test('the payments in a line have limits of their own; what is at the limit one person confirms', () => {
  expect(faultsOf(imported, read, explained(part('payment', '50'), part('fee', '100')), confirmed())).toEqual([]);
  expect(faultsOf(imported, read, stated('EntryLinked', { number: 1, charge: usd('100'), at }), confirmed())).toEqual([]);
});

test('while a statement is nobody’s, two confirm each line', () => {
  const nobodys = stated('StatementImported', {});
  const little = explained(part('fee', '1'));
  expect(faultsOf(nobodys, read, little, confirmed())).toEqual([expect.stringMatching('line stm_a/1 of 1 USD')]);
  expect(faultsOf(nobodys, read, little, once(), confirmed())).toEqual([]);
  const owned = stated('StatementOwnerConfirmed', { sponsor: 'spo_a' });
  expect(faultsOf(nobodys, read, owned, little, confirmed())).toEqual([]);
});

test('what an earlier version confirmed, which measured nothing, stays as it is', () => {
  expect(faultsOf(imported, read, charged, confirmed('two', {}))).toEqual([]);
});
