import type { Instant } from '@junkan/kit/pure/dates.ts';
import type { Actor, NotAllowed } from '@junkan/proto/actor.ts';
import { kindOf, notAllowed, type Role } from '@junkan/proto/actor.ts';
import type { CityId, SignatoryId, Status } from '../declaration/signatory.ts';

// What plans, reports and self-assessments are of: a signatory that is in force, and one of its obligations.

/** The signatory and the obligation, on the day of a command. */
export type Owing = {
  readonly signatory: SignatoryId;
  readonly attempt: number;
  readonly city: CityId;
  readonly timeZone: string;
  readonly status: Status;
  readonly isInForce: boolean;
  /** The name of the obligation; `isOwed`: it is open, or comes next. */
  readonly obligation: string;
  readonly isOwed: boolean;
  readonly dueOn: string;
  readonly due: Instant;
  /** The obligation before it of its kind that is not accepted yet; '' = none. */
  readonly waitsFor: string;
  readonly reviewDays: number;
  /** Who reports for it: the lead of its group, where that is another city; '' = itself. */
  readonly reportedBy: CityId | '';
};

export type OwingRejection =
  | NotAllowed
  | { type: 'SignatoryIsInAnotherStatus'; status: Status }
  | { type: 'ObligationIsUnknown'; obligation: string }
  | { type: 'LeadReports'; lead: string }
  | { type: 'ObligationIsOpen'; obligation: string };

/** Why nothing of this obligation can be begun, if so. It is absent where there is nothing of which it could be. */
export function faultOfBeginning(owing: Owing | undefined): OwingRejection | undefined {
  if (!owing) return { type: 'ObligationIsUnknown', obligation: '' };
  const { isInForce, status, isOwed, obligation, reportedBy: lead } = owing;
  if (!isInForce) return { type: 'SignatoryIsInAnotherStatus', status };
  if (lead !== '') return { type: 'LeadReports', lead };
  return isOwed ? undefined : { type: 'ObligationIsUnknown', obligation };
}

/** Why it cannot be handed in: the one before it of its kind comes first. */
export function faultOfHandingIn(owing: Owing | undefined): OwingRejection | undefined {
  const fault = faultOfBeginning(owing);
  if (fault || !owing) return fault;
  return owing.waitsFor === '' ? undefined : { type: 'ObligationIsOpen', obligation: owing.waitsFor };
}

/** What a city does, it does for itself. */
export const notAllowedFor = (by: Actor, roles: readonly Role[], city: CityId): NotAllowed | undefined =>
  notAllowed(by, roles, kindOf(by.organisation) === 'proposer' ? city : undefined);

type Own = Pick<Owing, 'signatory' | 'attempt' | 'city' | 'timeZone'>;

/** An obligation as its own stream knows it: whether it is owed, the signatory alone knows. */
export const ownOwing = ({ signatory, attempt, city, timeZone }: Own, obligation: string): Owing => ({
  signatory,
  attempt,
  city,
  timeZone,
  status: 'active',
  isInForce: true,
  obligation,
  isOwed: true,
  dueOn: '',
  due: '',
  waitsFor: '',
  reviewDays: 45,
  reportedBy: '',
});
