import { isWebsite } from '@junkan/kit/pure/addresses.ts';
import type { UnknownCode } from '@junkan/kit/pure/codes.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import { repeated } from '@junkan/kit/pure/names.ts';
import { type Actor, type NotAllowed, notAllowed } from '@junkan/proto/actor.ts';
import type { PartnerFact } from '@junkan/proto/junkan/programme/v1/facts.ts';
import type { PartnerKind } from '@junkan/proto/junkan/programme/v1/language.ts';
import { ROLES } from '@junkan/proto/junkan/programme/v1/roles.ts';

/** An organisation from which persons come who teach, advise or judge. What one of them may do follows from an appointment. */
export type Details = {
  readonly name: string;
  /** Its name in other languages. */
  readonly otherNames: readonly { readonly language: string; readonly name: string }[];
  readonly kind: PartnerKind;
  readonly country: string;
  readonly website: string;
  /** In what it offers to teach, advise or judge. */
  readonly themes: readonly string[];
};
/** `contact`: the reference of an erasable text, whom to ask; `note`: of the one that says why it is closed. */
export type Existing = Details & { readonly contact: string } & (
    | { readonly status: 'registered' }
    | { readonly status: 'closed'; readonly note: string; readonly closedAt: Instant; readonly closedBy: string }
  );
export type State = { readonly status: 'absent' } | Existing;

type By = { readonly now: Instant; readonly by: Actor };
export type Command =
  | ({ type: 'RegisterPartner'; unknownCodes: readonly UnknownCode[] } & Details & By)
  | ({ type: 'NamePartnerContact'; contact: string } & By)
  | ({ type: 'ClosePartner'; note: string } & By);
type CommandOf<Type extends Command['type']> = Extract<Command, { type: Type }>;
export type Event = PartnerFact;
export type Rejection =
  | NotAllowed
  | { type: 'PartnerIsUnknown' }
  | { type: 'PartnerIsRegistered'; name: string }
  | { type: 'PartnerIsClosed' }
  | { type: 'NameIsMissing' }
  | { type: 'LanguageIsNamedTwice'; languages: readonly string[] }
  | { type: 'WebsiteIsMalformed'; website: string }
  | { type: 'CodesAreUnknown'; codes: readonly UnknownCode[] }
  | { type: 'NoteIsMissing' };
type Decision = Decided<Event, Rejection>;

export const initial: State = { status: 'absent' };

export function decide(command: Command, state: State): Decision {
  const refusal = notAllowed(command.by, ROLES[command.type]);
  if (refusal) return refuse(refusal);
  if (command.type === 'RegisterPartner') return register(command, state);
  if (state.status === 'absent') return refuse({ type: 'PartnerIsUnknown' });
  // biome-ignore lint/nursery/useExhaustiveSwitchCases: the case that is missing is answered above
  switch (command.type) {
    case 'NamePartnerContact':
      return nameContact(command, state);
    case 'ClosePartner':
      return close(command, state);
  }
}

function register({ unknownCodes, now, by, type: _, ...details }: CommandOf<'RegisterPartner'>, state: State): Decision {
  if (state.status !== 'absent') {
    const { name, otherNames, kind, country, website, themes } = state;
    const isSame = JSON.stringify(inOrder({ name, otherNames, kind, country, website, themes })) === JSON.stringify(inOrder(details));
    return isSame ? alreadyApplied : refuse({ type: 'PartnerIsRegistered', name });
  }
  const { name, otherNames, website } = details;
  if ([name, ...otherNames.map((each) => each.name)].some((each) => each.trim() === '')) return refuse({ type: 'NameIsMissing' });
  const twice = repeated(otherNames.map(({ language }) => language));
  if (twice.length > 0) return refuse({ type: 'LanguageIsNamedTwice', languages: twice });
  if (website !== '' && !isWebsite(website)) return refuse({ type: 'WebsiteIsMalformed', website });
  if (unknownCodes.length > 0) return refuse({ type: 'CodesAreUnknown', codes: unknownCodes });
  return accept({ type: 'PartnerRegistered', ...details, at: now, by: by.person });
}

const inOrder = ({ name, otherNames, kind, country, website, themes }: Details) => [
  name,
  otherNames.map(({ language, name: other }) => [language, other]),
  kind,
  country,
  website,
  themes,
];

function nameContact({ contact, now, by }: CommandOf<'NamePartnerContact'>, state: Existing): Decision {
  if (state.contact === contact) return alreadyApplied;
  if (state.status === 'closed') return refuse({ type: 'PartnerIsClosed' });
  return accept({ type: 'PartnerContactNamed', contact, at: now, by: by.person });
}

function close({ note, now, by }: CommandOf<'ClosePartner'>, state: Existing): Decision {
  if (state.status === 'closed')
    return state.closedBy === by.person && state.note === note ? alreadyApplied : refuse({ type: 'PartnerIsClosed' });
  return note === '' ? refuse({ type: 'NoteIsMissing' }) : accept({ type: 'PartnerClosed', note, at: now, by: by.person });
}

export function evolve(state: State, event: Event): State {
  if (event.type === 'PartnerRegistered') {
    const { name, otherNames, kind, country, website, themes } = event;
    return { status: 'registered', name, otherNames, kind, country, website, themes, contact: '' };
  }
  if (state.status === 'absent') throw new Error(`${event.type} met a partner that was never registered`);
  // biome-ignore lint/nursery/useExhaustiveSwitchCases: the case that is missing is answered above
  switch (event.type) {
    case 'PartnerContactNamed':
      return { ...state, contact: event.contact };
    case 'PartnerClosed':
      // Nobody asks there any more.
      return { ...state, contact: '', status: 'closed', note: event.note, closedAt: event.at, closedBy: event.by };
  }
}
