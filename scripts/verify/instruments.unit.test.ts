import { expect, test } from 'vitest';
import type { Recorded, Stored } from './facts.ts';
import { onlyMoneyIsPaid } from './instruments.ts';
import { event } from './recorded.fixture.ts';

const DAY = '2027-01-01T12:00:00.000Z';
const usd = (amount: string) => ({ amount, currency: 'USD' });
const part = (instrument: string, amount: string) => ({ offer: `off_${instrument}`, amount: usd(amount), financing: { instrument } });
const guarantor = { sponsor: 'spo_g', ...part('guarantee', '0'), parts: [part('guarantee', '500')] };
const donor = { sponsor: 'spo_d', ...part('grant', '100') };
const cell = (sponsor: string, amount = '100') => ({ tranche: 1, sponsor, amount: usd(amount), payment: `pay_${sponsor}` });

function faultsOf(draft: object, ...others: readonly Recorded[]): readonly string[] {
  const drafted = event('agr_a', 'AgreementDrafted', DAY, {
    shares: [donor, guarantor],
    cells: [cell('spo_d')],
    moneyAlone: true,
    ...draft,
  });
  const events = [drafted, ...others];
  const stored = { disbursement: { events, byStream: Map.groupBy(events, ({ stream }) => stream) } } as unknown as Stored;
  return onlyMoneyIsPaid(stored).broken;
}

test('a guarantee is beside the money of the agreement, and is not counted in it', () => {
  expect(faultsOf({})).toEqual([]);
  const counted = { ...guarantor, amount: usd('500'), parts: [part('guarantee', '500')] };
  expect(faultsOf({ shares: [donor, counted] })).toEqual([expect.stringContaining('counts 500 as money')]);
  const mixed = { ...donor, amount: usd('100'), parts: [part('grant', '100'), part('in-kind', '7')] };
  expect(faultsOf({ shares: [mixed] })).toEqual([]);
  expect(faultsOf({ shares: [{ ...mixed, amount: usd('107') }] })).toHaveLength(1);
});

test('a part of a tranche, an advance or a payment of a guarantor is found', () => {
  expect(faultsOf({ cells: [cell('spo_d'), cell('spo_g')] })).toEqual([expect.stringContaining('has a part of spo_g')]);
  const of = { sponsor: 'spo_g', payment: 'pay_g' };
  expect(faultsOf({}, event('agr_a', 'PaymentRequested', DAY, of))).toEqual([expect.stringContaining('PaymentRequested')]);
  expect(faultsOf({}, event('agr_a', 'AdvanceAsked', DAY, { ...of, advance: 1 }))).toHaveLength(1);
});

test('what an earlier version counted as money was stored before', () => {
  const counted = { ...guarantor, amount: usd('500') };
  const earlier = { shares: [donor, counted], cells: [cell('spo_g')], moneyAlone: undefined };
  expect(faultsOf(earlier, event('agr_a', 'PaymentRequested', DAY, { sponsor: 'spo_g', payment: 'pay_g' }))).toEqual([]);
});
