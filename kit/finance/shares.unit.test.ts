import { describe, expect, test } from 'vitest';
import { GRANT, GUARANTEE, IN_KIND } from '../testing/financing.fixture.ts';
import { fundedOf, paidPartsOf, unfundedPartsOf } from './shares.ts';

const part = (amount: bigint, financing = GRANT) => ({ amount: { amount, currency: 'USD' }, financing });
const share = (amount: bigint, financing = GRANT, parts: ReturnType<typeof part>[] = []) => ({ ...part(amount, financing), parts });

describe('the money of a share', () => {
  test('is that of its offers of money; guarantees and contributions in kind come in addition', () => {
    const mixed = share(100n, GRANT, [part(100n), part(50n, GUARANTEE), part(7n, IN_KIND)]);
    expect(paidPartsOf(mixed)).toEqual([part(100n)]);
    expect(unfundedPartsOf(mixed)).toEqual([part(50n, GUARANTEE), part(7n, IN_KIND)]);
    expect(fundedOf(mixed, 40n)).toBe(40n);
  });

  test('is nothing where the sponsor only guarantees', () => {
    const guarantor = share(0n, GUARANTEE, [part(50n, GUARANTEE)]);
    expect(paidPartsOf(guarantor)).toEqual([]);
    expect(unfundedPartsOf(guarantor)).toEqual([part(50n, GUARANTEE)]);
  });

  test('of an earlier version counts everything, of which only the funded part may still be requested', () => {
    const guarantor = share(50n, GUARANTEE);
    expect([unfundedPartsOf(guarantor), fundedOf(guarantor, 30n)]).toEqual([[], 0n]);
    const mixed = share(150n, GRANT, [part(100n), part(50n, GUARANTEE)]);
    expect([unfundedPartsOf(mixed), fundedOf(mixed, 31n)]).toEqual([[], 20n]);
  });
});
