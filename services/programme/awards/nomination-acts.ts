import { actsOf } from '@junkan/kit/pure/acts.ts';
import { dateOf, endOf, type Instant, plusCalendarDays } from '@junkan/kit/pure/dates.ts';
import { SECRETARIAT } from '@junkan/proto/actor.ts';
import type { Command, Existing, Rejection } from './nomination.ts';
import { decide } from './nomination-decide.ts';

/** Within so many days somebody decides what becomes of a prize whose values were corrected. */
const LOOK_DAYS = 14;

/** `isClosed`: whether the call is closed, so that it can be screened. */
export type NominationFacts = { readonly now: Instant; readonly isClosed: boolean };
const { acts, whole } = actsOf<{ force: Existing; command: Command; rejection: Rejection; facts: NominationFacts }>();

const ofNomination = whole((_, { now, isClosed }) => ({
  agreeToNomination: { type: 'AgreeToNomination', now },
  reviseNomination: {
    type: 'ReviseNomination',
    title: '',
    note: '-',
    actions: [],
    series: [],
    words: 1,
    ofOthers: [],
    seriesOfOthers: [],
    now,
  },
  signOffNomination: {
    type: 'SignOffNomination',
    values: [],
    verifiedShare: '0',
    lastValues: [],
    isInGoodStanding: true,
    lacking: [],
    now,
  },
  screenNomination: { type: 'ScreenNomination', isClosed, isInGoodStanding: true, now },
  withdrawNomination: { type: 'WithdrawNomination', now },
  objectToOutcome: { type: 'ObjectToOutcome', now },
  answerObjection: { type: 'AnswerObjection', now },
  proposePrizeWithdrawal: { type: 'ProposePrizeWithdrawal', now },
  answerPrizeWithdrawal: { type: 'AnswerPrizeWithdrawal', now },
  decidePrizeWithdrawal: { type: 'DecidePrizeWithdrawal', now },
})).waiting((state) => {
  const { withdrawal, objection, undermined } = state;
  const prize =
    withdrawal?.outcome === ''
      ? [
          ...(withdrawal.answer === ''
            ? [
                {
                  kind: 'prize-withdrawal-to-answer',
                  ends: ['answerPrizeWithdrawal'],
                  due: withdrawal.due,
                  silence: 'decided-unheard',
                } as const,
              ]
            : []),
          {
            kind: 'prize-withdrawal-to-decide',
            ends: ['decidePrizeWithdrawal'],
            despite: ['TooEarly'],
            ...(withdrawal.answer === '' ? { from: withdrawal.due } : {}),
            against: [withdrawal.proposedBy],
            silence: 'nothing',
          } as const,
        ]
      : [];
  const undone = undermined
    ? [
        {
          kind: 'prize-to-look-at',
          ends: ['proposePrizeWithdrawal'],
          due: endOf(plusCalendarDays(dateOf(undermined.at), LOOK_DAYS)),
          silence: 'nothing',
        } as const,
      ]
    : [];
  const heard =
    objection && objection.answeredAt === ''
      ? [{ kind: 'objection-to-answer', ends: ['answerObjection'], against: state.tookPart, silence: 'nothing' } as const]
      : [];
  switch (state.status) {
    case 'proposed':
      return [{ kind: 'nomination-to-agree-to', ends: ['agreeToNomination'], due: state.agreeUntil, silence: 'expires' }];
    case 'draft':
      return [{ kind: 'nomination-to-sign-off', ends: ['signOffNomination'], against: state.writtenBy, silence: 'nothing' }];
    case 'submitted':
      return [{ kind: 'nomination-to-screen', ends: ['screenNomination'], despite: ['TooEarly'], silence: 'nothing' }];
    case 'ineligible':
      return state.mendUntil === ''
        ? []
        : [
            {
              kind: 'nomination-to-mend',
              ends: ['reviseNomination', 'signOffNomination'],
              due: state.mendUntil,
              until: state.mendUntil,
              silence: 'expires',
            },
          ];
    case 'awarded':
    case 'commended':
      return [...prize, ...undone, ...heard];
    case 'not-awarded':
      return heard;
    case 'eligible':
    case 'withdrawn':
    case 'prize-withdrawn':
      return [];
  }
});

/** What is done to a nomination. */
export const nominationActs = acts({
  decide,
  hiding: ['NominationIsUnknown'],
  acts: [ofNomination],
  organisations: ({ city }) => [city, SECRETARIAT],
  readers: ({ city }) => [city],
  alone: (_, now) => ({ now, isClosed: true }),
});
