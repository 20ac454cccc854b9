import type { Agreement } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import type { Offer } from '@junkan/proto/junkan/matching/v1/model.ts';
import type { FundingInput } from '../contract.ts';
import type { ClaimStatus, FundingView, OfferView } from '../rules/funding.ts';
import { type Calls, ifFound } from './calling.ts';
import type { Parts } from './parts.ts';

/** Statuses of a project in which its offers' claims may still change. */
const CLAIMS_MOVE = ['open', 'funded'];

/** Where one round of a project stands, asked of every service that holds a part of it. */
export async function lookAtFunding({ services, clock }: Parts, input: FundingInput, { query }: Calls): Promise<FundingView> {
  const { projects, matching, disbursement } = services;
  const [project, funding] = await Promise.all([
    projects.getProject({ id: input.project }, query),
    ifFound(matching.getFunding({ id: input.funding }, query)),
  ]);
  const { status, round, approvalDue } = project;
  const claims = funding && CLAIMS_MOVE.includes(status) ? await claimsOf(services, funding.offers, query) : undefined;
  const agreement =
    status === 'open' || status === 'funded' ? undefined : await ifFound(disbursement.getAgreement({ id: input.agreement }, query));
  return {
    now: clock.now(),
    project: { status, round, approvalDue },
    ...(funding
      ? {
          funding: {
            status: funding.status,
            deadline: funding.deadline,
            offers: claims ? funding.offers.map((offer) => offerView(offer, claims.get(offer.id))) : [],
          },
        }
      : {}),
    ...(agreement
      ? { agreement: { status: agreement.status, signingDue: agreement.signingDue, paidInFull: isPaidInFull(agreement) } }
      : {}),
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

const offerView = ({ id, status, sponsor, envelope, amount, terms }: Offer, claim: ClaimStatus = 'none'): OfferView => ({
  id,
  status,
  sponsor,
  envelope,
  terms,
  amount: String(amount?.amount ?? 0n),
  currency: amount?.currency ?? '',
  claim,
});

const isPaidInFull = ({ shares, paid }: Agreement): boolean =>
  paid !== undefined && paid.amount === shares.reduce((sum, { amount }) => sum + (amount?.amount ?? 0n), 0n);
