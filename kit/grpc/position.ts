import type { Call } from '../call.ts';
import { ProblemError } from '../problem.ts';
import type { OpenView } from '../views/open-view.ts';

/** A view that calls are answered from. */
export type Answering = Pick<OpenView, 'token' | 'waitFor'> & {
  /** How many recorded events it lacks. */
  readonly lag?: () => number;
};

/** Positions of a caller that has read from several replicas at the same time, up to the number it may send. */
export const MAX_POSITIONS = 16;

/**
 * Waits until a view has reached every position that its caller has seen, so that no caller sees an earlier state than before, and returns
 * the position of the view. Reads after it are at least as new. @throws ProblemError if the view does not get there in time.
 */
export async function positionFor(view: Answering, { seen = '', actor }: Pick<Call, 'seen' | 'actor'>): Promise<string> {
  for (const position of new Set(seen.split(','))) {
    const outcome = await view.waitFor(position, actor.person);
    switch (outcome) {
      case 'reached':
        break;
      case 'busy':
        throw new ProblemError({ kind: 'busy', type: 'WaitsAreTooMany', data: {} });
      case 'malformed':
        throw new ProblemError({ kind: 'malformed', type: 'PositionIsMalformed', data: {} });
      case 'late':
      case 'parked':
        throw new ProblemError({ kind: 'late', type: 'PositionIsNotReached', data: {} });
    }
  }
  return view.token();
}
