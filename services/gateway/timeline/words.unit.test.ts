import { expect, test } from 'vitest';
import { entryKindOf } from './kinds.ts';
import { inWords, told } from './words.ts';

const said = (type: string, data: object): string => inWords({ type, data: JSON.stringify(data) });

test.each([
  ['OfferProposed', { sponsor: 'spo_a', amount: { amount: '125000', currency: 'USD' } }, 'sponsor spo_a offered USD 1250.00.'],
  ['OfferCountered', { side: 'proposer', amount: { amount: '600', currency: 'JPY' } }, 'The proposer answered with JPY 600.'],
  ['BackingRefused', { left: { currency: 'USD' } }, 'No budget backs these terms: USD 0.00 is left.'],
  ['MilestoneVerified', { report: 1, payableBasisPoints: 10_000 }, 'Report 1: met in full.'],
  [
    'MilestoneVerified',
    { report: 2, payableBasisPoints: 6_050, rest: 'carried' },
    'Report 2: met by 60.5 %; the rest is carried to the next.',
  ],
  ['TrancheReduced', { tranche: 1, verdict: 'waived' }, 'Tranche 1 is cut, as its milestone is waived; the rest is owed no more.'],
  ['AgreementVoided', { because: 'signature-declined', party: 'org_c' }, 'The draft is void: signature-declined by proposer org_c.'],
  [
    'FundingGapReopened',
    { gap: { amount: '50000', currency: 'USD' }, deadline: '2027-01-23T23:59:59.999Z' },
    'USD 500.00 is open again, until 2027-01-23.',
  ],
  ['SubjectCleared', { clearance: 2, validUntil: '2027-11-30' }, 'It was cleared until 2027-11-30 (clearance 2).'],
  [
    'ClearanceReliedOn',
    { clearance: 1, project: 'prj_a', organisation: 'spo_a' },
    'sponsor spo_a relied on clearance 1 for project prj_a.',
  ],
  ['MilestoneVerified', { report: 1 }, 'Report 1 was accepted.'],
  ['MilestoneRejected', { report: 1 }, 'Report 1: not met.'],
  ['MilestoneReportSubmitted', { report: 1 }, 'Report 1 was submitted.'],
  ['ProjectDeclaredIneligible', {}, 'It was declared ineligible.'],
  ['FundingGapReopened', { deadline: '2027-01-23T23:59:59.999Z' }, 'A part is open again, until 2027-01-23.'],
  ['SomethingNew', {}, 'SomethingNew.'],
  ['constructor', {}, 'constructor.'],
])('%s is told in a sentence', (type, data, sentence) => {
  expect(said(type, data)).toBe(sentence);
});

test('sums in what is told are decimal texts with the places of their currency, wherever they stand', () => {
  const data = {
    amount: { amount: '125000', currency: 'USD' },
    cells: [{ amount: { currency: 'JPY' } }],
    from: { currency: 'eur', note: 'x' },
  };
  const facts = {
    amount: { amount: '1250.00', currency: 'USD' },
    cells: [{ amount: { amount: '0', currency: 'JPY' } }],
    from: { currency: 'eur', note: 'x' },
  };
  const shown = told({ ...ENTRY, data: JSON.stringify(data) }, 'offer');
  expect([shown.facts, JSON.parse(shown.data), shown.kind]).toEqual([facts, facts, 'offer']);
});

const ENTRY = {
  stream: 'fnd_1',
  version: 1,
  type: 'OfferProposed',
  at: '',
  actingFor: '',
  actor: '',
  correlationId: '',
  causationId: '',
  data: '',
  note: '',
  erased: false,
};

test('an entry is about a part of its item where it names one, and reminders are about themselves', () => {
  expect(entryKindOf('funding', 'OfferProposed', { offer: 'off_a' })).toBe('offer');
  expect(entryKindOf('funding', 'FundingClosed', {})).toBe('funding');
  expect(entryKindOf('agreement', 'PaymentSettled', { payment: 'pay_a' })).toBe('payment');
  expect(entryKindOf('agreement', 'ReminderSent', { payment: 'pay_a' })).toBe('reminder');
  expect(entryKindOf('passport', 'SubjectCleared', {})).toBe('passport');
});
