import { expect, test } from 'vitest';
import { answers } from '../answers/answers.ts';
import { sentences, spokenList, withSentences } from './events.ts';

test.each([
  ['OfferProposed', { sponsor: 'spo_a', amount: { amount: '1250.00', currency: 'USD' } }, 'spo_a offered USD 1,250.00.'],
  ['OfferCountered', { side: 'proposer', amount: { amount: '600', currency: 'JPY' } }, 'The proposer made a counter-offer of JPY 600.'],
  ['MilestoneVerified', { report: 1, payableBasisPoints: 10_000 }, 'Report 1: met in full.'],
  [
    'MilestoneVerified',
    { report: 2, payableBasisPoints: 6_050, rest: 'carried' },
    'Report 2: met by 60.5 %; the rest is carried to the next milestone.',
  ],
  ['TrancheReduced', { tranche: 1, verdict: 'waived' }, 'Tranche 1 is reduced, as its milestone is waived; the rest is no longer owed.'],
  [
    'FundingGapReopened',
    { gap: { amount: '500.00', currency: 'USD' }, deadline: '2027-01-23T23:59:59.999Z' },
    'USD 500.00 is open again, until Jan 23, 2027, 11:59 PM UTC.',
  ],
  ['SubjectCleared', { clearance: 2, validUntil: '2027-11-30' }, 'Clearance was granted until Nov 30, 2027.'],
  ['PaymentHeld', { sponsor: 'spo_a', reason: 'documents-missing' }, 'The retained money of spo_a is on hold: Documents missing.'],
  ['MilestoneVerified', { report: 1 }, 'Report 1 was accepted.'],
  ['MilestoneRejected', { report: 1 }, 'Report 1: not met.'],
  ['ReminderSent', { role: 'sponsor.officer', matter: 'offers' }, 'Reminder to Sponsor’s officer: offers to be answered.'],
  ['SomethingNew', {}, 'Recorded by a newer version of the system.'],
  ['constructor', {}, 'Recorded by a newer version of the system.'],
])('%s has a sentence', async (type, facts, sentence) => {
  const said = await sentences('en');
  expect(said({ type, facts }).replaceAll('\u202f', ' ')).toBe(sentence);
});

test('in the language of the reader, with the names that the answer has', async () => {
  const answer = { entries: [{ type: 'OfferProposed', facts: { sponsor: 'spo_a', amount: { amount: '600', currency: 'JPY' } } }] };
  const said = await withSentences(answer, 'entries', 'ja', { spo_a: { text: '循環銀行' } });
  expect(said).toEqual({ entries: [{ ...answer.entries[0], summary: '循環銀行がJPY 600をオファーしました。' }] });
});

test('an indicator, and a person who has no name but a role, are called as the language calls them', async () => {
  const said = await sentences('en');
  const named = { type: 'OfferProposed', facts: { sponsor: 'ptn_a/programme.expert/2', amount: { amount: '600', currency: 'JPY' } } };
  expect(said(named, { ptn_a: { text: 'Circle Institute' } })).toBe('Expert of a partner 2, Circle Institute offered JPY 600.');
  expect(said(named)).toBe('Expert of a partner 2 offered JPY 600.');
});

test('timelines and notices have sentences, and no other answer has', () => {
  expect([answers.timeline, answers.notices, answers.projects, undefined].map(spokenList)).toEqual([
    'entries',
    'notices',
    undefined,
    undefined,
  ]);
});
