import { actsOf } from '@junkan/kit/pure/acts.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import { SECRETARIAT } from '@junkan/proto/actor.ts';
import { type Command, decide, type Existing, type Rejection } from './enquiry.ts';

export type EnquiryFacts = { readonly now: Instant };
const { acts, whole } = actsOf<{ force: Existing; command: Command; rejection: Rejection; facts: EnquiryFacts }>();

const TO_ANSWER = { kind: 'enquiry-to-answer', ends: ['answerEnquiry', 'linkEnquiry', 'closeEnquiry'], silence: 'nothing' } as const;

/** What is done to an enquiry. */
export const enquiryActs = acts({
  decide,
  hiding: ['EnquiryIsUnknown'],
  acts: [
    whole((_, { now }) => ({
      answerEnquiry: { type: 'AnswerEnquiry', now },
      linkEnquiry: { type: 'LinkEnquiry', now },
      closeEnquiry: { type: 'CloseEnquiry', now },
    })).waiting(({ status, due }) =>
      status === 'received'
        ? [
            { ...TO_ANSWER, to: ['secretariat.officer'], due },
            // What nobody has answered in its time is the approver’s as well.
            { ...TO_ANSWER, to: ['secretariat.approver'], due, from: due },
          ]
        : [],
    ),
  ],
  organisations: () => [SECRETARIAT],
  readers: () => [],
  alone: (_, now) => ({ now }),
});
