import { agreementPermissions } from '@junkan/disbursement/domain/agreement-permissions.ts';
import * as disbursement from '@junkan/disbursement/mapping.ts';
import { ACTS } from '@junkan/gateway/auth/acts.ts';
import type { Actor } from '@junkan/kit/pure/actor.ts';
import type { Permission } from '@junkan/kit/pure/permissions.ts';
import type { Aggregate } from '@junkan/kit/store/event-store.ts';
import { CLEAR as CLEAR_OF_OFFERS, fundingPermissions } from '@junkan/matching/domain/permissions.ts';
import * as matching from '@junkan/matching/mapping.ts';
import { milestonePermissions } from '@junkan/project-registry/domain/milestone-permissions.ts';
import { CLEAR, projectPermissions } from '@junkan/project-registry/domain/project-permissions.ts';
import * as registry from '@junkan/project-registry/mapping.ts';
import { CONTEXTS } from '@junkan/proto/contexts.ts';
import { passportPermissions } from '@junkan/sponsor-registry/domain/passport-permissions.ts';
import * as sponsors from '@junkan/sponsor-registry/mapping.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  actor,
  LATER,
  MET,
  NOW,
  onAgreement,
  onFunding,
  onMilestone,
  onPassport,
  onProject,
  ownFacts,
  POLICY,
  type Tried,
} from './commands-by-chance.ts';
import { amount, drafted, ofAgreement, ofFunding, ofMilestone, ofPassport, ofProject, opened, proposal } from './histories-by-chance.ts';
import { goldenStreams, type Stream } from './recorded/streams.ts';

// What an item tells that somebody may do is held against the deciders: commands of whatever body, by whomever, in whatever state.

type Event = { readonly type: string };
type Case = {
  readonly context: keyof typeof CONTEXTS;
  // biome-ignore lint/suspicious/noExplicitAny: each case has states and events of its own
  readonly owned: Aggregate<any, any, any, any>;
  readonly first: Event;
  readonly events: readonly fc.Arbitrary<Event>[];
  readonly commands: readonly fc.Arbitrary<Tried>[];
  /** How it may have gone on before chance takes over. */
  readonly begun?: readonly (Event & Readonly<Record<string, unknown>>)[];
  readonly now?: string;
  /** Whether a decider would let this happen, where `evolve` does not say. */
  readonly isLegal?: (event: Event, state: { readonly measures?: readonly unknown[] }) => boolean;
  // biome-ignore lint/suspicious/noExplicitAny: each case has states of its own
  readonly permissionsOf: (state: any, by: Actor, now: string) => readonly Permission<{ type: string }>[];
};

const policy = POLICY as never;
const plan = [{ number: 1, title: 'a', monthsAfterEffective: 1, amount: { amount: 5n, currency: 'USD' } }];
const complete = { ...fc.sample(proposal, 1)[0], milestones: plan };
const milestoneTerms = { project: 'prj_a', agreement: 'agr_a', proposer: 'org_a', number: 1, title: 'a', dueOn: '2026-12-01', amount };
const CASES: Readonly<Record<string, Case>> = {
  project: {
    ...{ context: 'project', owned: registry.projects, events: ofProject, commands: onProject },
    first: { type: 'ProjectDrafted', proposer: 'org_a', proposal: complete, by: 'per_a' } as Event,
    begun: [
      { type: 'ProjectSubmitted', submission: 1, screeningDue: LATER, by: 'per_a' },
      { type: 'ProjectDeclaredEligible', submission: 1, by: 'per_b', openingDue: LATER },
      { type: 'ProjectOpenedToSponsors', round: 1, deadline: LATER, by: 'per_b', at: NOW },
      { type: 'ProjectFunded', round: 1, funding: 'fnd_a', approvalDue: LATER },
      { type: 'ProjectApproved', round: 1, by: 'per_d' },
      { type: 'ImplementationStarted', round: 1, agreement: 'agr_a' },
      { type: 'ProjectCompleted', round: 1, closingDue: LATER },
    ],
    permissionsOf: (state, by, now) => projectPermissions(state, { now, policy, standing: CLEAR }, by),
  },
  milestone: {
    ...{ context: 'project', owned: registry.milestones, events: ofMilestone, commands: onMilestone },
    first: { type: 'MilestoneBegun', ...milestoneTerms } as Event,
    permissionsOf: (state, by, now) => milestonePermissions(state, { now, policy, earlier: [] }, by),
  },
  funding: {
    ...{ context: 'matching', owned: matching.fundings, events: ofFunding, commands: onFunding },
    first: { type: 'FundingOpened', ...opened, target: amount, minimumClose: amount } as Event,
    permissionsOf: (state, by, now) => fundingPermissions(state, { now, reopenedDays: 1, standing: CLEAR_OF_OFFERS }, by),
  },
  agreement: {
    ...{ context: 'disbursement', owned: disbursement.agreements, events: ofAgreement, commands: onAgreement, first: drafted, now: LATER },
    begun: [
      { type: 'AgreementBecameEffective', at: NOW, entry: undefined },
      { type: 'MeasureProposed', measure: 1, kind: 'suspension', note: '', changes: [], needed: ['secretariat'], by: 'per_a' },
      ...[
        { type: 'PaymentRequested', tranche: 1, sponsor: 'spo_a', amount, report: 1, ...{ submittedBy: 'per_r', verifiedBy: 'per_v' } },
        { type: 'PaymentApproved', entry: undefined },
        { type: 'PaymentInstructed', instruction: 'i' },
        { type: 'PaymentSettlementReported', report: 1, bankReference: 'b', valueDate: '2026-12-01' },
      ].map((event) => ({ payment: 'pay_a', milestone: 'mst_a', at: NOW, by: 'per_a', reportedBy: [], ...event })),
    ],
    isLegal: (event, { measures = [] }) =>
      event.type !== 'MeasureProposed' || ('measure' in event && event.measure === measures.length + 1),
    permissionsOf: (state, by, now) =>
      agreementPermissions(
        state,
        { agreement: 'agr_a', now, preparedBy: [], milestones: new Map([1, 2, 3].map((tranche) => [tranche, MET as never])) },
        by,
      ),
  },
  passport: {
    ...{ context: 'sponsor', owned: sponsors.passports, events: ofPassport, commands: onPassport },
    first: { type: 'DueDiligenceRequested', subject: 'org_a', request: 1, by: 'per_a' } as Event,
    permissionsOf: (state, by, now) => passportPermissions(state, { now }, by),
  },
};

/** Parts of the item that the permission and the command name alike. */
const isSamePart = (of: object, { of: wanted }: Tried): boolean => JSON.stringify(of) === JSON.stringify(wanted);

test.each(Object.entries(CASES))('of a %s it is told that somebody may do what the decider accepts, and nothing else', (_name, each) => {
  const { owned, first, events, commands, permissionsOf, context, now = NOW, begun = [], isLegal = () => true } = each;
  const kinds: Readonly<Record<string, string>> = CONTEXTS[context].REJECTIONS;
  // A proposal that lacks something lacks it whatever is sent, as does a measure that waits for approval.
  const isOfBody = (type: string, { operation }: Tried): boolean =>
    kinds[type] === 'invalid' && !['ProjectIsIncomplete', 'TargetIsMissing'].includes(type) && operation !== 'approveMeasure';
  const met = new Map<string, Set<string>>();
  const tried = fc.array(fc.tuple(fc.oneof(...commands), actor), { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(
      fc.nat(begun.length),
      fc.array(fc.tuple(fc.oneof(...events), tried), { minLength: 50, maxLength: 200, size: 'max' }),
      (steps, history) => {
        let state = begun.slice(0, steps).reduce(owned.evolve, owned.evolve(owned.initial, first));
        for (const [event, attempts] of history) {
          if (!isLegal(event, state)) continue;
          try {
            state = owned.evolve(state, event);
          } catch {
            continue;
          }
          for (const [one, by] of attempts) {
            const told = permissionsOf(state, by, now).find((found) => found.operation === one.operation && isSamePart(found.of, one));
            const decision = owned.decide(commandOf(one, by), state);
            const isAccepted = decision.ok && decision.events.length > 0;
            if (isAccepted) expect([one, by, told?.answer]).toEqual([one, by, 'allowed']);
            // Whatever an allowed act is refused for lies in its body; what forbids it says so.
            const refusal = decision.ok ? '' : decision.rejection.type;
            if (told?.answer === 'allowed') expect([one, by, kinds[refusal] === 'forbidden']).toEqual([one, by, false]);
            if (told?.answer === 'refused')
              expect([one, by, told.rejection.type, isOfBody(told.rejection.type, one)]).toEqual([one, by, told.rejection.type, false]);
            if (told) met.set(one.operation, (met.get(one.operation) ?? new Set()).add(told.answer));
          }
        }
      },
    ),
    { numRuns: 100, seed: 20261125 },
  );
  const operations = Object.keys(ACTS);
  for (const [operation, answers] of met) {
    expect(operations).toContain(operation);
    expect([operation, answers.has('allowed'), answers.has('refused')]).toEqual([operation, true, true]);
  }
});

/** As the API sends it: in the name of the caller's own organisation. */
const commandOf = ({ command }: Tried, by: Actor): object => ({
  ...command,
  ...('party' in command ? { party: by.organisation } : {}),
  ...('facts' in command ? { facts: ownFacts(by.organisation) } : {}),
  by,
});

/** The act of a person that each event records; the others follow from acts of the same moment, or are the system's. */
const ACT_OF: Readonly<Record<string, keyof typeof ACTS>> = {
  ...{ ProjectRevised: 'reviseProposal', ProjectSubmitted: 'submitProject', MoreInformationRequested: 'requestInformation' },
  ...{
    InformationProvided: 'provideInformation',
    ProjectDeclaredEligible: 'declareEligible',
    ProjectDeclaredIneligible: 'declareIneligible',
  },
  ...{ ProjectOpenedToSponsors: 'openProject', ProjectApproved: 'approveProject', ProjectRefused: 'refuseProject' },
  ...{ ProjectWithdrawn: 'withdrawProject', ProjectClosureProposed: 'proposeClosure', ProjectClosureRefused: 'refuseClosure' },
  ...{ ProjectClosed: 'closeProject', MilestoneReportSubmitted: 'reportMilestone', MilestoneReportReturned: 'returnReport' },
  ...{ MilestoneVerified: 'verifyMilestone', MilestoneRejected: 'rejectMilestone', MilestoneWaiverProposed: 'proposeWaiver' },
  ...{ MilestoneWaiverRefused: 'refuseWaiver', MilestoneWaived: 'waiveMilestone', OfferProposed: 'proposeOffer' },
  ...{ OfferCountered: 'counterOffer', OfferAgreed: 'acceptOffer', OfferDeclined: 'declineOffer', OfferRetracted: 'retractOffer' },
  ...{ OfferApproved: 'approveOffer', OfferWithdrawn: 'withdrawOffer', AgreementSigned: 'signAgreement' },
  ...{ AgreementVoided: 'declineSignature', MeasureProposed: 'proposeMeasure', MeasureApproved: 'approveMeasure' },
  ...{ MeasureRefused: 'refuseMeasure', PaymentRequested: 'requestPayment', PaymentApproved: 'approvePayment' },
  ...{ PaymentRefused: 'refusePayment', PaymentInstructed: 'instructPayment', PaymentSettlementReported: 'settlePayment' },
  ...{ PaymentFailureReported: 'failPayment', PaymentObjectedTo: 'objectToPayment', PaymentFailed: 'confirmPayment' },
  ...{ PaymentSettled: 'confirmPayment', DueDiligenceRequested: 'requestDueDiligence', SubjectCleared: 'clearSubject' },
  ...{ SubjectFlagged: 'flagSubject', ClearanceRevoked: 'revokeClearance', ClearanceReliedOn: 'relyOnClearance' },
};

/** Earlier versions let one person close a project, and say what the bank did. */
const isOfAnEarlierRule = ({ type, data }: Stream[number]): boolean =>
  (type === 'ProjectClosed' && !data['closure']) || (/^Payment(Settled|Failed)$/.test(type) && !data['report']);

test.each(Object.entries(CASES))('of each recorded %s whoever acted was told so before', (name, { owned, context, permissionsOf }) => {
  let told = 0;
  for (const stream of Object.values(goldenStreams(context, name)).flat()) {
    let state = owned.initial;
    let now = NOW;
    const organisations = [...new Set(JSON.stringify(stream).match(/(org|spo)_[0-9a-z]+/g)), 'spo_any', 'secretariat'];
    for (const stored of stream) {
      const { by = '', at = '' } = stored.data as { by?: string; at?: string };
      if (at > now) now = at;
      const act = isOfAnEarlierRule(stored) ? undefined : ACT_OF[stored.type];
      if (act && state.status !== 'absent' && by !== '' && !by.startsWith('system:')) {
        const roles = [...(ACTS[act]?.roles ?? [])];
        const isTold = organisations.some((organisation) =>
          permissionsOf(state, { person: by, organisation, roles }, now).some(
            ({ operation, answer }) => operation === act && answer === 'allowed',
          ),
        );
        expect([stored.type, state.status, isTold]).toEqual([stored.type, state.status, true]);
        told += 1;
      }
      state = owned.evolve(state, owned.codec.decode(stored));
    }
  }
  expect(told).toBeGreaterThan(0);
});
