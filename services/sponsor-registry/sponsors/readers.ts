import { type Actor, notAllowed, type Role } from '@junkan/proto/actor.ts';
import { oversees } from '@junkan/proto/oversight.ts';
import type { Relation } from '@junkan/proto/readers.ts';
import type { Change } from './sponsor-change.ts';

/** They approve what depends on a clearance, and so read why it was given. */
export const SPONSOR_ROLES: readonly Role[] = ['sponsor.officer', 'sponsor.approver'];

/** To due diligence every sponsor is a party; whom it is about is not. */
export function relationToPassport(actor: Actor): Relation {
  if (oversees(actor)) return 'overseer';
  return notAllowed(actor, SPONSOR_ROLES) === undefined ? 'partner' : 'stranger';
}

/** Who relies on a clearance shows what it is about to approve. */
export const mayLearnOfReliance = (actor: Actor, { organisation }: { readonly organisation: string }): boolean =>
  oversees(actor) || organisation === actor.organisation;

/** What is left in an envelope its own sponsor alone knows. */
export const maySeeEnvelope = (actor: Actor, { sponsor }: { readonly sponsor: string }): boolean =>
  oversees(actor) || sponsor === actor.organisation;

/** Who proposed what, and why, is its own and overseers' to know; what it was called before, everybody's. */
export const changesFor = (actor: Actor, sponsor: string, changes: readonly Change[]): Change[] =>
  oversees(actor) || actor.organisation === sponsor ? [...changes] : [];
