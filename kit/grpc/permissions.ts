import type { Part, Permission } from '../pure/permissions.ts';
import { type Kind, problemOf } from './problem.ts';

/** A part of an item as it travels: empty where it is not told by that. */
export const partMessage = (of: Part): Required<Part> => ({ offer: '', payment: '', measure: 0, tranche: 0, sponsor: '', ...of });

/** What an actor may do, as it travels between services: reasons as they would be told where the command were refused. */
export const permissionsMessage = <Rejection extends { type: string }>(
  permitted: readonly Permission<Rejection>[],
  kinds: Record<Rejection['type'], Kind>,
) => ({
  operations: permitted.map(({ operation, of, ...answered }) => ({
    ...{ operation, ...partMessage(of) },
    ...{ answer: answered.answer, ...reasonOf(answered.answer === 'refused' ? problemOf(answered.rejection, kinds) : undefined) },
  })),
});

const reasonOf = (problem: { readonly type: string; readonly data: object } | undefined) =>
  problem ? { rejection: problem.type, facts: JSON.stringify(problem.data) } : { rejection: '', facts: '' };
