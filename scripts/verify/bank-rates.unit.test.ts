import { expect, test } from 'vitest';
import { checkDebits } from './bank-rates.ts';
import { checkExchanges } from './exchanges.ts';
import type { Context, Recorded } from './facts.ts';
import { checkReturnExchanges } from './return-exchanges.ts';

const AT = '2026-11-24T12:00:00.000Z';
const [PAID_ON, BACK_ON] = ['2026-11-24', '2026-12-01'];
const usd = (amount: string) => ({ amount, currency: 'USD' });
const jpy = (amount: string) => ({ amount, currency: 'JPY' });
const own = (amount: string, toRate: string, day = PAID_ON) => ({
  amount: jpy(amount),
  day,
  source: 'bank',
  base: 'USD',
  fromRate: '1',
  toRate,
  expiresOn: day,
  byBank: true,
});
const entryOf = (id: string, sums: Readonly<Record<string, string>>) => ({
  id,
  postings: Object.entries(sums).map(([kind, amount]) => ({ account: `sponsor/spo_a/${kind}`, money: jpy(amount) })),
});

type Short = readonly [type: Recorded['type'], data: object];
type Change = { readonly [Type in Recorded['type']]?: object };

const committed = jpy('15000');
const part = { offer: 'off_a', amount: usd('10000'), committed };
const SPENT = entryOf('e1', { spent: '-16000', converted: '15000', 'exchange-differences': '1000' });
const UNDONE = entryOf('e2', { spent: '16000', converted: '-15000', 'exchange-differences': '-1000' });
const of = { payment: 'pay_a' };
const due = { ...of, report: 2, paidOn: PAID_ON, valueDate: BACK_ON };
/** A payment of 100.00 USD for which the bank took 16000 JPY of an account in yen, and into which it paid 15500 again. */
const ALL: readonly Short[] = [
  ['PaymentRequested', { ...of, sponsor: 'spo_a', amount: usd('10000') }],
  ['PaymentInstructed', { ...of, payerAccount: 'acc_yen', debitCurrency: 'JPY' }],
  ['PaymentSettlementReported', { ...of, debited: jpy('16000') }],
  ['PaymentSettled', { ...of, valueDate: PAID_ON, debited: jpy('16000') }],
  ['ExchangeBooked', { ...of, exchange: 1, valueDate: PAID_ON, parts: [{ ...part, cost: own('16000', '160') }], entry: SPENT }],
  ['PaymentReturnReported', { ...of, report: 2, credited: jpy('15500') }],
  ['PaymentReturned', { ...of, report: 2, valueDate: BACK_ON, credited: jpy('15500') }],
  ['ExchangeReversed', { ...of, exchange: 1, entry: UNDONE }],
  ['ExchangeOfReturnDue', { ...due, sponsor: 'spo_a', parts: [part], debited: jpy('16000'), credited: jpy('15500') }],
  [
    'ExchangeOfReturnBooked',
    {
      ...due,
      exchange: 2,
      sponsor: 'spo_a',
      parts: [{ ...part, paid: own('16000', '160'), cost: own('15500', '155', BACK_ON) }],
      entry: entryOf('e3', { spent: '-500', 'exchange-differences': '500' }),
    },
  ],
];

function faultsOf(changed: Change = {}, all: readonly Short[] = ALL): readonly string[] {
  const share = { sponsor: 'spo_a', offer: 'off_a', envelope: 'env_a', amount: usd('20000') };
  const conversion = { ...own('30000', '150'), source: 'ECB', byBank: undefined };
  const drafted: Short = ['AgreementDrafted', { shares: [share], conversions: [{ offer: 'off_a', amount: usd('20000'), conversion }] }];
  const events = [drafted, ...all].map(
    ([type, data], index): Recorded => ({
      stream: 'agr_a',
      version: index + 1,
      type,
      data: { ...data, ...changed[type] },
      person: 'person',
      at: AT,
    }),
  );
  const accounts = new Map([['acc_yen', [{ type: 'BankAccountProposed', data: { currency: 'JPY' } }]]]);
  const broken: string[] = [];
  const check = (holds: boolean, fault: () => string): void => void (holds || broken.push(fault()));
  checkDebits('agr_a', events, { byStream: accounts } as unknown as Context, check);
  checkExchanges('agr_a', events, [], check);
  checkReturnExchanges('agr_a', events, { sheets: [], since: '' }, check);
  return broken;
}

test('what the bank took, and paid in again, is what payment and return came to, without any rates of the day', () => {
  expect(faultsOf()).toEqual([]);
});

test.each<[string, Change]>([
  ['is debited in USD, and its account is in JPY', { PaymentInstructed: { debitCurrency: undefined } }],
  ['is debited in KWD, and its account is in JPY', { PaymentInstructed: { debitCurrency: 'KWD' } }],
  ['is settled with nothing, and is debited in JPY', { PaymentSettled: { debited: undefined } }],
  ['is settled with 16000 USD, and is debited in JPY', { PaymentSettled: { debited: usd('16000') } }],
  ['comes to 16000, and the bank moved 16001 JPY', { PaymentSettled: { debited: jpy('16001') } }],
  ['is not at the bank’s own rate', { ExchangeBooked: { parts: [{ ...part, cost: { ...own('16000', '160'), byBank: false } }] } }],
  ['says that the bank’s rate was 161', { ExchangeBooked: { parts: [{ ...part, cost: own('16000', '161') }] } }],
  ['which the bank did not move', { ExchangeOfReturnDue: { debited: jpy('15999') } }],
  ['which the bank did not move', { PaymentReturned: { credited: jpy('15501') } }],
  ['comes back as 15500 USD, and 16000 JPY was taken', { PaymentReturned: { credited: usd('15500') } }],
  ['is confirmed with 15500 JPY, and 15501 JPY was reported', { PaymentReturnReported: { credited: jpy('15501') } }],
  ['is confirmed with 16000 JPY, and nothing was reported', { PaymentSettlementReported: { debited: undefined } }],
  ['is booked by other rates than the bank’s own', { ExchangeReversed: { reason: 'rates-corrected' } }],
])('7: names what %s', (fault, changed) => {
  expect(faultsOf(changed).join('\n')).toContain(fault);
});

test('7: names what the bank is said to have taken of an account in the currency of the payment', () => {
  const settled: Short = ['PaymentSettled', { ...of, valueDate: PAID_ON, debited: jpy('16000') }];
  const [requested] = ALL as [Short];
  expect(faultsOf({}, [requested, ['PaymentInstructed', of], settled])).toEqual([
    'pay_a of agr_a is settled with 16000 JPY, and is debited in its own currency',
  ]);
});
