import { type Actor, KIND_OF_ROLE, kindOf, type OrganisationKind, ROLES, type Role, SECRETARIAT } from '@junkan/kit/pure/actor.ts';
import { WORDS } from './words.ts';

export type TrialRole = Exclude<Role, 'system.workflow'>;
export const TRIAL_ROLES = ROLES.filter((role): role is TrialRole => role !== 'system.workflow');

/** The roles that an organisation of this kind has. */
export const rolesIn = (kind: OrganisationKind | undefined): TrialRole[] => TRIAL_ROLES.filter((role) => KIND_OF_ROLE[role] === kind);

export type Organisation = { readonly id: string; readonly name: string };
/** `id` names the organisation and the role; there is one person for each, whose name is the same in all languages. */
export type Account = { readonly id: string; readonly role: TrialRole; readonly actor: Actor; readonly name: string };

export const THE_SECRETARIAT: Organisation = { id: SECRETARIAT, name: WORDS.en.secretariat };

/** A person for each role that an organisation of this kind has. */
export const accountsOf = (organisation: Organisation): Account[] =>
  rolesIn(kindOf(organisation.id)).map((role) => accountOf(organisation, role));

function accountOf({ id: organisation, name }: Organisation, role: TrialRole): Account {
  const id = `${organisation}/${role}`;
  return { id, role, actor: { person: id, organisation, roles: [role] }, name: `${WORDS.en.roles[role].title}, ${name}` };
}

/** The organisation that an account is of, and its role; nothing for what is no account's id. */
export function accountIn(
  id: string,
): { readonly organisation: string; readonly role: TrialRole; readonly kind: OrganisationKind } | undefined {
  const [organisation = '', given] = id.split('/');
  const role = TRIAL_ROLES.find((each) => each === given);
  const kind = kindOf(organisation);
  return role && kind !== undefined && KIND_OF_ROLE[role] === kind ? { organisation, role, kind } : undefined;
}
