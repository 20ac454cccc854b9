import type { Conversion } from '@junkan/kit/finance/conversion.ts';
import { acceptedOn, draft, FUND, money, signed } from '../agreement.fixture.ts';
import { initial, type State } from '../agreement-state.ts';
import type { Terms } from '../contract/terms.ts';
import type { SponsorId } from '../ids.ts';
import type { RatesOfDay } from './exchange-state.ts';

const OF_THE_DAY = { day: '2027-02-28', source: 'ECB', base: 'EUR', fromRate: '1', expiresOn: '2027-03-10' };

/** What an offer comes to in the currency of its budget, at the rates of the commitment. */
export const into = (currency: string, amount: bigint): Conversion => ({
  ...OF_THE_DAY,
  amount: money(amount, currency),
  toRate: '13.35',
});
/** The rates of the value date. */
export const rates = (toRate: string, over: Partial<RatesOfDay> = {}): RatesOfDay[] => [
  { ...OF_THE_DAY, toRate, currency: 'JPY', on: '2027-03-01', fromPlaces: 0, places: 0, ...over },
];

export type Converted = { readonly offer: string; readonly of: bigint; readonly to: Conversion };
/** The fund's offer of 75 is from a budget in yen. */
export const yen: Converted = { offer: FUND, of: 75n, to: into('JPY', 1001n) };
/** An agreement in force, of which these offers are from budgets in other currencies. */
export const effectiveWith = (converted: readonly Converted[], over: Partial<Terms> = {}): State => {
  const conversions = converted.map(({ offer, of, to }) => ({ offer: `off_${offer}` as const, amount: money(of), conversion: to }));
  return acceptedOn(initial, { ...draft(over), conversions }, ...signed(over).slice(1));
};
export const posted = (account: string, amount: bigint, sponsor: SponsorId = FUND) => ({
  account: `sponsor/${sponsor}/${account}`,
  money: money(amount, 'JPY'),
});
