/** Who acts: an opaque person id, the organisation it acts for, and what it may do there. Checked by the deciders. */
export type Actor = { readonly person: string; readonly organisation: string; readonly roles: readonly Role[] };

export const ROLES = [
  'proposer.officer',
  'proposer.certifier',
  'sponsor.officer',
  'sponsor.approver',
  'secretariat.officer',
  'secretariat.verifier',
  'secretariat.approver',
  'finance.maker',
  'finance.checker',
  'auditor',
  'clock.operator',
  'system.workflow',
] as const;
export type Role = (typeof ROLES)[number];

export type NotAllowed =
  | { type: 'RoleIsMissing'; needed: readonly Role[] }
  | { type: 'OrganisationIsAnother'; needed: string; actual: string };

/** The fact for which an actor may not do this, or nothing: it needs one of the roles, and the organisation where one is named. */
export function notAllowed(actor: Actor, needed: readonly Role[], organisation?: string): NotAllowed | undefined {
  if (!needed.some((role) => actor.roles.includes(role))) return { type: 'RoleIsMissing', needed };
  if (organisation !== undefined && actor.organisation !== organisation)
    return { type: 'OrganisationIsAnother', needed: organisation, actual: actor.organisation };
  return undefined;
}
