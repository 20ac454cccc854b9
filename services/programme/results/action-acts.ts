import { actsOf } from '@junkan/kit/pure/acts.ts';
import { daysAfter, type Instant } from '@junkan/kit/pure/dates.ts';
import { type ActionId, type Command, type Existing, NO_TAGS, type Rejection } from './action.ts';
import { decide } from './action-decide.ts';

export type ActionFacts = { readonly now: Instant };
const { acts, on, whole } = actsOf<{ force: Existing; command: Command; rejection: Rejection; facts: ActionFacts }>();

/** By when a city should have said which commitments a funded project serves. */
const TAG_DAYS = 30;

const nothing = { unknownCodes: [], unknownEvidence: [] } as const;
const none = { actions: [], results: [] } as const;
const told = { unit: '', value: '', numerator: '', denominator: '', baseline: '', notAvailable: 'not-measured-yet', evidence: [] } as const;
/** Whatever the id is: what may be done does not depend on it. */
const ID: ActionId = 'act_';

const ofAction = whole(({ content }, { now }) => {
  const tagFacts = { commitments: [], whole: undefined, hasParts: false };
  const day = now.slice(0, 10);
  return {
    reviseAction: {
      type: 'ReviseAction',
      id: ID,
      content: { ...content, title: `${content.title} ` },
      tags: NO_TAGS,
      tagFacts,
      knowsSource: true,
      ...nothing,
      now,
    },
    startAction: { type: 'StartAction', now },
    completeAction: { type: 'CompleteAction', now },
    stopAction: { type: 'StopAction', now },
    tagAction: { type: 'TagAction', id: ID, tags: { ...NO_TAGS, code: '-' }, tagFacts, unknownCodes: [], now },
    recordResult: {
      type: 'RecordResult',
      id: ID,
      entry: 'ent_',
      indicator: '-',
      reading: { unit: '', overTime: 'last', overPlaces: 'none' },
      from: day,
      to: day,
      told,
      family: none,
      ...nothing,
      now,
    },
  };
}).waiting(({ project, atCity, tags, since }) =>
  project !== '' && atCity && tags.commitments.length === 0
    ? [{ kind: 'project-without-commitments', ends: ['tagAction'], due: daysAfter(since, TAG_DAYS), silence: 'nothing' }]
    : [],
);

const ofEntry = on(
  ({ project, results }) => (project === '' ? results : []),
  ({ source: result }) => ({ result }),
  ({ source }, { now }) => ({
    correctResult: { type: 'CorrectResult', id: ID, entry: source as `ent_${string}`, told, family: none, ...nothing, now },
  }),
);

/** What is done to an action. */
export const actionActs = acts({
  decide,
  hiding: ['ActionIsUnknown'],
  acts: [ofAction, ofEntry],
  organisations: ({ city }) => [city],
  readers: ({ city }) => [city],
  alone: (_, now) => ({ now }),
});
