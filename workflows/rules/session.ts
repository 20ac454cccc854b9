import type { Instant } from '@junkan/kit/pure/dates.ts';
import { act, end, type Next, rest } from './next.ts';
import type { StatusOf } from './statuses.ts';
import type { Whole } from './whole.ts';

/** What the programme says of a session of a training: whether the clock has brought something, and when it does next. */
export type SessionView = {
  readonly now: Instant;
  readonly status: StatusOf<'session'>;
  /** Counts what is recorded of it. */
  readonly version: number;
  readonly due: boolean;
  readonly next: Instant | '';
  /** For whom a certificate is proposed and not there yet. */
  readonly holders: readonly string[];
};
export type WholeSessionView = Whole<SessionView>;
export type SessionStep =
  | { readonly do: 'StepSession'; readonly version: number }
  | { readonly do: 'ProposeCertificate'; readonly holder: string };

/**
 * From the day on which a session is scheduled until nothing of it is open any more: it opens enrolment, lets offers end and go to the next, and proposes the
 * certificates that the trainer has named. It issues none.
 */
export function nextOfSession({ status, version, due, next, holders }: SessionView): Next<SessionStep> {
  if (status === 'unrecognised') return rest();
  if (due) return act<SessionStep>({ do: 'StepSession', version });
  if (holders.length > 0) return act<SessionStep>(...holders.map((holder) => ({ do: 'ProposeCertificate', holder }) as const));
  return status === 'cancelled' || status === 'closed' ? end() : rest(next);
}
