import { actsOf } from '@junkan/kit/pure/acts.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import { SECRETARIAT } from '@junkan/proto/actor.ts';
import { ownOwing } from './owing.ts';
import { type Command, currentOf, type Existing, type Rejection } from './plan.ts';
import { decide } from './plan-decide.ts';

/** `commitments`: of the version that the city has signed, of which each needs an action or a reason. */
export type PlanFacts = { readonly now: Instant; readonly commitments: readonly string[] };
const { acts, whole } = actsOf<{ force: Existing; command: Command; rejection: Rejection; facts: PlanFacts }>();

/** What is done to an action plan. */
export const planActs = acts({
  decide,
  hiding: ['ActionPlanIsUnknown'],
  acts: [
    whole((state, { now, commitments }) => {
      const current = currentOf(state);
      const edition = current?.number ?? state.editions.length + 1;
      const owing = ownOwing(state, 'plan');
      const content = { decision: undefined, objectives: ['-'], actions: [], left: [] };
      return {
        draftPlan: { type: 'DraftPlan', edition, content, commitments, unknownEvidence: [], now },
        signOffPlan: { type: 'SignOffPlan', edition, owing, commitments, now },
        acceptPlan: { type: 'AcceptPlan', edition, now },
        returnPlan: { type: 'ReturnPlan', edition, now },
      };
    }).waiting((state) => {
      const current = currentOf(state);
      const { due, dueOn } = state;
      const until = state.editions.some(({ status }) => status === 'accepted') ? {} : { due, dueOn };
      const toDraft = { kind: 'plan-to-draft', ends: ['draftPlan'], ...until, silence: 'reminder' } as const;
      switch (current?.status) {
        case undefined:
          return state.editions.length === 0 ? [toDraft] : [];
        case 'returned':
          return [toDraft];
        case 'draft':
          return [toDraft, { kind: 'plan-to-sign', ends: ['signOffPlan'], against: current.preparedBy, ...until, silence: 'reminder' }];
        case 'submitted':
          return [
            {
              kind: 'plan-to-review',
              ends: ['acceptPlan', 'returnPlan'],
              ...(current.reviewDue === '' ? {} : { due: current.reviewDue }),
              silence: 'nothing',
            },
          ];
        case 'accepted':
        case 'superseded':
          return [];
      }
    }),
  ],
  organisations: ({ city }) => [city, SECRETARIAT],
  readers: ({ city }) => [city],
  alone: (_, now) => ({ now, commitments: [] }),
});
