import { ownRoles } from '@junkan/kit/pure/acting.ts';
import { type Actor, APPROVING, type ApprovingRole, KIND_OF_ROLE, kindOf } from '@junkan/kit/pure/actor.ts';
import { dateOf, type Instant } from '@junkan/kit/pure/dates.ts';
import { type Attempts, type BodiesFor, type Permission, permissions } from '@junkan/kit/pure/permissions.ts';
import type { Command, Existing, Rejection, Taker } from './delegation.ts';
import { decide } from './delegation-decide.ts';

/** `takers`: what is known of whom each delegation names, by number. `now`: when it would be done. */
export type DelegationFacts = { readonly now: Instant; readonly takers: ReadonlyMap<number, Taker> };

const UNKNOWN: Taker = { organisation: '', roles: [] };

/** What an actor may do with the delegations of an organisation, and with each that is not over. */
export const delegationPermissions = (
  state: Existing,
  facts: DelegationFacts,
  bodies: DelegationBodies,
  by: Actor,
): Permission<Rejection>[] =>
  permissions<Command, Rejection>({
    attempts: [
      { as: ofAll(facts, by) },
      ...state.delegations
        .filter(({ status }) => status !== 'ended')
        .map(({ number }) => ({ of: { delegation: number }, as: ofOne(number, facts) })),
    ],
    bodies,
    decide: (command) => decide(command, state),
    hiding: ['DelegationsAreUnknown'],
    by,
  });

/** What the bodies of its operations say. */
export type DelegationBodies = BodiesFor<Command, ReturnType<typeof ofAll> & ReturnType<typeof ofOne>>;

/** A role that the actor has, if any of them is given, for today. */
function ofAll({ now }: DelegationFacts, by: Actor) {
  const ofKind = APPROVING.filter((role) => KIND_OF_ROLE[role] === kindOf(by.organisation));
  const role: ApprovingRole = ofKind.find((each) => ownRoles(by).includes(each)) ?? ofKind[0] ?? 'finance.checker';
  const [firstDay, lastDay] = [dateOf(now), dateOf(now)];
  return {
    delegateRole: { type: 'DelegateRole', role, takenBy: ' - ', firstDay, lastDay, taker: UNKNOWN, maximumDays: 1, now },
  } as const satisfies Attempts<Command>;
}

function ofOne(delegation: number, { now, takers }: DelegationFacts) {
  return {
    confirmDelegation: { type: 'ConfirmDelegation', delegation, taker: takers.get(delegation) ?? UNKNOWN, now },
    endDelegation: { type: 'EndDelegation', delegation, now },
  } as const satisfies Attempts<Command>;
}
