import { dateOf, daysAfter, type Instant, plusMonths } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import { type Actor, type NotAllowed, notAllowed, SECRETARIAT } from '@junkan/proto/actor.ts';
import type { EnquiryFact } from '@junkan/proto/junkan/programme/v1/facts.ts';
import type { EnquiryAnswerKind, EnquiryClosing } from '@junkan/proto/junkan/programme/v1/language.ts';
import { ROLES } from '@junkan/proto/junkan/programme/v1/roles.ts';
import type { CityId } from '../declaration/signatory.ts';

/** Somebody writes, without sign-in, for a city that may want to sign. Who it is, and all words, are references of erasable texts. */
type Writer = { readonly name: string; readonly contactRole: string; readonly email: string };
type Answer = { readonly how: EnquiryAnswerKind; readonly note: string; readonly at: Instant; readonly by: string };
/** `changedAt`: of the last event, from which on it is kept. */
type Details = {
  readonly cityName: string;
  readonly country: string;
  readonly language: string;
  readonly writer: Writer;
  readonly note: string;
  readonly receivedAt: Instant;
  readonly due: Instant;
  readonly changedAt: Instant;
  /** Whether an approver was notified that nobody has answered it in its time. */
  readonly isEscalated: boolean;
  readonly answer: Answer | undefined;
  readonly organisation: CityId | '';
  readonly linkedBy: string;
};
type Closed = { readonly reason: EnquiryClosing; readonly endNote: string; readonly closedAt: Instant; readonly closedBy: string };
/** One of which nothing came may have been closed before it was forgotten. */
export type Existing = Details &
  (
    | { readonly status: 'received' | 'answered' }
    | ({ readonly status: 'closed' } & Closed)
    | ({ readonly status: 'forgotten'; readonly forgottenAt: Instant } & Partial<Closed>)
  );
export type State = { readonly status: 'absent' } | Existing;

type By = { readonly now: Instant; readonly by: Actor };
export type Command =
  /** `hash`: of the mail address and the day; `number`: which of that day from that address it is. */
  | ({
      type: 'ReceiveEnquiry';
      cityName: string;
      country: string;
      language: string;
      writer: Writer;
      note: string;
      hash: string;
      number: number;
    } & By)
  | ({ type: 'AnswerEnquiry'; how: EnquiryAnswerKind; note: string } & By)
  | ({ type: 'LinkEnquiry'; organisation: CityId } & By)
  | ({ type: 'CloseEnquiry'; reason: EnquiryClosing; note: string } & By)
  | ({ type: 'EscalateEnquiry' } & By)
  | ({ type: 'ForgetEnquiry' } & By);
type CommandOf<Type extends Command['type']> = Extract<Command, { type: Type }>;
export type Event = EnquiryFact;
export type Rejection = NotAllowed | { type: 'EnquiryIsUnknown' } | { type: 'EnquiryIsInAnotherStatus'; status: Existing['status'] };
type Decision = Decided<Event, Rejection>;

export const initial: State = { status: 'absent' };

/** As many of one mail address are recorded on one day. */
export const MAX_A_DAY = 3;
export const ANSWER_DAYS = 7;
const KEPT_MONTHS = 12;

/** When its words and its writer are erased. */
export const forgetsAt = ({ changedAt }: Pick<Existing, 'changedAt'>): Instant =>
  `${plusMonths(dateOf(changedAt), KEPT_MONTHS)}${changedAt.slice(dateOf(changedAt).length)}`;

export function decide(command: Command, state: State): Decision {
  if (command.type === 'ReceiveEnquiry') return receive(command, state);
  const refusal = notAllowed(command.by, isOfSystem(command) ? ['system.workflow'] : ROLES[command.type]);
  if (refusal) return refuse(refusal);
  if (state.status === 'absent') return refuse({ type: 'EnquiryIsUnknown' });
  // biome-ignore lint/nursery/useExhaustiveSwitchCases: the case that is missing is answered above
  switch (command.type) {
    case 'AnswerEnquiry':
      return answer(command, state);
    case 'LinkEnquiry':
      return link(command, state);
    case 'CloseEnquiry':
      return close(command, state);
    case 'EscalateEnquiry':
      return escalate(command, state);
    case 'ForgetEnquiry':
      return forget(command, state);
  }
}

type OfSystem = CommandOf<'EscalateEnquiry' | 'ForgetEnquiry'>;
const isOfSystem = (command: Command): command is OfSystem => command.type === 'EscalateEnquiry' || command.type === 'ForgetEnquiry';

const inAnotherStatus = ({ status }: Existing): Decision => refuse({ type: 'EnquiryIsInAnotherStatus', status });

function receive({ type: _, by: _by, now, ...written }: CommandOf<'ReceiveEnquiry'>, state: State): Decision {
  if (state.status !== 'absent') {
    const { cityName, country, language, writer, note } = written;
    const isSame = JSON.stringify(wordsOf(state)) === JSON.stringify(wordsOf({ cityName, country, language, writer, note }));
    return isSame ? alreadyApplied : inAnotherStatus(state);
  }
  return accept({ type: 'EnquiryReceived', ...written, due: daysAfter(now, ANSWER_DAYS), at: now });
}

const wordsOf = ({ cityName, country, language, writer, note }: Pick<Details, 'cityName' | 'country' | 'language' | 'writer' | 'note'>) => [
  ...[cityName, country, language, note],
  ...[writer.name, writer.contactRole, writer.email],
];

function answer({ how, note, now, by }: CommandOf<'AnswerEnquiry'>, state: Existing): Decision {
  const { answer: given } = state;
  if (given?.by === by.person && given.how === how && given.note === note) return alreadyApplied;
  return state.status === 'received' ? accept({ type: 'EnquiryAnswered', how, note, at: now, by: by.person }) : inAnotherStatus(state);
}

function link({ organisation, now, by }: CommandOf<'LinkEnquiry'>, state: Existing): Decision {
  if (state.organisation === organisation && state.linkedBy === by.person) return alreadyApplied;
  return isOpen(state) ? accept({ type: 'EnquiryLinked', organisation, at: now, by: by.person }) : inAnotherStatus(state);
}

function close({ reason, note, now, by }: CommandOf<'CloseEnquiry'>, state: Existing): Decision {
  if (state.status === 'closed') {
    const isSame = state.closedBy === by.person && state.reason === reason && state.endNote === note;
    return isSame ? alreadyApplied : inAnotherStatus(state);
  }
  return isOpen(state) ? accept({ type: 'EnquiryClosed', reason, note, at: now, by: by.person }) : inAnotherStatus(state);
}

/** Something may still come of it: it has led to no city, and is neither closed nor forgotten. */
const isOpen = ({ status, organisation }: Existing): boolean => (status === 'received' || status === 'answered') && organisation === '';

/** When an approver is notified of it; '' where it is answered, or an approver was notified. */
export const escalatesAt = ({ status, due, isEscalated }: Existing): Instant | '' => (status === 'received' && !isEscalated ? due : '');

function escalate({ now }: CommandOf<'EscalateEnquiry'>, state: Existing): Decision {
  const at = escalatesAt(state);
  if (at === '' || now < at) return alreadyApplied;
  const to = { role: 'secretariat.approver', organisation: SECRETARIAT } as const;
  return accept({ type: 'MatterEscalated', matter: 'enquiry', ...to, occurrence: state.due });
}

const forget = ({ now }: CommandOf<'ForgetEnquiry'>, state: Existing): Decision =>
  state.status !== 'forgotten' && forgetsAt(state) <= now ? accept({ type: 'EnquiryForgotten', at: now }) : alreadyApplied;

/** The references of all that is erased. */
export const wordsIn = ({ writer, note, answer: given, ...state }: Existing): readonly string[] =>
  [writer.name, writer.contactRole, writer.email, note, given?.note ?? '', ('endNote' in state && state.endNote) || ''].filter(
    (reference) => reference !== '',
  );

export function evolve(state: State, event: Event): State {
  if (event.type === 'EnquiryReceived') {
    const { cityName, country, language, writer, note, due, at } = event;
    const written = { cityName, country, language, writer, note, due };
    return {
      ...written,
      status: 'received',
      receivedAt: at,
      changedAt: at,
      isEscalated: false,
      answer: undefined,
      organisation: '',
      linkedBy: '',
    };
  }
  if (state.status === 'absent') throw new Error(`${event.type} met an enquiry that was never received`);
  // biome-ignore lint/nursery/useExhaustiveSwitchCases: the case that is missing is answered above
  switch (event.type) {
    case 'EnquiryAnswered': {
      const { how, note, at, by } = event;
      return { ...state, status: 'answered', answer: { how, note, at, by }, changedAt: at };
    }
    case 'EnquiryLinked':
      return { ...state, status: 'answered', organisation: event.organisation, linkedBy: event.by, changedAt: event.at };
    case 'EnquiryClosed': {
      const { reason, note: endNote, at, by } = event;
      return { ...state, status: 'closed', reason, endNote, closedAt: at, closedBy: by, changedAt: at };
    }
    case 'MatterEscalated':
      return { ...state, isEscalated: true };
    case 'EnquiryForgotten':
      return { ...state, status: 'forgotten', forgottenAt: event.at };
  }
}
