import { actsOf } from '@junkan/kit/pure/acts.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import { type Command, draftOf, type Existing, type Rejection, standing } from './assessment.ts';
import { decide } from './assessment-decide.ts';
import { ownOwing } from './owing.ts';

export type AssessmentFacts = { readonly now: Instant };
const { acts, whole } = actsOf<{ force: Existing; command: Command; rejection: Rejection; facts: AssessmentFacts }>();

/** Somebody who was not asked yet. */
const NOBODY = 'org_-';

/** What is done to a self-assessment. */
export const assessmentActs = acts({
  decide,
  hiding: ['AssessmentIsUnknown'],
  acts: [
    whole((state, { now }) => {
      const draft = draftOf(state);
      const edition = draft?.number ?? state.editions.length;
      const owing = ownOwing(state, draft?.obligation ?? `assessment-${state.editions.length + 1}`);
      const unknown = { known: 'unknown', level: 0, reason: '', evidence: [], addresses: [], target: 0, targetYear: 0 } as const;
      return {
        correctAssessment: { type: 'CorrectAssessment', corrects: standing(state)?.number ?? 0, now },
        answerDimension: {
          type: 'AnswerDimension',
          edition,
          answer: { dimension: draft?.dimensions[0] ?? '-', ...unknown },
          unknownEvidence: [],
          now,
        },
        signOffAssessment: { type: 'SignOffAssessment', edition, owing, now },
        askSecondLook: { type: 'AskSecondLook', peer: NOBODY, now },
      };
    }).waiting((state) => {
      const draft = draftOf(state);
      if (!draft) return [];
      const { due, dueOn, answers } = draft;
      const until = due === '' || dueOn === '' ? {} : { due, dueOn };
      return [
        { kind: 'assessment-to-answer', ends: ['answerDimension'], ...until, silence: 'reminder' },
        {
          kind: 'assessment-to-sign',
          ends: ['signOffAssessment'],
          against: answers.map(({ by }) => by),
          ...until,
          silence: 'reminder',
        },
      ];
    }),
    whole((_, { now }) => ({ giveSecondLook: { type: 'GiveSecondLook', unknown: '', now } })).waiting((state) => {
      const asked = (standing(state)?.secondLooks ?? []).filter(({ levels }) => levels.length === 0);
      return asked.map(
        ({ peer }) => ({ kind: 'second-look-to-give', ends: ['giveSecondLook'], within: [peer], silence: 'nothing' }) as const,
      );
    }),
  ],
  organisations: (state) => [state.city, ...(standing(state)?.secondLooks ?? []).map(({ peer }) => peer)],
  readers: ({ city }) => [city],
  alone: (_, now) => ({ now }),
});
