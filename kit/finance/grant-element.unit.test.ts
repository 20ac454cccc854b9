import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { money } from '../pure/money.ts';
import { Decimal, inPlaces } from './decimal.ts';
import { paid } from './flows.ts';
import { discountOf, type GrantElementMethod, grantElementOf, INCOME_GROUPS } from './grant-element.ts';
import { presentValueOf } from './present-value.ts';
import { scheduleOf } from './schedule.ts';
import { loan, usd } from './terms.fixture.ts';
import type { PaymentsPerYear } from './terms.ts';

const METHODS: readonly GrantElementMethod[] = [
  { kind: 'imf-world-bank' },
  { kind: 'oecd-dac-before-2018' },
  ...INCOME_GROUPS.map((recipient) => ({ kind: 'oecd-dac' as const, recipient })),
];

/** The years until one period before the first repayment, the years until the last, and the repayments of a year. */
type Shape = { readonly interval: number; readonly years: number; readonly perYear: PaymentsPerYear };

const ONE = new Decimal(1);
const hundredth = (percent: string) => new Decimal(percent).div(100);
const ofPeriod = (discount: string, perYear: number) => ONE.plus(hundredth(discount)).pow(ONE.div(perYear)).minus(1);

/**
 * The closed formulas of the OECD Development Assistance Committee (Converged Statistical Reporting Directives, annex: technical note on
 * the calculation of the grant element, formulas and examples), with its letters; `interval` is INT.
 */
function ofEqualPrincipals(percent: string, discount: string, { interval, years, perYear }: Shape): string {
  const D = ofPeriod(discount, perYear);
  const factor = (periods: number) => ONE.div(ONE.plus(D).pow(periods));
  const profile = factor(perYear * interval)
    .minus(factor(perYear * years))
    .div(D.times(perYear * years - perYear * interval));
  return inPlaces(ONE.minus(hundredth(percent).div(perYear).div(D)).times(ONE.minus(profile)).times(100), 2);
}

function ofAnnuity(percent: string, discount: string, { interval, years, perYear }: Shape): string {
  const [D, R, DR] = [ofPeriod(discount, perYear), hundredth(percent), years - interval];
  const [C1, C2] = [interval, DR].map((each) => ONE.plus(hundredth(discount)).pow(each)) as [Decimal, Decimal];
  const ZG = R.times(ONE.minus(ONE.div(C1))).div(D.times(perYear));
  const ZM = ONE.div(
    ONE.plus(R.div(perYear))
      .pow(perYear * DR)
      .minus(1),
  ).plus(1);
  const ZX = R.div(perYear)
    .times(ZM)
    .div(C1)
    .times(ONE.minus(ONE.div(C2)).div(D));
  return inPlaces(ONE.minus(ZG).minus(ZX).times(100), 2);
}

describe('the grant element', () => {
  test('goes by the published discounts', () => {
    expect(METHODS.map(discountOf)).toEqual(['5', '10', '9', '9', '7', '6']);
  });

  test('of a bullet at the discount rate is zero, and of one without interest what the discount takes', () => {
    for (const method of METHODS) {
      const bullet = { repayment: 'bullet', paymentsPerYear: 1 } as const;
      expect(grantElementOf(loan({ ...bullet, rate: { kind: 'fixed', percent: discountOf(method) } }), method)).toBe('0.00');
    }
    // What is shown as nothing has no sign.
    const hardlyDearer = loan({ repayment: 'bullet', tenorMonths: 12, paymentsPerYear: 1, rate: { kind: 'fixed', percent: '5.0001' } });
    expect(grantElementOf(hardlyDearer, { kind: 'imf-world-bank' })).toBe('0.00');
    // One year at 5 %: 1 - 1 / 1.05.
    const free = loan({ repayment: 'bullet', tenorMonths: 12, paymentsPerYear: 1, rate: { kind: 'fixed', percent: '0' } });
    expect(grantElementOf(free, { kind: 'imf-world-bank' })).toBe('4.76');
  });

  test('is that of the closed formulas of the OECD', () => {
    const terms = fc.record({
      perYear: fc.constantFrom<PaymentsPerYear>(1, 2, 4),
      years: fc.integer({ min: 2, max: 40 }),
      grace: fc.nat({ max: 39 }),
      thousandths: fc.integer({ min: 1, max: 12_000 }),
      method: fc.constantFrom(...METHODS),
      formula: fc.constantFrom(
        { repayment: 'equal-principal' as const, closed: ofEqualPrincipals },
        { repayment: 'annuity' as const, closed: ofAnnuity },
      ),
    });
    fc.assert(
      fc.property(terms, ({ perYear, years, grace, thousandths, method, formula: { repayment, closed } }) => {
        const interval = grace % years;
        const percent = (thousandths / 1_000).toFixed(3);
        const exact = { principal: usd(10n ** 15n), paymentsPerYear: perYear, rate: { kind: 'fixed', percent }, repayment } as const;
        const element = grantElementOf(loan({ ...exact, tenorMonths: years * 12, graceMonths: interval * 12 }), method);
        const formula = closed(percent, discountOf(method), { interval, years, perYear });
        // Rounding to cents may tip the last of two places.
        expect(Math.abs(Number(element) - Number(formula))).toBeLessThan(0.011);
      }),
      { numRuns: 100 },
    );
  });

  test('of the example of the directives, ten years at 2.5 % and half-yearly from two and a half years on, follows their formula', () => {
    const example = loan({ principal: usd(1_000_00n), graceMonths: 24, rate: { kind: 'fixed', percent: '2.5' } });
    expect(ofEqualPrincipals('2.5', '10', { interval: 2, years: 10, perYear: 2 })).toBe('32.39');
    expect(grantElementOf(example, { kind: 'oecd-dac-before-2018' })).toBe('32.39');
  });

  test('is the cash grant equivalent of the example of the European Commission: ECU 41,123 of 500,000', () => {
    // Competition rules, annex on the calculation of the cash grant equivalent of a soft loan: ten years, 6 % where 8 % is the reference.
    const soft = { principal: money(500_000_00n, 'EUR'), paymentsPerYear: 1, rate: { kind: 'fixed', percent: '6' } } as const;
    const worth = presentValueOf(paid(scheduleOf(loan(soft))), '8', 'EUR').amount;
    // The example rounds each of its ten years to a unit.
    expect(Math.abs(Number(500_000_00n + worth - 41_123_00n))).toBeLessThanOrEqual(5_00);
  });

  test('counts the front-end fee, and takes the principal as drawn at once', () => {
    const terms = loan({ rate: { kind: 'fixed', percent: '1' } });
    const late = loan({ ...terms, drawdowns: [{ month: 60, amount: terms.principal }], commitmentFeePercent: '1' });
    const dearer = loan({ ...terms, frontEndFeePercent: '1' });
    const [plain, drawnLate, withFee] = [terms, late, dearer].map((each) => grantElementOf(each, { kind: 'imf-world-bank' }));
    expect(drawnLate).toBe(plain);
    expect(Number(plain) - Number(withFee)).toBeCloseTo(1, 10);
  });
});
