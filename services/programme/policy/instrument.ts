import { isWebsite } from '@junkan/kit/pure/addresses.ts';
import type { UnknownCode } from '@junkan/kit/pure/codes.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import { repeated } from '@junkan/kit/pure/names.ts';
import { type Actor, kindOf, type NotAllowed, notAllowed } from '@junkan/proto/actor.ts';
import type { Distance, InstrumentContent, PolicyInstrumentFact } from '@junkan/proto/junkan/programme/v1/facts.ts';
import { ROLES } from '@junkan/proto/junkan/programme/v1/roles.ts';
import type { CityFacts } from '../declaration/city.ts';
import type { CityId } from '../declaration/signatory.ts';
import { canonicalOf, isMoment, isYear } from './content.ts';

/**
 * An instrument of policy, as an entry of the library. The secretariat enters what others have, and a city what is its own. A version that is published
 * never changes: what is to be said otherwise is the next one.
 */
export type InstrumentId = `pol_${string}`;
type RequestId = `req_${string}`;

export type Version = {
  readonly number: number;
  readonly content: InstrumentContent;
  readonly hash: string;
  readonly publishedAt: Instant;
};
export type Adoption = {
  readonly request: RequestId;
  readonly city: CityId;
  readonly fromVersion: number;
  readonly decidedOn: string;
  readonly distance: Distance;
  readonly adoptedAt: Instant;
};
export type Existing = {
  readonly status: 'draft' | 'published' | 'superseded';
  readonly owner: string;
  readonly reference: string;
  readonly versions: readonly Version[];
  readonly draft: { readonly content: InstrumentContent; readonly hash: string } | undefined;
  readonly adoptions: readonly Adoption[];
  readonly supersededBy: InstrumentId | '';
  readonly supersededAt: Instant | '';
  readonly note: string;
};
export type State = { readonly status: 'absent' } | Existing;
export const initial: State = { status: 'absent' };

/** What is known of a content: whether its codes are there, and what its owner is. */
export type ContentFacts = {
  readonly typeIsKnown: boolean;
  readonly unknownCodes: readonly UnknownCode[];
  readonly unknownEvidence: readonly string[];
  /** Of the secretariat nothing is asked. */
  readonly cityIs: CityFacts['cityIs'] | 'secretariat';
};
type By = { readonly now: Instant; readonly by: Actor };
export type Command =
  | ({ type: 'DraftInstrument'; owner: string; reference: string; content: InstrumentContent; hash: string } & ContentFacts & By)
  | ({ type: 'ReviseInstrument'; content: InstrumentContent; hash: string } & ContentFacts & By)
  | ({ type: 'PublishInstrument' } & By)
  | ({ type: 'SupersedeInstrument'; successor: InstrumentId | ''; isSuccessorThere: boolean; note: string } & By)
  | ({ type: 'NoteAdoption' } & Omit<Adoption, 'adoptedAt'> & By);
type CommandOf<Type extends Command['type']> = Extract<Command, { type: Type }>;
export type Event = PolicyInstrumentFact;
export type Rejection =
  | NotAllowed
  | { type: 'PolicyInstrumentIsUnknown' }
  | { type: 'PolicyInstrumentIsInAnotherStatus'; status: Existing['status'] }
  | { type: 'NotALocalGovernment'; city: string }
  | { type: 'CityIsUnknown'; city: string }
  | { type: 'InstrumentIsOfNoCity' }
  | { type: 'NameIsMissing' }
  | { type: 'LanguageIsNamedTwice'; languages: readonly string[] }
  | { type: 'TypeIsUnknown'; code: string }
  | { type: 'CodesAreUnknown'; codes: readonly UnknownCode[] }
  | { type: 'SourceIsMissing' }
  | { type: 'WebsiteIsMalformed'; website: string }
  | { type: 'EvidenceIsUnknown'; hashes: readonly string[] }
  | { type: 'YearIsMalformed'; value: string }
  | { type: 'SuccessorIsUnknown' }
  | { type: 'NoteIsMissing' };
type Decision = Decided<Event, Rejection>;

export const newest = ({ versions }: Pick<Existing, 'versions'>): Version | undefined => versions.at(-1);
export const isOpen = ({ versions }: Pick<Existing, 'versions'>): boolean => versions.length > 0;

export function decide(command: Command, state: State): Decision {
  if (command.type === 'NoteAdoption') return noteAdoption(command, state);
  const owner = command.type === 'DraftInstrument' ? command.owner : state.status === 'absent' ? undefined : state.owner;
  const refusal = notAllowed(command.by, ROLES[command.type], owner);
  if (refusal) return refuse(refusal);
  if (command.type === 'DraftInstrument') return draft(command, state);
  if (state.status === 'absent') return refuse({ type: 'PolicyInstrumentIsUnknown' });
  // biome-ignore lint/nursery/useExhaustiveSwitchCases: the cases that are missing are answered above
  switch (command.type) {
    case 'ReviseInstrument':
      return write(command, state, state);
    case 'PublishInstrument':
      return publish(command, state);
    case 'SupersedeInstrument':
      return supersede(command, state);
  }
}

type Named = Pick<Existing, 'owner' | 'reference'>;
const draft = (command: CommandOf<'DraftInstrument'>, state: State): Decision => write(command, state, command);

/** The same again changes nothing, be it drafted or published. */
function write(command: CommandOf<'DraftInstrument' | 'ReviseInstrument'>, state: State, { owner, reference }: Named): Decision {
  const { content, hash, now, by } = command;
  if (state.status !== 'absent') {
    if (state.status === 'superseded') return refuse({ type: 'PolicyInstrumentIsInAnotherStatus', status: 'superseded' });
    const standing = state.draft?.content ?? newest(state)?.content;
    if (standing && canonicalOf(standing) === canonicalOf(content)) return alreadyApplied;
  }
  const fault = faultOf(command, owner);
  if (fault) return refuse(fault);
  return accept({ type: 'InstrumentDrafted', owner, reference, content, hash, at: now, by: by.person });
}

function faultOf(command: CommandOf<'DraftInstrument' | 'ReviseInstrument'>, owner: string): Rejection | undefined {
  const { content, typeIsKnown, unknownCodes: codes, unknownEvidence: hashes, cityIs } = command;
  const { texts, type, year, inForceFrom, sources } = content;
  if (kindOf(owner) === 'proposer') {
    if (cityIs === 'unknown') return { type: 'CityIsUnknown', city: owner };
    if (cityIs === 'agency') return { type: 'NotALocalGovernment', city: owner };
    // What is of a state or a province, the secretariat enters.
    if (content.level !== 'city') return { type: 'InstrumentIsOfNoCity' };
  }
  if (texts.length === 0 || texts.some(({ title, does }) => title.trim() === '' || does.trim() === '')) return { type: 'NameIsMissing' };
  const twice = repeated(texts.map(({ language }) => language));
  if (twice.length > 0) return { type: 'LanguageIsNamedTwice', languages: twice };
  if (!typeIsKnown) return { type: 'TypeIsUnknown', code: type };
  if (codes.length > 0) return { type: 'CodesAreUnknown', codes };
  if (sources.length === 0) return { type: 'SourceIsMissing' };
  const malformed = sources.find(({ address }) => !isWebsite(address));
  if (malformed) return { type: 'WebsiteIsMalformed', website: malformed.address };
  if (hashes.length > 0) return { type: 'EvidenceIsUnknown', hashes };
  if (!isYear(year)) return { type: 'YearIsMalformed', value: year };
  return isMoment(inForceFrom) ? undefined : { type: 'YearIsMalformed', value: inForceFrom };
}

function publish({ now, by }: CommandOf<'PublishInstrument'>, state: Existing): Decision {
  if (state.status === 'superseded') return refuse({ type: 'PolicyInstrumentIsInAnotherStatus', status: 'superseded' });
  if (!state.draft) return alreadyApplied;
  const { hash } = state.draft;
  return accept({ type: 'InstrumentPublished', number: state.versions.length + 1, hash, at: now, by: by.person });
}

function supersede(command: CommandOf<'SupersedeInstrument'>, state: Existing): Decision {
  const { successor, isSuccessorThere, note, now, by } = command;
  if (state.status === 'superseded')
    return state.supersededBy === successor && state.note === note
      ? alreadyApplied
      : refuse({ type: 'PolicyInstrumentIsInAnotherStatus', status: 'superseded' });
  if (state.status !== 'published') return refuse({ type: 'PolicyInstrumentIsInAnotherStatus', status: state.status });
  if (successor !== '' && !isSuccessorThere) return refuse({ type: 'SuccessorIsUnknown' });
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  return accept({ type: 'InstrumentSuperseded', successor, note, at: now, by: by.person });
}

/** As the stream of the request says it; once for each request. */
function noteAdoption(command: CommandOf<'NoteAdoption'>, state: State): Decision {
  const { request, city, fromVersion, decidedOn, distance, now, by } = command;
  const refusal = notAllowed(by, ['system.workflow']);
  if (refusal) return refuse(refusal);
  if (state.status === 'absent') return refuse({ type: 'PolicyInstrumentIsUnknown' });
  if (state.adoptions.some((each) => each.request === request)) return alreadyApplied;
  return accept({ type: 'InstrumentAdopted', request, city, fromVersion, decidedOn, distance, at: now });
}

export function evolve(state: State, event: Event): State {
  if (event.type === 'InstrumentDrafted') {
    const { owner, reference, content, hash } = event;
    const before = state.status === 'absent' ? { ...NEW, owner, reference } : state;
    return { ...before, draft: { content, hash } };
  }
  if (state.status === 'absent') throw new Error(`${event.type} met an entry that was never drafted`);
  // biome-ignore lint/nursery/useExhaustiveSwitchCases: the case that is missing is answered above
  switch (event.type) {
    case 'InstrumentPublished':
      return published(state, event);
    case 'InstrumentSuperseded':
      return { ...state, status: 'superseded', draft: undefined, supersededBy: event.successor, supersededAt: event.at, note: event.note };
    case 'InstrumentAdopted': {
      const { type: _, at: adoptedAt, ...adoption } = event;
      return { ...state, adoptions: [...state.adoptions, { ...adoption, adoptedAt }] };
    }
  }
}

function published(state: Existing, { number, at }: Extract<Event, { type: 'InstrumentPublished' }>): Existing {
  if (!state.draft) throw new Error('nothing was drafted');
  const version = { number, ...state.draft, publishedAt: at };
  return { ...state, status: 'published', draft: undefined, versions: [...state.versions, version] };
}

const NEW = {
  status: 'draft',
  versions: [],
  draft: undefined,
  adoptions: [],
  supersededBy: '',
  supersededAt: '',
  note: '',
} as const;
