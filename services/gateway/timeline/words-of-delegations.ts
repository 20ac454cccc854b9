import type { DelegationsEvent } from '@junkan/proto/junkan/project/v1/language.ts';

export type { DelegationsEvent };

type DataOf<Type> = Extract<DelegationsEvent, { readonly type: Type }>['data'];

/** What happens to roles that are given to other persons. */
export const DELEGATIONS: { readonly [Type in DelegationsEvent['type']]: (data: DataOf<Type>) => string } = {
  RoleDelegated: ({ delegation, role, takenBy, firstDay, lastDay }) =>
    `The role ${role} was given to ${takenBy} from ${firstDay} to ${lastDay} (delegation ${delegation}).`,
  DelegationConfirmed: ({ delegation }) => `Delegation ${delegation} was confirmed: on its days it is in force.`,
  DelegationEnded: ({ delegation }) => `Delegation ${delegation} was ended.`,
};
