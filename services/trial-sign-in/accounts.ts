import { type Actor, APPROVING, KIND_OF_ROLE, kindOf, type OrganisationKind, ROLES, type Role, SECRETARIAT } from '@junkan/proto/actor.ts';
import { inventedName } from './invented.ts';
import { ENGLISH } from './words.ts';

/** `deputy`: somebody without a role, to whom others give theirs for a time. */
export type TrialRole = Exclude<Role, 'system.workflow'> | 'deputy';
export const TRIAL_ROLES: readonly TrialRole[] = [...ROLES.filter((role) => role !== 'system.workflow'), 'deputy'];

/** The roles that an organisation of this kind has. */
export const rolesIn = (kind: OrganisationKind | undefined): TrialRole[] =>
  TRIAL_ROLES.filter((role) => (role === 'deputy' ? APPROVING.some((each) => KIND_OF_ROLE[each] === kind) : KIND_OF_ROLE[role] === kind));

/** `country`: of a city or agency, an ISO 3166 code. */
export type Organisation = { readonly id: string; readonly name: string; readonly country?: string | undefined };
/** `id` names the organisation, the role and, from the second on, which person of it; `person`: the name of the person, `name` with the organisation, the same in all languages. */
export type Account = {
  readonly id: string;
  readonly role: TrialRole;
  readonly number: number;
  readonly actor: Actor;
  readonly person: string;
  readonly name: string;
};

export const THE_SECRETARIAT: Organisation = { id: SECRETARIAT, name: ENGLISH.secretariat() };

/** Roles of which two persons are needed above the limits of an organisation, or to give the role to a third. */
const OF_TWO: readonly TrialRole[] = ['finance.checker', 'sponsor.approver', 'proposer.certifier'];
const numbersOf = (role: TrialRole): readonly number[] => (OF_TWO.includes(role) ? [1, 2] : [1]);

/** A person for each role that an organisation of this kind has; two, where two may be needed. */
export const accountsOf = (organisation: Organisation): Account[] =>
  rolesIn(kindOf(organisation.id)).flatMap((role) => numbersOf(role).map((number) => accountOf(organisation, role, number)));

function accountOf({ id: organisation, name, country }: Organisation, role: TrialRole, number: number): Account {
  const id = `${organisation}/${role}${number === 1 ? '' : `/${number}`}`;
  const person = inventedName(id, country);
  const actor: Actor = { person: id, organisation, roles: role === 'deputy' ? [] : [role] };
  return { id, role, number, actor, person, name: `${person}, ${name}` };
}

/** The organisation that an account is of, and its role; nothing for what is no account's id. */
export function accountIn(id: string): { readonly organisation: string; readonly role: TrialRole } | undefined {
  const [organisation = '', given, number = '1'] = id.split('/');
  const role = TRIAL_ROLES.find((each) => each === given);
  const kind = kindOf(organisation);
  if (!role || kind === undefined || !rolesIn(kind).includes(role)) return undefined;
  return numbersOf(role).map(String).includes(number) ? { organisation, role } : undefined;
}
