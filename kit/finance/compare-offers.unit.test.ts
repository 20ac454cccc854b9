import { describe, expect, test } from 'vitest';
import { money } from '../pure/money.ts';
import { compareOffers } from './compare-offers.ts';
import { loan, usd } from './terms.fixture.ts';
import type { Financing } from './terms.ts';

const comparison = { discountPercent: '5', method: { kind: 'imf-world-bank' } } as const;
const amount = usd(100_000_000n);
const lent = (percent: string, changes = {}): Financing => ({
  instrument: 'loan',
  ...loan({ repayment: 'bullet', paymentsPerYear: 1, rate: { kind: 'fixed', percent }, ...changes }),
});
const drawdowns = [{ month: 0, amount }];
const fees = { frontEndFeePercent: '0.5', feePercent: '1', tenorMonths: 12, paymentsPerYear: 2 } as const;

describe('offers side by side', () => {
  test('are placed by their present cost; those that cost the same share a place and name each other', () => {
    const yen = money(5_000n, 'JPY');
    const compared = compareOffers(
      [
        { key: 'market', terms: lent('5') },
        { key: 'soft', terms: lent('2') },
        { key: 'market-in-yen', terms: lent('5', { principal: yen, drawdowns: [{ month: 0, amount: yen }] }) },
        { key: 'gift', terms: { instrument: 'grant', amount, drawdowns } },
        { key: 'promise', terms: { instrument: 'guarantee', covered: amount, ...fees } },
        { key: 'dear', terms: lent('7') },
      ],
      comparison,
    );
    expect(compared.map(({ key, standing }) => [key, standing])).toEqual([
      ['market', { kind: 'placed', place: 3, tiedWith: ['market-in-yen'] }],
      ['soft', { kind: 'placed', place: 2, tiedWith: [] }],
      ['market-in-yen', { kind: 'placed', place: 3, tiedWith: ['market'] }],
      ['gift', { kind: 'placed', place: 1, tiedWith: [] }],
      ['promise', { kind: 'not-placed', why: 'guarantee-brings-no-money' }],
      ['dear', { kind: 'placed', place: 5, tiedWith: [] }],
    ]);
  });

  test('of a loan show nominal cost, all-in rate, present cost and grant element', () => {
    const [soft] = compareOffers([{ key: 'soft', terms: lent('2') }], comparison);
    expect(soft).toMatchObject({
      nominalCost: { kind: 'known', value: usd(20_000_000n) },
      allInRate: { kind: 'known', value: '2.0000' },
      // Ten times 3 % of a year, at 5 %: 3 * 7.72173.
      presentCost: { kind: 'known', amount: usd(-23_165_205n), percent: '-23.1652' },
      grantElement: { kind: 'known', value: '23.17' },
    });
  });

  test('of what is not paid back are wholly grants, and cost nothing', () => {
    const results = [{ result: 'first tonne sorted', month: 12, amount }];
    const [grant, byResult, inKind] = compareOffers(
      [
        { key: 'a', terms: { instrument: 'grant', amount, drawdowns } },
        { key: 'b', terms: { instrument: 'results-based', amount, results } },
        { key: 'c', terms: { instrument: 'in-kind', value: amount } },
      ],
      comparison,
    );
    for (const offer of [grant, byResult, inKind])
      expect(offer).toMatchObject({
        nominalCost: { kind: 'known', value: usd(0n) },
        allInRate: { kind: 'undefined', why: 'nothing-is-paid-back' },
        grantElement: { kind: 'known', value: '100.00' },
      });
    expect(grant).toMatchObject({ presentCost: { percent: '-100.0000' }, standing: { place: 1 } });
    // Money that comes a year later is worth less: 1 / 1.05.
    expect(byResult).toMatchObject({ presentCost: { percent: '-95.2381' }, standing: { place: 2 } });
    expect(inKind?.standing).toEqual({ kind: 'not-placed', why: 'in-kind-moves-no-money' });
  });

  test('of a guarantee show its fees, and are not compared as money', () => {
    const [guarantee] = compareOffers([{ key: 'g', terms: { instrument: 'guarantee', covered: amount, ...fees } }], comparison);
    expect(guarantee).toMatchObject({
      nominalCost: { kind: 'known', value: usd(1_500_000n) },
      allInRate: { kind: 'undefined', why: 'guarantee-brings-no-money' },
      // Percent: 0.5 at once, in half a year 0.487950036, in a year 0.476190476.
      presentCost: { kind: 'known', amount: usd(1_464_141n), percent: '1.4641' },
      grantElement: { kind: 'undefined', why: 'guarantee-is-contingent' },
      standing: { kind: 'not-placed', why: 'guarantee-brings-no-money' },
    });
  });

  test('of equity have no figures, and say why', () => {
    const [equity] = compareOffers([{ key: 'e', terms: { instrument: 'equity', amount } }], comparison);
    const none = { kind: 'undefined', why: 'equity-has-no-schedule' };
    expect(equity).toMatchObject({ nominalCost: none, allInRate: none, presentCost: none, grantElement: none });
    expect(equity?.standing).toEqual({ kind: 'not-placed', why: 'equity-has-no-schedule' });
  });

  test('are none where none are given', () => {
    expect(compareOffers([], comparison)).toEqual([]);
  });
});
