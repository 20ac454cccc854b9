import type { Instant } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import { type Actor, type NotAllowed, notAllowed } from '@junkan/proto/actor.ts';
import type { SignatoryGroupFact } from '@junkan/proto/junkan/programme/v1/facts.ts';
import type { SignatoryGroupKind } from '@junkan/proto/junkan/programme/v1/language.ts';
import { ROLES } from '@junkan/proto/junkan/programme/v1/roles.ts';
import type { DeclarationId } from './declaration.ts';
import type { CityId } from './signatory.ts';

/** Cities that sign together. Who is a member, each city's own signature says: so a city is in one group of a declaration at a time. */
export type Existing = {
  readonly status: 'standing' | 'dissolved';
  readonly declaration: DeclarationId;
  readonly lead: CityId;
  readonly title: string;
  readonly groupKind: SignatoryGroupKind;
  readonly sharedCommitments: readonly string[];
  /** The lead first. */
  readonly invited: readonly CityId[];
};
export type State = { readonly status: 'absent' } | Existing;

type By = { readonly now: Instant; readonly by: Actor };
export type Command =
  /** `signs`: whether the city is on its way, or a signatory of the declaration; `commitments`: those of the version in force. */
  | ({
      type: 'FormGroup';
      declaration: DeclarationId;
      lead: CityId;
      title: string;
      groupKind: SignatoryGroupKind;
      sharedCommitments: readonly string[];
      signs: boolean;
      commitments: readonly string[];
    } & By)
  /** `signs`: whether that city is on its way, or a signatory of the declaration. */
  | ({ type: 'InviteToGroup'; city: CityId; signs: boolean } & By)
  | ({ type: 'DissolveGroup' } & By);
export type CommandOf<Type extends Command['type']> = Extract<Command, { type: Type }>;
export type Event = SignatoryGroupFact;
export type Rejection =
  | NotAllowed
  | { type: 'GroupIsUnknown' }
  | { type: 'GroupIsDissolved' }
  | { type: 'SignatoryIsUnknown' }
  | { type: 'CommitmentIsUnknown'; commitments: readonly string[] };
type Decision = Decided<Event, Rejection>;

export const initial: State = { status: 'absent' };

export function decide(command: Command, state: State): Decision {
  const own = command.type === 'FormGroup' ? command.lead : state.status === 'absent' ? undefined : state.lead;
  const refusal = notAllowed(command.by, ROLES[command.type], own);
  if (refusal) return refuse(refusal);
  if (command.type === 'FormGroup') return state.status === 'absent' ? form(command) : alreadyApplied;
  if (state.status === 'absent') return refuse({ type: 'GroupIsUnknown' });
  // biome-ignore lint/nursery/useExhaustiveSwitchCases: the case that is missing is answered above
  switch (command.type) {
    case 'InviteToGroup':
      return invite(command, state);
    case 'DissolveGroup':
      return state.status === 'dissolved' ? alreadyApplied : accept({ type: 'GroupDissolved', at: command.now, by: command.by.person });
  }
}

function form(command: CommandOf<'FormGroup'>): Decision {
  const { declaration, lead, title, groupKind, sharedCommitments, signs, commitments, now, by } = command;
  if (!signs) return refuse({ type: 'SignatoryIsUnknown' });
  const strange = groupKind === 'shared' ? sharedCommitments.filter((code) => !commitments.includes(code)) : sharedCommitments;
  if (strange.length > 0 || (groupKind === 'shared' && sharedCommitments.length === 0))
    return refuse({ type: 'CommitmentIsUnknown', commitments: strange });
  return accept({ type: 'GroupFormed', declaration, lead, title, groupKind, sharedCommitments, at: now, by: by.person });
}

function invite({ city, signs, now, by }: CommandOf<'InviteToGroup'>, state: Existing): Decision {
  if (state.status === 'dissolved') return refuse({ type: 'GroupIsDissolved' });
  if (state.invited.includes(city)) return alreadyApplied;
  if (!signs) return refuse({ type: 'SignatoryIsUnknown' });
  return accept({ type: 'MemberInvited', city, at: now, by: by.person });
}

export function evolve(state: State, event: Event): State {
  if (event.type === 'GroupFormed') {
    const { declaration, lead, title, groupKind, sharedCommitments } = event;
    return { status: 'standing', declaration, lead, title, groupKind, sharedCommitments, invited: [lead] };
  }
  if (state.status === 'absent') throw new Error(`${event.type} met a group that was never formed`);
  // biome-ignore lint/nursery/useExhaustiveSwitchCases: the case that is missing is answered above
  switch (event.type) {
    case 'MemberInvited':
      return { ...state, invited: [...state.invited, event.city] };
    case 'GroupDissolved':
      return { ...state, status: 'dissolved' };
  }
}
