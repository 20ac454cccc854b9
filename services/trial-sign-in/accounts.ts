import { type Actor, KIND_OF_ROLE, kindOf, type OrganisationKind, ROLES, type Role, SECRETARIAT } from '@junkan/kit/pure/actor.ts';

/** One line of what each role does. */
const DOES: Readonly<Record<Exclude<Role, 'system.workflow'>, readonly [title: string, does: string]>> = {
  'proposer.officer': ['City officer', 'Writes proposals, answers offers and reports milestones.'],
  'proposer.certifier': ['City certifier', 'Certifies what the city signs and reports.'],
  'sponsor.officer': ['Sponsor officer', 'Finds projects that fit, and prepares offers.'],
  'sponsor.approver': ['Sponsor approver', 'Approves offers, and signs agreements.'],
  'secretariat.officer': ['Secretariat officer', 'Registers organisations, screens proposals and keeps the programme going.'],
  'secretariat.verifier': ['Secretariat verifier', 'Verifies what is reported of milestones.'],
  'secretariat.approver': ['Secretariat approver', 'Approves projects, and decides on what others have prepared.'],
  'finance.maker': ['Finance, maker', 'Requests payments, and tells what the bank answered.'],
  'finance.checker': ['Finance, checker', 'Approves payments that the maker requested.'],
  auditor: ['Auditor', 'Reads everything, and decides nothing.'],
  'clock.operator': ['Operator of the clock', 'Lets the time of the trial pass.'],
};
export type TrialRole = keyof typeof DOES;
const TRIAL_ROLES = ROLES.filter((role): role is TrialRole => role !== 'system.workflow');

export type Organisation = { readonly id: string; readonly name: string };
/** `id` names the organisation and the role; there is one person for each. */
export type Account = { readonly id: string; readonly title: string; readonly does: string; readonly actor: Actor; readonly name: string };

export const THE_SECRETARIAT: Organisation = { id: SECRETARIAT, name: 'Secretariat' };

/** A person for each role that an organisation of this kind has. */
export const accountsOf = (organisation: Organisation): Account[] =>
  TRIAL_ROLES.filter((role) => KIND_OF_ROLE[role] === kindOf(organisation.id)).map((role) => accountOf(organisation, role));

function accountOf({ id: organisation, name }: Organisation, role: TrialRole): Account {
  const id = `${organisation}/${role}`;
  const [title, does] = DOES[role];
  return { id, title, does, actor: { person: id, organisation, roles: [role] }, name: `${title}, ${name}` };
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
