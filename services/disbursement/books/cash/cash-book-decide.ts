import { personsOf } from '@junkan/kit/pure/acting.ts';
import type { CalendarDate } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import { money } from '@junkan/kit/pure/money.ts';
import { notAllowed } from '@junkan/proto/actor.ts';
import { ROLES } from '@junkan/proto/junkan/disbursement/v1/roles.ts';
import { accounts, type CashKind, entry, type JournalEntry, moved } from '../../agreements/journal.ts';
import { BOOKED_TO } from '../../banking/statements/statement-cash.ts';
import {
  type Command,
  type CommandOf,
  type DifferenceKind,
  type Event,
  type Existing,
  type Explanation,
  evolve,
  gapKey,
  type Rejection,
  type State,
} from './cash-book.ts';
import { acceptedSums, explanationOf, followed, openingOf } from './cash-gaps.ts';

type Decision = Decided<Event, Rejection>;

/** A statement is entered when it is imported, or when it is known whose it is. */
const MAY = {
  ...ROLES,
  EnterStatement: [...ROLES.ImportStatements, ...ROLES.ConfirmStatementOwner],
  WithdrawStatement: ROLES.ConfirmStatementOwner,
};

export function decide(command: Command, state: State): Decision {
  const refusal = notAllowed(command.by, MAY[command.type]);
  if (refusal) return refuse(refusal);
  if (state.status === 'absent') return command.type === 'EnterStatement' ? enter(command, state) : refuse({ type: 'CashBookIsUnknown' });
  switch (command.type) {
    case 'EnterStatement':
      return enter(command, state);
    case 'WithdrawStatement':
      return withdraw(command, state);
    case 'ExplainGap':
      return explain(command, state);
    case 'ConfirmGap':
      return confirm(command, state);
    case 'RefuseGap':
      return reject(command, state);
  }
}

function enter({ type: _, now, by, ...entered }: CommandOf<'EnterStatement'>, state: State): Decision {
  if (state.status !== 'absent' && state.statements.some(({ statement }) => statement === entered.statement)) return alreadyApplied;
  return accept(withEntry({ type: 'StatementEntered', ...entered, at: now, by: by.person, entry: undefined }, state));
}

function withdraw({ statement, now, by }: CommandOf<'WithdrawStatement'>, state: Existing): Decision {
  if (state.statements.every((each) => each.statement !== statement)) return alreadyApplied;
  return accept(withEntry({ type: 'StatementWithdrawn', statement, at: now, by: by.person, entry: undefined }, state));
}

function explain({ gap: key, as: named, note, now, by }: CommandOf<'ExplainGap'>, state: Existing): Decision {
  const gap = followed(state).gaps.find((each) => gapKey(each) === key);
  if (!gap) return refuse({ type: 'GapIsUnknown', gap: key });
  const explained = explanationOf(state, gap);
  const as = gap.difference ? named : '';
  if (explained?.by === by.person && explained.note === note && explained.as === as) return alreadyApplied;
  if (explained) return refuse({ type: 'GapIsExplained', explanation: explained.number });
  // What the bank has less is no income.
  const isNamed = !gap.difference || (as !== '' && (as !== 'other-income' || gap.difference.amount > 0n));
  if (gap.difference && !isNamed) return refuse({ type: 'DifferenceIsNotNamed', difference: gap.difference });
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  const explanation = state.explanations.length + 1;
  return accept({ type: 'GapExplained', explanation, ...gap, as, note, at: now, by: by.person });
}

/** Not by who explained it, who entered the statement at which it shows, or who has confirmed it as the first of two. */
function confirm({ explanation: number, limited, now, by }: CommandOf<'ConfirmGap'>, state: Existing): Decision {
  const explanation = state.explanations[number - 1];
  if (!explanation) return refuse({ type: 'ExplanationIsUnknown', explanation: number });
  const { status } = explanation;
  if (status === 'confirmed' && explanation.decidedBy === by.person) return alreadyApplied;
  if (status !== 'proposed') return refuse({ type: 'ExplanationDoesNotWait', explanation: number, status });
  if (personsOf(by).some((person) => confirmersBarred(explanation, state).includes(person)))
    return refuse({ type: 'PreparedByTheSamePerson', person: by.person });
  // Other statements have come since, and with them another difference, or none.
  if (followed(state).gaps.every((gap) => explanationOf(state, gap)?.number !== number))
    return refuse({ type: 'GapIsUnknown', gap: gapKey(explanation) });
  // Another has confirmed it once since it was measured: it is measured again as the second confirmation.
  if (limited && limited.first !== explanation.first) return refuse({ type: 'ExplanationDoesNotWait', explanation: number, status });
  const said = { explanation: number, at: now, by: by.person };
  if (limited && !limited.fits) return accept({ type: 'GapConfirmedOnce', ...said, rules: limited.rules });
  const measured = limited ? { rules: limited.rules } : {};
  return accept(withEntry({ type: 'GapConfirmed', ...said, ...measured, entry: undefined }, state));
}

/** Who has a part in it, and so does not confirm it. */
export const confirmersBarred = ({ by, first = '', statement }: Explanation, { statements }: Existing): readonly string[] => [
  by,
  first,
  statements.find((each) => each.statement === statement)?.enteredBy ?? '',
];

function reject({ explanation: number, note, now, by }: CommandOf<'RefuseGap'>, state: Existing): Decision {
  const explanation = state.explanations[number - 1];
  if (!explanation) return refuse({ type: 'ExplanationIsUnknown', explanation: number });
  const { status } = explanation;
  if (status === 'refused' && explanation.decidedBy === by.person && explanation.reason === note) return alreadyApplied;
  if (status !== 'proposed') return refuse({ type: 'ExplanationDoesNotWait', explanation: number, status });
  return note === ''
    ? refuse({ type: 'NoteIsMissing' })
    : accept({ type: 'GapRefused', explanation: number, note, at: now, by: by.person });
}

/** An opening balance is of the first day of the statement, an accepted difference of the day on which it shows. */
function dayOf(event: Event, before: State): CalendarDate | '' {
  if (event.type === 'StatementEntered') return event.from || event.to;
  if (event.type !== 'GapConfirmed' || before.status === 'absent') return '';
  const gap = before.explanations[event.explanation - 1];
  return (gap?.kind === 'opening-differs' ? gap.from : gap?.to) ?? '';
}

/** As a part of a line that is the same; '' as an earlier version explained it. */
const bookedTo = (as: DifferenceKind | ''): CashKind => (as === '' ? 'suspense' : BOOKED_TO[as]);
const NONE: ReadonlyMap<DifferenceKind | '', bigint> = new Map();

/** The event with what it changes of the opening balance, and of the differences that are accepted. */
function withEntry(event: Extract<Event, { entry: JournalEntry | undefined }>, before: State): Event {
  const after = evolve(before, event);
  if (after.status === 'absent') return event;
  const { sponsor, account, currency, moves } = after;
  const bank = accounts.bank(sponsor, account);
  const opening = openingOf(after) - (before.status === 'absent' ? 0n : openingOf(before));
  const [known, accepted] = [before.status === 'absent' ? NONE : acceptedSums(before), acceptedSums(after)];
  const postings = [
    ...(opening === 0n ? [] : moved(accounts.ofCash(sponsor, 'opening-balance'), bank, money(opening, currency))),
    ...[...new Set([...known.keys(), ...accepted.keys()])].flatMap((as) => {
      const change = (accepted.get(as) ?? 0n) - (known.get(as) ?? 0n);
      return change === 0n ? [] : moved(accounts.ofCash(sponsor, bookedTo(as)), bank, money(change, currency));
    }),
  ];
  const day = dayOf(event, before);
  const booked = entry(`cash/${account}/${currency}/${moves + 1}`, postings);
  return postings.length === 0 ? event : { ...event, entry: day ? { ...booked, day } : booked };
}
