import { bodiesOf } from '@junkan/kit/grpc/bodies.ts';
import type { Same } from '@junkan/kit/same.ts';
import type { Aggregate } from '@junkan/kit/store/event-store.ts';
import { COMMANDS, type Requests } from '@junkan/proto/junkan/programme/v1/commands.ts';
import type * as published from '@junkan/proto/junkan/programme/v1/language.ts';
import * as ofBallot from './awards/ballot.ts';
import type * as ofCycle from './awards/cycle.ts';
import { decide as decideCycle } from './awards/cycle-decide.ts';
import type * as ofNomination from './awards/nomination.ts';
import { decide as decideNomination } from './awards/nomination-decide.ts';
import type * as ofAnswer from './calls/answer.ts';
import { decide as decideAnswer } from './calls/answer-decide.ts';
import type * as ofCall from './calls/call.ts';
import { decide as decideCall } from './calls/call-decide.ts';
import { answerFold, callFold, reviewFold } from './calls/messages.ts';
import * as ofReview from './calls/review.ts';
import * as declaration from './declaration/declaration.ts';
import * as group from './declaration/group.ts';
import type { CHECKS } from './declaration/joining.ts';
import type { Extension, Notice } from './declaration/obligation.ts';
import type * as signatory from './declaration/signatory.ts';
import { decide as decideSignatory } from './declaration/signatory-decide.ts';
import * as enquiry from './enquiries/enquiry.ts';
import { enquiryFold } from './enquiries/messages.ts';
import {
  actionFold,
  assessmentFold,
  ballotFold,
  cycleFold,
  declarationFold,
  groupFold,
  nominationFold,
  partnerFold,
  planFold,
  reportFold,
  seriesFold,
  signatoryFold,
} from './fold.ts';
import * as certificate from './learning/certificate.ts';
import * as learner from './learning/learner.ts';
import { certificateFold, learnerFold, registerFold, sessionFold, trainingFold } from './learning/messages.ts';
import * as register from './learning/register.ts';
import type * as session from './learning/session.ts';
import { decide as decideSession } from './learning/session-decide.ts';
import * as training from './learning/training.ts';
import * as partner from './partners/partner.ts';
import type * as exchange from './peers/exchange.ts';
import { decide as decideExchange } from './peers/exchange-decide.ts';
import { exchangeFold, peerFold } from './peers/messages.ts';
import * as peer from './peers/peer.ts';
import type { Condition, Part as MatchPart } from './peers/peers.ts';
import * as instrument from './policy/instrument.ts';
import { instrumentFold, requestFold } from './policy/messages.ts';
import type * as request from './policy/request.ts';
import { decide as decideRequest } from './policy/request-decide.ts';
import type * as assessment from './reports/assessment.ts';
import { decide as decideAssessment } from './reports/assessment-decide.ts';
import type * as plan from './reports/plan.ts';
import { decide as decidePlan } from './reports/plan-decide.ts';
import type * as report from './reports/report.ts';
import { decide as decideReport } from './reports/report-decide.ts';
import type * as action from './results/action.ts';
import { decide as decideAction } from './results/action-decide.ts';
import type * as ofSeries from './series/series.ts';
import { decide as decideSeries } from './series/series-decide.ts';

/** Of each operation a body that no rule objects to. */
export const BODIES = bodiesOf<typeof COMMANDS, Requests>(COMMANDS);

// What is published is what the domain says: no more and no less.
true satisfies Same<declaration.Existing['status'], published.DeclarationStatus>;
true satisfies Same<declaration.VersionStatus, published.DeclarationVersionStatus>;
true satisfies Same<signatory.Status, published.SignatoryStatus>;
true satisfies Same<Extension['status'], published.ExtensionStatus>;
true satisfies Same<Notice['status'], published.NoticeStatus>;
true satisfies Same<(typeof CHECKS)[number], published.SignatureCheck>;
true satisfies Same<group.Existing['status'], published.SignatoryGroupStatus>;
true satisfies Same<assessment.Existing['status'], published.AssessmentStatus>;
true satisfies Same<assessment.Edition['status'], published.AssessmentEditionStatus>;
true satisfies Same<plan.Existing['status'], published.ActionPlanStatus>;
true satisfies Same<plan.EditionStatus, published.ActionPlanEditionStatus>;
true satisfies Same<report.Existing['status'], published.ProgressReportStatus>;
true satisfies Same<report.EditionStatus, published.ProgressReportEditionStatus>;
true satisfies Same<(typeof report.SECTIONS)[number], published.ReportSection>;
type Rejection =
  | declaration.Rejection
  | group.Rejection
  | signatory.Rejection
  | assessment.Rejection
  | plan.Rejection
  | report.Rejection
  | action.Rejection
  | partner.Rejection
  | enquiry.Rejection
  | ofSeries.Rejection
  | instrument.Rejection
  | request.Rejection
  | exchange.Rejection
  | peer.Rejection
  | training.Rejection
  | session.Rejection
  | learner.Rejection
  | certificate.Rejection
  | register.Rejection
  | ofCycle.Rejection
  | ofNomination.Rejection
  | ofBallot.Rejection
  | ofCall.Rejection
  | ofAnswer.Rejection
  | ofReview.Rejection
  | OfTheEdge;
true satisfies Same<exchange.Existing['status'], published.CityExchangeStatus>;
true satisfies Same<Condition, published.MatchCondition>;
true satisfies Same<MatchPart, published.MatchPart>;

/** What is refused before a stream is asked. */
type OfTheEdge = { readonly type: 'CodeIsMistyped' | 'CertificateKeyIsMissing' };
true satisfies Same<partner.Existing['status'], published.PartnerStatus>;
true satisfies Same<enquiry.Existing['status'], published.EnquiryStatus>;
true satisfies Same<training.Existing['status'], published.TrainingStatus>;
true satisfies Same<session.Existing['status'], published.TrainingSessionStatus>;
true satisfies Same<session.Enrolment['status'], published.EnrolmentStatus>;
true satisfies Same<certificate.Existing['status'], published.CertificateStatus>;
true satisfies Same<instrument.Existing['status'], published.PolicyInstrumentStatus>;
true satisfies Same<request.Status, published.SupportRequestStatus>;
true satisfies Same<Rejection['type'], published.Rejection>;
true satisfies Same<action.Existing['status'], published.ActionStatus>;
true satisfies Same<ofSeries.Existing['status'], published.SeriesStatus>;

export const declarations: Aggregate<declaration.State, declaration.Command, declaration.Event, declaration.Rejection> = {
  ...declarationFold,
  decide: declaration.decide,
  statusOf: ({ status }) => status,
};

export const signatories: Aggregate<signatory.State, signatory.Command, signatory.Event, signatory.Rejection> = {
  ...signatoryFold,
  decide: decideSignatory,
  statusOf: ({ status }) => status,
};

export const groups: Aggregate<group.State, group.Command, group.Event, group.Rejection> = {
  ...groupFold,
  decide: group.decide,
  statusOf: ({ status }) => status,
};

export const assessments: Aggregate<assessment.State, assessment.Command, assessment.Event, assessment.Rejection> = {
  ...assessmentFold,
  decide: decideAssessment,
  statusOf: ({ status }) => status,
};

export const plans: Aggregate<plan.State, plan.Command, plan.Event, plan.Rejection> = {
  ...planFold,
  decide: decidePlan,
  statusOf: ({ status }) => status,
};

export const reports: Aggregate<report.State, report.Command, report.Event, report.Rejection> = {
  ...reportFold,
  decide: decideReport,
  statusOf: ({ status }) => status,
};

export const actions: Aggregate<action.State, action.Command, action.Event, action.Rejection> = {
  ...actionFold,
  decide: decideAction,
  statusOf: ({ status }) => status,
};

export const partners: Aggregate<partner.State, partner.Command, partner.Event, partner.Rejection> = {
  ...partnerFold,
  decide: partner.decide,
  statusOf: ({ status }) => status,
};

export const enquiries: Aggregate<enquiry.State, enquiry.Command, enquiry.Event, enquiry.Rejection> = {
  ...enquiryFold,
  decide: enquiry.decide,
  statusOf: ({ status }) => status,
};

export const series: Aggregate<ofSeries.State, ofSeries.Command, ofSeries.Event, ofSeries.Rejection> = {
  ...seriesFold,
  decide: decideSeries,
  statusOf: ({ status }) => status,
};

export const exchanges: Aggregate<exchange.State, exchange.Command, exchange.Event, exchange.Rejection> = {
  ...exchangeFold,
  decide: decideExchange,
  statusOf: ({ status }) => status,
};

export const peers: Aggregate<peer.State, peer.Command, peer.Event, peer.Rejection> = {
  ...peerFold,
  decide: peer.decide,
  statusOf: ({ status }) => status,
};

export const trainings: Aggregate<training.State, training.Command, training.Event, training.Rejection> = {
  ...trainingFold,
  decide: training.decide,
  statusOf: ({ status }) => status,
};

export const sessions: Aggregate<session.State, session.Command, session.Event, session.Rejection> = {
  ...sessionFold,
  decide: decideSession,
  statusOf: ({ status }) => status,
};

export const learners: Aggregate<learner.State, learner.Command, learner.Event, learner.Rejection> = {
  ...learnerFold,
  decide: learner.decide,
  statusOf: ({ status }) => status,
};

export const certificates: Aggregate<certificate.State, certificate.Command, certificate.Event, certificate.Rejection> = {
  ...certificateFold,
  decide: certificate.decide,
  statusOf: ({ status }) => status,
};

export const certificateRegister: Aggregate<register.State, register.Command, register.Event, register.Rejection> = {
  ...registerFold,
  decide: register.decide,
  statusOf: ({ status }) => status,
};

export const policyInstruments: Aggregate<instrument.State, instrument.Command, instrument.Event, instrument.Rejection> = {
  ...instrumentFold,
  decide: instrument.decide,
  statusOf: ({ status }) => status,
};

export const supportRequests: Aggregate<request.State, request.Command, request.Event, request.Rejection> = {
  ...requestFold,
  decide: decideRequest,
  statusOf: ({ status }) => status,
};

export const cycles: Aggregate<ofCycle.State, ofCycle.Command, ofCycle.Event, ofCycle.Rejection> = {
  ...cycleFold,
  decide: decideCycle,
  statusOf: ({ status }) => status,
};

export const nominations: Aggregate<ofNomination.State, ofNomination.Command, ofNomination.Event, ofNomination.Rejection> = {
  ...nominationFold,
  decide: decideNomination,
  statusOf: ({ status }) => status,
};

export const ballots: Aggregate<ofBallot.State, ofBallot.Command, ofBallot.Event, ofBallot.Rejection> = {
  ...ballotFold,
  decide: ofBallot.decide,
  statusOf: ({ status }) => status,
};

export const calls: Aggregate<ofCall.State, ofCall.Command, ofCall.Event, ofCall.Rejection> = {
  ...callFold,
  decide: decideCall,
  statusOf: ({ status }) => status,
};

export const answers: Aggregate<ofAnswer.State, ofAnswer.Command, ofAnswer.Event, ofAnswer.Rejection> = {
  ...answerFold,
  decide: decideAnswer,
  statusOf: ({ status }) => status,
};

export const reviews: Aggregate<ofReview.State, ofReview.Command, ofReview.Event, ofReview.Rejection> = {
  ...reviewFold,
  decide: ofReview.decide,
  statusOf: ({ status }) => status,
};
