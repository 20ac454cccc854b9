import { describe, expect, test } from 'vitest';
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

describe('what is drawn', () => {
  const of = (drawing: number, data: object, type: Recorded['type'], person: string, at = DAY): Recorded => ({
    ...event('agr_a', type, at, { drawing, ...data }),
    person,
  });
  const called = (drawing: number, amount: string, over: object = {}) =>
    of(drawing, { offer: 'off_guarantee', sponsor: 'spo_g', amount: usd(amount), ...over }, 'GuaranteeCalled', 'caller');
  const entry = (amount: string, ...accounts: readonly string[]) => ({
    entry: { id: 'e', postings: accounts.map((account, at) => ({ account, money: usd(at === 0 ? `-${amount}` : amount) })) },
  });
  const accepted = (drawing: number, amount: string, person = 'approver') =>
    of(drawing, entry(amount, 'agreement/agr_a/guaranteed/spo_g', 'agreement/agr_a/called/spo_g'), 'DrawingAccepted', person);
  const reported = of(1, { bankReference: 'BANK 1', document: 'd' }, 'ClaimReportedPaid', 'maker');
  const paid = (person = 'checker', ...accounts: readonly string[]) =>
    of(
      1,
      entry('300', 'agreement/agr_a/called/spo_g', ...(accounts.length > 0 ? accounts : ['proposer/org_a/claims-paid'])),
      'ClaimPaid',
      person,
    );
  const numbered = (...events: readonly Recorded[]) => events.map((each, at) => ({ ...each, version: at + 2 }));
  const faults = (...events: readonly Recorded[]) => faultsOf({}, ...numbered(...events));

  test('is within what is guaranteed, by different persons, and moves no money', () => {
    expect(faults(called(1, '300'), accepted(1, '300'), reported, paid())).toEqual([]);
    expect(faults(called(1, '300'), of(1, {}, 'DrawingRejected', 'approver'), called(2, '500'))).toEqual([]);
  });

  const mistaken = (person = 'maker') => of(1, { document: 'd', note: 'txt_a' }, 'ClaimMistakeReported', person);
  const undone = (person = 'second', amount = '300') =>
    of(1, entry(amount, 'proposer/org_a/claims-paid', 'agreement/agr_a/called/spo_g'), 'ClaimReversed', person);
  const done = [called(1, '300'), accepted(1, '300'), reported, paid()] as const;

  test('is undone by two persons where it was paid by mistake, and paid again', () => {
    expect(faults(...done, mistaken(), undone(), reported, paid())).toEqual([]);
  });

  test.each([
    ['what is paid twice', [...done, reported, paid('third')], 'is paid twice'],
    ['what nobody said to be a mistake', [...done, undone()], 'undone by second without another person'],
    ['what one person undoes', [...done, mistaken('other'), undone('other')], 'undone by other without another person'],
    ['what undoes who reported it', [...done, mistaken('other'), undone('maker')], 'undone by maker without another person'],
    [
      'what goes back from elsewhere',
      [
        ...done,
        mistaken(),
        { ...undone(), data: { ...undone().data, ...entry('300', 'proposer/org_a/claims-paid', 'agreement/agr_a/guaranteed/spo_g') } },
      ],
      'moves something else back',
    ],
    ['more than is guaranteed', [called(1, '300'), called(2, '201')], 'is called or received'],
    ['another instrument', [called(1, '1', { offer: 'off_grant' })], 'another instrument'],
    ['an answer by its caller', [called(1, '300'), accepted(1, '300', 'caller')], 'recorded and answered by caller'],
    ['another sum', [called(1, '300'), accepted(1, '299')], 'moves 299'],
    ['a payment that was not accepted', [called(1, '300'), reported], 'was not accepted before'],
    ['a payment that one person confirms', [called(1, '300'), accepted(1, '300'), reported, paid('maker')], 'without another person'],
    [
      'money',
      [called(1, '300'), accepted(1, '300'), reported, paid('checker', 'proposer/org_a/received')],
      'is booked on proposer/org_a/received',
    ],
  ] as const)('%s is found', (_, events, fault) => {
    expect(faults(...events)).toEqual([expect.stringContaining(fault)]);
  });
});
