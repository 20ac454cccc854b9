import { actsOf } from '@junkan/kit/pure/acts.ts';
import type { CalendarDate, Instant } from '@junkan/kit/pure/dates.ts';
import { plus } from '@junkan/kit/pure/money.ts';
import { type Command, type Existing, partiesOf, type Rejection } from './answer.ts';
import { decide } from './answer-decide.ts';

/** `isOpen`, `closesOn`: whether the call takes answers, and until when. `reviewers`: who reviews them. */
export type AnswerFactsOfCall = {
  readonly now: Instant;
  readonly isOpen: boolean;
  readonly isClosed: boolean;
  readonly closesOn: CalendarDate | '';
  readonly reviewers: readonly string[];
};
const { acts, whole } = actsOf<{ force: Existing; command: Command; rejection: Rejection; facts: AnswerFactsOfCall }>();

const ANSWERS = { mayAnswer: true, projectStatus: 'submitted' } as const;
const FACTS = { countries: [], themes: [], readiness: 0, version: 1 };

const ofAnswer = whole(({ amount, answers }, { now, isOpen, isClosed, closesOn, reviewers }) => {
  // Another sum can be asked for than the one that is.
  const other = plus(amount, { amount: 1n, currency: amount.currency });
  return {
    reviseAnswer: { type: 'ReviseAnswer', amount: other, answers, currency: amount.currency, unfit: undefined, isOpen, closesOn, now },
    signOffAnswer: { type: 'SignOffAnswer', facts: FACTS, unmet: [], unanswered: [], ...ANSWERS, isOpen, closesOn, now },
    screenAnswer: { type: 'ScreenAnswer', isClosed, closesOn, reviewers, unmet: [], ...ANSWERS, now },
    withdrawAnswer: { type: 'WithdrawAnswer', isOpen, closesOn, now },
    followUpSelection: { type: 'FollowUpSelection', note: '-', now },
  } as const;
}).waiting((state) => {
  switch (state.status) {
    case 'draft':
      return [{ kind: 'answer-to-sign-off', ends: ['signOffAnswer'], against: state.writtenBy, silence: 'nothing' }];
    case 'submitted':
      return [{ kind: 'answer-to-screen', ends: ['screenAnswer'], despite: ['TooEarly'], silence: 'nothing' }];
    case 'ineligible':
      return state.mendUntil === ''
        ? []
        : [
            {
              kind: 'answer-to-mend',
              ends: ['reviseAnswer', 'signOffAnswer'],
              due: state.mendUntil,
              until: state.mendUntil,
              silence: 'expires',
            },
          ];
    case 'selected':
      return state.owner.startsWith('spo_') && state.followedAt === ''
        ? [{ kind: 'offer-to-make', ends: ['followUpSelection'], silence: 'nothing' }]
        : [];
    case 'eligible':
    case 'not-selected':
    case 'withdrawn':
    case 'ended':
      return [];
  }
});

/** What is done to an answer. */
export const answerActs = acts({
  decide,
  hiding: ['CallAnswerIsUnknown'],
  acts: [ofAnswer],
  organisations: ({ city, owner }) => [city, owner],
  readers: partiesOf,
  alone: (_, now) => ({ now, isOpen: true, isClosed: true, closesOn: '', reviewers: [] }),
});
