import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import { type CommandOf, type Entry, type Event, type Existing, isConfirmed, settledIn, waitsForSecond } from './statement.ts';
import { type OwnerNaming, waitingNaming } from './statement-owner.ts';
import type { Rejection } from './statement-rejections.ts';

type Decision = Decided<Event, Rejection>;

/** One person names the owner of the statement: one of those that nothing else distinguishes, or another than its assumed owner. */
export function nameOwner(command: CommandOf<'NameStatementOwner'>, state: Existing): Decision {
  const { account, relation, foreign, note, now, by } = command;
  const waiting = waitingNaming(state);
  if (waiting?.account === account && waiting.by === by.person && waiting.note === note) return alreadyApplied;
  if (waiting) return refuse({ type: 'StatementOwnerIsNamed', account: waiting.account });
  const { sponsor, lacks } = relation;
  if (lacks !== '') return refuse({ type: 'AccountIsNotOfStatement', account, lacks });
  if (sponsor === state.owner) return refuse({ type: 'StatementHasOwner', owner: sponsor });
  const settling = settlingIn(state, foreign);
  if (settling) return refuse(settling);
  return note === ''
    ? refuse({ type: 'NoteIsMissing' })
    : accept({ type: 'StatementOwnerNamed', account, sponsor, note, at: now, by: by.person });
}

/** Another confirms it; what waits in the statement is in suspense of the sponsor from then on. */
export function confirmOwner({ account, foreign, now, by }: CommandOf<'ConfirmStatementOwner'>, state: Existing): Decision {
  const { naming } = state;
  if (naming?.status === 'confirmed' && naming.account === account && naming.decidedBy === by.person) return alreadyApplied;
  const waiting = waitingNaming(state);
  if (waiting?.account !== account) return refuse({ type: 'StatementOwnerIsNotNamed' });
  const { sponsor } = waiting;
  const settling = settlingIn(state, foreign);
  return (
    withAnotherDuty(by.person, waiting, state) ??
    (settling && refuse(settling)) ??
    accept({ type: 'StatementOwnerConfirmed', account, sponsor, cashAccount: account, at: now, by: by.person, entry: undefined })
  );
}

/** Or refuses it: the statement has no owner still. */
export function refuseOwner({ note, now, by }: CommandOf<'RefuseStatementOwner'>, state: Existing): Decision {
  const { naming } = state;
  if (naming?.status === 'refused' && naming.decidedBy === by.person && naming.reason === note) return alreadyApplied;
  const waiting = waitingNaming(state);
  if (!waiting) return refuse({ type: 'StatementOwnerIsNotNamed' });
  const refusal = withAnotherDuty(by.person, waiting, state);
  if (refusal) return refusal;
  return note === '' ? refuse({ type: 'NoteIsMissing' }) : accept({ type: 'StatementOwnerRefused', note, at: now, by: by.person });
}

/**
 * An entry that settles a payment, or is reported to, belongs to the account that pays it; what two persons have confirmed was held to the limits of a day of its
 * owner, and what another entry takes back was in the same account: that is taken back first.
 */
function settlingIn({ owner, entries }: Existing, foreign: number | undefined): Rejection | undefined {
  const isOfOwner = (entry: Entry): boolean =>
    isConfirmed(entry) || entry.standing === 'reversed' || settledIn(entry).some(({ payment }) => payment !== '');
  const found = owner ? entries.find(isOfOwner) : entries.find(({ number }) => number === foreign);
  return found && { type: 'EntryIsDecided', entry: found.number, standing: found.standing };
}

/** The person who named the owner, imported the statement, or reported what waits in it, is not the second person. */
function withAnotherDuty(person: string, { by }: OwnerNaming, { importedBy, entries }: Existing): Decision | undefined {
  const acted = [by, importedBy, ...entries.filter(waitsForSecond).map((entry) => entry.by)];
  return acted.includes(person) ? refuse({ type: 'PersonHasAnotherDuty', person, duty: 'reported' }) : undefined;
}
