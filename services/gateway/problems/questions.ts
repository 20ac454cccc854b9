import { conflict, type Entry, notFound } from './entry.ts';
import { whole } from './facts.ts';

/** What the matching service refuses of questions and answers. */
export const questions = {
  QuestionIsUnknown: notFound({ question: whole(3) }),
  QuestionIsAnswered: conflict({ question: whole(3) }),
  QuestionIsPublic: conflict({ question: whole(3) }, { at: '/visibility' }),
  QuestionsAreTooMany: conflict({ maximum: whole(200) }),
} satisfies Record<string, Entry>;
