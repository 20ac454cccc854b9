import { describe, expect, test } from 'vitest';
import { BANK, FUND, money } from '../agreement.fixture.ts';
import type { InForce } from '../agreement-state.ts';
import { unspentPortions } from '../recoveries/recovery-amounts.ts';
import { statementDueOf } from './advance.ts';

const ADVANCE = { number: 1, tranche: 1, sponsor: FUND, amount: money(60n), payment: 'pay_1', refusedBy: '', statementDays: 90 };

/** The fund has paid 60 ahead on a day, of which so much is accounted for. */
function paidAhead(accepted: bigint, more: Partial<typeof ADVANCE> = {}) {
  const advance = { ...ADVANCE, ...more, expenditures: [{ status: 'accepted', accepted: money(accepted) }] };
  const payments = new Map([['pay_1', { status: 'settled', valueDate: '2027-03-01' }]]);
  const state = { advances: [advance], payments, recoveries: [], verdicts: [], cells: [], status: 'effective' } as unknown as InForce;
  return { state, advance: state.advances[0] as InForce['advances'][number] };
}

describe('an account of what was paid ahead', () => {
  const dueOf = ({ state, advance }: ReturnType<typeof paidAhead>) => statementDueOf(state, advance);

  test('is due so many days after the bank has paid, for as long as anything is open', () => {
    expect(dueOf(paidAhead(0n))).toBe('2027-05-30');
    expect(dueOf(paidAhead(59n))).toBe('2027-05-30');
    expect(dueOf(paidAhead(60n))).toBe('');
  });

  test('is due on no day where none was set, as in earlier versions', () => {
    expect(dueOf(paidAhead(0n, { statementDays: 0 }))).toBe('');
  });
});

describe('what was not spent', () => {
  const open = [
    { sponsor: FUND, amount: money(300n) },
    { sponsor: BANK, amount: money(324n) },
  ];
  const portions = (amount: bigint, tranche = 0) =>
    unspentPortions(paidAhead(45n).state, tranche, money(amount), open).map(({ sponsor, amount: portion }) => [sponsor, portion.amount]);

  test('is the portion of who paid ahead, even if others have paid', () => {
    expect(portions(15n)).toEqual([[FUND, 15n]]);
    expect(portions(7n)).toEqual([[FUND, 7n]]);
  });

  test('is of all, in proportion to what else they have paid, where it is more than what is open of advances', () => {
    expect(portions(15n + 609n)).toEqual([
      [FUND, 300n],
      [BANK, 324n],
    ]);
    expect(portions(15n + 203n)).toEqual([
      [FUND, 15n + 95n],
      [BANK, 108n],
    ]);
  });

  test('is of all alike where nothing was paid ahead of its tranche', () => {
    expect(portions(624n, 2)).toEqual([
      [FUND, 300n],
      [BANK, 324n],
    ]);
  });
});
