import { isWebsite } from '@junkan/kit/pure/addresses.ts';
import { dayIn, daysAfter, plusMonths } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, refuse } from '@junkan/kit/pure/decision.ts';
import { type Actor, kindOf, notAllowed } from '@junkan/proto/actor.ts';
import type { ExpertInterest } from '@junkan/proto/junkan/programme/v1/language.ts';
import { ROLES } from '@junkan/proto/junkan/programme/v1/roles.ts';
import { faultOfCity } from '../declaration/city.ts';
import * as drafting from './drafting.ts';
import {
  type Command,
  type CommandOf,
  type Decision,
  type Existing,
  expertOf,
  inAnotherStatus,
  isExpert,
  nextOutcome,
  openComments,
  type Rejection,
  reminderOf,
  type State,
} from './request.ts';

/** In how many days something should be done. */
const DAYS = { answer: 14, expert: 30, interests: 14, check: 14 };

export function decide(command: Command, state: State): Decision {
  const refusal = notAllowedTo(command, state);
  if (refusal) return refuse(refusal);
  if (command.type === 'RequestSupport') return request(command, state);
  return state.status === 'absent' ? refuse({ type: 'SupportRequestIsUnknown' }) : decideExisting(command, state);
}

function decideExisting(command: Exclude<Command, { type: 'RequestSupport' }>, state: Existing): Decision {
  switch (command.type) {
    case 'AcceptRequest':
      return acceptRequest(command, state);
    case 'DeclineRequest':
      return decline(command, state);
    case 'AssignExpert':
      return assign(command, state);
    case 'DeclareExpertInterests':
      return declare(command, state);
    case 'ReleaseExpert':
      return release(command, state);
    case 'OfferDraft':
      return drafting.offer(command, state);
    case 'CommentOnDraft':
      return drafting.comment(command, state);
    case 'CommentInternally':
      return drafting.commentInternally(command, state);
    case 'AnswerComment':
      return drafting.answer(command, state);
    case 'AnswerInternalComment':
      return drafting.answerInternal(command, state);
    case 'HideComment':
      return drafting.hide(command, state);
    case 'OpenCommentWindow':
      return drafting.openWindowOn(command, state);
    case 'DeliverDraft':
      return drafting.deliver(command, state);
    case 'RecordAdoption':
      return recordAdoption(command, state);
    case 'CheckAdoption':
      return checkAdoption(command, state);
    case 'ReturnAdoption':
      return returnAdoption(command, state);
    case 'RecordNotAdopted':
      return recordNotAdopted(command, state);
    case 'TellOutcomeOfAdoption':
      return tellOutcome(command, state);
    case 'CloseRequest':
      return close(command, state);
    case 'RemindOf':
    case 'Escalate':
      return remind(command, state);
  }
}

/** What a city does, it does for itself; experts and those who comment are of any organisation. */
function notAllowedTo(command: Command, state: State): Rejection | undefined {
  const { type, by } = command;
  if (type === 'RemindOf' || type === 'Escalate') return notAllowed(by, ['system.workflow']);
  const city = type === 'RequestSupport' ? command.city : state.status === 'absent' ? undefined : state.city;
  const isOfAny = OF_ANY.includes(type) || kindOf(by.organisation) !== 'proposer';
  return notAllowed(by, ROLES[type], isOfAny ? undefined : city);
}
const OF_ANY: readonly Command['type'][] = ['DeclareExpertInterests', 'OfferDraft', 'CommentOnDraft', 'AnswerComment', 'DeliverDraft'];

const todayOf = ({ place }: Existing, now: string): string => dayIn(place.timeZone, now);
/** The day of the city on which it was delivered; '' = not yet. */
export const deliveredOn = (state: Existing): string => (state.deliveredAt === '' ? '' : todayOf(state, state.deliveredAt));

function request(command: CommandOf<'RequestSupport'>, state: State): Decision {
  const { city, place, title, instrumentType, typeIsKnown, templates, unknownTemplates: instruments, question, now, by } = command;
  if (state.status !== 'absent')
    return state.submittedBy === by.person && state.question === question ? alreadyApplied : inAnotherStatus(state);
  const fault = faultOfCity(command);
  if (fault) return refuse(fault);
  if (!typeIsKnown) return refuse({ type: 'TypeIsUnknown', code: instrumentType });
  if (instruments.length > 0) return refuse({ type: 'TemplateIsUnknown', instruments });
  if (question === '') return refuse({ type: 'NoteIsMissing' });
  const asked = { city, place, title, instrumentType, templates, question };
  return accept({ type: 'SupportRequested', ...asked, answerDue: daysAfter(now, DAYS.answer), at: now, by: by.person });
}

function acceptRequest({ now, by }: CommandOf<'AcceptRequest'>, state: Existing): Decision {
  if (state.status === 'accepted' && state.answeredBy === by.person) return alreadyApplied;
  if (state.status !== 'submitted') return inAnotherStatus(state);
  return accept({ type: 'RequestAccepted', expertDue: daysAfter(now, DAYS.expert), at: now, by: by.person });
}

function decline(command: CommandOf<'DeclineRequest'>, state: Existing): Decision {
  const { declinedBecause: because, note, now, by } = command;
  const isSame = state.answeredBy === by.person && state.declinedBecause === because && state.endNote === note;
  if (state.status === 'declined' && isSame) return alreadyApplied;
  if (state.status !== 'submitted') return inAnotherStatus(state);
  return note === '' ? refuse({ type: 'NoteIsMissing' }) : accept({ type: 'RequestDeclined', because, note, at: now, by: by.person });
}

/** What is known against a person here: the own city, and what the person has said before. */
function interestsOf({ city, experts }: Existing, { person, organisation }: CommandOf<'AssignExpert'>): readonly ExpertInterest[] {
  const own: readonly ExpertInterest[] = organisation === city ? ['same-city'] : [];
  return [...new Set([...own, ...experts.filter((each) => each.person === person).flatMap(({ interests }) => interests)])];
}

function assign(command: CommandOf<'AssignExpert'>, state: Existing): Decision {
  const { person, organisation, now, by } = command;
  const current = expertOf(state);
  if (state.status === 'assigned' && current?.person === person && current.organisation === organisation) return alreadyApplied;
  if (state.status !== 'accepted') return inAnotherStatus(state);
  if (person === by.person) return refuse({ type: 'ByTheSamePerson', person });
  const kind = kindOf(organisation);
  if (kind !== 'partner' && kind !== 'proposer') return refuse({ type: 'ExpertIsUnknown', person });
  const interests = interestsOf(state, command);
  if (interests.length > 0) return refuse({ type: 'ExpertHasAnInterest', interests });
  return accept({ type: 'ExpertAssigned', person, organisation, interestsDue: daysAfter(now, DAYS.interests), at: now, by: by.person });
}

function declare({ interests, note, now, by }: CommandOf<'DeclareExpertInterests'>, state: Existing): Decision {
  if (!isExpert(state, by)) return refuse({ type: 'NotTheExpert' });
  if (state.status !== 'assigned') {
    const isSame = expertOf(state)?.note === note && interests.length === 0;
    if (state.status === 'in-work') return isSame ? alreadyApplied : refuse({ type: 'InterestsAreDeclared' });
    return inAnotherStatus(state);
  }
  const { person, organisation } = by;
  return accept({ type: 'ExpertInterestsDeclared', person, organisation, interests: [...new Set(interests)], note, at: now });
}

function release({ note, now, by }: CommandOf<'ReleaseExpert'>, state: Existing): Decision {
  const current = expertOf(state);
  if (!current || (state.status !== 'assigned' && state.status !== 'in-work')) return inAnotherStatus(state);
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  const { person } = current;
  return accept({ type: 'ExpertReleased', person, note, expertDue: daysAfter(now, DAYS.expert), at: now, by: by.person });
}

function recordAdoption(command: CommandOf<'RecordAdoption'>, state: Existing): Decision {
  const { draft, decidedOn, decisionNumber, documents, unknownEvidence: hashes, address, now, by } = command;
  const { adoption } = state;
  const told = [draft, decidedOn, decisionNumber, documents, address];
  if (state.status === 'adopted' && adoption?.recordedBy === by.person) {
    const before = [adoption.draft, adoption.decidedOn, adoption.decisionNumber, adoption.documents, adoption.address];
    if (JSON.stringify(told) === JSON.stringify(before)) return alreadyApplied;
  }
  if (state.status !== 'delivered') return inAnotherStatus(state);
  if (draft !== state.delivered) return refuse({ type: 'VersionIsAnother', newest: state.delivered, paragraphs: [] });
  const today = todayOf(state, now);
  if (decidedOn > today) return refuse({ type: 'DateIsAhead', today });
  const delivered = deliveredOn(state);
  if (decidedOn < delivered) return refuse({ type: 'DecisionPrecedesDelivery', delivered });
  if (documents.length === 0) return refuse({ type: 'DocumentIsMissing' });
  if (hashes.length > 0) return refuse({ type: 'EvidenceIsUnknown', hashes });
  if (address !== '' && !isWebsite(address)) return refuse({ type: 'WebsiteIsMalformed', website: address });
  // What the city has said among itself is settled before its council decides.
  const open = openComments(state.internalComments).map(({ number }) => number);
  if (open.length > 0) return refuse({ type: 'CommentIsOpen', comments: open });
  const decided = { draft, decidedOn, decisionNumber, documents, address };
  return accept({ type: 'PolicyAdopted', ...decided, checkDue: daysAfter(now, DAYS.check), at: now, by: by.person });
}

/** The adoption that waits for its check by another person than who recorded it. */
function unchecked(state: Existing, by: Actor): Decision | undefined {
  const { adoption } = state;
  if (state.status !== 'adopted' || !adoption) return inAnotherStatus(state);
  if (adoption.checkedAt !== '') return refuse({ type: 'AdoptionIsChecked' });
  return adoption.recordedBy === by.person ? refuse({ type: 'ByTheSamePerson', person: by.person }) : undefined;
}

function checkAdoption({ distances, now, by }: CommandOf<'CheckAdoption'>, state: Existing): Decision {
  if (state.adoption?.checkedBy === by.person && state.adoption.checkedAt !== '') return alreadyApplied;
  return unchecked(state, by) ?? accept({ type: 'AdoptionChecked', distances, at: now, by: by.person });
}

function returnAdoption({ note, now, by }: CommandOf<'ReturnAdoption'>, state: Existing): Decision {
  const fault = unchecked(state, by);
  if (fault) return fault;
  return note === '' ? refuse({ type: 'NoteIsMissing' }) : accept({ type: 'AdoptionReturned', note, at: now, by: by.person });
}

function recordNotAdopted({ notAdoptedBecause: because, note, now, by }: CommandOf<'RecordNotAdopted'>, state: Existing): Decision {
  const isSame = state.endedBy === by.person && state.notAdoptedBecause === because && state.endNote === note;
  if (state.status === 'not-adopted' && isSame) return alreadyApplied;
  if (state.status !== 'delivered') return inAnotherStatus(state);
  return accept({ type: 'PolicyNotAdopted', because, note, at: now, by: by.person });
}

/** The day from which the city is asked what came of its adoption; '' = it is not asked. */
export function askedFrom(state: Existing): string {
  const months = nextOutcome(state);
  const { adoption } = state;
  if (state.status !== 'adopted' || !adoption || adoption.checkedAt === '' || months === 0) return '';
  return plusMonths(adoption.decidedOn, months);
}

function tellOutcome({ afterAdoption: outcome, note, now, by }: CommandOf<'TellOutcomeOfAdoption'>, state: Existing): Decision {
  const last = state.outcomes.at(-1);
  if (last?.by === by.person && last.outcome === outcome && last.note === note) return alreadyApplied;
  const from = askedFrom(state);
  if (from === '') return inAnotherStatus(state);
  if (todayOf(state, now) < from) return refuse({ type: 'TooEarly', from });
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  return accept({ type: 'OutcomeOfAdoptionTold', months: nextOutcome(state), outcome, note, at: now, by: by.person });
}

function close({ now, by }: CommandOf<'CloseRequest'>, state: Existing): Decision {
  if (state.status === 'closed' && state.endedBy === by.person) return alreadyApplied;
  return state.status === 'not-adopted' ? accept({ type: 'RequestClosed', at: now, by: by.person }) : inAnotherStatus(state);
}

function remind(command: CommandOf<'RemindOf' | 'Escalate'>, { reminded }: Existing): Decision {
  const { matter, role, organisation, occurrence } = command;
  const type = command.type === 'RemindOf' ? 'ReminderSent' : 'MatterEscalated';
  const reminder = { matter, role, organisation, occurrence };
  return reminded.has(`${type}/${reminderOf(reminder)}`) ? alreadyApplied : accept({ type, ...reminder });
}
