import type { Instant } from '@junkan/kit/pure/dates.ts';
import { type Actor, type NotAllowed, ROLES, type Role } from '@junkan/proto/actor.ts';
import type { NoticesRead, SearchChanged, SearchRemoved, SearchSaved } from '@junkan/proto/junkan/notice/v1/facts.ts';

/** The settings of one person. They need not be created: a person who has changed nothing has the defaults. */
export type SettingsId = `set_${string}`;

export const LANGUAGES = ['en', 'ja', 'zh-Hans', 'ko', 'th', 'vi', 'id', 'hi', 'bn'] as const;
export const DENSITIES = ['comfortable', 'compact'] as const;
export const NOTICE_KINDS = [
  'project',
  'milestone',
  'funding',
  'offer',
  'agreement',
  'payment',
  'passport',
  'signatory',
  'reminder',
  'match',
  'bank-account',
  'approval-rules',
  'delegation',
  'organisation',
  'training',
] as const;
export const SEARCHED_LISTS = ['projects', 'matches', 'milestones', 'work'] as const;
/** The lists whose new results can be notified. */
export const NOTIFYING_LISTS: readonly SearchedList[] = ['matches'];
export const DIGESTS = ['off', 'daily', 'weekly'] as const;
export type Digest = (typeof DIGESTS)[number];
export type Language = (typeof LANGUAGES)[number];
export type Density = (typeof DENSITIES)[number];
export type NoticeKind = (typeof NOTICE_KINDS)[number];
export type SearchedList = (typeof SEARCHED_LISTS)[number];

/** How many searches a person may keep at a time. */
export const MAX_SEARCHES = 100;

/** Who may have settings: every person who may read. */
export const PERSONS: readonly Role[] = ROLES.filter((role) => role !== 'clock.operator' && role !== 'system.workflow');

/** `query`: the query of its address, after the question mark. */
type Searched = { readonly name: string; readonly list: SearchedList; readonly query: string };
/** `toldSince`: since when new results are notified; '' = they are not. */
export type SavedSearch = Searched & { readonly number: number; readonly toldSince: Instant | '' };

/**
 * `language`: '' = as the browser says. `timeZone`: of the IANA database; '' = the browser's own. `mail`: the reference of an erasable
 * text, where mail goes; '' = nowhere.
 */
type Appearance = {
  readonly language: Language | '';
  readonly timeZone: string;
  readonly density: Density;
  readonly shortcutsOff: boolean;
  readonly mail: string;
  readonly digest: Digest;
};

/** `roles`: those of the person when its settings were changed last. `searched`: how many searches were ever kept. `readTo`: '' = nothing was read. */
export type State = Appearance & {
  readonly status: 'kept';
  readonly mutedKinds: readonly NoticeKind[];
  readonly mutedProjects: readonly string[];
  readonly readTo: string;
  readonly searches: readonly SavedSearch[];
  readonly searched: number;
  readonly roles: readonly string[];
};

type Own = { readonly by: Actor };
export type Command =
  | ({ type: 'ChangeSettings' /** Whether mail can go where it is to go. */; isAddress: boolean } & Appearance & Own)
  | ({ type: 'MuteNotices'; kinds: readonly NoticeKind[]; projects: readonly string[] } & Own)
  | ({ type: 'ReadNotices'; upTo: string; now: Instant } & Own)
  | ({ type: 'SaveSearch'; tell: boolean; now: Instant } & Searched & Own)
  | ({ type: 'ChangeSearch'; number: number; tell: boolean; now: Instant } & Searched & Own)
  | ({ type: 'RemoveSearch'; number: number } & Own);

type Whose = { readonly person: string; readonly organisation: string };
export type Event =
  | ({ type: 'SettingsChanged'; digest: Digest | ''; roles: readonly string[] } & Omit<Appearance, 'digest'> & Whose)
  | ({ type: 'NoticesMuted'; kinds: readonly NoticeKind[]; projects: readonly string[] } & Whose)
  | NoticesRead
  | SearchSaved
  | SearchChanged
  | SearchRemoved;

export type Rejection =
  | NotAllowed
  | { type: 'TimeZoneIsUnknown'; timeZone: string }
  | { type: 'MailAddressIsMalformed' }
  | { type: 'MailAddressIsMissing' }
  | { type: 'PlaceIsMalformed'; place: string }
  | { type: 'SearchIsUnknown'; number: number }
  | { type: 'SearchTellsNothing'; list: SearchedList }
  | { type: 'SearchesAreTooMany'; most: number };

export const initial: State = {
  status: 'kept',
  language: '',
  timeZone: '',
  density: 'comfortable',
  shortcutsOff: false,
  mail: '',
  digest: 'off',
  mutedKinds: [],
  mutedProjects: [],
  readTo: '',
  searches: [],
  searched: 0,
  roles: [],
};

export function evolve(state: State, event: Event): State {
  switch (event.type) {
    case 'SettingsChanged': {
      const { language, timeZone, density, shortcutsOff, mail, digest, roles } = event;
      return { ...state, language, timeZone, density, shortcutsOff, mail, digest: digest || 'off', roles };
    }
    case 'NoticesMuted':
      return { ...state, mutedKinds: event.kinds, mutedProjects: event.projects };
    case 'NoticesRead':
      return { ...state, readTo: event.upTo };
    case 'SearchSaved':
      return { ...state, searches: [...state.searches, event.search], searched: event.search.number };
    case 'SearchChanged':
      return { ...state, searches: state.searches.map((each) => (each.number === event.search.number ? event.search : each)) };
    case 'SearchRemoved':
      return { ...state, searches: state.searches.filter(({ number }) => number !== event.number) };
  }
}
