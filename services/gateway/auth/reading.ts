import { Refused } from '@junkan/kit/grpc/problem.ts';
import { type Actor, notAllowed, type Role } from '@junkan/kit/pure/actor.ts';
import type { Agreement } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import type { Funding } from '@junkan/proto/junkan/matching/v1/model.ts';
import type { Passport } from '@junkan/proto/junkan/sponsor/v1/model.ts';

/**
 * Who may read what of the money. Proposals, mandates and milestones are open to whoever is signed in; offers,
 * envelopes, agreements and payments are for their own parties and for those who watch over all of them.
 */
const OVERSEERS: readonly Role[] = [
  'secretariat.officer',
  'secretariat.verifier',
  'secretariat.approver',
  'finance.maker',
  'finance.checker',
  'auditor',
];
const PARTIES: readonly Role[] = ['proposer.officer', 'proposer.certifier', 'sponsor.officer', 'sponsor.approver'];

export const overseesMoney = ({ roles }: Actor): boolean => OVERSEERS.some((role) => roles.includes(role));

/** @throws Refused unless the actor watches over all money: the accounts are nobody's own. */
export const mustOversee = (actor: Actor): void => mustHold(actor, OVERSEERS);

/** @throws Refused for who is neither party nor overseer. Evidence is not narrowed to the parties of its project yet. */
export const mustReadEvidence = (actor: Actor): void => mustHold(actor, [...OVERSEERS, ...PARTIES]);

function mustHold(actor: Actor, needed: readonly Role[]): void {
  const refusal = notAllowed(actor, needed);
  if (refusal) throw new Refused({ kind: 'forbidden', type: refusal.type, data: { needed } });
}

/** @throws Refused unless the actor oversees all money or acts for one of these organisations. */
export function mustBeOneOf(actor: Actor, organisations: readonly string[]): void {
  if (!overseesMoney(actor) && !organisations.includes(actor.organisation))
    throw new Refused({ kind: 'forbidden', type: 'OrganisationIsNotAParty', data: { organisation: actor.organisation } });
}

export const partiesOf = ({ proposer, shares }: Pick<Agreement, 'proposer' | 'shares'>): string[] => [
  proposer,
  ...shares.map(({ sponsor }) => sponsor),
];

/** Offers are seen by their own sponsor; once budget has backed them, by the proposer; all of them by overseers. */
export function visibleTo(actor: Actor, found: Funding): Funding {
  if (overseesMoney(actor)) return found;
  const own = found.proposer === actor.organisation;
  return {
    ...found,
    offers: found.offers.filter(({ sponsor, status, terms }) =>
      own ? (status !== 'proposed' || terms > 1) && status !== 'refused' : sponsor === actor.organisation,
    ),
  };
}

const SPONSORS: readonly Role[] = ['sponsor.officer', 'sponsor.approver'];

/** Status, level and dates are open; who asked and judged, and the words, are for overseers and sponsors, of whom each sees its own reliances. */
export function passportVisibleTo(actor: Actor, found: Passport): Passport {
  if (overseesMoney(actor)) return found;
  if (SPONSORS.some((role) => actor.roles.includes(role)))
    return { ...found, reliances: found.reliances.filter((reliance) => mayLearnOfReliance(actor, reliance)) };
  return { ...found, requestedBy: '', judgedBy: '', note: '', reliances: [], reminded: [] };
}

/** Who relies on a clearance tells what it is about to approve. */
export const mayLearnOfReliance = (actor: Actor, { organisation }: { readonly organisation?: unknown }): boolean =>
  overseesMoney(actor) || organisation === actor.organisation;

/** @throws Refused for whoever is neither overseer nor sponsor: the trail names persons. */
export const mustReadPassportTrail = (actor: Actor): void => mustHold(actor, [...OVERSEERS, ...SPONSORS]);
