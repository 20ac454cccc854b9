import { notFound, ProblemError } from '@junkan/kit/grpc/problem.ts';
import { type Actor, notAllowed, type Role } from '@junkan/kit/pure/actor.ts';
import { OVERSEERS, oversees } from '@junkan/kit/pure/oversight.ts';
import type { Agreement } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import { type FundingStatus, type OfferStatus, parseFundingStatus, parseOfferStatus } from '@junkan/proto/junkan/matching/v1/language.ts';
import type { Funding, Offer } from '@junkan/proto/junkan/matching/v1/model.ts';
import type { Passport } from '@junkan/proto/junkan/sponsor/v1/model.ts';
import type { Unrecognised } from '@junkan/proto/language.ts';
import { FUNDING, SUMS_WHEN_OVER, shownOf } from './visibility.ts';

/** Rules of reading that are about whole items; which fields of them, auth/visibility.ts says. */

/** @throws ProblemError unless the actor watches over all money: the accounts are nobody's own. */
export const mustOversee = (actor: Actor): void => mustHold(actor, READERS.overseers);

const OUTSIDE: readonly Role[] = ['proposer.officer', 'proposer.certifier', 'sponsor.officer', 'sponsor.approver'];
const SPONSORS: readonly Role[] = ['sponsor.officer', 'sponsor.approver'];
const overseers = OVERSEERS.filter((role) => role !== 'system.workflow');
const READERS = { overseers, all: [...overseers, ...OUTSIDE], passports: [...overseers, ...SPONSORS] };

/** @throws ProblemError for whoever does nothing but let the time of a trial pass. */
export const mustBeReader = (actor: Actor): void => mustHold(actor, READERS.all);

function mustHold(actor: Actor, needed: readonly Role[]): void {
  const refusal = notAllowed(actor, needed);
  if (refusal) throw new ProblemError({ kind: 'forbidden', type: refusal.type, data: { needed } });
}

/** The item, where the actor watches over all or acts for one of these organisations. @throws ProblemError, as for what is not there. */
export function seenBy<Item extends { id: string }>(actor: Actor, organisations: readonly string[], what: string, item: Item): Item {
  if (!oversees(actor) && !organisations.includes(actor.organisation)) throw notFound(what, item.id);
  return item;
}

export const partiesOf = ({ proposer, shares }: Pick<Agreement, 'proposer' | 'shares'>): string[] => [
  proposer,
  ...shares.map(({ sponsor }) => sponsor),
];

/** Offers are seen by their own sponsor; once budget has backed them, by the proposer; all of them by overseers. */
const offersFor = ({ organisation }: Actor, { proposer, offers }: Funding): Offer[] =>
  offers.filter((offer) => (proposer === organisation ? wasBacked(offer) : offer.sponsor === organisation));

function wasBacked({ status, terms }: Offer): boolean {
  const known = parseOfferStatus(status);
  switch (known) {
    case 'proposed':
      return terms > 1;
    case 'live':
    case 'accepted':
    case 'approved':
    case 'declined':
    case 'retracted':
    case 'expired':
    case 'withdrawn':
    case 'lapsed':
      return true;
    case 'refused':
    case 'unrecognised':
      return false;
  }
}

type SeenFunding = Omit<Partial<Funding>, 'offers'> & { readonly offers: readonly Offer[]; readonly acceptedPercent: number };

/** Whether a round gathers money still; of one whose status is not known no more is told than while it does. */
const GATHERS: Readonly<Record<FundingStatus | Unrecognised, boolean>> = {
  open: true,
  'target-reached': true,
  closed: false,
  approved: false,
  'fell-short': false,
  cancelled: false,
  unrecognised: true,
};

/** A round as the actor may see it: while it gathers money, rivals are told only about how much of the target there is. */
export function fundingFor(actor: Actor, found: Funding): SeenFunding {
  const acceptedPercent = aboutPercent(found);
  if (oversees(actor)) return { ...found, acceptedPercent };
  const standing =
    actor.organisation === found.proposer ? 'proposer' : pledged(found).includes(actor.organisation) ? 'partner' : 'stranger';
  const fields = GATHERS[parseFundingStatus(found.status)] ? FUNDING : { ...FUNDING, accepted: SUMS_WHEN_OVER, gap: SUMS_WHEN_OVER };
  return { ...shownOf(found, fields, standing), offers: offersFor(actor, found), acceptedPercent };
}

/** The accepted share of the target in percent, down to a multiple of ten. */
const aboutPercent = ({ accepted, target }: Funding): number =>
  target && accepted && target.amount > 0n ? Number((accepted.amount * 10n) / target.amount) * 10 : 0;

/** The sponsors whose offers the proposer has accepted. */
export const pledged = ({ offers }: Pick<Funding, 'offers'>): string[] =>
  offers.filter(({ status }) => IS_PLEDGED[parseOfferStatus(status)]).map(({ sponsor }) => sponsor);

const IS_PLEDGED: Readonly<Record<OfferStatus | Unrecognised, boolean>> = {
  proposed: false,
  live: false,
  refused: false,
  accepted: true,
  approved: true,
  declined: false,
  retracted: false,
  expired: false,
  withdrawn: false,
  lapsed: false,
  unrecognised: false,
};

/** Status, level and dates are open; who asked and judged, and the words, are for overseers and sponsors, of whom each sees its own reliances. */
export function passportVisibleTo(actor: Actor, found: Passport): Passport {
  if (oversees(actor)) return found;
  if (SPONSORS.some((role) => actor.roles.includes(role)))
    return { ...found, reliances: found.reliances.filter((reliance) => mayLearnOfReliance(actor, reliance)) };
  return { ...found, requestedBy: '', judgedBy: '', note: '', reliances: [], reminded: [] };
}

/** Who relies on a clearance tells what it is about to approve. */
export const mayLearnOfReliance = (actor: Actor, { organisation }: { readonly organisation?: unknown }): boolean =>
  oversees(actor) || organisation === actor.organisation;

/** @throws ProblemError for who may not let policy time pass: how things stand is looked at before the decider is asked. */
export const mustOperateTheClock = (actor: Actor): void => mustHold(actor, ['clock.operator']);

/** @throws ProblemError for whoever is neither overseer nor sponsor: the trail names persons. */
export const mustReadPassportTrail = (actor: Actor): void => mustHold(actor, READERS.passports);
