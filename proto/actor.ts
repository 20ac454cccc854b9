/**
 * Who acts: an opaque person id, the organisation it acts for, and what it may do there. Checked by the deciders. `acting`: which of the roles are
 * held for others, and whose acts count as its own: deciders ask `personsOf` of it, and nothing else. `for`: in whose place this is done, where it is. `countsAs`: who
 * acts, where a decider is asked as a person whose acts count as the actor's own.
 */
export type Actor = {
  readonly person: string;
  readonly organisation: string;
  readonly roles: readonly Role[];
  readonly acting?: Acting;
  readonly for?: string;
  readonly countsAs?: string;
};

/** Which roles belong to which kind of organisation; a role that somebody of another kind holds counts for nothing. */
export const KIND_OF_ROLE = {
  'proposer.officer': 'proposer',
  'proposer.certifier': 'proposer',
  'sponsor.officer': 'sponsor',
  'sponsor.approver': 'sponsor',
  'programme.trainer': 'partner',
  'programme.expert': 'partner',
  'programme.juror': 'partner',
  'secretariat.officer': 'secretariat',
  'secretariat.verifier': 'secretariat',
  'secretariat.approver': 'secretariat',
  'finance.maker': 'secretariat',
  'finance.checker': 'secretariat',
  auditor: 'secretariat',
  'clock.operator': 'secretariat',
  'system.workflow': 'system',
} as const;
export type Role = keyof typeof KIND_OF_ROLE;
export type OrganisationKind = (typeof KIND_OF_ROLE)[Role];
export const ROLES = Object.keys(KIND_OF_ROLE) as Role[];

/** The roles that decide on what others have prepared: they alone are given to another person for a time. */
export const APPROVING = ['proposer.certifier', 'sponsor.approver', 'secretariat.approver', 'finance.checker'] as const satisfies Role[];
export type ApprovingRole = (typeof APPROVING)[number];

export const isApproving = (role: string): role is ApprovingRole => APPROVING.some((each) => each === role);

/** A role that somebody holds for another. `delegation`: the list of the organisation and the number in it, `dlg_…/3`. */
export type Given = { readonly delegation: string; readonly role: ApprovingRole; readonly for: string };

/** What delegations make of a person: the roles that are held for others, and with whom the person counts as one on every item, also for those in whose place it acts. */
type Acting = { readonly given: readonly Given[]; readonly joined: readonly string[] };

/** What the installation's secretariat is called within the system, whatever its identity provider calls it. */
export const SECRETARIAT = 'secretariat';
/** The organisation of what the system does by itself. */
export const SYSTEM = 'junkan';

/** The kind of an organisation, by its identifier; nothing for what is none of an installation's. */
export function kindOf(organisation: string): OrganisationKind | undefined {
  if (organisation === SECRETARIAT) return 'secretariat';
  if (organisation === SYSTEM) return 'system';
  if (organisation.startsWith('org_')) return 'proposer';
  if (organisation.startsWith('spo_')) return 'sponsor';
  return organisation.startsWith('ptn_') ? 'partner' : undefined;
}

/** `kind`: of which kind the organisation would have to be. Which one it would have to be is told to nobody. */
export type NotAllowed =
  | { type: 'RoleIsMissing'; needed: readonly Role[] }
  | { type: 'WrongOrganisation'; kind: OrganisationKind; actual: string };

/**
 * The fact for which an actor may not do this, or nothing: it needs one of the roles, in an organisation of the role's
 * kind, and in the organisation that is named, where one is.
 */
export function notAllowed(actor: Actor, needed: readonly Role[], organisation?: string): NotAllowed | undefined {
  const held = needed.filter((role) => actor.roles.includes(role));
  const [first] = held;
  if (first === undefined) return { type: 'RoleIsMissing', needed };
  const actual = actor.organisation;
  const fits = held.some((role) => KIND_OF_ROLE[role] === kindOf(actual)) && (organisation === undefined || actual === organisation);
  return fits ? undefined : { type: 'WrongOrganisation', kind: KIND_OF_ROLE[first], actual };
}
