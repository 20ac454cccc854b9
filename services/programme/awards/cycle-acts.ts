import { actsOf } from '@junkan/kit/pure/acts.ts';
import { endOf, type Instant } from '@junkan/kit/pure/dates.ts';
import { SECRETARIAT } from '@junkan/proto/actor.ts';
import type { AssignedBallot } from '@junkan/proto/junkan/programme/v1/facts.ts';
import { answeredBy, type Category, type Command, type Existing, entriesOf, type Juror, type Rejection } from './cycle.ts';
import { askedOf, decide } from './cycle-decide.ts';

export type CycleFacts = { readonly now: Instant };
const { acts, on, whole } = actsOf<{ force: Existing; command: Command; rejection: Rejection; facts: CycleFacts }>();

const wholly = whole((state, { now }) => ({
  openAwardCycle: { type: 'OpenAwardCycle', now },
  closeNominations: { type: 'CloseNominations', now },
  closeJudging: { type: 'CloseJudging', now },
  prolongJudging: { type: 'ProlongJudging', judgingUntil: '9999-12-31', now },
  announceOutcome: { type: 'AnnounceOutcome', standing: [], now },
  closeAwardCycle: { type: 'CloseAwardCycle', now },
  cancelAwardCycle: { type: 'CancelAwardCycle', now },
  ...ofCategories(state, now),
})).waiting((state) => {
  switch (state.status) {
    case 'screening':
      return [{ kind: 'ballots-to-assign', ends: ['assignBallots'], despite: ['InterestsAreMissing'], silence: 'nothing' }];
    case 'deciding':
      return undecided(state).length > 0
        ? [{ kind: 'outcome-to-decide', ends: ['decideOutcome'], silence: 'nothing' }]
        : [{ kind: 'outcome-to-announce', ends: ['announceOutcome'], against: state.outcomes.map(({ by }) => by), silence: 'nothing' }];
    case 'draft':
    case 'open':
    case 'judging':
    case 'announced':
    case 'closed':
    case 'cancelled':
      return [];
  }
});

const undecided = ({ eligible, outcomes }: Existing): Category[] =>
  [...new Set(eligible.map(({ category }) => category))].filter((category) => !outcomes.some((each) => each.category === category));

/** As they go in the best of cases, in a category to which they can be done. */
function ofCategories(state: Existing, now: Instant) {
  const first = state.categories[0]?.code ?? 'city-results';
  const eligible = state.entries.map(({ nomination, category }) => ({ nomination, category, verifiedShare: '0' }));
  const judging = state.jury.flatMap(({ person, category }) =>
    entriesOf(state, category).map(({ nomination }): AssignedBallot => ({ category, juror: person, nomination })),
  );
  const [undecidedOne = first] = undecided(state);
  const ballots = state.judging
    .filter(({ category }) => category === undecidedOne)
    .map(({ juror, nomination }) => ({
      juror,
      nomination,
      marks: state.criteria.map(({ code }) => ({ criterion: code, mark: 3 })),
      salt: '',
      words: [],
    }));
  const [some] = state.judging;
  const found = some ? [{ nomination: some.nomination, interest: 'same-organisation', bars: 'category' } as const] : [];
  return {
    appointJuror: { type: 'AppointJuror', category: first, organisation: 'ptn_', actsFor: '', isKnown: true, country: '', now },
    assignBallots: { type: 'AssignBallots', isScreened: true, eligible, judging, refusal: undefined, now },
    decideOutcome: { type: 'DecideOutcome', category: undecidedOne, sealed: { ballots, votes: [] }, draw: [], now },
    strikeBallot: { type: 'StrikeBallot', category: some?.category ?? first, juror: some?.juror ?? '-', nomination: '', found, now },
  } as const;
}

const ofJuror = on(
  ({ jury }) => jury,
  () => ({}),
  ({ category, person }: Juror, { now }, state) => {
    const answered = askedOf(state, category);
    // Another answer than the one that was given can be given.
    const before = answeredBy(state, category, person);
    const interested = before && before.declared.length === 0 ? answered : [];
    return { declareAwardInterests: { type: 'DeclareAwardInterests', category, answered, interested, found: before?.found ?? [], now } };
  },
).waiting(({ person, organisation, category }, state) => {
  const only = { only: person, within: [organisation], silence: 'decided-unheard' } as const;
  const isAssigned = state.judging.some((each) => each.juror === person && each.category === category);
  // Until judging is over it stays, whatever is sealed: that it went would tell.
  if (state.status === 'judging')
    return isAssigned
      ? [
          {
            kind: 'ballot-to-seal',
            ends: ['declareAwardInterests'],
            despite: ['InterestsAreSettled'],
            due: endOf(state.judgingUntil),
            ...only,
          },
        ]
      : [];
  return state.status === 'screening' && !answeredBy(state, category, person)
    ? [{ kind: 'juror-interests-to-declare', ends: ['declareAwardInterests'], ...only }]
    : [];
});

/** What is done to an award. */
export const cycleActs = acts({
  decide,
  hiding: ['AwardCycleIsUnknown', 'NotOfTheJury', 'InterestsAreSettled'],
  acts: [wholly, ofJuror],
  organisations: ({ jury }) => [SECRETARIAT, ...jury.map(({ organisation }) => organisation)],
  readers: () => [],
  alone: (_, now) => ({ now }),
});
