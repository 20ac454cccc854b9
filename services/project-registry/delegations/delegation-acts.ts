import { ownRoles } from '@junkan/kit/pure/acting.ts';
import { actsOf } from '@junkan/kit/pure/acts.ts';
import { dateOf, type Instant } from '@junkan/kit/pure/dates.ts';
import { APPROVING, type ApprovingRole, KIND_OF_ROLE, kindOf } from '@junkan/proto/actor.ts';
import type { Command, Existing, Rejection, Taker } from './delegation.ts';
import { decide } from './delegation-decide.ts';

/** `takers`: what is known of whom each delegation names, by number. `now`: when it would be done. */
export type DelegationFacts = { readonly now: Instant; readonly takers: ReadonlyMap<number, Taker> };
const { acts, on, whole } = actsOf<{ force: Existing; command: Command; rejection: Rejection; facts: DelegationFacts }>();

const UNKNOWN: Taker = { organisation: '', roles: [] };

/** What is done to the delegations of an organisation, and to each that is not over. */
export const delegationActs = acts({
  decide,
  hiding: ['DelegationsAreUnknown'],
  acts: [
    // A role that the actor has, if any of them is given, for today.
    whole((_, { now }, by) => {
      const ofKind = APPROVING.filter((role) => KIND_OF_ROLE[role] === kindOf(by.organisation));
      const role: ApprovingRole = ofKind.find((each) => ownRoles(by).includes(each)) ?? ofKind[0] ?? 'finance.checker';
      const [firstDay, lastDay] = [dateOf(now), dateOf(now)];
      return {
        delegateRole: { type: 'DelegateRole', role, takenBy: ' - ', firstDay, lastDay, taker: UNKNOWN, maximumDays: 1, now },
      };
    }),
    on(
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
    ),
  ],
  organisations: ({ organisation }) => [organisation],
  alone: (_, now) => ({ now, takers: new Map() }),
});
