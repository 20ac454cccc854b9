import type { Instant } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision, refuse } from '@junkan/kit/pure/decision.ts';
import { decidedIn, UNDECIDED } from '@junkan/kit/pure/proposals.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import type { SponsorChanged, SponsorChangeProposed, SponsorChangeRefused } from '@junkan/proto/junkan/sponsor/v1/facts.ts';

/** `decidedBy`, `decidedAt`, `endNote`: '' until it is decided. The notes are references of erasable texts. */
export type Change = {
  /** Counts the proposals of the sponsor, from 1. */
  readonly number: number;
  readonly status: 'proposed' | 'made' | 'refused';
  readonly before: string;
  readonly name: string;
  readonly note: string;
  readonly proposedBy: string;
  readonly proposedAt: Instant;
  readonly decidedBy: string;
  readonly decidedAt: Instant | '';
  readonly endNote: string;
};

type Made = { readonly sponsor: string; readonly now: Instant; readonly by: Actor };
export type ChangeCommand =
  | ({ type: 'ProposeSponsorChange'; name: string; note: string } & Made)
  | ({ type: 'ConfirmSponsorChange'; proposal: number } & Made)
  | ({ type: 'RefuseSponsorChange'; proposal: number; note: string } & Made);
type CommandOf<Type extends ChangeCommand['type']> = Extract<ChangeCommand, { type: Type }>;

export type ChangeEvent = SponsorChangeProposed | SponsorChanged | SponsorChangeRefused;

export type ChangeRejection =
  | { type: 'NameIsMissing' }
  | { type: 'NoteIsMissing' }
  | { type: 'DetailsStand'; name: string }
  | { type: 'ChangeIsPending'; proposal: number }
  | { type: 'ChangeIsUnknown'; proposal: number }
  | { type: 'ChangeInStatus'; proposal: number; status: Change['status'] }
  | { type: 'PreparedByTheSamePerson'; person: string };

type Named = { readonly name: string; readonly changes: readonly Change[] };
type Answer = Decision<ChangeEvent, ChangeRejection>;

/** Accounts, signatures and due diligence are compared with the name of an organisation: two persons of the secretariat change it. */
export function decideChange(command: ChangeCommand, sponsor: Named): Answer {
  if (command.type === 'ProposeSponsorChange') return propose(command, sponsor);
  const { proposal } = command;
  const change = sponsor.changes[proposal - 1];
  if (!change) return refuse({ type: 'ChangeIsUnknown', proposal });
  return command.type === 'ConfirmSponsorChange' ? confirm(command, change, sponsor) : reject(command, change);
}

function propose({ name, note, now, by: { person: by } }: CommandOf<'ProposeSponsorChange'>, { name: before, changes }: Named): Answer {
  const last = changes.at(-1);
  const isRepeated = last?.proposedBy === by && last.name === name;
  if (last?.status === 'proposed') return isRepeated ? alreadyApplied : refuse({ type: 'ChangeIsPending', proposal: last.number });
  if (last?.status === 'made' && isRepeated) return alreadyApplied;
  if (name.trim() === '') return refuse({ type: 'NameIsMissing' });
  if (name === before) return refuse({ type: 'DetailsStand', name });
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  return accept({ type: 'SponsorChangeProposed', proposal: changes.length + 1, before, name, note, at: now, by });
}

function confirm(
  { proposal, now, by: { person } }: CommandOf<'ConfirmSponsorChange'>,
  { status, proposedBy, decidedBy, name }: Change,
  { name: before }: Named,
): Answer {
  if (status === 'made' && decidedBy === person) return alreadyApplied;
  if (status !== 'proposed') return refuse({ type: 'ChangeInStatus', proposal, status });
  if (person === proposedBy) return refuse({ type: 'PreparedByTheSamePerson', person });
  return accept({ type: 'SponsorChanged', proposal, before, name, at: now, by: person });
}

/** The person who proposed it may take it back with this. */
function reject({ proposal, note, now, by }: CommandOf<'RefuseSponsorChange'>, { status, decidedBy }: Change): Answer {
  if (status === 'refused' && decidedBy === by.person) return alreadyApplied;
  if (status !== 'proposed') return refuse({ type: 'ChangeInStatus', proposal, status });
  return note === '' ? refuse({ type: 'NoteIsMissing' }) : accept({ type: 'SponsorChangeRefused', proposal, note, at: now, by: by.person });
}

/** The changes after one of them was proposed or decided. */
export function changesAfter(changes: readonly Change[], event: ChangeEvent): readonly Change[] {
  if (event.type === 'SponsorChangeProposed') {
    const { proposal: number, before, name, note, at: proposedAt, by: proposedBy } = event;
    return [...changes, { number, before, name, note, proposedBy, proposedAt, ...UNDECIDED }];
  }
  const { proposal: number, at: decidedAt, by: decidedBy } = event;
  const how = event.type === 'SponsorChanged' ? { status: 'made' as const } : { status: 'refused' as const, endNote: event.note };
  return decidedIn(changes, number, { decidedBy, decidedAt, ...how }, { event: event.type, what: 'change', absent: 'never proposed' });
}
