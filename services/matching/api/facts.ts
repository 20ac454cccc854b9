import type { Received } from '@junkan/kit/call.ts';
import type { Planned } from '@junkan/kit/finance/of-financing.ts';
import type { Client } from '@junkan/kit/grpc/contract.ts';
import { moneyOf, required } from '@junkan/kit/grpc/fields.ts';
import { invalid, ProblemError } from '@junkan/kit/problem.ts';
import { dateOf, type Instant } from '@junkan/kit/pure/dates.ts';
import { NO_RULES, type Rules } from '@junkan/kit/pure/limits.ts';
import type { Money } from '@junkan/kit/pure/money.ts';
import type { DisbursementQueryServiceService } from '@junkan/proto/junkan/disbursement/v1/service.ts';
import type { Project } from '@junkan/proto/junkan/project/v1/model.ts';
import type { ProjectQueryServiceService } from '@junkan/proto/junkan/project/v1/service.ts';
import type { Mandate, MandateTerms } from '@junkan/proto/junkan/sponsor/v1/model.ts';
import type { SponsorQueryServiceService } from '@junkan/proto/junkan/sponsor/v1/service.ts';
import { oversees } from '@junkan/proto/oversight.ts';
import { standardWeights } from '../engine/criteria.ts';
import { type Explanation, explain } from '../engine/explain.ts';
import { mandateProfile, projectProfile } from '../mapping.ts';
import type { Budget, DueDiligence, OfferFacts, ProjectFacts, Ticket } from '../rounds/commands.ts';
import type { Offer } from '../rounds/funding.ts';

export type Asked = { readonly project: string; readonly mandate: string; readonly envelope: string; readonly amount: Money };

export type Neighbours = {
  projects: Client<typeof ProjectQueryServiceService>;
  sponsors: Client<typeof SponsorQueryServiceService>;
  disbursement: Client<typeof DisbursementQueryServiceService>;
};

/** Facts of other contexts that decisions here depend on, read when the command arrives, never from a copy. */
export function facts({ projects, sponsors, disbursement }: Neighbours) {
  /** What an amount takes of a budget in this currency, by the rates of today. */
  async function budgetIn(currency: string, amount: Money, now: Instant, call: Received): Promise<Budget> {
    if (amount.currency === currency) return { currency, conversion: undefined };
    const { conversion } = await disbursement.convertMoney({ amount, currency, day: dateOf(now) }, call);
    return { currency, conversion: conversion && { ...conversion, amount: moneyOf(conversion.amount, 'conversion') } };
  }

  return {
    async ofProject(id: string, call: Received): Promise<ProjectFacts> {
      const { status, round, proposer, proposal, roundDeadline } = await projects.getProject({ id }, call);
      const { target, minimumCloseBasisPoints } = required(proposal, 'proposal');
      return { project: id, status, round, proposer, target: moneyOf(target, 'target'), minimumCloseBasisPoints, deadline: roundDeadline };
    },

    /** What its milestones are planned to cost, and when; as far as the caller may see it. */
    async planOf(id: string, call: Received): Promise<Planned[]> {
      const { proposal } = await projects.getProject({ id }, call);
      return (proposal?.milestones ?? []).map(({ monthsAfterEffective: month, amount }) => ({ month, amount: moneyOf(amount, 'amount') }));
    },

    async dueDiligenceOf(proposer: string, call: Received): Promise<DueDiligence> {
      const { name: renamedTo } = await projects.renamedTo({ proposer }, call);
      const { status, level, validUntil, stops } = await sponsors.passportOf({ subject: proposer, renamedTo }, call);
      return { passport: status, level, validUntil, stops };
    },

    /** The limits of its sponsor that apply to an offer that was accepted when it was. */
    async rulesOf(offer: Offer | undefined, call: Received): Promise<Rules> {
      if (!offer) return NO_RULES;
      const { rules: edition, limits } = await disbursement.applicableLimits(
        { organisation: offer.sponsor, since: offer.acceptedAt },
        call,
      );
      return { edition, limits: limits.map((limit) => moneyOf(limit, 'limit')) };
    },

    /** The ticket of the terms under which an offer was made. */
    async ticketOf({ mandate, mandateRevision: revision }: Offer, call: Received): Promise<Ticket> {
      return ticketOf(required((await sponsors.getMandate({ id: mandate, revision }, call)).terms, 'mandate'));
    },

    /** What an amount takes of an envelope that the caller may see; nothing where there is none. */
    async budgetSeen(envelope: string, amount: Money, now: Instant, call: Received): Promise<Budget | undefined> {
      const budget = await sponsors.envelopeBalance({ envelope, offers: ['none'] }, call).catch(absent);
      const isSeen = budget?.sponsor === call.actor.organisation || oversees(call.actor);
      return budget && isSeen ? budgetIn(moneyOf(budget.total, 'total').currency, amount, now, call) : undefined;
    },

    async ofOffer({ project, mandate, envelope, amount }: Asked, now: Instant, call: Received): Promise<OfferFacts> {
      const [asked, offering, budget] = await Promise.all([
        projects.getProject({ id: project }, call),
        sponsors.getMandate({ id: mandate, revision: 0 }, call),
        sponsors.envelopeBalance({ envelope, offers: ['none'] }, call).catch(absent),
      ]);
      const terms = required(offering.terms, 'mandate');
      const isOwn = budget?.sponsor === call.actor.organisation;
      return {
        sponsor: call.actor.organisation,
        mandate,
        mandateSponsor: offering.sponsor,
        mandateStatus: offering.status,
        mandateRevision: offering.revision,
        ...ticketOf(terms),
        envelope,
        envelopeSponsor: budget?.sponsor ?? '',
        budget: await budgetIn(isOwn ? moneyOf(budget.total, 'total').currency : amount.currency, amount, now, call),
        periodStart: budget?.periodStart ?? '',
        periodEnd: budget?.periodEnd ?? '',
        missed: explanationOf(asked, offering)
          .reasons.filter(({ hard, outcome }) => hard && outcome === 'missed')
          .map(({ criterion }) => criterion),
      };
    },
  };
}

/** A missing item is refused by the rules with the same answer as one of another organisation, so that nobody learns which it was. */
function absent(error: unknown): undefined {
  if (error instanceof ProblemError && error.problem.kind === 'not-found') return undefined;
  throw error;
}

const ticketOf = ({ ticketMinimum, ticketMaximum }: MandateTerms): Ticket => ({
  ticketMinimum: moneyOf(ticketMinimum, 'ticket_minimum'),
  ticketMaximum: moneyOf(ticketMaximum, 'ticket_maximum'),
});

export type Facts = ReturnType<typeof facts>;

/** Why this project and this mandate match or not. */
export function explanationOf(project: Project, mandate: Mandate): Explanation {
  const asked = projectProfile(project);
  const offering = mandateProfile(mandate);
  if (!asked) throw invalid('project', 'must ask for a sum');
  if (!offering) throw invalid('mandate', 'must say its tickets');
  return explain(asked, offering, standardWeights);
}
