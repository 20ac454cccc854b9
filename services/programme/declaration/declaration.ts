import type { Instant } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import { type Actor, type NotAllowed, notAllowed } from '@junkan/proto/actor.ts';
import type { DeclarationFact, DeclarationText, SignedText } from '@junkan/proto/junkan/programme/v1/facts.ts';
import { ROLES } from '@junkan/proto/junkan/programme/v1/roles.ts';
import { ruleFault } from './obligations/reporting-rule.ts';
import { languagesOf, wordedTwice } from './signed-text.ts';

/** What cities sign. It has versions: one may be drafted, one is in force, and what was published never changes. */
export type DeclarationId = `dcl_${string}`;

export type VersionStatus = 'draft' | 'published' | 'superseded' | 'discarded';
export type Version = {
  readonly number: number;
  readonly status: VersionStatus;
  readonly text: DeclarationText;
  /** The text of each language, by its hash. */
  readonly texts: readonly SignedText[];
  readonly draftedBy: string;
  readonly draftedAt: Instant;
  /** Who published or discarded it. */
  readonly decidedBy: string;
  readonly decidedAt: Instant | '';
};

export type Existing = {
  readonly status: 'draft' | 'published' | 'withdrawn';
  readonly versions: readonly Version[];
  /** The reference of the text with which it was withdrawn. */
  readonly note: string;
};
export type State = { readonly status: 'absent' } | Existing;

type By = { readonly now: Instant; readonly by: Actor };
export type Command =
  | ({ type: 'DraftDeclaration'; text: DeclarationText } & By)
  | ({ type: 'DraftVersion'; text: DeclarationText } & By)
  /** `texts`: of that version, which never changes. */
  | ({ type: 'PublishDeclaration'; number: number; texts: readonly SignedText[] } & By)
  | ({ type: 'DiscardDraft'; number: number } & By)
  | ({ type: 'WithdrawDeclaration'; note: string } & By);
export type CommandOf<Type extends Command['type']> = Extract<Command, { type: Type }>;
export type Event = DeclarationFact;
export type Rejection =
  | NotAllowed
  | { type: 'DeclarationIsUnknown' }
  | { type: 'DeclarationIsInAnotherStatus'; status: Existing['status'] }
  | { type: 'DraftIsWaiting'; number: number }
  | { type: 'NothingIsDrafted' }
  | { type: 'LanguagesDiffer'; languages: readonly string[] }
  | { type: 'RuleIsMalformed'; field: string }
  | { type: 'NoteIsMissing' }
  | { type: 'PreparedByTheSamePerson'; person: string };
type Decision = Decided<Event, Rejection>;

export const initial: State = { status: 'absent' };

export const draftOf = ({ versions }: Existing): Version | undefined => versions.find(({ status }) => status === 'draft');
/** Whether a version of it was ever published. */
export const isPublished = ({ versions }: Pick<Existing, 'versions'>): boolean =>
  versions.some(({ status }) => status === 'published' || status === 'superseded');
export const inForce = (state: State): Version | undefined =>
  state.status === 'published' ? state.versions.find(({ status }) => status === 'published') : undefined;

export function decide(command: Command, state: State): Decision {
  const refusal = notAllowed(command.by, ROLES[command.type]);
  if (refusal) return refuse(refusal);
  if (command.type === 'DraftDeclaration') return state.status === 'absent' ? draft(command, []) : alreadyApplied;
  if (state.status === 'absent') return refuse({ type: 'DeclarationIsUnknown' });
  // biome-ignore lint/nursery/useExhaustiveSwitchCases: the case that is missing is answered above
  switch (command.type) {
    case 'DraftVersion':
      return state.status === 'withdrawn'
        ? refuse({ type: 'DeclarationIsInAnotherStatus', status: state.status })
        : draft(command, state.versions);
    case 'PublishDeclaration':
      return publish(command, state);
    case 'DiscardDraft':
      return discard(command, state);
    case 'WithdrawDeclaration':
      return withdraw(command, state);
  }
}

function draft({ text, now, by }: CommandOf<'DraftDeclaration' | 'DraftVersion'>, versions: readonly Version[]): Decision {
  const waiting = versions.find(({ status }) => status === 'draft');
  if (waiting) return refuse({ type: 'DraftIsWaiting', number: waiting.number });
  const twice = wordedTwice(text);
  if (languagesOf(text).length === 0 || twice.length > 0) return refuse({ type: 'LanguagesDiffer', languages: twice });
  const field = ruleFault(text.rule);
  if (field !== undefined) return refuse({ type: 'RuleIsMalformed', field });
  return accept({ type: 'DeclarationDrafted', number: versions.length + 1, text, at: now, by: by.person });
}

/** Nobody publishes what they drafted. */
function publish({ number, texts, now, by }: CommandOf<'PublishDeclaration'>, state: Existing): Decision {
  if (state.versions[number - 1]?.status === 'published') return alreadyApplied;
  if (state.status === 'withdrawn') return refuse({ type: 'DeclarationIsInAnotherStatus', status: state.status });
  const drafted = draftOf(state);
  if (drafted?.number !== number) return refuse({ type: 'NothingIsDrafted' });
  if (by.person === drafted.draftedBy) return refuse({ type: 'PreparedByTheSamePerson', person: by.person });
  return accept({ type: 'DeclarationPublished', number, texts, at: now, by: by.person });
}

function discard({ number, now, by }: CommandOf<'DiscardDraft'>, state: Existing): Decision {
  if (state.versions[number - 1]?.status === 'discarded') return alreadyApplied;
  if (draftOf(state)?.number !== number) return refuse({ type: 'NothingIsDrafted' });
  return accept({ type: 'DraftDiscarded', number, at: now, by: by.person });
}

function withdraw({ note, now, by }: CommandOf<'WithdrawDeclaration'>, { status, note: said }: Existing): Decision {
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  if (status === 'withdrawn' && said === note) return alreadyApplied;
  if (status !== 'published') return refuse({ type: 'DeclarationIsInAnotherStatus', status });
  return accept({ type: 'DeclarationWithdrawn', note, at: now, by: by.person });
}

export function evolve(state: State, event: Event): State {
  const versions = state.status === 'absent' ? [] : state.versions;
  const existing: Existing = state.status === 'absent' ? { status: 'draft', versions, note: '' } : state;
  switch (event.type) {
    case 'DeclarationDrafted': {
      const { number, text, at: draftedAt, by: draftedBy } = event;
      const drafted = { number, status: 'draft', text, texts: [], draftedBy, draftedAt, decidedBy: '', decidedAt: '' } as const;
      return { ...existing, versions: [...versions, drafted] };
    }
    case 'DeclarationPublished':
      return { ...existing, status: 'published', versions: versions.map((each) => published(each, event)) };
    case 'DraftDiscarded': {
      const { number, at: decidedAt, by: decidedBy } = event;
      const discarded = { status: 'discarded', decidedBy, decidedAt } as const;
      return { ...existing, versions: versions.map((each) => (each.number === number ? { ...each, ...discarded } : each)) };
    }
    case 'DeclarationWithdrawn':
      return { ...existing, status: 'withdrawn', note: event.note };
  }
}

function published(version: Version, { number, texts, at, by }: Extract<Event, { type: 'DeclarationPublished' }>): Version {
  if (version.number === number) return { ...version, status: 'published', texts, decidedBy: by, decidedAt: at };
  return version.status === 'published' ? { ...version, status: 'superseded' } : version;
}
