import type { GatewayProblem } from '../problems/gateway.ts';
import { BadRequest } from './problem.ts';

/** Counts what each person has under way in this process. */
export function atOnce(max: number, type: Extract<GatewayProblem, 'RequestsAreTooMany' | 'StreamsAreTooMany'>, retryAfter: string) {
  const taken = new Map<string, number>();
  return {
    /** Answers how to give it back, which is done once however often it is called. @throws BadRequest where the person has as many as may be. */
    take(person: string): () => void {
      const count = taken.get(person) ?? 0;
      if (count >= max) {
        const detail = `must not exceed ${max} at a time`;
        throw new BadRequest(429, type, [{ pointer: '', detail }], { 'Retry-After': retryAfter });
      }
      taken.set(person, count + 1);
      let isTaken = true;
      return () => {
        if (!isTaken) return;
        isTaken = false;
        const left = (taken.get(person) ?? 1) - 1;
        if (left > 0) taken.set(person, left);
        else taken.delete(person);
      };
    },
  };
}
