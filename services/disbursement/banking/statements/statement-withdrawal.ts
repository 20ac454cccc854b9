import { personsOf } from '@junkan/kit/pure/acting.ts';
import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import { notAllowed } from '@junkan/proto/actor.ts';
import { ROLES } from '@junkan/proto/junkan/disbursement/v1/roles.ts';
import { type CommandOf, type Entry, type Event, type Existing, reversalIn } from './statement.ts';
import type { Rejection } from './statement-rejections.ts';

type Decision = Decided<Event, Rejection>;

/**
 * What two persons have confirmed, and no command of a payment undoes: a charge, or what else an entry consists of. What takes back another entry
 * stays.
 */
export const isFinal = (entry: Entry): boolean => entry.standing === 'fee' || (entry.standing === 'accounted' && !reversalIn(entry));

/** One person says that it is wrong, and another the same: its money is in suspense again, and it may be said to be something else. */
export function withdraw({ entry: number, note, now, by }: CommandOf<'WithdrawEntry'>, { entries }: Existing): Decision {
  const entry = entries[number - 1];
  if (!entry) return refuse({ type: 'EntryIsUnknown', entry: number });
  if (!isFinal(entry))
    return entry.standing === 'held' && entry.because === 'objected' && entry.by === by.person
      ? alreadyApplied
      : refuse({ type: 'EntryIsNotAccounted', entry: number, standing: entry.standing });
  const { doubt } = entry;
  if (doubt?.by === by.person) return alreadyApplied;
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  if (!doubt) return accept({ type: 'EntryDoubted', number, note, at: now, by: by.person });
  const fault = secondFault(by, entry);
  return fault ? refuse(fault) : accept({ type: 'EntriesReopened', numbers: [number], at: now, by: by.person, entry: undefined });
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
  const duty = own.includes(doubt?.by ?? '') ? 'reported' : duties.find(({ person }) => own.includes(person))?.duty;
  return duty && { type: 'PersonHasAnotherDuty', person: by.person, duty };
}
