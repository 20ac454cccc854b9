import { personsOf } from '@junkan/kit/pure/acting.ts';
import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import { notAllowed } from '@junkan/proto/actor.ts';
import { ROLES } from '@junkan/proto/junkan/disbursement/v1/roles.ts';
import { type CommandOf, type Entry, type EntryName, type Event, type Existing, type Part, reversalIn } from './statement.ts';
import type { Rejection } from './statement-rejections.ts';

type Decision = Decided<Event, Rejection>;

/** What two persons have confirmed, and no command of a payment undoes: a charge, that it takes back another entry, or what else an entry consists of. */
export const isFinal = ({ standing }: Entry): boolean => standing === 'fee' || standing === 'accounted';

/**
 * One person says that it is wrong, and another the same: its money is in suspense again, and it may be said to be something else. So is what it took back: in
 * its own statement with it, in another one before.
 */
export function withdraw(
  { statement, entry: number, note, duties = [], now, by }: CommandOf<'WithdrawEntry'>,
  { entries }: Existing,
): Decision {
  const entry = entries[number - 1];
  if (!entry) return refuse({ type: 'EntryIsUnknown', entry: number });
  if (!isFinal(entry))
    return entry.standing === 'held' && entry.because === 'objected' && entry.by === by.person
      ? alreadyApplied
      : refuse({ type: 'EntryIsNotAccounted', entry: number, standing: entry.standing });
  const { doubt } = entry;
  if (doubt?.by === by.person) return alreadyApplied;
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  if (!doubt) return accept({ type: 'EntryDoubted', number, note, duties: [...duties], at: now, by: by.person });
  const fault = secondFault(by, entry);
  if (fault) return refuse(fault);
  const reversal = reversalIn(entry);
  const taken = reversal?.statement === statement ? entries[reversal.entry - 1] : undefined;
  const restored = taken && isTakenBackBy(taken, { statement, entry: number }) ? [taken.number] : [];
  return accept({ type: 'EntriesReopened', numbers: [number, ...restored], at: now, by: by.person, entry: undefined });
}

/** What an entry of another statement had taken back waits again, before that does. */
export function restore(command: CommandOf<'RestoreEntry'>, { entries }: Existing): Decision {
  const { entry: number, reversingStatement: statement, reversingEntry, now, by } = command;
  const entry = entries[number - 1];
  if (!entry) return refuse({ type: 'EntryIsUnknown', entry: number });
  if (!isTakenBackBy(entry, { statement, entry: reversingEntry })) return alreadyApplied;
  return accept({ type: 'EntriesReopened', numbers: [number], at: now, by: by.person, entry: undefined });
}

const isTakenBackBy = ({ standing, reversedBy }: Entry, { statement, entry }: EntryName): boolean =>
  standing === 'reversed' && reversedBy?.statement === statement && reversedBy.entry === entry;

/** Which entry a reversal had taken back, once this withdraws it; absent where it withdraws nothing yet, or no reversal. */
export function restoredBy(command: CommandOf<'WithdrawEntry'>, state: Existing): Part | undefined {
  const decision = withdraw(command, state);
  const entry = state.entries[command.entry - 1];
  const isWithdrawn = decision.ok && decision.events.some(({ type }) => type === 'EntriesReopened');
  return entry && isWithdrawn ? reversalIn(entry) : undefined;
}

/** Or does not find that: it stays what it is. */
export function refuseWithdrawal({ entry: number, note, now, by }: CommandOf<'RefuseWithdrawal'>, { entries }: Existing): Decision {
  const entry = entries[number - 1];
  if (!entry) return refuse({ type: 'EntryIsUnknown', entry: number });
  if (!entry.doubt) return refuse({ type: 'EntryIsNotAccounted', entry: number, standing: entry.standing });
  const fault = secondFault(by, entry);
  if (fault) return refuse(fault);
  return note === '' ? refuse({ type: 'NoteIsMissing' }) : accept({ type: 'EntryDoubtRefused', number, note, at: now, by: by.person });
}

/** A checker, who did not say so, had no part in a payment of which it bears the reference, and counts as one person with nobody who did or had. */
function secondFault(by: CommandOf<'WithdrawEntry'>['by'], { doubt, duties }: Entry): Rejection | undefined {
  const refusal = notAllowed(by, ROLES.RefuseWithdrawal);
  if (refusal) return refusal;
  const own = personsOf(by);
  const barred = [...duties, ...(doubt?.duties ?? [])];
  const duty = own.includes(doubt?.by ?? '') ? 'reported' : barred.find(({ person }) => own.includes(person))?.duty;
  return duty && { type: 'PersonHasAnotherDuty', person: by.person, duty };
}
