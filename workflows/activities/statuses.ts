import { type Holder, type StatusOf, statusOf } from '../rules/statuses.ts';
import type { Parts } from './parts.ts';

export type Knows = <Of extends Holder>(of: Of, status: string) => StatusOf<Of>;

/** How one look reads statuses: what this version does not know is told to whoever operates it, for the workflow rests on it. */
export const knowing =
  ({ log, countUnrecognised }: Pick<Parts, 'log' | 'countUnrecognised'>, workflowId: string): Knows =>
  (of, text) => {
    const status = statusOf(of, text);
    if (status === 'unrecognised') {
      log.error({ of, status: text, workflowId }, 'a status that this version of the workflows does not know: nothing is done about it');
      countUnrecognised(of);
    }
    return status;
  };
