import { endOf, lastDayBegun } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import { repeated } from '@junkan/kit/pure/names.ts';
import { type Actor, type NotAllowed, notAllowed, type Role } from '@junkan/proto/actor.ts';
import type { ProjectCallStatus } from '@junkan/proto/junkan/programme/v1/language.ts';
import { ROLES } from '@junkan/proto/junkan/programme/v1/roles.ts';
import { faultOf, MIN_BALLOTS } from '../judging/assignment.ts';
import {
  answeredBy,
  asRecorded,
  type Command,
  type CommandOf,
  type ContentFacts,
  type Event,
  type Existing,
  isDue,
  isOpen,
  isReviewing,
  type Rejection,
  type State,
  toAssign,
} from './call.ts';
import { departsFrom, lettersOf, orderOf, sumOf } from './order.ts';
import { contentFaults, mayBeReviewer, sumsFit, unclearQuestions } from './rules.ts';

type Decision = Decided<Event, Rejection>;
type Of<Type extends Command['type']> = (command: CommandOf<Type>, state: Existing) => Decision;

export function decide(command: Command, state: State): Decision {
  const refusal = notMine(command, state);
  if (refusal) return refuse(refusal);
  if (command.type === 'DraftCall') return draft(command, state);
  if (state.status === 'absent') return refuse({ type: 'ProjectCallIsUnknown' });
  // The table types each entry by its own command, so the entry of this type takes this command.
  return (DECIDERS[command.type] as (command: Command, state: Existing) => Decision)(command, state);
}

/** Who has opened a call decides on it; reviewers and cities do their part of it for themselves. */
function notMine(command: Command, state: State): NotAllowed | undefined {
  const { type, by } = command;
  switch (type) {
    case 'StepCall':
      return notAllowed(by, ['system.workflow']);
    case 'EnterAnswer':
      return notAllowed(by, ROLES.SignOffAnswer);
    case 'DeclareReviewInterests':
      return notAllowed(by, state.status === 'absent' ? ROLES[type] : reviewing(state.owner));
    case 'DraftCall':
      return notAllowed(by, ROLES[type]);
    case 'ReviseCall':
    case 'AppointReviewer':
    case 'OpenCall':
    case 'AssignReviews':
    case 'ProlongReviews':
    case 'OpenReviews':
    case 'DecideCall':
    case 'CancelCall':
      return state.status === 'absent' ? notAllowed(by, ROLES[type]) : notAllowed(by, ROLES[type], state.owner);
  }
}

const OF_SECRETARIAT: readonly Role[] = ['programme.juror', 'programme.expert', 'secretariat.verifier'];
const OF_SPONSOR: readonly Role[] = ['programme.juror', 'sponsor.officer'];
/** As whom somebody reviews what answers a call: of the secretariat's experts of partners and its own verifiers too, of a sponsor's its own officers. */
export const reviewing = (owner: string): readonly Role[] => (owner.startsWith('spo_') ? OF_SPONSOR : OF_SECRETARIAT);

const inStatus = ({ status }: Existing, ...wanted: readonly ProjectCallStatus[]): Rejection | undefined =>
  wanted.includes(status) ? undefined : { type: 'ProjectCallIsInAnotherStatus', status };

function faultOfContent({
  content,
  exceeds,
  unknownCodes,
  isDeclared,
  now,
}: ContentFacts & { readonly now: string }): Rejection | undefined {
  const { criteria, questions, closesOn, judgingUntil } = content;
  const sum = criteria.reduce((all, { weightBasisPoints }) => all + weightBasisPoints, 0);
  if (sum !== 10_000) return { type: 'WeightsDoNotSum', sum };
  const twice = [criteria.map(({ code }) => code), criteria.map(({ tieOrder }) => `${tieOrder}`)].flatMap((names) =>
    repeated<string>(names),
  );
  if (twice.length > 0) return { type: 'CriteriaAreUnclear', twice };
  const faults = contentFaults(content);
  if (faults.length > 0) return { type: 'CallContentIsUnclear', faults };
  const unclear = unclearQuestions(questions);
  if (unclear.length > 0) return { type: 'QuestionsAreUnclear', questions: unclear };
  if (unknownCodes.length > 0) return { type: 'CodesAreUnknown', codes: unknownCodes };
  if (!sumsFit(content)) return { type: 'CallSumsDoNotFit' };
  if (closesOn < lastDayBegun(now) || judgingUntil <= closesOn) return { type: 'DatesAreOutOfOrder' };
  if (!isDeclared) return { type: 'DeclarationIsUnknown' };
  return exceeds.length > 0 ? { type: 'CallExceedsTheMandate', terms: exceeds } : undefined;
}

function draft(command: CommandOf<'DraftCall'>, state: State): Decision {
  const { mandate, mandateRevision, content, now, by } = command;
  if (state.status !== 'absent') return alreadyApplied;
  const fault = faultOfContent(command);
  if (fault) return refuse(fault);
  return accept({ type: 'CallDrafted', owner: by.organisation, mandate, mandateRevision, content, at: now, by: by.person });
}

const revise: Of<'ReviseCall'> = (command, state) => {
  const { mandateRevision, content, now, by } = command;
  const fault = inStatus(state, 'draft') ?? faultOfContent(command);
  if (fault) return refuse(fault);
  const isSame = asText(content) === asText(state.content) && mandateRevision === state.mandateRevision;
  return isSame ? alreadyApplied : accept({ type: 'CallRevised', mandateRevision, content, at: now, by: by.person });
};

const asText = (content: Existing['content']): string =>
  JSON.stringify(content, (_, value) => (typeof value === 'bigint' ? `${value}` : value));

const appoint: Of<'AppointReviewer'> = ({ person, organisation, actsFor, isKnown, country, screeners, now, by }, state) => {
  const fault = inStatus(state, 'draft', 'open', 'screening');
  if (fault) return refuse(fault);
  if (state.reviewers.some((each) => each.person === person)) return alreadyApplied;
  const isOfAnother = actsFor !== '' && actsFor !== organisation;
  if (isOfAnother || !isKnown || !mayBeReviewer(state.owner, organisation))
    return refuse({ type: 'PersonIsOfAnotherOrganisation', person });
  if (person === by.person || screeners.includes(person)) return refuse({ type: 'PreparedByTheSamePerson', person });
  return accept({ type: 'ReviewerAppointed', reviewer: person, organisation, country, at: now, by: by.person });
};

const open: Of<'OpenCall'> = ({ exceeds, mandateRevision, now, by }, state) => {
  if (state.status === 'open') return alreadyApplied;
  const fault = inStatus(state, 'draft');
  if (fault) return refuse(fault);
  if (state.draftedBy.includes(by.person)) return refuse({ type: 'PreparedByTheSamePerson', person: by.person });
  if (now > endOf(state.content.closesOn)) return refuse({ type: 'CallIsNotOpen', closesOn: state.content.closesOn });
  if (exceeds.length > 0) return refuse({ type: 'CallExceedsTheMandate', terms: exceeds });
  if (state.reviewers.length < MIN_BALLOTS) return refuse({ type: 'ReviewersAreTooFew', needed: MIN_BALLOTS });
  return accept({ type: 'CallOpened', mandateRevision, at: now, by: by.person });
};

const enter: Of<'EnterAnswer'> = ({ answer, project, city, country, isMended, now, by }, state) => {
  const known = state.entries.some((each) => each.answer === answer);
  // One that is mended has entered before: it has its own days.
  if (known && isMended) return alreadyApplied;
  if (!isOpen(state, now)) return refuse({ type: 'CallIsNotOpen', closesOn: state.content.closesOn });
  if (known) return alreadyApplied;
  return accept({ type: 'CallEntered', answer, project, city, country, person: by.person, organisation: by.organisation, at: now });
};

const declareInterests: Of<'DeclareReviewInterests'> = ({ answered, interested, asked, found, now, by }, state) => {
  if (!isReviewer(state, by)) return refuse({ type: 'NotAReviewer' });
  const fault = inStatus(state, 'screening', 'judging');
  if (fault) return refuse(fault);
  if (state.status === 'judging') return refuse({ type: 'InterestsAreSettled' });
  const all = asked.filter((id) => answered.includes(id) || interested.includes(id));
  const missing = asked.filter((id) => !all.includes(id));
  if (missing.length > 0) return refuse({ type: 'ReviewInterestsAreMissing', answers: missing });
  const before = answeredBy(state, by.person);
  const declared = all.filter((id) => interested.includes(id)).toSorted();
  const said = { answered: all.toSorted(), declared, found: asRecorded(by.person, found) };
  if (before && JSON.stringify([before.answered, before.declared, before.found]) === JSON.stringify([said.answered, declared, found]))
    return alreadyApplied;
  return accept({ type: 'ReviewInterestsDeclared', person: by.person, organisation: by.organisation, ...said, at: now });
};

const isReviewer = ({ reviewers }: Existing, { person, organisation }: Actor): boolean =>
  reviewers.some((each) => each.person === person && each.organisation === organisation);

/** Who reviews neither says who reviews what nor opens the reviews. */
const reviewedBy = ({ reviewers }: Existing, { person }: Actor): Rejection | undefined =>
  reviewers.some((each) => each.person === person) ? { type: 'PreparedByTheSamePerson', person } : undefined;

const assign: Of<'AssignReviews'> = ({ isScreened, eligible, judging, refusal, now, by }, state) => {
  if (state.status === 'judging') return alreadyApplied;
  const fault = inStatus(state, 'screening') ?? reviewedBy(state, by);
  if (fault) return refuse(fault);
  if (!isScreened) return refuse({ type: 'AnswersAreUnscreened' });
  if (eligible.length === 0) return refuse({ type: 'NothingIsEligible' });
  if (state.interests.length < MIN_BALLOTS)
    return refuse({ type: 'ReviewInterestsAreMissing', answers: state.entries.map(({ answer }) => answer) });
  const pairs = judging.map(({ reviewer, answer }) => ({ juror: reviewer, nomination: answer }));
  const unfit = refusal ?? faultOf(toAssign(state, eligible), pairs);
  if (unfit?.type === 'ScoresAreNotComparable')
    return refuse({ type: 'ReviewsAreNotComparable', groups: unfit.groups.map((group) => group.join(', ')) });
  if (unfit) return refuse({ type: 'ReviewersAreTooFew', needed: MIN_BALLOTS });
  if (now > endOf(state.content.judgingUntil)) return refuse({ type: 'ReviewingIsClosed' });
  return accept({ type: 'ReviewsAssigned', reviews: judging, eligible, at: now, by: by.person }, { type: 'ReviewingBegun', at: now });
};

const prolong: Of<'ProlongReviews'> = ({ judgingUntil, now, by }, state) => {
  const fault = inStatus(state, 'judging', 'deciding');
  if (fault) return refuse(fault);
  const before = state.content.judgingUntil;
  if (isReviewing(state, now) && before === judgingUntil) return alreadyApplied;
  // What is opened is not marked again.
  if (state.opened) return refuse({ type: 'ProjectCallIsInAnotherStatus', status: state.status });
  if (judgingUntil <= before || endOf(judgingUntil) < now) return refuse({ type: 'DatesAreOutOfOrder' });
  return accept({ type: 'ReviewingProlonged', judgingUntil, at: now, by: by.person });
};

const openReviews: Of<'OpenReviews'> = ({ sealed, draw, now, by }, state) => {
  const fault = inStatus(state, 'deciding') ?? reviewedBy(state, by);
  if (fault) return refuse(fault);
  if (state.opened) return alreadyApplied;
  const answer = orderOf(state, sealed, lettersOf(draw));
  if ('refusal' in answer) return refuse(answer.refusal);
  return accept({ type: 'ReviewsOpened', ...answer.decided, at: now, by: by.person });
};

const decideCall: Of<'DecideCall'> = ({ selected, note, field, screeners, now, by }, state) => {
  const isSame = asSet(state.selected.map(({ answer }) => answer)) === asSet(selected) && state.endNote === note;
  if (state.status === 'decided' && state.decidedBy === by.person && isSame) return alreadyApplied;
  const fault = inStatus(state, 'deciding');
  if (fault) return refuse(fault);
  if (!state.opened) return refuse({ type: 'ReviewsAreTooFew', answers: state.eligible, needed: MIN_BALLOTS });
  const took = [...state.draftedBy, state.openedBy, ...state.reviewers.map(({ person }) => person), ...screeners, state.opened.by];
  if (took.includes(by.person)) return refuse({ type: 'PreparedByTheSamePerson', person: by.person });
  const unknown = [...selected.filter((id) => !field.some(({ answer }) => answer === id)), ...repeated(selected)];
  if (unknown.length > 0) return refuse({ type: 'SelectionIsUnknown', answers: unknown });
  const chosen = field.filter(({ answer }) => selected.includes(answer));
  const { available } = state.content;
  const sum = sumOf(chosen, available.currency);
  if (sum.amount > available.amount) return refuse({ type: 'SelectionExceedsTheSum', selected: sum, available });
  const isNothing = selected.length === 0 && field.length > 0;
  if ((isNothing || departsFrom(state.opened.order, selected)) && note === '') return refuse({ type: 'SelectionNeedsAReason' });
  return accept({ type: 'CallDecided', selected: chosen, note, at: now, by: by.person });
};

const asSet = (answers: readonly string[]): string => answers.toSorted().join();

const cancel: Of<'CancelCall'> = ({ note, now, by }, state) => {
  if (state.status === 'cancelled') return alreadyApplied;
  const fault = inStatus(state, 'draft', 'open', 'screening', 'judging', 'deciding');
  if (fault) return refuse(fault);
  // What has its order is decided, by somebody without another part in it: selecting nothing ends it as well, with a reason.
  if (state.opened) return refuse({ type: 'ProjectCallIsInAnotherStatus', status: state.status });
  return accept({ type: 'CallCancelled', note, at: now, by: by.person });
};

/** What the clock has brought. It assigns and decides nothing. */
const step: Of<'StepCall'> = ({ now }, state) => {
  if (!isDue(state, now)) return alreadyApplied;
  switch (state.status) {
    case 'open':
      return accept({ type: 'CallClosedToAnswers', at: now });
    case 'judging':
      return accept({ type: 'ReviewingClosed', at: now });
    case 'decided':
      return accept({ type: 'CallClosed', at: now });
    case 'draft':
    case 'screening':
    case 'deciding':
    case 'closed':
    case 'cancelled':
      return alreadyApplied;
  }
};

const DECIDERS: { readonly [Type in Exclude<Command['type'], 'DraftCall'>]: Of<Type> } = {
  ReviseCall: revise,
  AppointReviewer: appoint,
  OpenCall: open,
  EnterAnswer: enter,
  DeclareReviewInterests: declareInterests,
  AssignReviews: assign,
  ProlongReviews: prolong,
  OpenReviews: openReviews,
  DecideCall: decideCall,
  CancelCall: cancel,
  StepCall: step,
};
