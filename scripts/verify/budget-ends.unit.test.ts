import { expect, test } from 'vitest';
import { budgetEndsAreKept } from './budget-ends.ts';
import type { Recorded, Stored } from './facts.ts';

const usd = (amount: string) => ({ amount, currency: 'USD' });
let version = 0;
const event = (stream: string, type: Recorded['type'], data: object, more: Partial<Recorded> = {}): Recorded => {
  version += 1;
  return { stream, version, type, person: 'ana', at: '2027-01-10T10:00:00.000Z', data, ...more };
};
const opened = event('env_a', 'EnvelopeOpened', {
  sponsor: 'spo_a',
  total: usd('900'),
  periodStart: '2026-01-01',
  periodEnd: '2027-01-31',
});
const reserved = event('env_a', 'BudgetReserved', { offer: 'off_a', amount: usd('300') });
const committed = (at = '2027-01-10T10:00:00.000Z') => event('env_a', 'OfferCommitted', { offer: 'off_a', amount: usd('300') }, { at });
const proposed = (periodEnd = '2027-06-30', more: Partial<Recorded> = {}) =>
  event(
    'env_a',
    'EnvelopeEndProposed',
    { proposal: 1, before: '2027-01-31', periodEnd, note: 'txt_a', at: '2027-01-20T10:00:00.000Z', by: 'sia' },
    {
      person: 'sia',
      ...more,
    },
  );
const moved = (data: object = {}, more: Partial<Recorded> = {}) =>
  event(
    'env_a',
    'EnvelopeEndMoved',
    { proposal: 1, before: '2027-01-31', periodEnd: '2027-06-30', at: '2027-01-21T10:00:00.000Z', by: 'ana', ...data },
    more,
  );
const share = {
  sponsor: 'spo_a',
  offer: 'off_a',
  envelope: 'env_a',
  amount: usd('300'),
  periodStart: '2026-01-01',
  periodEnd: '2027-01-31',
};
const drafted = event('agr_a', 'AgreementDrafted', { shares: [share] });
const followed = (data: object = {}) =>
  event('agr_a', 'BudgetEndMoved', {
    sponsor: 'spo_a',
    before: '2027-01-31',
    periodEnd: '2027-06-30',
    at: '2027-01-21T10:01:00.000Z',
    ...data,
  });
const paying = (type: Recorded['type'], at: string) =>
  event('agr_a', type, { payment: 'pay_a', at, ...(type === 'PaymentRequested' ? { sponsor: 'spo_a', tranche: 1 } : {}) });
const requested = (at = '2027-02-01T10:00:00.000Z') => paying('PaymentRequested', at);

const faultsOf = (...events: readonly Recorded[]) => {
  const context = { events, byStream: Map.groupBy(events, ({ stream }) => stream) };
  return budgetEndsAreKept({ sponsor: context, disbursement: context } as unknown as Stored).broken;
};

test('finds nothing wrong with a period that was moved on by two persons, and a payment within the new one', () => {
  const until = [opened, reserved, committed(), proposed(), moved(), drafted];
  expect(faultsOf(...until, followed(), requested(), paying('PaymentApproved', '2027-06-30T23:00:00.000Z'))).toEqual([]);
  // Earlier, while nothing is held of it.
  expect(faultsOf(opened, proposed('2027-01-25'), moved({ periodEnd: '2027-01-25' }))).toEqual([]);
});

test.each<[string, readonly Recorded[]]>([
  ['was proposed by sia and confirmed by sia', [opened, proposed(), moved({ by: 'sia' }, { person: 'sia' })]],
  ['was proposed by nobody and confirmed by ana', [opened, moved()]],
  ['says sia, but eve acted', [opened, proposed('2027-06-30', { person: 'eve' })]],
  ['was proposed as 2027-05-31 and confirmed as 2027-06-30', [opened, proposed('2027-05-31'), moved()]],
  ['was decided twice', [opened, proposed(), moved(), event('env_a', 'EnvelopeEndRefused', { proposal: 1 })]],
  ['says it was 2026-12-31, but it was 2027-01-31', [opened, proposed(), moved({ before: '2026-12-31' })]],
  ['was over when it was confirmed', [opened, proposed(), moved({ at: '2027-07-01T10:00:00.000Z' })]],
  ['moved from 2027-01-31 back to 2027-01-25', [opened, reserved, proposed('2027-01-25'), moved({ periodEnd: '2027-01-25' })]],
  [
    'was committed at 2027-02-01T10:00:00.000Z, but env_a is of 2026-01-01 to 2027-01-31',
    [opened, reserved, committed('2027-02-01T10:00:00.000Z')],
  ],
  ['until 2027-06-30, which its budgets do not say', [opened, drafted, followed()]],
  ['until 2027-07-31, which its budgets do not say', [opened, proposed(), moved(), drafted, followed({ periodEnd: '2027-07-31' })]],
  ['PaymentRequested of pay_a in agr_a came at 2027-02-01T10:00:00.000Z', [opened, proposed(), moved(), drafted, requested()]],
  [
    'PaymentInstructed of pay_a in agr_a came at 2027-07-01T10:00:00.000Z',
    [opened, proposed(), moved(), drafted, followed(), requested(), paying('PaymentInstructed', '2027-07-01T10:00:00.000Z')],
  ],
])('names what %s', (fault, events) => {
  expect(faultsOf(...events).join('; ')).toContain(fault);
});

const increase = { increase: 1, offer: 'off_a', amount: usd('50') };
const asked = (data: object = {}) => event('env_a', 'IncreaseProposed', { ...increase, note: 'txt_a', ...data }, { person: 'sia' });
const given = (data: object = {}, more: Partial<Recorded> = {}) =>
  event('env_a', 'CommitmentIncreased', { ...increase, committed: usd('350'), ...data }, more);

test('finds nothing wrong with a commitment that two persons increased', () => {
  expect(faultsOf(opened, reserved, committed(), asked(), given())).toEqual([]);
});

test.each<[string, readonly Recorded[]]>([
  ['was proposed and confirmed by sia', [opened, reserved, committed(), asked(), given({}, { person: 'sia' })]],
  ['was proposed by nobody', [opened, reserved, committed(), given()]],
  ['or without a reason', [opened, reserved, committed(), asked({ note: '' }), given()]],
  ['is not what was proposed', [opened, reserved, committed(), asked(), given({ amount: usd('60'), committed: usd('360') })]],
  ['comes to 351, from 300 by 50', [opened, reserved, committed(), asked(), given({ committed: usd('351') })]],
])('names an increase that %s', (fault, events) => {
  expect(faultsOf(...events).join('; ')).toContain(fault);
});
