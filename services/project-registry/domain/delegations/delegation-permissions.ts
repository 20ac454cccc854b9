import { ownRoles } from '@junkan/kit/pure/acting.ts';
import { onIn, type TableOf } from '@junkan/kit/pure/acts.ts';
import { dateOf, type Instant } from '@junkan/kit/pure/dates.ts';
import { type Attempts, type BodiesFor, type Permission, permissions } from '@junkan/kit/pure/permissions.ts';
import { type Contract, type Wait, waitsFor } from '@junkan/kit/pure/waits.ts';
import { type Actor, APPROVING, type ApprovingRole, KIND_OF_ROLE, kindOf } from '@junkan/proto/actor.ts';
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
    attempts: [{ as: ofAll(facts, by) }, ...ofEach.attempts(state, facts)],
    bodies,
    decide: (command) => decide(command, state),
    hiding: ['DelegationsAreUnknown'],
    by,
  });

/** What the bodies of its operations say. */
export type DelegationBodies = BodiesFor<Command, ReturnType<typeof ofAll> & TableOf<readonly [typeof ofEach]>>;

/** A role that the actor has, if any of them is given, for today. */
function ofAll({ now }: DelegationFacts, by: Actor) {
  const ofKind = APPROVING.filter((role) => KIND_OF_ROLE[role] === kindOf(by.organisation));
  const role: ApprovingRole = ofKind.find((each) => ownRoles(by).includes(each)) ?? ofKind[0] ?? 'finance.checker';
  const [firstDay, lastDay] = [dateOf(now), dateOf(now)];
  return {
    delegateRole: { type: 'DelegateRole', role, takenBy: ' - ', firstDay, lastDay, taker: UNKNOWN, maximumDays: 1, now },
  } as const satisfies Attempts<Command>;
}

const ofEach = onIn<{ force: Existing; command: Command; rejection: Rejection; facts: DelegationFacts }>()(
  ({ delegations }) => delegations.filter(({ status }) => status !== 'ended'),
  ({ number: delegation }) => ({ delegation }),
  ({ number: delegation }, { now, takers }) => ({
    confirmDelegation: { type: 'ConfirmDelegation', delegation, taker: takers.get(delegation) ?? UNKNOWN, now },
    endDelegation: { type: 'EndDelegation', delegation, now },
  }),
).waiting(({ status, givenBy, takenBy }) =>
  status === 'proposed'
    ? [
        {
          kind: 'delegation-to-confirm',
          ends: ['confirmDelegation', 'endDelegation'],
          despite: ['DelegationIsOver'],
          against: [givenBy, takenBy],
          silence: 'nothing',
        },
      ]
    : [],
);

/** Of the approvers of an organisation one confirms what another has given to a third. */
export const delegationWaits = (state: Existing, now: Instant, contract: Contract): Wait[] =>
  waitsFor(ofEach.waits(state), {
    ...contract,
    decide: (command: Command) => decide(command, state),
    organisations: [state.organisation],
    facts: { now, takers: new Map() },
  });
