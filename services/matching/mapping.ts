import type {
  Brings,
  ConditionKind,
  ConditionPhase,
  FinancingInstrument,
  PaymentFrequency,
  RateKind,
  Repayment,
} from '@junkan/kit/finance/financing.ts';
import { bodiesOf } from '@junkan/kit/grpc/bodies.ts';
import type { Same } from '@junkan/kit/same.ts';
import type { Aggregate } from '@junkan/kit/store/event-store.ts';
import type * as terms from '@junkan/proto/junkan/common/v1/language.ts';
import { COMMANDS, type Requests } from '@junkan/proto/junkan/matching/v1/commands.ts';
import type * as published from '@junkan/proto/junkan/matching/v1/language.ts';
import type * as model from '@junkan/proto/junkan/matching/v1/model.ts';
import type { Project } from '@junkan/proto/junkan/project/v1/model.ts';
import { parseMandateStatus } from '@junkan/proto/junkan/sponsor/v1/language.ts';
import type { Mandate } from '@junkan/proto/junkan/sponsor/v1/model.ts';
import type { Explanation } from './engine/explain.ts';
import type { MandateProfile, ProjectProfile } from './engine/profiles.ts';
import { fundingFold, questionsFold } from './fold.ts';
import * as questions from './questions/questions.ts';
import type { CancelCause, Command } from './rounds/commands.ts';
import { decide } from './rounds/decide-funding.ts';
import type { Event, OfferStatus, Rejection, Side, State } from './rounds/funding.ts';

/** Of each operation a body that no rule objects to. */
export const BODIES = bodiesOf<typeof COMMANDS, Requests>(COMMANDS);

// What is published is what the domain says: no more and no less.
true satisfies Same<FinancingInstrument, terms.FinancingInstrument>;
true satisfies Same<Brings, published.Brings>;
true satisfies Same<RateKind, terms.RateKind>;
true satisfies Same<Repayment, terms.Repayment>;
true satisfies Same<PaymentFrequency, terms.PaymentFrequency>;
true satisfies Same<ConditionPhase, terms.ConditionPhase>;
true satisfies Same<ConditionKind, terms.ConditionKind>;
true satisfies Same<Exclude<State['status'], 'absent'>, published.FundingStatus>;
true satisfies Same<OfferStatus, published.OfferStatus>;
true satisfies Same<Side, published.Side>;
true satisfies Same<CancelCause, published.CancelCause>;
true satisfies Same<questions.Visibility, published.QuestionVisibility>;
true satisfies Same<questions.Existing['status'], published.QuestionsStatus>;
true satisfies Same<(Rejection | questions.Rejection)['type'], published.Rejection>;

export const fundings: Aggregate<State, Command, Event, Rejection> = { ...fundingFold, decide, statusOf: ({ status }) => status };

export const roundQuestions: Aggregate<questions.State, questions.Command, questions.Event, questions.Rejection> = {
  ...questionsFold,
  decide: questions.decide,
  statusOf: ({ status }) => status,
};

/** What the engine knows of a mandate, or nothing where it is no complete one. */
export function mandateProfile({ id, sponsor, status: stored, terms }: Omit<Mandate, 'version' | 'revision'>): MandateProfile | undefined {
  const status = parseMandateStatus(stored);
  if (!terms?.ticketMinimum || !terms.ticketMaximum || status === 'unrecognised') return undefined;
  const { countries, themes, excludedThemes, instruments, preferredInstruments, minimumReadiness, requiredIndicators } = terms;
  const band =
    terms.usualTicketLow && terms.usualTicketHigh
      ? { usualTicket: { low: terms.usualTicketLow.amount, high: terms.usualTicketHigh.amount } }
      : {};
  const ticket = {
    currency: terms.ticketMinimum.currency,
    ticketMinimum: terms.ticketMinimum.amount,
    ticketMaximum: terms.ticketMaximum.amount,
  };
  return {
    id,
    sponsor,
    countries,
    themes,
    excludedThemes,
    instruments,
    preferredInstruments,
    minimumReadiness,
    requiredIndicators,
    ...ticket,
    ...band,
    status,
  };
}

/** What the engine knows of a project, or nothing while it asks for no sum. */
export function projectProfile({ id, proposal }: Pick<Project, 'id' | 'proposal'>): ProjectProfile | undefined {
  if (!proposal?.target || proposal.target.amount <= 0n) return undefined;
  const { countries, themes, instruments, preferredInstrument, readiness, indicators, plannedIndicators, target } = proposal;
  return {
    id,
    countries,
    themes,
    instruments,
    preferredInstrument: preferredInstrument || undefined,
    readiness,
    indicators: [...new Set([...indicators, ...plannedIndicators.map(({ code }) => code)])],
    currency: target.currency,
    target: target.amount,
  };
}

export const matchMessage = ({ project, mandate, sponsor, eligible, score, reasons }: Explanation): model.Match => ({
  project,
  mandate,
  sponsor,
  eligible,
  score,
  reasons: reasons.map((reason) => ({ ...reason, facts: { ...reason.facts } })),
});
