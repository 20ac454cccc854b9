import { type CalendarDate, dayIn, type Instant } from '@junkan/kit/pure/dates.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import type { AssessmentFact, DimensionAnswer, PeerLevel } from '@junkan/proto/junkan/programme/v1/facts.ts';
import type { CityId, SignatoryId } from '../declaration/signatory.ts';
import type { Turn } from './handed-in.ts';
import type { Owing, OwingRejection } from './owing.ts';

/**
 * How a signatory assesses itself, edition after edition: the city’s officers answer, its certifier, who has answered nothing of it, signs off.
 * What is signed off never changes; a correction is the next edition.
 */
export type AssessmentId = `asm_${string}`;

export type Edition = {
  readonly number: number;
  readonly status: 'draft' | 'signed-off' | 'superseded';
  /** What has to be answered, by the codes of the list. */
  readonly dimensions: readonly string[];
  readonly answers: readonly DimensionAnswer[];
  /** The edition that it corrects; 0 = none. */
  readonly corrects: number;
  /** The reference of the text that says what it corrects. */
  readonly note: string;
  /** '' for a correction. */
  readonly obligation: string;
  readonly due: Instant | '';
  readonly dueOn: CalendarDate | '';
  readonly signedOffBy: string;
  readonly signedOffAt: Instant | '';
  /** Those of peers: asked, and given. */
  readonly secondLooks: readonly SecondLook[];
};

/** How a peer of a concluded exchange sees it; without levels, it has not said so yet. */
export type SecondLook = {
  readonly peer: CityId;
  readonly exchange: string;
  readonly askedAt: Instant;
  readonly levels: readonly PeerLevel[];
  readonly givenAt: Instant | '';
  readonly by: string;
};

export type Existing = {
  readonly status: 'draft' | 'signed-off';
  /** Counts its events. */
  readonly version: number;
  readonly signatory: SignatoryId;
  readonly attempt: number;
  readonly city: CityId;
  readonly timeZone: string;
  readonly editions: readonly Edition[];
  readonly turns: readonly Turn[];
};
export type State = { readonly status: 'absent' } | Existing;
export const initial: State = { status: 'absent' };

type At = { readonly now: Instant; readonly by: Actor };
export type Said = Omit<DimensionAnswer, 'by' | 'at'>;
/** `dimensions`: the codes of their list. */
export type Command =
  | ({ type: 'BeginAssessment'; dimensions: readonly string[]; owing: Owing } & At)
  | ({ type: 'CorrectAssessment'; corrects: number; note: string } & At)
  /** `unknownEvidence`: files that the city has not uploaded. */
  | ({ type: 'AnswerDimension'; edition: number; answer: Said; unknownEvidence: readonly string[] } & At)
  | ({ type: 'SignOffAssessment'; edition: number; owing: Owing | undefined } & At)
  /** `peer`: the other city of the exchange, if that is concluded and the city’s own. */
  | ({ type: 'AskSecondLook'; exchange: `exc_${string}`; peer: CityId | undefined } & At)
  /** `unknown`: a dimension that is in no list. */
  | ({ type: 'GiveSecondLook'; levels: readonly PeerLevel[]; unknown: string } & At);
export type CommandOf<Type extends Command['type']> = Extract<Command, { type: Type }>;
export type Event = AssessmentFact;
export type Rejection =
  | OwingRejection
  | { type: 'AssessmentIsUnknown' }
  | { type: 'DraftIsWaiting'; number: number }
  | { type: 'EditionIsLocked'; edition: number; correction: string }
  | { type: 'DimensionIsUnknown'; dimension: string }
  | { type: 'EvidenceIsMissing' }
  | { type: 'EvidenceIsUnknown'; hashes: readonly string[] }
  | { type: 'ReasonIsMissing'; dimension: string }
  | { type: 'AnswersAreMissing'; dimensions: readonly string[] }
  | { type: 'NoteIsMissing' }
  | { type: 'PreparedByTheSamePerson'; person: string }
  | { type: 'ExchangeIsNotConcluded' }
  | { type: 'NotAskedFor' };

export const draftOf = ({ editions }: Pick<Existing, 'editions'>): Edition | undefined => editions.find(({ status }) => status === 'draft');
export const standing = (state: State): Edition | undefined =>
  state.status === 'absent' ? undefined : state.editions.find(({ status }) => status === 'signed-off');
/** The one that was signed off before it. */
export const before = (state: Existing, { number }: Pick<Edition, 'number'>): Edition | undefined =>
  state.editions.findLast((each) => each.number < number && each.status !== 'draft');

export const signedOn = (edition: Edition | undefined, timeZone: string): CalendarDate | '' =>
  edition && edition.signedOffAt !== '' ? dayIn(timeZone, edition.signedOffAt) : '';

export function evolve(state: State, event: Event): State {
  const version = state.status === 'absent' ? 1 : state.version + 1;
  if (event.type === 'AssessmentBegun') {
    const { edition: number, corrects, note, obligation, due, dueOn, dimensions, signatory, attempt, city, timeZone } = event;
    const existing: Existing =
      state.status === 'absent' ? { status: 'draft', version, signatory, attempt, city, timeZone, editions: [], turns: [] } : state;
    const answers = existing.editions[corrects - 1]?.answers ?? [];
    const begun: Edition = {
      number,
      status: 'draft',
      dimensions,
      answers,
      corrects,
      note,
      obligation,
      due,
      dueOn,
      signedOffBy: '',
      signedOffAt: '',
      secondLooks: [],
    };
    return { ...existing, version, editions: [...existing.editions, begun] };
  }
  if (state.status === 'absent') throw new Error(`${event.type} met a self-assessment that was never begun`);
  return { ...evolveExisting(state, event, version), version };
}

function evolveExisting(state: Existing, event: Exclude<Event, { type: 'AssessmentBegun' }>, version: number): Existing {
  switch (event.type) {
    case 'DimensionAnswered': {
      const { edition, answer } = event;
      const editions = state.editions.map((each) => (each.number === edition ? { ...each, answers: answeredWith(each, answer) } : each));
      return { ...state, editions };
    }
    case 'AssessmentSignedOff': {
      const { edition, obligation, answers, at, by } = event;
      const editions = state.editions.map((each): Edition => {
        if (each.number === edition) return { ...each, status: 'signed-off', answers, signedOffBy: by, signedOffAt: at };
        return each.status === 'signed-off' ? { ...each, status: 'superseded' } : each;
      });
      const turns: readonly Turn[] = obligation === '' ? state.turns : [...state.turns, { obligation, fact: 'accepted', at, version }];
      return { ...state, status: 'signed-off', editions, turns };
    }
    case 'SecondLookAsked': {
      const { edition, exchange, peer, at: askedAt } = event;
      const asked: SecondLook = { peer, exchange, askedAt, levels: [], givenAt: '', by: '' };
      return withLooks(state, edition, (looks) => [...looks, asked]);
    }
    case 'SecondLookGiven': {
      const { edition, peer, levels, at: givenAt, by } = event;
      return withLooks(state, edition, (looks) => looks.map((each) => (each.peer === peer ? { ...each, levels, givenAt, by } : each)));
    }
  }
}

const withLooks = (state: Existing, number: number, made: (looks: readonly SecondLook[]) => readonly SecondLook[]): Existing => ({
  ...state,
  editions: state.editions.map((each) => (each.number === number ? { ...each, secondLooks: made(each.secondLooks) } : each)),
});

/** In the order of the dimensions. */
const answeredWith = ({ dimensions, answers }: Edition, answer: DimensionAnswer): readonly DimensionAnswer[] =>
  [...answers.filter(({ dimension }) => dimension !== answer.dimension), answer].toSorted(
    (a, b) => dimensions.indexOf(a.dimension) - dimensions.indexOf(b.dimension),
  );
