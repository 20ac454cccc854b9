import type { Decision } from '@junkan/kit/pure/decision.ts';
import type { WaitFor } from '@junkan/kit/pure/waits.ts';
import { withDays } from './accounting-days.ts';
import { advances } from './advances/advances.ts';
import type { Command, Event, Rejection } from './agreement-faces.ts';
import { type Existing, type InForce, isInForce, type State } from './agreement-state.ts';
import { fulfilments } from './conditions/conditions.ts';
import { contractWaits } from './contract/contract-acts.ts';
import { decideContract } from './contract/contract-decide.ts';
import { contractAfter, draftAfter, isOfDraft } from './contract/contract-evolve.ts';
import { corruptHistory } from './corrupt-history.ts';
import { returns } from './exchange/exchange-of-return.ts';
import { exchanges } from './exchange/exchanges.ts';
import { holds } from './holds/holds.ts';
import { measures } from './modifications/measures.ts';
import { type Agreement, compose } from './parts.ts';
import { payments } from './payments/payments.ts';
import { recoveries } from './recoveries/recoveries.ts';
import { givenBack } from './retention/retained.ts';
import { drawings } from './unfunded/drawings.ts';

/** In the order in which an actor is shown what can be done to them. */
export const parts = { measures, fulfilments, recoveries, payments, advances, holds, givenBack, exchanges, returns, drawings };
export const agreement = compose(parts);

/** A part decides on its commands; on the others the contract. What they book is of the day of the bank. */
export function decide(command: Command, state: State): Decision<Event, Rejection> {
  const decision = agreement.decides(command) ? agreement.decide(command, state) : decideContract(command, state);
  return decision.ok ? { ok: true, events: withDays(decision.events, state) } : decision;
}

export function evolve(state: State, event: Event): State {
  if (isOfDraft(event)) return draftAfter(state, event, agreement.initial);
  const before = forceIn(state, event);
  return { ...before, ...agreement.evolve(before, event), ...contractAfter(before, event) } as InForce;
}

function forceIn(state: State, event: Event): InForce {
  if (state.status === 'absent' || !isInForce(state)) throw corruptHistory(event, state.status);
  return state;
}

export const waitsOf = (state: Existing): WaitFor<Agreement>[] => (isInForce(state) ? agreement.waits(state) : contractWaits(state));
