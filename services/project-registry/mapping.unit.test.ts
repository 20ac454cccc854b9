import { describe, expect, test } from 'vitest';
import { milestoneMessage, projectMessage } from './fold.ts';
import { milestones, projects } from './mapping.ts';
import { terms } from './milestones/milestone.fixture.ts';
import { type Event as MilestoneEvent, initial as noMilestone } from './milestones/milestone.ts';
import { officer, proposal, usd, verifier, withoutTarget } from './projects/actors.fixture.ts';
import {
  asked,
  attached,
  closed,
  completed,
  contactsNamed,
  drafted,
  eligible,
  gapReopened,
  given,
  ineligible,
  informed,
  opened,
  refused,
  resumed,
  submitted,
  suspended,
  terminated,
  toEligible,
  toFunded,
  toOpen,
  toStarted,
  unfunded,
  withdrawn,
} from './projects/project.fixture.ts';
import type { Event } from './projects/project.ts';

const matter = { matter: 'screening', role: 'secretariat.officer' as const, organisation: 'secretariat', occurrence: '1' };
const projectEvents: readonly Event[] = [
  ...toStarted,
  completed,
  closed,
  { ...drafted, proposal: withoutTarget },
  { type: 'ProjectRevised', proposal, by: officer.person },
  attached,
  contactsNamed,
  asked,
  informed,
  ineligible,
  unfunded,
  refused,
  withdrawn,
  gapReopened,
  suspended,
  resumed,
  terminated,
  { type: 'ReminderSent', ...matter },
  { type: 'MatterEscalated', ...matter },
];
const report = {
  report: 1,
  evidence: ['a'.repeat(64)],
  indicators: [{ code: 'tonnes', value: '1', unit: 't', notAvailable: false, because: '' }],
  note: 'txt_report',
};
const milestoneEvents = [
  { type: 'MilestoneBegun', ...terms },
  { type: 'MilestoneFellDue' },
  { type: 'MilestoneBecameOverdue' },
  {
    type: 'MilestoneReportSubmitted',
    ...report,
    verificationDue: '2026-12-24T00:00:00.000Z',
    at: '2026-11-24T00:00:00.000Z',
    by: officer.person,
    uploadedBy: [officer.person],
    draft: 'rep_a',
    draftVersion: 4,
    preparedBy: ['per_writer'],
  },
  { type: 'MilestoneReportReturned', report: 1, note: 'txt_blurred', by: verifier.person },
  {
    type: 'MilestoneVerified',
    report: 1,
    payableBasisPoints: 10_000,
    by: verifier.person,
    rest: '',
    note: '',
    paymentDue: '2026-12-24T00:00:00.000Z',
    accepted: [{ code: 'tonnes', value: '11', because: 'Dry weight' }],
  },
  { type: 'MilestoneRejected', report: 1, rest: 'carried', note: 'txt_not_met', by: verifier.person },
  { type: 'MilestoneWaiverProposed', waiver: 1, rest: 'cancelled', note: 'txt_flood', by: 'per_a' },
  { type: 'MilestoneWaiverRefused', waiver: 1, note: 'txt_no', by: 'per_b' },
  { type: 'MilestoneWaived', waiver: 2, rest: 'cancelled', by: 'per_b', amount: usd(160n) },
  {
    type: 'MilestoneChanged',
    dueOn: '2027-01-01',
    amount: usd(160n),
    carriedFrom: [1],
    targets: [{ code: 'tonnes', before: '10', target: '8', measure: 1, at: '2026-11-20T09:00:00.000Z' }],
  },
  { type: 'MilestoneCancelled', because: 'agreement-terminated' },
] as const satisfies readonly MilestoneEvent[];

describe('every event reads as it was written, also as the JSON text in which it travels', () => {
  test.each(projectEvents.map((event) => [event.type, event] as const))('%s', (_type, event) => {
    expect(projects.codec.decode(JSON.parse(JSON.stringify(projects.codec.encode(event))))).toEqual(event);
  });
  test.each(milestoneEvents.map((event) => [event.type, event] as const))('%s', (_type, event) => {
    expect(milestones.codec.decode(JSON.parse(JSON.stringify(milestones.codec.encode(event))))).toEqual(event);
  });
});

describe('a project is shown with what its status has', () => {
  const shown = (...events: readonly Event[]) => projectMessage('prj_a', { state: given(...events), version: events.length });

  test('nothing is shown of what is not there', () => {
    expect(shown()).toBeUndefined();
    expect(shown(drafted)).toMatchObject({ status: 'draft', submission: 0, screeningDue: '', round: 0, funding: '', reminded: [] });
  });

  test('the reason is a code, with what was said as a note', () => {
    expect(shown(drafted, submitted, asked)).toMatchObject({ reason: '', note: 'txt_question' });
    expect(shown(drafted, submitted, ineligible)).toMatchObject({ reason: 'no-country' });
    expect(shown(drafted, submitted, { ...ineligible, note: 'txt_why' })).toMatchObject({ reason: 'no-country', note: 'txt_why' });
    expect(shown(...toOpen, unfunded)).toMatchObject({ reason: 'deadline', funding: 'fnd_a' });
    expect(shown(...toFunded, refused)).toMatchObject({ note: 'txt_refusal', approvedBy: '' });
  });

  test('an eligible project has a day for its opening, until it is open, and none where an earlier version declared it', () => {
    expect(shown(...toEligible)).toMatchObject({ openingDue: eligible.openingDue });
    expect(shown(...toOpen)).toMatchObject({ openingDue: '' });
    const { type, schema, data } = projects.codec.encode(eligible);
    const { openingDue: _due, ...without } = data as Record<string, unknown>;
    expect(shown(drafted, submitted, projects.codec.decode({ type, schema, data: without }))).toMatchObject({ openingDue: '' });
  });

  test('a round has a beginning, except one that an earlier version opened', () => {
    expect(shown(...toOpen)).toMatchObject({ openedAt: opened.at, roundDeadline: opened.deadline });
    const { at: _at, ...earlier } = opened;
    const { type, schema, data } = projects.codec.encode(opened);
    const { at: _none, ...without } = data as Record<string, unknown>;
    const read = projects.codec.decode({ type, schema, data: without });
    expect(read).toEqual({ ...earlier, at: '' });
    expect(shown(...toEligible, read)).toMatchObject({ openedAt: '' });
  });

  test('one in implementation names its agreement, its approver and what was reminded of', () => {
    expect(shown(...toStarted, { type: 'ReminderSent', ...matter })).toMatchObject({
      status: 'in-implementation',
      agreement: 'agr_a',
      approvedBy: 'per_approver',
      reminded: ['RemindOf/screening/1/secretariat.officer/secretariat'],
    });
  });
});

test('a milestone is shown with its newest report, and with the note that is newest', () => {
  const [begun, , , reported, returned, verified] = milestoneEvents;
  const shown = (...events: readonly MilestoneEvent[]) =>
    milestoneMessage('mst_a', { state: events.reduce(milestones.evolve, noMilestone), version: events.length });
  expect(shown()).toBeUndefined();
  expect(shown(begun)).toMatchObject({ status: 'scheduled', report: undefined, note: '', ...terms });
  expect(shown(begun, reported)).toMatchObject({ status: 'submitted', note: 'txt_report', verificationDue: reported.verificationDue });
  expect(shown(begun, reported, returned)).toMatchObject({
    status: 'returned',
    note: 'txt_blurred',
    verificationDue: '',
    report: { number: 1 },
  });
  expect(shown(begun, reported, verified)).toMatchObject({ status: 'verified', verifiedBy: verifier.person, payableBasisPoints: 10_000 });
});
