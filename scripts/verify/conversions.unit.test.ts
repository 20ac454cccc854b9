import { expect, test } from 'vitest';
import { currenciesAreKept } from './conversions.ts';
import type { Converted } from './converted.ts';
import type { Recorded, Stored } from './facts.ts';
import { event } from './recorded.fixture.ts';

const usd = (amount: string) => ({ amount, currency: 'USD' });

const rates = (day: string, at: string, usdRate = '1.05', edition = 1, sheet = day): Recorded[] => [
  event(`rts_${sheet}`, 'RatesEntered', at, {
    source: 'ECB',
    base: 'EUR',
    day,
    edition,
    rates: [
      { currency: 'JPY', rate: '157.5' },
      { currency: 'USD', rate: usdRate },
    ],
  }),
  event(`rts_${sheet}`, 'RatesConfirmed', at, { edition }),
];
const conversion: Converted = {
  amount: { amount: '15000', currency: 'JPY' },
  day: '2026-11-20',
  source: 'ECB',
  base: 'EUR',
  fromRate: '1.05',
  toRate: '157.5',
  expiresOn: '2026-11-30',
};

type Said = {
  readonly offered?: object | undefined;
  readonly at?: string;
  readonly sheets?: readonly Recorded[];
  readonly agreed?: object;
};

/** An offer of 100.00 USD from an envelope in JPY, and its agreement. */
function faultsOf({ offered = conversion, at = '2026-11-24T12:00:00.000Z', sheets, agreed = conversion }: Said = {}): readonly string[] {
  const of = (...events: readonly Recorded[]) => ({ events, byStream: Map.groupBy(events, ({ stream }) => stream) });
  const data = Object.keys(offered).length > 0 ? { conversion: offered } : {};
  const offer = { offer: 'off_a', sponsor: 'spo_a', envelope: 'env_a', amount: usd('10000'), ...data };
  const share = { sponsor: 'spo_a', offer: 'off_a', envelope: 'env_a', amount: usd('10000') };
  const conversions = Object.keys(agreed).length > 0 ? [{ offer: 'off_a', amount: usd('10000'), conversion: agreed }] : [];
  const stored = {
    sponsor: of(event('env_a', 'EnvelopeOpened', at, { sponsor: 'spo_a', total: { amount: '900000', currency: 'JPY' } })),
    matching: of(event('fnd_a', 'OfferProposed', at, offer), event('fnd_a', 'OfferBacked', at, { offer: 'off_a' })),
    disbursement: of(
      ...(sheets ?? rates('2026-11-20', '2026-11-20T12:00:00.000Z')),
      event('agr_a', 'AgreementDrafted', at, { shares: [share], conversions }),
      event('agr_a', 'AgreementBecameEffective', at, { entry: { id: 'agr_a/effective', postings: [] } }),
    ),
  } as unknown as Stored;
  return currenciesAreKept(stored).broken;
}

test('what was valid and gives the amount is right', () => {
  expect(faultsOf()).toEqual([]);
  const later = rates('2026-11-20', '2026-11-25T12:00:00.000Z', '1.06', 2).map((each) => ({ ...each }));
  expect(faultsOf({ sheets: [...rates('2026-11-20', '2026-11-20T12:00:00.000Z'), ...later] })).toEqual([]);
});

const of = (change: Partial<Converted>) => ({ offered: { ...conversion, ...change }, agreed: { ...conversion, ...change } });
test.each<[string, Said]>([
  ['and it says no rate', { offered: {}, agreed: {} }],
  ['by rates of BOJ for 2026-11-20 that were not valid', of({ source: 'BOJ' })],
  ['by rates of ECB for 2026-11-20 that were not valid', { sheets: rates('2026-11-20', '2026-11-24T12:00:01.000Z') }],
  ['by rates of ECB for 2026-11-20 that were not valid', { sheets: rates('2026-11-20', '2026-11-20T12:00:00.000Z', '1.06') }],
  [
    'by rates of ECB for 2026-11-20 that were not valid',
    { sheets: [...rates('2026-11-20', '2026-11-20T12:00:00.000Z'), ...rates('2026-11-20', '2026-11-23T12:00:00.000Z', '1.06', 2)] },
  ],
  ['which expired on 2026-11-23', of({ expiresOn: '2026-11-23' })],
  [
    'and those of 2026-11-22 were valid',
    { sheets: [...rates('2026-11-20', '2026-11-20T12:00:00.000Z'), ...rates('2026-11-22', '2026-11-22T12:00:00.000Z')] },
  ],
  ['is 15000 JPY by its rates, but records 15001', of({ amount: { amount: '15001', currency: 'JPY' } })],
  ['its envelope in JPY, and it says KWD', of({ amount: { amount: '15000', currency: 'KWD' } })],
  ['otherwise than the offer itself', { agreed: {} }],
  ['otherwise than the offer itself', { agreed: { ...conversion, toRate: '158' } }],
])('names what %s', (fault, said) => {
  expect(faultsOf(said).join('\n')).toContain(fault);
});
