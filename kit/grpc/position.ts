import type { Call } from '../call.ts';
import type { OpenView } from '../views/open-view.ts';
import { ProblemError } from './problem.ts';

/** A view that calls are answered from. */
export type Answering = Pick<OpenView, 'token' | 'waitFor'>;

/** Of a caller that has asked several replicas at once, as many as it may send. */
export const MAX_POSITIONS = 16;

/**
 * Waits until a view goes as far as all that its caller has seen, so that nobody is shown an earlier state than before, and answers
 * how far it goes then. What is read after that is as new, or newer. @throws ProblemError where the view does not get so far in time.
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
