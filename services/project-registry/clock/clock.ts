import { type Instant, milliseconds } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision, refuse } from '@junkan/kit/pure/decision.ts';
import { type Actor, type NotAllowed, notAllowed } from '@junkan/proto/actor.ts';
import type { ClockFact } from '@junkan/proto/junkan/project/v1/facts.ts';
import { ROLES } from '@junkan/proto/junkan/project/v1/roles.ts';

/** The policy clock of a trial installation: how far it has been advanced beyond real time. There is one. */
export type ClockId = `clk_${string}`;
export const THE_CLOCK: ClockId = 'clk_00000000000000000000000000';

/** Milliseconds beyond real time, below zero while a trial is behind it; never decreases. 0 = it was never advanced. */
export type State = { readonly offset: bigint };
export type Command = {
  type: 'AdvanceClock';
  to: Instant;
  /** Policy time, and by how many milliseconds it is ahead of real time already. */
  now: Instant;
  offset: number;
  /** Whether this is a trial installation. */
  trial: boolean;
  by: Actor;
};
export type Event = ClockFact;
export type Rejection = NotAllowed | { type: 'ClockIsReal' } | { type: 'ClockOnlyMovesForward'; to: Instant; now: Instant };

export const initial: State = { offset: 0n };

export function decide({ to, now, offset, trial, by }: Command, state: State): Decision<Event, Rejection> {
  const refusal = notAllowed(by, ROLES.AdvanceClock);
  if (refusal) return refuse(refusal);
  if (!trial) return refuse({ type: 'ClockIsReal' });
  const wanted = BigInt(offset) + BigInt(milliseconds(to) - milliseconds(now));
  const isAdvanced = state.offset !== 0n;
  if (isAdvanced && wanted === state.offset) return alreadyApplied;
  if (wanted <= BigInt(offset) || (isAdvanced && wanted < state.offset)) return refuse({ type: 'ClockOnlyMovesForward', to, now });
  return accept({ type: 'ClockAdvanced', offset: wanted, by: by.person });
}

/** @throws where policy time was let pass, and this is no trial: deadlines would be met before their day. */
export function requireRealTime({ offset }: State, trial: boolean): void {
  if (trial || offset === 0n) return;
  throw new Error('JUNKAN_TRIAL: this data is of a trial, whose clock was advanced; begin with empty data, or go on as a trial');
}

export const evolve = (_state: State, { offset }: Event): State => ({ offset });
