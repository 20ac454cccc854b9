import { expect, test } from 'vitest';
import { type Check, sheetsOf } from './converted.ts';
import { checkExchanges } from './exchanges.ts';
import type { Recorded, Stored } from './facts.ts';
import { checkRefundExchanges } from './refund-exchanges.ts';
import { checkReturnExchanges } from './return-exchanges.ts';

const AT = '2026-11-24T12:00:00.000Z';
const usd = (amount: string) => ({ amount, currency: 'USD' });
const jpy = (amount: string) => ({ amount, currency: 'JPY' });
const by = (amount: string, toRate: string) => ({
  amount: jpy(amount),
  day: '2026-11-20',
  source: 'ECB',
  base: 'EUR',
  fromRate: '1',
  toRate,
  expiresOn: '2026-11-30',
});
const postings = (spent: string, converted: string, difference: string) => ({
  id: 'agr_a/exchange/pay_a/1',
  postings: [
    { account: 'sponsor/spo_a/spent', money: jpy(spent) },
    { account: 'sponsor/spo_a/converted', money: jpy(converted) },
    { account: 'sponsor/spo_a/exchange-differences', money: jpy(difference) },
  ],
});
const part = { offer: 'off_a', amount: usd('10000'), committed: jpy('15000'), cost: by('16000', '160') };
const booked = { exchange: 1, payment: 'pay_a', valueDate: '2026-11-24', parts: [part], entry: postings('-16000', '15000', '1000') };
const undone = { exchange: 1, payment: 'pay_a', entry: postings('16000', '-15000', '-1000') };

/** Those of another source. */
const OTHERS = {
  source: 'BOJ',
  rates: [
    { currency: 'JPY', rate: '155' },
    { currency: 'USD', rate: '1' },
  ],
};

type Short = readonly [type: Recorded['type'], data: object];
const SETTLED: readonly Short[] = [
  ['PaymentRequested', { payment: 'pay_a', sponsor: 'spo_a', amount: usd('10000') }],
  ['PaymentSettled', { payment: 'pay_a', valueDate: '2026-11-24' }],
];

/** A payment of half of an offer of 200.00 USD, which takes 30000 JPY of its envelope. */
function faultsOf(...given: readonly Short[]): readonly string[] {
  const share = { sponsor: 'spo_a', offer: 'off_a', envelope: 'env_a', amount: usd('20000') };
  const drafted = { shares: [share], conversions: [{ offer: 'off_a', amount: usd('20000'), conversion: by('30000', '150') }] };
  const events = ([['AgreementDrafted', drafted], ...given] as const).map(
    ([type, data], index): Recorded => ({ stream: 'agr_a', version: index + 1, type, data, person: 'person', at: AT }),
  );
  const rates = [
    [
      'RatesEntered',
      {
        source: 'ECB',
        base: 'EUR',
        day: '2026-11-20',
        edition: 1,
        rates: [
          { currency: 'JPY', rate: '160' },
          { currency: 'USD', rate: '1' },
        ],
      },
    ],
    ['RatesConfirmed', { edition: 1 }],
  ].map(([type, data]) => ({ type, data, at: '2026-11-20T12:00:00.000Z' }));
  const others = rates.map(({ data, ...each }) => ({
    ...each,
    data: typeof data === 'object' && 'source' in data ? { ...data, ...OTHERS } : data,
  }));
  const sheets = sheetsOf({
    byStream: new Map([
      ['rts_a', rates],
      ['rts_b', others],
    ]),
  } as unknown as Stored['disbursement']);
  const broken: string[] = [];
  const check: Check = (holds, fault) => {
    if (!holds) broken.push(fault());
  };
  checkExchanges('agr_a', events, sheets, check);
  checkRefundExchanges('agr_a', events, sheets, check);
  checkReturnExchanges('agr_a', events, { sheets, since: given.find(([type]) => type === 'ExchangeOfReturnDue') ? '' : '~' }, check);
  return broken;
}

test('what is booked at the rates of the value date is right, and so is what undoes it with its payment', () => {
  expect(faultsOf(...SETTLED, ['ExchangeBooked', booked])).toEqual([]);
  expect(faultsOf(...SETTLED, ['ExchangeBooked', booked], ['PaymentReturned', { payment: 'pay_a' }], ['ExchangeReversed', undone])).toEqual(
    [],
  );
});

test.each<[string, readonly Short[]]>([
  ['is booked twice', [...SETTLED, ['ExchangeBooked', booked], ['ExchangeBooked', booked]]],
  ['which is not settled on 2026-11-24', [SETTLED[0] as Short, ['ExchangeBooked', booked]]],
  ['leaves what it cost by exchange', [...SETTLED, ['ExchangeBooked', booked], ['PaymentReturned', { payment: 'pay_a' }]]],
  [
    'is undone otherwise than it was booked',
    [
      ...SETTLED,
      ['ExchangeBooked', booked],
      ['PaymentReturned', { payment: 'pay_a' }],
      ['ExchangeReversed', { ...undone, entry: booked.entry }],
    ],
  ],
  ['is not what it cost', [...SETTLED, ['ExchangeBooked', { ...booked, entry: postings('-16000', '16000', '0') }]]],
  ['take 14999 of the commitment', [...SETTLED, ['ExchangeBooked', { ...booked, parts: [{ ...part, committed: jpy('14999') }] }]]],
  ['of which 10000 is paid', [...SETTLED, ['ExchangeBooked', { ...booked, parts: [{ ...part, amount: usd('9999') }] }]]],
  ['that were not valid', [...SETTLED, ['ExchangeBooked', { ...booked, parts: [{ ...part, cost: by('16000', '161') }] }]]],
  ['is not of the budgets of spo_a', [...SETTLED, ['ExchangeBooked', { ...booked, parts: [] }]]],
])('names what %s', (fault, given) => {
  expect(faultsOf(...given).join('\n')).toContain(fault);
});

const right = { ...by('15500', '155'), source: 'BOJ' };
const rebooked = {
  ...booked,
  exchange: 2,
  parts: [{ ...part, cost: right }],
  entry: postings('-15500', '15000', '500'),
};
const corrected = { ...undone, reason: 'rates-corrected' };
const WRONG = [...SETTLED, ['ExchangeBooked', booked]] as const satisfies readonly Short[];

test('what is booked again where rates were corrected is right, and may be undone with its payment', () => {
  const right: readonly Short[] = [...WRONG, ['ExchangeReversed', corrected], ['ExchangeBooked', rebooked]];
  expect(faultsOf(...right)).toEqual([]);
  const back = { ...undone, exchange: 2, entry: postings('15500', '-15000', '-500') };
  expect(faultsOf(...right, ['PaymentReturned', { payment: 'pay_a' }], ['ExchangeReversed', back])).toEqual([]);
});

test.each<[string, readonly Short[]]>([
  ['has not been booked again', [...WRONG, ['ExchangeReversed', corrected]]],
  ['is undone otherwise', [...WRONG, ['ExchangeReversed', { ...corrected, exchange: 2 }], ['ExchangeBooked', rebooked]]],
  ['with the same rates as before', [...WRONG, ['ExchangeReversed', corrected], ['ExchangeBooked', { ...booked, exchange: 2 }]]],
  [
    'with different amounts',
    [
      ...WRONG,
      ['ExchangeReversed', corrected],
      ['ExchangeBooked', { ...rebooked, parts: [{ ...part, committed: jpy('14999'), cost: right }] }],
    ],
  ],
  ['is not what it cost', [...WRONG, ['ExchangeReversed', corrected], ['ExchangeBooked', { ...rebooked, entry: booked.entry }]]],
  [
    'that were not valid',
    [
      ...WRONG,
      ['ExchangeReversed', corrected],
      ['ExchangeBooked', { ...rebooked, parts: [{ ...part, cost: { ...right, toRate: '150' } }] }],
    ],
  ],
  [
    'leaves what it cost',
    [...WRONG, ['PaymentReturned', { payment: 'pay_a' }], ['ExchangeReversed', corrected], ['ExchangeBooked', rebooked]],
  ],
])('names of a correction what %s', (fault, given) => {
  expect(faultsOf(...given).join('\n')).toContain(fault);
});

const resolution = { recovery: 1, resolution: 1 };
const portions = [{ sponsor: 'spo_a', amount: usd('10000') }];
const REFUND: readonly Short[] = [
  ['ResolutionProposed', { ...resolution, kind: 'refunded', amount: usd('10000'), portions, valueDate: '2026-11-24' }],
  ['ResolutionConfirmed', resolution],
];
const back = {
  ...resolution,
  exchange: 1,
  sponsor: 'spo_a',
  valueDate: '2026-11-24',
  parts: [part],
  entry: postings('16000', '-15000', '-1000'),
};

test('what came back with a refund is booked at the rates of its value date, whether or not the payment is', () => {
  expect(faultsOf(...SETTLED, ...REFUND, ['ExchangeOfRefundBooked', back])).toEqual([]);
});

test.each<[string, readonly Short[]]>([
  ['a second time', [...REFUND, ['ExchangeOfRefundBooked', back], ['ExchangeOfRefundBooked', back]]],
  ['no refund that was confirmed', [...REFUND.slice(0, 1), ['ExchangeOfRefundBooked', back]]],
  ['no refund that was confirmed', [...REFUND, ['ExchangeOfRefundBooked', { ...back, valueDate: '2026-11-25' }]]],
  [
    'no refund that was confirmed',
    [
      ['ResolutionProposed', { ...resolution, kind: 'written-off', amount: usd('10000'), portions, valueDate: '' }],
      ['ResolutionConfirmed', resolution],
      ['ExchangeOfRefundBooked', { ...back, valueDate: '' }],
    ],
  ],
  ['is not what it cost', [...REFUND, ['ExchangeOfRefundBooked', { ...back, entry: booked.entry }]]],
  ['take 14999 of the commitment', [...REFUND, ['ExchangeOfRefundBooked', { ...back, parts: [{ ...part, committed: jpy('14999') }] }]]],
  ['of which 10000 is refunded', [...REFUND, ['ExchangeOfRefundBooked', { ...back, parts: [{ ...part, amount: usd('9999') }] }]]],
  ['that were not valid', [...REFUND, ['ExchangeOfRefundBooked', { ...back, parts: [{ ...part, cost: by('16000', '161') }] }]]],
  ['is not of the budgets of spo_a', [...REFUND, ['ExchangeOfRefundBooked', { ...back, parts: [] }]]],
])('names of a refund what is %s', (fault, given) => {
  expect(faultsOf(...given).join('\n')).toContain(fault);
});

const refundRebooked = { ...back, exchange: 2, parts: [{ ...part, cost: right }], entry: postings('15500', '-15000', '-500') };
const refundUndone = { ...resolution, exchange: 1, sponsor: 'spo_a', reason: 'rates-corrected', entry: booked.entry };
const REFUNDED = [...SETTLED, ...REFUND, ['ExchangeOfRefundBooked', back]] as const satisfies readonly Short[];

test('a refund that is booked again is right', () => {
  expect(faultsOf(...REFUNDED, ['ExchangeOfRefundReversed', refundUndone], ['ExchangeOfRefundBooked', refundRebooked])).toEqual([]);
});

const MISTAKE: readonly Short[] = [
  ['ResolutionProposed', { recovery: 1, resolution: 2, kind: 'reversed', undoes: 1, amount: usd('10000'), portions }],
  ['ResolutionConfirmed', { recovery: 1, resolution: 2 }],
];
const takenBack = { ...refundUndone, reason: 'refund-undone' };

test('what a refund came to by exchange is undone with it, where it was a mistake', () => {
  expect(faultsOf(...REFUNDED, ...MISTAKE, ['ExchangeOfRefundReversed', takenBack])).toEqual([]);
  expect(faultsOf(...REFUNDED, ...MISTAKE)).toEqual([expect.stringContaining('is left of a refund that was confirmed by mistake')]);
  expect(faultsOf(...REFUNDED, ['ExchangeOfRefundReversed', takenBack])).toEqual([
    expect.stringContaining('with a refund that was no mistake'),
  ]);
});

test.each<[string, readonly Short[]]>([
  ['has not been booked again', [...REFUNDED, ['ExchangeOfRefundReversed', refundUndone]]],
  [
    'is undone otherwise',
    [...REFUNDED, ['ExchangeOfRefundReversed', { ...refundUndone, entry: back.entry }], ['ExchangeOfRefundBooked', refundRebooked]],
  ],
  ['a second time', [...REFUNDED, ['ExchangeOfRefundBooked', refundRebooked]]],
])('names of the correction of a refund what %s', (fault, given) => {
  expect(faultsOf(...given).join('\n')).toContain(fault);
});

const OF_RETURN = { payment: 'pay_a', report: 2, sponsor: 'spo_a', paidOn: '2026-11-24', valueDate: '2026-11-25' };
/** At the day of the return a yen less was worth. */
const difference = { ...part, cost: by('16000', '160'), paid: by('16000', '160') };
const returnedAt = { ...OF_RETURN, exchange: 2, parts: [difference], entry: { id: 'agr_a/exchange-of-return/pay_a/2', postings: [] } };
const RETURNED: readonly Short[] = [
  ...SETTLED,
  ['ExchangeBooked', booked],
  ['PaymentReturned', { payment: 'pay_a', report: 2, valueDate: '2026-11-25' }],
  ['ExchangeReversed', undone],
];
const DUE: Short = ['ExchangeOfReturnDue', { ...OF_RETURN, parts: [part] }];
const BACK_AGAIN: readonly Short[] = [
  ['OutcomeReversed', { payment: 'pay_a', outcome: 'returned', report: 3 }],
  ['ExchangeOfReturnReversed', { ...OF_RETURN, exchange: 2, reason: 'return-undone', entry: { id: 'e', postings: [] } }],
  ['ExchangeBooked', { ...booked, exchange: 3 }],
];

test('what came back is booked at the rates of its own day, and undone with a return that was a mistake', () => {
  expect(faultsOf(...RETURNED, DUE)).toEqual([]);
  expect(faultsOf(...RETURNED, DUE, ['ExchangeOfReturnBooked', returnedAt])).toEqual([]);
  expect(faultsOf(...RETURNED, DUE, ['ExchangeOfReturnBooked', returnedAt], ...BACK_AGAIN)).toEqual([]);
  expect(faultsOf(...RETURNED)).toEqual([]);
});

test.each<[string, readonly Short[]]>([
  ['does not say what of it', [...RETURNED, SETTLED[0] as Short, ['PaymentObjectedTo', {}], DUE]],
  ['which are not its days', [...RETURNED, ['ExchangeOfReturnDue', { ...OF_RETURN, paidOn: '2026-11-23', parts: [part] }]]],
  ['and 10000 came back', [...RETURNED, ['ExchangeOfReturnDue', { ...OF_RETURN, parts: [{ ...part, amount: usd('10001') }] }]]],
  ['not to be booked so', [...RETURNED, ['ExchangeOfReturnBooked', returnedAt]]],
  ['a second time', [...RETURNED, DUE, ['ExchangeOfReturnBooked', returnedAt], ['ExchangeOfReturnBooked', returnedAt]]],
  ['is not what it cost', [...RETURNED, DUE, ['ExchangeOfReturnBooked', { ...returnedAt, entry: postings('-1', '0', '1') }]]],
  [
    'that were not valid',
    [...RETURNED, DUE, ['ExchangeOfReturnBooked', { ...returnedAt, parts: [{ ...difference, cost: by('16000', '161') }] }]],
  ],
  ['leaves what its return', [...RETURNED, DUE, ['ExchangeOfReturnBooked', returnedAt], BACK_AGAIN[0] as Short]],
  ['that was no mistake', [...RETURNED, DUE, ['ExchangeOfReturnBooked', returnedAt], BACK_AGAIN[1] as Short]],
])('a booking of a return %s', (fault, given) => {
  expect(faultsOf(...given).join('\n')).toContain(fault);
});
