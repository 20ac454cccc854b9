import { APPROVING, type ApprovingRole, KIND_OF_ROLE, kindOf } from '@junkan/kit/pure/actor.ts';
import { type DelegationStatus, parseDelegationStatus } from '@junkan/proto/junkan/project/v1/language.ts';
import type { Delegations } from '@junkan/proto/junkan/project/v1/model.ts';
import type { Unrecognised } from '@junkan/proto/language.ts';
import { excluding, type Task, task } from './task.ts';

const AWAITS: Readonly<Record<DelegationStatus | Unrecognised, boolean>> = {
  proposed: true,
  confirmed: false,
  ended: false,
  unrecognised: false,
};

/** Of the approvers of an organisation one confirms what another has given to a third. */
export const tasksOfDelegations = ({ organisation, delegations }: Delegations): Task[] =>
  delegations
    .filter(({ status }) => AWAITS[parseDelegationStatus(status)])
    .flatMap(({ number, givenBy, takenBy }) =>
      approversIn(organisation).map((role) =>
        task({
          kind: 'delegation-to-confirm',
          of: { delegation: number },
          role,
          organisation,
          silence: 'nothing',
          operations: ['confirmDelegation', 'endDelegation'],
          excluded: excluding('PreparedByTheSamePerson', [givenBy, takenBy]),
        }),
      ),
    );

const approversIn = (organisation: string): ApprovingRole[] => APPROVING.filter((role) => KIND_OF_ROLE[role] === kindOf(organisation));
