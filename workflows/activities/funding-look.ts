import type { Agreement, Share } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import type { Offer } from '@junkan/proto/junkan/matching/v1/model.ts';
import type { FundingInput } from '../contract.ts';
import type { AgreementView, ClaimStatus, FundingView, OfferView } from '../rules/funding-view.ts';
import { type Calls, ifFound } from './calling.ts';
import { isPaidInFull } from './milestone-look.ts';
import type { Parts } from './parts.ts';
import { unspentOf } from './unspent.ts';

/** Statuses of a project in which its offers' claims may still change. */
const CLAIMS_MOVE = ['open', 'funded', 'approved', 'unfunded', 'refused', 'withdrawn'];

/** Where one round of a project stands, asked of every service that holds a part of it. */
export async function lookAtFunding({ services, clock, policy }: Parts, input: FundingInput, { query }: Calls): Promise<FundingView> {
  const { projects, matching, disbursement } = services;
  const [project, funding] = await Promise.all([
    projects.getProject({ id: input.project }, query),
    ifFound(matching.getFunding({ id: input.funding }, query)),
  ]);
  const { status, round, approvalDue, proposer, roundDeadline, closingDue } = project;
  const claims = funding && CLAIMS_MOVE.includes(status) ? await claimsOf(services, funding.offers, query) : undefined;
  const isDraftable = status !== 'open' && status !== 'funded';
  const agreement = isDraftable || funding?.reopened ? await ifFound(disbursement.getAgreement({ id: input.agreement }, query)) : undefined;
  return {
    now: clock.now(),
    policy,
    project: { status, round, approvalDue, proposer, deadline: roundDeadline, closingDue },
    ...(funding
      ? {
          funding: {
            status: funding.status,
            deadline: funding.deadline,
            reopened: funding.reopened,
            sealed: funding.sealed,
            offers: claims ? funding.offers.map((offer) => offerView(offer, claims.get(offer.id))) : [],
          },
        }
      : {}),
    ...(agreement ? { agreement: await agreementView(services, agreement, query) } : {}),
  };
}

async function claimsOf(
  { sponsors }: Parts['services'],
  offers: readonly Offer[],
  query: Calls['query'],
): Promise<Map<string, ClaimStatus>> {
  const byEnvelope = Map.groupBy(offers, ({ envelope }) => envelope);
  const balances = await Promise.all(
    [...byEnvelope].map(([envelope, of]) => sponsors.envelopeBalance({ envelope, offers: of.map(({ id }) => id) }, query)),
  );
  return new Map(balances.flatMap(({ claims }) => claims.map(({ offer, status }) => [offer, status as ClaimStatus] as const)));
}

const offerView = ({ id, status, sponsor, envelope, amount, terms, side, expiresAt }: Offer, claim: ClaimStatus = 'none'): OfferView => ({
  id,
  status,
  sponsor,
  envelope,
  terms,
  amount: String(amount?.amount ?? 0n),
  currency: amount?.currency ?? '',
  claim,
  side,
  expiresAt,
});

async function agreementView(services: Parts['services'], agreement: Agreement, query: Calls['query']): Promise<AgreementView> {
  const { status, signingDue, draft, declinedBy, proposer, shares, signatures, measures } = agreement;
  const signed = new Set(signatures.map(({ party }) => party));
  const parties = [proposer, ...shares.map(({ sponsor }) => sponsor)];
  return {
    status,
    signingDue,
    draft,
    declinedBy,
    declined: shares.filter(({ sponsor }) => sponsor === declinedBy).flatMap(offersOf),
    proposer,
    paidInFull: isPaidInFull(agreement),
    unsigned: parties.filter((party) => !signed.has(party)),
    measure: measures.filter((measure) => measure.status === 'effective').length,
    unspent: status === 'ended' ? await unspentOf(services, agreement, query) : [],
  };
}

const offersOf = ({ offer, parts }: Share): string[] => [offer, ...parts.map((part) => part.offer)];
