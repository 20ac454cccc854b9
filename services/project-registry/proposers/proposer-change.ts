import type { Instant } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision, refuse } from '@junkan/kit/pure/decision.ts';
import { decidedIn, UNDECIDED } from '@junkan/kit/pure/proposals.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import type { ProposerChanged, ProposerChangeProposed, ProposerChangeRefused } from '@junkan/proto/junkan/project/v1/facts.ts';
import { type Details, type Fault, faultIn, isSame } from './details.ts';

/** `decidedBy`, `decidedAt`, `endNote`: '' until it is decided. The notes are references of erasable texts. */
export type Change = {
  /** Counts the proposals of the city or agency, from 1. */
  readonly number: number;
  readonly status: 'proposed' | 'made' | 'refused';
  readonly before: string;
  readonly name: string;
  readonly countriesBefore: readonly string[];
  readonly countries: readonly string[];
  readonly note: string;
  readonly proposedBy: string;
  readonly proposedAt: Instant;
  readonly decidedBy: string;
  readonly decidedAt: Instant | '';
  readonly endNote: string;
};

type Made = { readonly proposer: string; readonly now: Instant; readonly by: Actor };
export type ChangeCommand =
  | ({ type: 'ProposeProposerChange'; note: string } & Details & Made)
  | ({ type: 'ConfirmProposerChange'; proposal: number } & Made)
  | ({ type: 'RefuseProposerChange'; proposal: number; note: string } & Made);
type CommandOf<Type extends ChangeCommand['type']> = Extract<ChangeCommand, { type: Type }>;

export type ChangeEvent = ProposerChangeProposed | ProposerChanged | ProposerChangeRefused;

export type ChangeRejection =
  | Fault
  | { type: 'NoteIsMissing' }
  | { type: 'DetailsStand'; name: string }
  | { type: 'ChangeIsPending'; proposal: number }
  | { type: 'ChangeIsUnknown'; proposal: number }
  | { type: 'ChangeInStatus'; proposal: number; status: Change['status'] }
  | { type: 'PreparedByTheSamePerson'; person: string };

type Detailed = Details & { readonly changes: readonly Change[] };
type Answer = Decision<ChangeEvent, ChangeRejection>;

/**
 * Accounts, signatures and due diligence are compared with the name of an organisation, and it proposes projects in its countries alone: two
 * persons of the secretariat change them.
 */
export function decideChange(command: ChangeCommand, proposer: Detailed): Answer {
  if (command.type === 'ProposeProposerChange') return propose(command, proposer);
  const { proposal } = command;
  const change = proposer.changes[proposal - 1];
  if (!change) return refuse({ type: 'ChangeIsUnknown', proposal });
  return command.type === 'ConfirmProposerChange' ? confirm(command, change, proposer) : reject(command, change);
}

function propose(
  { name, countries, note, now, by: { person: by } }: CommandOf<'ProposeProposerChange'>,
  { changes, ...details }: Detailed,
): Answer {
  const asked = { name, countries };
  const last = changes.at(-1);
  const isRepeated = last?.proposedBy === by && isSame(last, asked);
  if (last?.status === 'proposed') return isRepeated ? alreadyApplied : refuse({ type: 'ChangeIsPending', proposal: last.number });
  if (last?.status === 'made' && isRepeated) return alreadyApplied;
  const fault = faultIn(asked);
  if (fault) return refuse(fault);
  if (isSame(details, asked)) return refuse({ type: 'DetailsStand', name });
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  return accept({ type: 'ProposerChangeProposed', proposal: changes.length + 1, ...asked, ...beforeOf(details), note, at: now, by });
}

function confirm(
  { proposal, now, by: { person } }: CommandOf<'ConfirmProposerChange'>,
  { status, proposedBy, decidedBy, name, countries }: Change,
  details: Detailed,
): Answer {
  if (status === 'made' && decidedBy === person) return alreadyApplied;
  if (status !== 'proposed') return refuse({ type: 'ChangeInStatus', proposal, status });
  if (person === proposedBy) return refuse({ type: 'PreparedByTheSamePerson', person });
  return accept({ type: 'ProposerChanged', proposal, name, countries, ...beforeOf(details), at: now, by: person });
}

const beforeOf = ({ name: before, countries: countriesBefore }: Details) => ({ before, countriesBefore });

/** The person who proposed it may take it back with this. */
function reject({ proposal, note, now, by }: CommandOf<'RefuseProposerChange'>, { status, decidedBy }: Change): Answer {
  if (status === 'refused' && decidedBy === by.person) return alreadyApplied;
  if (status !== 'proposed') return refuse({ type: 'ChangeInStatus', proposal, status });
  return note === ''
    ? refuse({ type: 'NoteIsMissing' })
    : accept({ type: 'ProposerChangeRefused', proposal, note, at: now, by: by.person });
}

/** The changes after one of them was proposed or decided. */
export function changesAfter(changes: readonly Change[], event: ChangeEvent): readonly Change[] {
  if (event.type === 'ProposerChangeProposed') {
    const { type: _, proposal: number, at: proposedAt, by: proposedBy, ...asked } = event;
    return [...changes, { number, ...asked, proposedBy, proposedAt, ...UNDECIDED }];
  }
  const { proposal: number, at: decidedAt, by: decidedBy } = event;
  const how = event.type === 'ProposerChanged' ? { status: 'made' as const } : { status: 'refused' as const, endNote: event.note };
  return decidedIn(changes, number, { decidedBy, decidedAt, ...how }, { event: event.type, what: 'change', absent: 'never proposed' });
}
