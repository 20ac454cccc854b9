import { conflict, type Entry, notFound } from './entry.ts';
import { whole } from './facts.ts';

/** What the matching service refuses of questions and answers. */
export const questions = {
  QuestionIsUnknown: notFound(
    'There is no such question',
    { question: whole(3) },
    ({ question }) => `Nobody has asked a question ${question} in this round.`,
    'Read the round for its questions.',
  ),
  QuestionIsAnswered: conflict(
    'The question has its answer',
    { question: whole(3) },
    ({ question }) => `Question ${question} was answered before, otherwise than this.`,
    'Read the round for the answer.',
  ),
  QuestionIsPublic: conflict(
    'The question is for all',
    { question: whole(3) },
    ({ question }) => `Question ${question} can be read by all who may see the round, and so can its answer.`,
    'Answer it for all.',
    { at: '/visibility' },
  ),
  QuestionsAreTooMany: conflict(
    'Too much was asked in this round',
    { maximum: whole(200) },
    ({ maximum }) => `No more than ${maximum} questions are taken now.`,
    'Wait for answers, and see whether what you want to know was answered.',
  ),
} satisfies Record<string, Entry>;
