import type { WorkKind } from '@junkan/proto/junkan/catalogue/v1/language.ts';
import { parseFundingStatus } from '@junkan/proto/junkan/matching/v1/language.ts';
import type { Funding, RoundQuestions } from '@junkan/proto/junkan/matching/v1/model.ts';
import { type Task, task } from './task.ts';

/** What waits of a question. */
export const KINDS_OF_QUESTIONS: readonly WorkKind[] = ['question-to-answer'];

/** Each question without an answer. The sponsor that asked sees that it waits. */
export const tasksOfQuestions = ({ project, proposer, questions }: RoundQuestions): Task[] =>
  questions
    .filter(({ answer }) => answer === undefined)
    .map(({ number, sponsor }) => {
      const who = { role: 'proposer.officer', organisation: proposer, readers: [sponsor] };
      return task({
        ...who,
        kind: 'question-to-answer',
        of: { question: number },
        project,
        operations: ['answerQuestion'],
        silence: 'nothing',
      });
    });

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
