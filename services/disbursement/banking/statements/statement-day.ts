import { accept, alreadyApplied, type Decision, refuse } from '@junkan/kit/pure/decision.ts';
import { type Actor, type NotAllowed, notAllowed } from '@junkan/proto/actor.ts';
import type { StatementDayFact } from '@junkan/proto/junkan/disbursement/v1/facts.ts';
import { ROLES } from '@junkan/proto/junkan/disbursement/v1/roles.ts';
import type { StatementId } from './statement.ts';

/**
 * The entries of one account and value date, each recorded by the first statement that contains it: statements overlap, and may be imported
 * concurrently. An entry has one value date, so that each is recorded in one stream, which never holds more than the bookings of a day.
 */
export type State = { readonly status: 'open'; readonly taken: ReadonlyMap<string, StatementId> };
export type Command = { type: 'ClaimEntries'; statement: StatementId; keys: readonly string[]; by: Actor };
export type Event = StatementDayFact;
export type Rejection = NotAllowed;

export const initial: State = { status: 'open', taken: new Map() };

export function decide({ statement, keys, by }: Command, { taken }: State): Decision<Event, Rejection> {
  const refusal = notAllowed(by, ROLES.ImportStatements);
  if (refusal) return refuse(refusal);
  const free = keys.filter((key) => !taken.has(key));
  return free.length > 0 ? accept({ type: 'EntriesClaimed', statement, keys: free, by: by.person }) : alreadyApplied;
}

export const evolve = ({ status, taken }: State, { statement, keys }: Event): State => ({
  status,
  taken: new Map([...taken, ...keys.map((key) => [key, statement] as const)]),
});
