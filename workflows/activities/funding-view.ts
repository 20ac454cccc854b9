import type { Agreement, Recovery, Share } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import type { Offer } from '@junkan/proto/junkan/matching/v1/model.ts';
import { type FundingInput, fundingId } from '../contract.ts';
import {
  type AgreementView,
  type ClaimStatus,
  LATER_OF_OFFER,
  OF_OFFER,
  type OfferView,
  type WholeFundingView,
} from '../rules/funding-view.ts';
import type { StatusOf } from '../rules/statuses.ts';
import type { Whole } from '../rules/whole.ts';
import { movedEndsOf } from './budget-ends.ts';
import { type Calls, ifFound } from './calling.ts';
import { agreementStatus, isPaidInFull } from './milestone-view.ts';
import type { Parts } from './parts.ts';
import { type Knows, knowing } from './statuses.ts';
import { unspentOf } from './unspent.ts';

/** Statuses of a project in which its offers' claims may still change. */
const CLAIMS_MOVE: Readonly<Record<StatusOf<'project'>, boolean>> = {
  draft: false,
  submitted: false,
  'more-information-required': false,
  eligible: false,
  ineligible: false,
  open: true,
  funded: true,
  unfunded: true,
  approved: true,
  refused: true,
  withdrawn: true,
  'in-implementation': false,
  suspended: false,
  terminated: false,
  completed: false,
  closed: false,
  unrecognised: false,
};

/** Whether a project is an action of the programme. */
const IS_ACTION: Readonly<Record<StatusOf<'project'>, boolean>> = {
  draft: false,
  submitted: false,
  'more-information-required': false,
  eligible: false,
  ineligible: false,
  open: false,
  funded: false,
  unfunded: false,
  approved: false,
  refused: false,
  withdrawn: false,
  'in-implementation': true,
  suspended: true,
  terminated: true,
  completed: true,
  closed: true,
  unrecognised: false,
};

/** Whether a recovery has not come to an end; what this version does not know has not. */
const IS_OPEN: Readonly<Record<StatusOf<'recovery'>, boolean>> = {
  claimed: true,
  pending: true,
  refused: false,
  resolved: false,
  unrecognised: true,
};

/** Whether somebody has said that a refund was confirmed by mistake, and nobody has decided that yet. */
const isDoubted = ({ resolutions }: Recovery): boolean =>
  resolutions.some(({ kind, status }) => kind === 'reversed' && status === 'proposed');

/** The state of one round of a project, read from every service that holds a part of it. */
export async function lookAtFunding(parts: Parts, input: FundingInput, { query }: Calls): Promise<WholeFundingView> {
  const { services, clock, policy } = parts;
  const knows = knowing(parts, fundingId(input.project, input.round));
  const { 'project-registry': projects, matching, disbursement, programme } = services;
  const [project, funding] = await Promise.all([
    projects.getProject({ id: input.project }, query),
    ifFound(matching.getFunding({ id: input.funding }, query)),
  ]);
  const status = knows('project', project.status);
  const { round, approvalDue, proposer, openedAt, roundDeadline, closingDue, openRecoveries, unpaid } = project;
  const claims = funding && CLAIMS_MOVE[status] ? await claimsOf(services, funding.offers, query, knows) : undefined;
  const isDraftable = status !== 'open' && status !== 'funded';
  const agreement = isDraftable || funding?.reopened ? await ifFound(disbursement.getAgreement({ id: input.agreement }, query)) : undefined;
  const action = IS_ACTION[status] ? (await programme.getProjectAction({ project: input.project }, query)).status || 'none' : 'none';
  return {
    now: clock.now(),
    policy,
    action: knows('action', action),
    project: { status, round, approvalDue, proposer, openedAt, deadline: roundDeadline, closingDue, openRecoveries, unpaid },
    ...(funding
      ? {
          funding: {
            status: knows('funding', funding.status),
            deadline: funding.deadline,
            reopened: funding.reopened,
            sealed: funding.sealed,
            offers: claims ? funding.offers.map((offer) => offerView(offer, knows('offer', offer.status), claims.get(offer.id))) : [],
          },
        }
      : {}),
    ...(agreement ? { agreement: await agreementView(services, agreement, query, knows) } : {}),
  };
}

async function claimsOf(
  { 'sponsor-registry': sponsors }: Parts['services'],
  offers: readonly Offer[],
  query: Calls['query'],
  knows: Knows,
): Promise<Map<string, ClaimStatus>> {
  const byEnvelope = Map.groupBy(offers, ({ envelope }) => envelope);
  const balances = await Promise.all(
    [...byEnvelope].map(([envelope, of]) => sponsors.envelopeBalance({ envelope, offers: of.map(({ id }) => id) }, query)),
  );
  return new Map(balances.flatMap(({ claims }) => claims.map(({ offer, status }) => [offer, knows('claim', status)] as const)));
}

/** What the present terms take of the envelope, in its currency. */
const takenBy = ({ amount, conversion }: Offer) => conversion?.amount ?? amount;

const offerView = (offer: Offer, status: StatusOf<'offer'>, claim: ClaimStatus = 'none'): Whole<OfferView> => ({
  ...picked(offer, [...OF_OFFER, ...LATER_OF_OFFER]),
  status,
  amount: String(takenBy(offer)?.amount ?? 0n),
  currency: takenBy(offer)?.currency ?? '',
  claim,
});

async function agreementView(
  services: Parts['services'],
  agreement: Agreement,
  query: Calls['query'],
  knows: Knows,
): Promise<NonNullable<WholeFundingView['agreement']>> {
  const status = agreementStatus(agreement, knows);
  const { signingDue, draft, declinedBy, proposer, shares, signatures, measures, recoveries } = agreement;
  const signed = new Set(signatures.map(({ party }) => party));
  const unspent = status === 'ended' ? await unspentOf(services, agreement, query, knows) : [];
  const movedEnds = await movedEndsOf(services, agreement, status, query);
  const parties = [proposer, ...shares.map(({ sponsor }) => sponsor)];
  return {
    status: unspent ? status : 'unrecognised',
    signingDue,
    draft,
    declinedBy,
    declined: shares.filter(({ sponsor }) => sponsor === declinedBy).flatMap(offersOf),
    proposer,
    paidInFull: isPaidInFull(agreement),
    unsigned: parties.filter((party) => !signed.has(party)),
    measure: measures.filter((measure) => measure.status === 'effective').length,
    unspent: unspent ?? [],
    movedEnds,
    endsEarly: status === 'terminating' || status === 'terminated',
    endsSuspended: true,
    openRecoveries: recoveries.filter((each) => IS_OPEN[knows('recovery', each.status)] || isDoubted(each)).map((each) => each.number),
    pending: pendingOf(agreement),
  };
}

function pendingOf({ measures }: Agreement): AgreementView['pending'] {
  const measure = measures.find((each) => each.status === 'proposed');
  if (!measure) return undefined;
  const approved = new Set(measure.approvals.map(({ party }) => party));
  return { measure: measure.number, parties: measure.needed.filter((party) => !approved.has(party)) };
}

const offersOf = ({ offer, parts }: Share): string[] => [offer, ...parts.map((part) => part.offer)];

/** These fields of it, and no others. */
const picked = <Of extends object, Name extends keyof Of>(of: Of, names: readonly Name[]): Pick<Of, Name> =>
  Object.fromEntries(names.map((name) => [name, of[name]])) as Pick<Of, Name>;
