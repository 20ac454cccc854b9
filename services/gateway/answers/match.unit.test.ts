import { expect, test } from 'vitest';
import { matchShown } from './match.ts';

test('every amount among the facts of a match is money in its own currency, and figures that are none stay as they are', () => {
  const reason = { outcome: 'missed', hard: true, score: 0, weight: 0 };
  const facts = { target: '3000000000', targetCurrency: 'USD', minimum: '2500', minimumCurrency: 'JPY' };
  const band = { target: '3000000001', targetCurrency: 'USD', low: '100', high: '200', bandCurrency: 'USD', band: 'usual' };
  const { reasons } = matchShown({
    project: 'prj_1',
    mandate: 'man_1',
    sponsor: 'spo_1',
    eligible: false,
    score: 0,
    reasons: [
      { ...reason, criterion: 'ticket', facts },
      { ...reason, criterion: 'ticket-fit', facts: band },
      { ...reason, criterion: 'readiness', facts: { project: '1', minimum: '3' } },
    ],
  });
  expect(reasons.map((each) => each.facts)).toEqual([
    { target: { amount: '30000000.00', currency: 'USD' }, minimum: { amount: '2500', currency: 'JPY' } },
    {
      target: { amount: '30000000.01', currency: 'USD' },
      low: { amount: '1.00', currency: 'USD' },
      high: { amount: '2.00', currency: 'USD' },
      band: 'usual',
    },
    { project: '1', minimum: '3' },
  ]);
});
