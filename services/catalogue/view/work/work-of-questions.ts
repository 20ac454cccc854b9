import type { WorkKind } from '@junkan/proto/junkan/catalogue/v1/language.ts';
import { parseFundingStatus } from '@junkan/proto/junkan/matching/v1/language.ts';
import type { Funding } from '@junkan/proto/junkan/matching/v1/model.ts';
import type { Task } from './task.ts';

/** What waits of a question. */
export const KINDS_OF_QUESTIONS: readonly WorkKind[] = ['question-to-answer'];

/** With the end of its round; nothing once that gathers no money any more. */
export function dueOfQuestion(of: Task, round: Funding | undefined): Task[] {
  if (!round) return [of];
  const status = parseFundingStatus(round.status);
  switch (status) {
    case 'open':
    case 'target-reached':
      return [{ ...of, due: round.deadline }];
    case 'closed':
    case 'approved':
    case 'fell-short':
    case 'cancelled':
    case 'unrecognised':
      return [];
  }
}
