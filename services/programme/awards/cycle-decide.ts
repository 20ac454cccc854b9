import { type CalendarDate, endOf, type Instant, lastDayBegun, plusCalendarDays, plusDays } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import { repeated } from '@junkan/kit/pure/names.ts';
import { kindOf, notAllowed, type Role } from '@junkan/proto/actor.ts';
import type { AwardCycleStatus } from '@junkan/proto/junkan/programme/v1/language.ts';
import { ROLES } from '@junkan/proto/junkan/programme/v1/roles.ts';
import { faultOf, MIN_BALLOTS } from '../judging/assignment.ts';
import {
  answeredBy,
  asRecorded,
  type Category,
  type Command,
  type CommandOf,
  type Event,
  type Existing,
  entriesOf,
  isDue,
  isStruck,
  jurorsOf,
  type NominationId,
  type Rejection,
  type State,
  toAssign,
} from './cycle.ts';
import { lettersOf, outcomeOf, resultsOf } from './outcome.ts';

type Decision = Decided<Event, Rejection>;
type Of<Type extends Command['type']> = (command: CommandOf<Type>, state: Existing) => Decision;

/** How long a nominee may object to the procedure. */
const OBJECTION_DAYS = 14;

export function decide(command: Command, state: State): Decision {
  const refusal = notAllowed(command.by, neededFor(command.type));
  if (refusal) return refuse(refusal);
  if (command.type === 'DraftAwardCycle') return draft(command, state);
  if (state.status === 'absent') return refuse({ type: 'AwardCycleIsUnknown' });
  // The table types each entry by its own command, so the entry of this type takes this command.
  return (DECIDERS[command.type] as (command: Command, state: Existing) => Decision)(command, state);
}

const neededFor = (type: Command['type']): readonly Role[] => {
  // A nomination enters with the sign-off of its certifier.
  if (type === 'EnterNomination') return ROLES.SignOffNomination;
  return type === 'StepAwardCycle' ? ['system.workflow'] : ROLES[type];
};

function draft(command: CommandOf<'DraftAwardCycle'>, state: State): Decision {
  const { type: _, isInForce, now, by, ...drafted } = command;
  if (state.status !== 'absent') return alreadyApplied;
  if (!isInForce) return refuse({ type: 'DeclarationIsUnknown' });
  const { categories, criteria, closesOn, judgingUntil } = drafted;
  const sum = criteria.reduce((total, { weightBasisPoints }) => total + weightBasisPoints, 0);
  if (sum !== 10_000) return refuse({ type: 'WeightsDoNotSum', sum });
  const named = [categories.map(({ code }) => code), criteria.map(({ code }) => code), criteria.map(({ tieOrder }) => `${tieOrder}`)];
  const twice = named.flatMap((names) => repeated<string>(names));
  if (twice.length > 0) return refuse({ type: 'CriteriaAreUnclear', twice });
  if (closesOn < lastDayBegun(now) || judgingUntil <= closesOn) return refuse({ type: 'DatesAreOutOfOrder' });
  return accept({ type: 'AwardCycleDrafted', ...drafted, at: now, by: by.person });
}

const inStatus = ({ status }: Existing, ...wanted: readonly AwardCycleStatus[]): Rejection | undefined =>
  wanted.includes(status) ? undefined : { type: 'AwardCycleIsInAnotherStatus', status };
const hasCategory = ({ categories }: Existing, category: Category): Rejection | undefined =>
  categories.some(({ code }) => code === category) ? undefined : { type: 'CategoryIsUnknown', category };
/** What ends with a day is over on the next one. */
const after = (day: CalendarDate, now: Instant): Rejection | undefined =>
  now > endOf(day) ? undefined : { type: 'TooEarly', from: plusCalendarDays(day, 1) };

const appoint: Of<'AppointJuror'> = ({ category, person, organisation, actsFor, isKnown, country, now, by }, state) => {
  const fault = inStatus(state, 'draft', 'open', 'screening') ?? hasCategory(state, category);
  if (fault) return refuse(fault);
  if (jurorsOf(state, category).some((each) => each.person === person)) return alreadyApplied;
  const isOfAnother = actsFor !== '' && actsFor !== organisation;
  if (isOfAnother || !isKnown || kindOf(organisation) === 'system') return refuse({ type: 'PersonIsOfAnotherOrganisation', person });
  if (person === by.person) return refuse({ type: 'PreparedByTheSamePerson', person });
  return accept({ type: 'JurorAppointed', category, juror: person, organisation, country, at: now, by: by.person });
};

const open: Of<'OpenAwardCycle'> = ({ now, by }, state) => {
  if (state.status === 'open') return alreadyApplied;
  const fault = inStatus(state, 'draft');
  if (fault) return refuse(fault);
  if (now > endOf(state.closesOn)) return refuse({ type: 'CallIsClosed', closesOn: state.closesOn });
  const small = state.categories.find(({ code }) => jurorsOf(state, code).length < MIN_BALLOTS);
  if (small) return refuse({ type: 'JuryIsTooSmall', category: small.code, needed: MIN_BALLOTS });
  return accept({ type: 'AwardCycleOpened', at: now, by: by.person });
};

const enter: Of<'EnterNomination'> = ({ nomination, category, city, country, isMended, now, by }, state) => {
  const known = entriesOf(state, category).find((each) => each.city === city);
  if (known && known.nomination !== nomination) return refuse({ type: 'NominatedAlready', nomination: known.nomination });
  // One that is mended has entered before: it has its own days.
  if (known && isMended) return alreadyApplied;
  const fault = hasCategory(state, category);
  if (fault) return refuse(fault);
  if (state.status !== 'open' || now > endOf(state.closesOn)) return refuse({ type: 'CallIsClosed', closesOn: state.closesOn });
  return known
    ? alreadyApplied
    : accept({ type: 'NominationEntered', nomination, category, city, country, person: by.person, organisation: by.organisation, at: now });
};

const closeNominations: Of<'CloseNominations'> = ({ now }, state) => {
  if (state.status === 'screening') return alreadyApplied;
  const fault = inStatus(state, 'open') ?? after(state.closesOn, now);
  return fault ? refuse(fault) : accept({ type: 'NominationsClosed', at: now });
};

const declareInterests: Of<'DeclareAwardInterests'> = ({ category, answered, interested, found, now, by }, state) => {
  const fault = hasCategory(state, category) ?? inStatus(state, 'screening', 'judging');
  if (fault) return refuse(fault);
  if (!jurorsOf(state, category).some(({ person, organisation }) => person === by.person && organisation === by.organisation))
    return refuse({ type: 'NotOfTheJury', category });
  if (state.status === 'judging') return refuse({ type: 'InterestsAreSettled' });
  const entered = askedOf(state, category);
  const all = entered.filter((id) => answered.includes(id) || interested.includes(id));
  const missing = entered.filter((id) => !all.includes(id));
  if (missing.length > 0) return refuse({ type: 'InterestsAreMissing', nominations: missing });
  const before = answeredBy(state, category, by.person);
  const said = {
    answered: all.toSorted(),
    declared: all.filter((id) => interested.includes(id)).toSorted(),
    found: asRecorded(category, by.person, found),
  };
  if (before && JSON.stringify([before.answered, before.declared, before.found]) === JSON.stringify([said.answered, said.declared, found]))
    return alreadyApplied;
  return accept({ type: 'InterestsDeclared', category, person: by.person, organisation: by.organisation, ...said, at: now });
};

const assign: Of<'AssignBallots'> = ({ isScreened, eligible, judging, refusal, now, by }, state) => {
  if (state.status === 'judging') return alreadyApplied;
  const fault = inStatus(state, 'screening');
  if (fault) return refuse(fault);
  if (!isScreened) return refuse({ type: 'NominationIsInAnotherStatus', status: 'submitted' });
  if (eligible.length === 0) return refuse({ type: 'OutcomeIsMissing', categories: state.categories.map(({ code }) => code) });
  const judged = new Set(eligible.map(({ category }) => category));
  for (const category of judged) {
    const answered = state.interests.filter((each) => each.category === category);
    if (answered.length < MIN_BALLOTS)
      return refuse({ type: 'InterestsAreMissing', nominations: entriesOf(state, category).map(({ nomination }) => nomination) });
    const unfit =
      refusal ??
      faultOf(
        toAssign(state, category, eligible),
        judging.filter((each) => each.category === category),
      );
    if (unfit?.type === 'ScoresAreNotComparable')
      return refuse({ type: 'ScoresAreNotComparable', groups: unfit.groups.map((group) => group.join(', ')) });
    if (unfit) return refuse(unfit);
  }
  if (now > endOf(state.judgingUntil)) return refuse({ type: 'JudgingIsClosed' });
  return accept({ type: 'BallotsAssigned', ballots: judging, eligible, at: now, by: by.person }, { type: 'JudgingBegun', at: now });
};

const closeJudging: Of<'CloseJudging'> = ({ now }, state) => {
  if (state.status === 'deciding') return alreadyApplied;
  const fault = inStatus(state, 'judging') ?? after(state.judgingUntil, now);
  return fault ? refuse(fault) : accept({ type: 'JudgingClosed', at: now });
};

const prolong: Of<'ProlongJudging'> = ({ judgingUntil, now, by }, state) => {
  const fault = inStatus(state, 'judging', 'deciding');
  if (fault) return refuse(fault);
  if (state.status === 'judging' && state.judgingUntil === judgingUntil) return alreadyApplied;
  // What is opened is not marked again.
  if (state.opened.length > 0) return refuse({ type: 'AwardCycleIsInAnotherStatus', status: state.status });
  if (judgingUntil <= state.judgingUntil || endOf(judgingUntil) < now) return refuse({ type: 'DatesAreOutOfOrder' });
  return accept({ type: 'JudgingProlonged', judgingUntil, at: now, by: by.person });
};

const judged = (state: Existing): Category[] => [...new Set(state.eligible.map(({ category }) => category))];

const decideOutcome: Of<'DecideOutcome'> = ({ category, sealed, draw, now, by }, state) => {
  const fault = hasCategory(state, category) ?? inStatus(state, 'deciding');
  if (fault) return refuse(fault);
  if (!judged(state).includes(category)) return refuse({ type: 'OutcomeIsMissing', categories: [category] });
  if (state.outcomes.some((each) => each.category === category)) return alreadyApplied;
  const opened = state.opened.find((each) => each.category === category);
  const letters = opened?.letters ?? lettersOf(draw);
  const { ballots, votes } = opened ?? sealed;
  const outcome = outcomeOf(state, category, { ballots, votes }, letters);
  if ('refusal' in outcome) return refuse(outcome.refusal);
  return accept({ type: 'OutcomeDecided', category, ballots, votes, letters, ...outcome.decided, at: now, by: by.person });
};

const strike: Of<'StrikeBallot'> = ({ category, juror, nomination, found, note, now, by }, state) => {
  const fault = hasCategory(state, category) ?? inStatus(state, 'judging', 'deciding', 'announced');
  if (fault) return refuse(fault);
  if (isStruck(state, category, juror, nomination)) return alreadyApplied;
  const own = found.filter((each) => each.bars === 'category' || (nomination !== '' && each.nomination === nomination));
  const wholly = own.some(({ bars }) => bars === 'category');
  if (own.length === 0 || (nomination === '' && !wholly)) return refuse({ type: 'NoInterestIsRecorded', juror });
  if (note === '') return refuse({ type: 'ReasonIsMissing' });
  const struck = { category, juror, nomination };
  const before = state.outcomes.find((each) => each.category === category);
  const opened = state.opened.find((each) => each.category === category);
  const event = { type: 'BallotStruck', ...struck, found: asRecorded(category, juror, own), note, at: now, by: by.person } as const;
  if (!before || !opened) return accept({ ...event, reopens: false });
  const again = outcomeOf({ ...state, struck: [...state.struck, struck] }, category, opened, opened.letters);
  const places = (order: typeof before.order): string => order.map((each) => `${each.place} ${each.nomination}`).join();
  const isSame = 'decided' in again && places(again.decided.order) === places(before.order);
  if (!isSame) return accept({ ...event, reopens: true });
  const { ballots, votes, letters } = opened;
  return accept(
    { ...event, reopens: false },
    {
      type: 'OutcomeDecided',
      category,
      ballots,
      votes,
      letters,
      ...again.decided,
      at: before.at,
      by: before.by,
    },
  );
};

const announce: Of<'AnnounceOutcome'> = ({ standing, now, by }, state) => {
  if (state.status === 'announced') return alreadyApplied;
  const fault = inStatus(state, 'deciding');
  if (fault) return refuse(fault);
  const missing = judged(state).filter((category) => !state.outcomes.some((each) => each.category === category));
  if (missing.length > 0) return refuse({ type: 'OutcomeIsMissing', categories: missing });
  if (state.outcomes.some((each) => each.by === by.person)) return refuse({ type: 'PreparedByTheSamePerson', person: by.person });
  const results = state.outcomes.flatMap((outcome) => resultsOf(outcome, standing));
  const objectionsUntil = plusDays(now, OBJECTION_DAYS);
  return accept({ type: 'OutcomeAnnounced', results, objectionsUntil, at: now, by: by.person });
};

const close: Of<'CloseAwardCycle'> = ({ now }, state) => {
  if (state.status === 'closed') return alreadyApplied;
  const fault = inStatus(state, 'announced');
  if (fault) return refuse(fault);
  if (now <= state.objectionsUntil) return refuse({ type: 'TooEarly', from: plusCalendarDays(state.objectionsUntil.slice(0, 10), 1) });
  return accept({ type: 'AwardCycleClosed', at: now });
};

/** What the clock has brought. It assigns and decides nothing. */
const step: Of<'StepAwardCycle'> = ({ now }, state) => {
  if (!isDue(state, now)) return alreadyApplied;
  switch (state.status) {
    case 'open':
      return accept({ type: 'NominationsClosed', at: now });
    case 'judging':
      return accept({ type: 'JudgingClosed', at: now });
    case 'announced':
      return accept({ type: 'AwardCycleClosed', at: now });
    case 'draft':
    case 'screening':
    case 'deciding':
    case 'closed':
    case 'cancelled':
      return alreadyApplied;
  }
};

const cancel: Of<'CancelAwardCycle'> = ({ note, now, by }, state) => {
  if (state.status === 'cancelled') return alreadyApplied;
  const fault = inStatus(state, 'draft', 'open', 'screening', 'judging', 'deciding');
  if (fault) return refuse(fault);
  return note === '' ? refuse({ type: 'ReasonIsMissing' }) : accept({ type: 'AwardCycleCancelled', note, at: now, by: by.person });
};

const DECIDERS: { readonly [Type in Exclude<Command['type'], 'DraftAwardCycle'>]: Of<Type> } = {
  AppointJuror: appoint,
  OpenAwardCycle: open,
  EnterNomination: enter,
  CloseNominations: closeNominations,
  DeclareAwardInterests: declareInterests,
  AssignBallots: assign,
  CloseJudging: closeJudging,
  ProlongJudging: prolong,
  DecideOutcome: decideOutcome,
  StrikeBallot: strike,
  AnnounceOutcome: announce,
  CloseAwardCycle: close,
  CancelAwardCycle: cancel,
  StepAwardCycle: step,
};

/** The nominations that a juror is asked about. */
export const askedOf = (state: Existing, category: Category): NominationId[] =>
  entriesOf(state, category).map(({ nomination }) => nomination);
