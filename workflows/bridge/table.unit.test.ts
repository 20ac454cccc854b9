import { idFrom } from '@junkan/kit/ids.ts';
import type { Delivery } from '@junkan/kit/messaging/consumer.ts';
import { describe, expect, test } from 'vitest';
import { eventIn, startOf, wokenBy } from './table.ts';

const delivered = (type: string, stream: string, data: Record<string, unknown> = {}): Delivery => ({
  stream,
  version: 1,
  event: { type, schema: 1, data },
  at: '2026-11-24T12:00:00.000Z',
  actor: 'per_a',
  correlationId: 'chain',
  causationId: 'cause',
  clockOffset: 0,
  sequence: 1,
});

describe('what starts a workflow', () => {
  test('a submission starts its screening, which hears of its own project', () => {
    expect(startOf(delivered('ProjectSubmitted', 'prj_a', { submission: 2 }))).toEqual({
      workflow: 'Screening',
      workflowId: 'screening:prj_a:2',
      input: { project: 'prj_a', submission: 2, correlationId: 'chain' },
      streams: ['screening/prj_a'],
    });
  });

  test('an opening starts the funding of its round, which hears of the project, its funding and its agreement', () => {
    const funding = idFrom('fnd', 'prj_a', 3);
    const agreement = idFrom('agr', funding);
    expect(startOf(delivered('ProjectOpenedToSponsors', 'prj_a', { round: 3 }))).toEqual({
      workflow: 'FundingLifecycle',
      workflowId: 'funding:prj_a:3',
      input: { project: 'prj_a', round: 3, funding, agreement, correlationId: 'chain' },
      streams: ['funding/prj_a', funding, agreement],
    });
  });

  test('a milestone that begins starts its life cycle, which hears of itself and of what changes its agreement', () => {
    expect(startOf(delivered('MilestoneBegun', 'mst_a', { agreement: 'agr_a', number: 4 }))).toEqual({
      workflow: 'MilestoneLifecycle',
      workflowId: 'milestone:mst_a',
      input: { milestone: 'mst_a', agreement: 'agr_a', tranche: 4, correlationId: 'chain' },
      streams: ['mst_a', 'measures/agr_a'],
    });
  });

  test('a clearance starts its passport’s workflow, which hears of whatever happens to that passport, and wakes the one before it', () => {
    const cleared = delivered('SubjectCleared', 'ddp_a', { clearance: 2 });
    expect(startOf(cleared)).toEqual({
      workflow: 'Passport',
      workflowId: 'passport:ddp_a:2',
      input: { passport: 'ddp_a', clearance: 2, correlationId: 'chain' },
      streams: ['ddp_a'],
    });
    expect(wokenBy(cleared)).toEqual(['ddp_a']);
  });

  test('a request of due diligence starts a workflow of its own in addition to that of a valid clearance', () => {
    expect(startOf(delivered('DueDiligenceRequested', 'ddp_a', { request: 2 }))).toEqual({
      workflow: 'Passport',
      workflowId: 'passport:ddp_a:request:2',
      input: { passport: 'ddp_a', clearance: 0, request: 2, correlationId: 'chain' },
      streams: ['ddp_a'],
    });
  });

  test('a city that is heard of starts the workflow of that attempt, which hears of all that happens to it; an invitation answers an interest', () => {
    const started = {
      workflow: 'Signatory',
      workflowId: 'signatory:sgn_a:2',
      input: { signatory: 'sgn_a', attempt: 2, correlationId: 'chain' },
      streams: ['sgn_a', 'dcl_a'],
    };
    for (const type of ['InterestExpressed', 'CityInvited'])
      expect(startOf(delivered(type, 'sgn_a', { attempt: 2, declaration: 'dcl_a' }))).toEqual(started);
    for (const type of ['CityInvited', 'DeclarationSigned', 'ExtensionGranted', 'SignatorySuspended'])
      expect(wokenBy(delivered(type, 'sgn_a'))).toEqual(['sgn_a']);
  });

  test('an invitation to an exchange starts its workflow, which hears of what the two cities do', () => {
    expect(startOf(delivered('ExchangeInvited', 'exc_a'))).toEqual({
      workflow: 'Exchange',
      workflowId: 'exchange:exc_a',
      input: { exchange: 'exc_a', correlationId: 'chain' },
      streams: ['exc_a'],
    });
    for (const type of ['ExchangeAgreed', 'ExchangeConclusionGiven', 'FollowUpTold'])
      expect(wokenBy(delivered(type, 'exc_a'))).toEqual(['exc_a']);
  });

  test('a request of a city for support starts its workflow, which hears of what persons do', () => {
    expect(startOf(delivered('SupportRequested', 'req_a'))).toEqual({
      workflow: 'Request',
      workflowId: 'request:req_a',
      input: { request: 'req_a', correlationId: 'chain' },
      streams: ['req_a'],
    });
    for (const type of ['RequestAccepted', 'PartnerCommentMade', 'AdoptionChecked', 'OutcomeOfAdoptionTold'])
      expect(wokenBy(delivered(type, 'req_a'))).toEqual(['req_a']);
  });

  test('an award that is drafted starts its workflow, which hears when it is opened, judged for longer, announced or cancelled', () => {
    expect(startOf(delivered('AwardCycleDrafted', 'cyc_a'))).toEqual({
      workflow: 'Cycle',
      workflowId: 'cycle:cyc_a',
      input: { cycle: 'cyc_a', correlationId: 'chain' },
      streams: ['cyc_a'],
    });
    for (const type of ['AwardCycleOpened', 'BallotsAssigned', 'JudgingProlonged', 'OutcomeAnnounced', 'AwardCycleCancelled'])
      expect(wokenBy(delivered(type, 'cyc_a'))).toEqual(['cyc_a']);
  });

  test('a call for projects starts the same workflow, which hears when it is opened, reviewed for longer, decided or cancelled', () => {
    expect(startOf(delivered('CallDrafted', 'cal_a'))).toEqual({
      workflow: 'Cycle',
      workflowId: 'cycle:cal_a',
      input: { cycle: 'cal_a', correlationId: 'chain' },
      streams: ['cal_a'],
    });
    for (const type of ['CallOpened', 'ReviewsAssigned', 'ReviewingProlonged', 'CallDecided', 'CallCancelled'])
      expect(wokenBy(delivered(type, 'cal_a'))).toEqual(['cal_a']);
  });

  test('a session that is scheduled starts its workflow, which hears of what its people do', () => {
    expect(startOf(delivered('SessionScheduled', 'ses_a'))).toEqual({
      workflow: 'Session',
      workflowId: 'session:ses_a',
      input: { session: 'ses_a', correlationId: 'chain' },
      streams: ['ses_a'],
    });
    for (const type of ['EnrolmentCancelled', 'SessionChanged', 'CertificatesProposed'])
      expect(wokenBy(delivered(type, 'ses_a'))).toEqual(['ses_a']);
  });

  test('the same event, come again, names the same workflow', () => {
    const event = delivered('ProjectOpenedToSponsors', 'prj_a', { round: 1 });
    expect(startOf(event)).toEqual(startOf(event));
  });
});

describe('what wakes a workflow', () => {
  test('a period that is moved wakes the fundings whose offers hold something of the budget', () => {
    const moved = { proposal: 1, periodEnd: '2028-12-31', fundings: ['fnd_a', 'fnd_b'] };
    expect(wokenBy(delivered('EnvelopeEndMoved', 'env_a', moved))).toEqual(['fnd_a', 'fnd_b']);
  });

  test('a withdrawn project wakes its screening and its funding', () => {
    expect(wokenBy(delivered('ProjectWithdrawn', 'prj_a', {}))).toEqual(['screening/prj_a', 'funding/prj_a']);
  });

  test.each(['AgreementSuspended', 'AgreementResumed', 'AgreementTerminated', 'AgreementAmended', 'TrancheReduced'])(
    '%s wakes the funding and every milestone of its agreement',
    (type) => {
      expect(wokenBy(delivered(type, 'agr_a', {}))).toEqual(['agr_a', 'measures/agr_a']);
    },
  );

  test.each([
    'MoreInformationRequested',
    'InformationProvided',
    'ProjectDeclaredEligible',
    'ProjectDeclaredIneligible',
    'ProjectOpenedToSponsors',
  ])('%s wakes the screening of its project', (type) => {
    expect(wokenBy(delivered(type, 'prj_a'))).toEqual(['screening/prj_a']);
  });

  test.each(['ProjectApproved', 'ProjectRefused', 'ProjectClosed'])('%s wakes the funding of its project', (type) => {
    expect(wokenBy(delivered(type, 'prj_a'))).toEqual(['funding/prj_a']);
  });

  test.each([
    ['OfferProposed', 'fnd_a'],
    ['OfferAgreed', 'fnd_a'],
    ['OfferDeclined', 'fnd_a'],
    ['OfferRetracted', 'fnd_a'],
    ['OfferApproved', 'fnd_a'],
    ['FundingReachedTarget', 'fnd_a'],
    ['AgreementBecameEffective', 'agr_a'],
    ['AgreementTerminationBegun', 'agr_a'],
    ['AgreementPaidInFull', 'agr_a'],
    ['MilestoneReportSubmitted', 'mst_a'],
    ['MilestoneWaiverProposed', 'mst_a'],
    ['MilestoneReportReturned', 'mst_a'],
    ['MilestoneVerified', 'mst_a'],
    ['SubjectFlagged', 'ddp_a'],
    ['ClearanceRevoked', 'ddp_a'],
  ])('%s wakes whom its own stream concerns', (type, stream) => {
    expect(wokenBy(delivered(type, stream))).toEqual([stream]);
  });

  test('a settled payment wakes the milestone that it pays', () => {
    expect(wokenBy(delivered('PaymentSettled', 'agr_a', { milestone: 'mst_a' }))).toEqual(['mst_a']);
  });

  test('an act of a person wakes whom its stream concerns where nothing else is said, and nobody where no workflow is of the stream', () => {
    expect(wokenBy(delivered('OfferCountered', 'fnd_a'))).toEqual(['fnd_a']);
    expect(wokenBy(delivered('ProjectWithdrawn', 'prj_a'))).toEqual(['screening/prj_a', 'funding/prj_a']);
    expect(wokenBy(delivered('MandatePublished', 'man_a'))).toEqual([]);
  });
});

test.each([
  'OfferAccepted',
  'OfferBacked',
  'PaymentRequested',
  'ReminderSent',
  'ClockAdvanced',
  'ProjectFunded',
  'NoSuchEvent',
  'toString',
  'constructor',
])('%s, which is in no table, starts and wakes nobody', (type) => {
  expect(startOf(delivered(type, 'prj_a'))).toBeUndefined();
  expect(wokenBy(delivered(type, 'prj_a'))).toEqual([]);
});

test('an event whose data cannot be read is not recognised, and starts and wakes nobody', () => {
  const unreadable = delivered('MilestoneBegun', 'mst_a', { agreement: 'agr_a', number: 1, amount: { amount: 'much', currency: 'USD' } });
  expect([eventIn(unreadable), startOf(unreadable)]).toEqual(['unrecognised', undefined]);
  expect(eventIn(delivered('ClockAdvanced', 'clk_1', { offset: 'soon' }))).toBe('unrecognised');
});
