import type {
  CycleInput,
  EnquiryInput,
  ExchangeInput,
  FundingInput,
  MilestoneInput,
  PassportInput,
  RequestInput,
  ScreeningInput,
  SessionInput,
  SignatoryInput,
} from '../contract.ts';
import { type CycleStep, type CycleView, nextOfCycle } from '../rules/cycle.ts';
import { type EnquiryStep, type EnquiryView, nextOfEnquiry } from '../rules/enquiry.ts';
import { type ExchangeStep, type ExchangeView, nextOfExchange } from '../rules/exchange.ts';
import { nextOfFunding } from '../rules/funding.ts';
import type { FundingStep, FundingView } from '../rules/funding-view.ts';
import { type MilestoneStep, type MilestoneView, nextOfMilestone } from '../rules/milestone.ts';
import type { Notice } from '../rules/next.ts';
import { nextOfPassport, nextOfRequest, type PassportStep, type PassportView } from '../rules/passport.ts';
import { nextOfSupportRequest, type RequestStep, type RequestView } from '../rules/request.ts';
import { nextOfScreening, type ScreeningView } from '../rules/screening.ts';
import { nextOfSession, type SessionStep, type SessionView } from '../rules/session.ts';
import { nextOfSignatory, type SignatoryStep, type SignatoryView } from '../rules/signatory.ts';
import { type Observed, reconcileLoop } from './reconcile-loop.ts';
import type { Runtime } from './runtime.ts';

export type ScreeningActivities = {
  lookAtScreening(input: ScreeningInput): Promise<Observed<ScreeningView>>;
  actOnScreening(input: ScreeningInput, steps: readonly Notice[]): Promise<void>;
};
export type FundingActivities = {
  lookAtFunding(input: FundingInput): Promise<Observed<FundingView>>;
  actOnFunding(input: FundingInput, steps: readonly FundingStep[]): Promise<void>;
};
export type MilestoneActivities = {
  lookAtMilestone(input: MilestoneInput): Promise<Observed<MilestoneView>>;
  actOnMilestone(input: MilestoneInput, steps: readonly MilestoneStep[]): Promise<void>;
};

export type PassportActivities = {
  lookAtPassport(input: PassportInput): Promise<Observed<PassportView>>;
  actOnPassport(input: PassportInput, steps: readonly PassportStep[]): Promise<void>;
};

export type SignatoryActivities = {
  lookAtSignatory(input: SignatoryInput): Promise<Observed<SignatoryView>>;
  actOnSignatory(input: SignatoryInput, steps: readonly SignatoryStep[]): Promise<void>;
};

export type ExchangeActivities = {
  lookAtExchange(input: ExchangeInput): Promise<Observed<ExchangeView>>;
  actOnExchange(input: ExchangeInput, steps: readonly ExchangeStep[]): Promise<void>;
};

export type RequestActivities = {
  lookAtRequest(input: RequestInput): Promise<Observed<RequestView>>;
  actOnRequest(input: RequestInput, steps: readonly RequestStep[]): Promise<void>;
};

export type SessionActivities = {
  lookAtSession(input: SessionInput): Promise<Observed<SessionView>>;
  actOnSession(input: SessionInput, steps: readonly SessionStep[]): Promise<void>;
};

export type CycleActivities = {
  lookAtCycle(input: CycleInput): Promise<Observed<CycleView>>;
  actOnCycle(input: CycleInput, steps: readonly CycleStep[]): Promise<void>;
};

export type EnquiryActivities = {
  lookAtEnquiry(input: EnquiryInput): Promise<Observed<EnquiryView>>;
  actOnEnquiry(input: EnquiryInput, steps: readonly EnquiryStep[]): Promise<void>;
};

/** The workflows by their names, on the engine that runs them. */
export const flowsOn = (runtime: Runtime) => ({ ...flowsOfMoney(runtime), ...flowsOfProgramme(runtime) });

function flowsOfMoney(runtime: Runtime) {
  const screening = runtime.activities<ScreeningActivities>();
  const funding = runtime.activities<FundingActivities>();
  const milestone = runtime.activities<MilestoneActivities>();
  const passport = runtime.activities<PassportActivities>();
  return {
    /** Runs while one submission waits for its screening, and where it is eligible, for its opening to sponsors. */
    Screening: (input: ScreeningInput): Promise<void> =>
      reconcileLoop<ScreeningView, Notice>(runtime, {
        observe: () => screening.lookAtScreening(input),
        next: (view, sent) => nextOfScreening(input.submission, view, sent),
        act: (steps) => screening.actOnScreening(input, steps),
        input,
      }),

    /** Runs from the decision to open a project until its money has come to an end. */
    FundingLifecycle: (input: FundingInput): Promise<void> =>
      reconcileLoop<FundingView, FundingStep>(runtime, {
        observe: () => funding.lookAtFunding(input),
        next: (view, sent) => nextOfFunding(input.round, view, sent),
        act: (steps) => funding.actOnFunding(input, steps),
        input,
      }),

    /** Runs from the start of a milestone until its tranche is settled. */
    MilestoneLifecycle: (input: MilestoneInput): Promise<void> =>
      reconcileLoop<MilestoneView, MilestoneStep>(runtime, {
        observe: () => milestone.lookAtMilestone(input),
        next: nextOfMilestone,
        act: (steps) => milestone.actOnMilestone(input, steps),
        input,
      }),

    /** Runs while one clearance of a passport is valid; for a request, until the verifier has been notified. */
    Passport: (input: PassportInput): Promise<void> =>
      reconcileLoop<PassportView, PassportStep>(runtime, {
        observe: () => passport.lookAtPassport(input),
        next: (view, sent) =>
          input.request === undefined ? nextOfPassport(input.clearance, view, sent) : nextOfRequest(input.request, view, sent),
        act: (steps) => passport.actOnPassport(input, steps),
        input,
      }),
  };
}

function flowsOfProgramme(runtime: Runtime) {
  const signatory = runtime.activities<SignatoryActivities>();
  const exchange = runtime.activities<ExchangeActivities>();
  const request = runtime.activities<RequestActivities>();
  const session = runtime.activities<SessionActivities>();
  const cycle = runtime.activities<CycleActivities>();
  const enquiry = runtime.activities<EnquiryActivities>();
  return {
    /** Runs from the first that is heard of a city that may sign, for years, until its signature has come to an end. */
    Signatory: (input: SignatoryInput): Promise<void> =>
      reconcileLoop<SignatoryView, SignatoryStep>(runtime, {
        observe: () => signatory.lookAtSignatory(input),
        next: (view, sent) => nextOfSignatory(input.attempt, view, sent),
        act: (steps) => signatory.actOnSignatory(input, steps),
        input,
      }),

    /** Runs from the invitation to an exchange of two cities until nothing of it is expected any more. */
    Exchange: (input: ExchangeInput): Promise<void> =>
      reconcileLoop<ExchangeView, ExchangeStep>(runtime, {
        observe: () => exchange.lookAtExchange(input),
        next: nextOfExchange,
        act: (steps) => exchange.actOnExchange(input, steps),
        input,
      }),

    /** Runs from the question of a city for support with a policy until nothing of it is expected any more. */
    Request: (input: RequestInput): Promise<void> =>
      reconcileLoop<RequestView, RequestStep>(runtime, {
        observe: () => request.lookAtRequest(input),
        next: nextOfSupportRequest,
        act: (steps) => request.actOnRequest(input, steps),
        input,
      }),

    /** Runs from the day on which a session of a training is scheduled until it is closed or cancelled. */
    Session: (input: SessionInput): Promise<void> =>
      reconcileLoop<SessionView, SessionStep>(runtime, {
        observe: () => session.lookAtSession(input),
        next: nextOfSession,
        act: (steps) => session.actOnSession(input, steps),
        input,
      }),

    /** Runs from the draft of an award until nobody may object to its outcome any more, or it is cancelled. */
    Cycle: (input: CycleInput): Promise<void> =>
      reconcileLoop<CycleView, CycleStep>(runtime, {
        observe: () => cycle.lookAtCycle(input),
        next: nextOfCycle,
        act: (steps) => cycle.actOnCycle(input, steps),
        input,
      }),

    /** Runs from the day on which somebody has written for a city until that is erased. */
    Enquiry: (input: EnquiryInput): Promise<void> =>
      reconcileLoop<EnquiryView, EnquiryStep>(runtime, {
        observe: () => enquiry.lookAtEnquiry(input),
        next: nextOfEnquiry,
        act: (steps) => enquiry.actOnEnquiry(input, steps),
        input,
      }),
  };
}
