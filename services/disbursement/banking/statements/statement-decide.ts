import { personsOf } from '@junkan/kit/pure/acting.ts';
import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import { isSameMoney, type Money, minus } from '@junkan/kit/pure/money.ts';
import { type Actor, notAllowed } from '@junkan/proto/actor.ts';
import { ROLES } from '@junkan/proto/junkan/disbursement/v1/roles.ts';
import type { Duty } from '../../agreements/payments/payment-commands.ts';
import {
  besidesPayments,
  type Command,
  type CommandOf,
  type Entry,
  type Event,
  type Existing,
  isCharged,
  isDismissed,
  isExplained,
  isOfUnknownAccount,
  isReported,
  isSameSettled,
  isUndecided,
  type Limited,
  measuredAs,
  namedByReference,
  reversalIn,
  type State,
  settledIn,
  waitsForSecond,
} from './statement.ts';
import { withEntries } from './statement-cash.ts';
import { confirmOwner, nameOwner, refuseOwner } from './statement-owner-decide.ts';
import { explain, isOpen, lackOf, reverse } from './statement-parts.ts';
import type { Rejection } from './statement-rejections.ts';
import { isElsewhere, isSettledAs, nameOfSettled } from './statement-saying.ts';
import { refuseWithdrawal, restore, withdraw } from './statement-withdrawal.ts';

type Decision = Decided<Event, Rejection>;

/** Entries are matched when they are imported, and reopened when a payment is not confirmed. */
const MAY = {
  ...ROLES,
  ImportStatement: ROLES.ImportStatements,
  MatchEntries: ROLES.ImportStatements,
  ReopenEntry: ROLES.ConfirmStatement,
  RetractEntry: ROLES.LinkEntry,
  ReverseEntry: ROLES.ConfirmStatement,
  RestoreEntry: ROLES.RefuseWithdrawal,
};

export function decide(command: Command, state: State): Decision {
  const decision = decided(command, state);
  return decision.ok ? { ok: true, events: withEntries(decision.events, state) } : decision;
}

function decided(command: Command, state: State): Decision {
  const refusal = notAllowed(command.by, MAY[command.type]);
  if (refusal) return refuse(refusal);
  if (state.status === 'absent') return command.type === 'ImportStatement' ? read(command, state) : refuse({ type: 'StatementIsUnknown' });
  switch (command.type) {
    case 'ImportStatement':
      return read(command, state);
    case 'MatchEntries':
      return matched(command, state);
    case 'LinkEntry':
      return link(command, state);
    case 'RecordFee':
      return charge(command, state);
    case 'ExplainEntry':
      return explain(command, state);
    case 'ReverseEntry':
      return reverse(command, state);
    case 'RefuseFee':
    case 'RefuseExplanation':
    case 'RefuseDismissal':
      return refuseSaid(command, state);
    case 'WithdrawEntry':
      return withdraw(command, state);
    case 'RestoreEntry':
      return restore(command, state);
    case 'RefuseWithdrawal':
      return refuseWithdrawal(command, state);
    case 'IgnoreEntry':
      return ignore(command, state);
    case 'HoldEntry':
      return hold(command, state);
    case 'ReopenEntry':
      return reopen(command, state);
    case 'RetractEntry':
      return retract(command, state);
    case 'ConfirmStatement':
      return confirm(command, state);
    case 'NameStatementOwner':
      return nameOwner(command, state);
    case 'ConfirmStatementOwner':
      return confirmOwner(command, state);
    case 'RefuseStatementOwner':
      return refuseOwner(command, state);
  }
}

/** Each is far below what one message may hold. */
const ENTRIES_IN_AN_EVENT = 200;
function inParts<Item>(items: readonly Item[]): Item[][] {
  const parts: Item[][] = [];
  for (let at = 0; at < items.length; at += ENTRIES_IN_AN_EVENT) parts.push(items.slice(at, at + ENTRIES_IN_AN_EVENT));
  return parts;
}

function read({ header, entries, now, by }: CommandOf<'ImportStatement'>, state: State): Decision {
  if (state.status === 'absent')
    return accept<Event>(
      { type: 'StatementImported', ...header, entries: entries.length, at: now, by: by.person },
      ...inParts(entries.map(({ earlierKey: _, ...entry }) => entry)).map((part): Event => ({ type: 'EntriesRead', entries: part })),
    );
  const isSame =
    state.entries.length === entries.length &&
    entries.every(({ key, earlierKey }, at) => [key, earlierKey].includes(state.entries[at]?.key)) &&
    isSameBalance(state.openingBalance, header.openingBalance) &&
    isSameBalance(state.closingBalance, header.closingBalance);
  return isSame ? alreadyApplied : refuse({ type: 'StatementDiffers', reference: header.reference });
}

const isSameBalance = (one: Money | undefined, other: Money | undefined): boolean =>
  one === undefined || other === undefined ? one === other : isSameMoney(one, other);

/**
 * Only what was not matched before, and what was held because the payer's account was unknown: the second of two concurrent imports adds
 * nothing.
 */
function matched({ verdicts, by }: CommandOf<'MatchEntries'>, { entries }: Existing): Decision {
  const unknown = verdicts.find(({ number }) => !entries[number - 1]);
  if (unknown) return refuse({ type: 'EntryIsUnknown', entry: unknown.number });
  const changed = verdicts.filter(({ number, because }) => {
    const known = entries[number - 1];
    return known?.standing === 'read' || (known !== undefined && isOfUnknownAccount(known) && because !== 'other-account');
  });
  return accept(...inParts(changed).map((part): Event => ({ type: 'EntriesMatched', entries: part, by: by.person, entry: undefined })));
}

function link(command: CommandOf<'LinkEntry'>, { entries, owner }: Existing): Decision {
  const { entry: number, agreement, settles: payment, recovery, drawing, duties = [], now, by } = command;
  const entry = entries[number - 1];
  if (!entry) return refuse({ type: 'EntryIsUnknown', entry: number });
  const named = [payment !== '', recovery !== undefined, drawing !== undefined].filter(Boolean);
  if (named.length !== 1) return refuse({ type: 'EntryIsOfOneThing', entry: number });
  const { standing } = entry;
  if (entry.reversal && payment !== '') return refuse({ type: 'EntryIsReversal', entry: number });
  const isLinked = entry.agreement === agreement && entry.payment === payment && entry.recovery === recovery && entry.drawing === drawing;
  if (standing === 'reported' && isLinked) return alreadyApplied;
  if (!isOpen(entry)) return refuse({ type: 'EntryIsDecided', entry: number, standing });
  const lacks = lackOf(entry);
  if (lacks) return refuse({ type: 'EntryIsNoSettlement', entry: number, lacks });
  const fault =
    drawing !== undefined
      ? claimFault(command, entry, owner)
      : recovery === undefined
        ? paymentFault(command, entry, entries)
        : refundFault(entry);
  if (fault) return refuse(fault);
  const facts = { number, agreement, payment, at: now, by: by.person, entry: undefined };
  const of = { ...(recovery === undefined ? {} : { recovery }), ...(drawing === undefined ? {} : { drawing }) };
  const charge = payment === '' ? undefined : chargeIn(command, entry);
  return accept({ type: 'EntryLinked', ...facts, ...of, charge, duties: [...duties] });
}

/** More of a payment is no charge of a bank: what came back is less than was sent for another reason, which a person has to find. */
const MAX_KEPT_SHARE = 10n;

/** What the bank kept of the payment that it returns: if it names that by its reference, and gives back nearly all of it. */
export function chargeIn(
  { amount, instruction }: Pick<CommandOf<'LinkEntry'>, 'amount' | 'instruction'>,
  { direction, amount: booked, instruction: named }: Pick<Entry, 'direction' | 'amount' | 'instruction'>,
): Money | undefined {
  if (!amount || direction !== 'credit' || named === '' || named !== instruction || booked.currency !== amount.currency) return undefined;
  const kept = minus(amount, booked);
  return kept.amount > 0n && kept.amount * MAX_KEPT_SHARE <= amount.amount ? kept : undefined;
}

function paymentFault(command: CommandOf<'LinkEntry'>, entry: Entry, entries: readonly Entry[]): Rejection | undefined {
  const { settles: payment, amount, debitCurrency, elsewhere } = command;
  if (!amount) return { type: 'PaymentIsUnknown', payment };
  const { number, amount: booked } = entry;
  if (isElsewhere(entry, elsewhere)) return { type: 'EntryIsOfAnotherAccount', entry: number, payment };
  const isAlone = entries.every((each) => each === entry || each.direction !== 'credit' || each.instruction !== entry.instruction);
  const fits = isSameMoney(amount, booked) || debitCurrency === booked.currency || (isAlone && chargeIn(command, entry) !== undefined);
  return fits ? undefined : { type: 'EntryDiffersFromPayment', entry: number, booked, payment: amount };
}

/** A proposer pays back: money that came in. How much may be refunded its recovery says. */
const refundFault = ({ number: entry, direction }: Entry): Rejection | undefined =>
  direction === 'credit' ? undefined : { type: 'EntryIsNoRefund', entry, direction };

/** The guarantor pays what was called from an account of its own, in the currency of the agreement. */
function claimFault({ claim, drawing = 0 }: CommandOf<'LinkEntry'>, entry: Entry, owner: string | undefined): Rejection | undefined {
  if (!claim) return { type: 'DrawingIsUnknown', drawing };
  const { number, amount: booked, direction } = entry;
  if (direction !== 'debit') return { type: 'EntryIsNoClaim', entry: number, direction };
  if (owner !== claim.sponsor) return { type: 'EntryIsOfAnotherAccount', entry: number, payment: '' };
  return isSameMoney(claim.amount, booked) ? undefined : { type: 'EntryDiffersFromPayment', entry: number, booked, payment: claim.amount };
}

function charge(command: CommandOf<'RecordFee'>, state: Existing): Decision {
  const { entry: number, note, now, by } = command;
  const open = openEntry(command, state);
  if ('type' in open) return refuse(open);
  const { direction, booked } = open;
  if (direction !== 'debit' || !booked) return refuse({ type: 'EntryIsNoCharge', entry: number, direction });
  if (isCharged(open) && open.note === note) return alreadyApplied;
  // What bears the reference of a payment has been paid to somebody, or is to be explained.
  const [named] = [...namedByReference(open).map(({ payment }) => payment), ...(open.mentioned?.payments ?? [])];
  if (named) return refuse({ type: 'EntryBearsAReference', entry: number, payment: named });
  return accept({ type: 'FeeRecorded', number, note, at: now, by: by.person, entry: undefined });
}

/** What a second person may refuse that one has said of an entry. */
const SAID = {
  RefuseExplanation: {
    is: (entry: Entry): boolean => isExplained(entry) || (isReported(entry) && entry.parts.length > 0),
    becomes: 'explanation-refused',
    refused: 'ExplanationRefused',
    missing: 'EntryIsNotExplained',
  },
  RefuseFee: { is: isCharged, becomes: 'charge-refused', refused: 'FeeRefused', missing: 'EntryIsNotCharged' },
  RefuseDismissal: { is: isDismissed, becomes: 'dismissal-refused', refused: 'DismissalRefused', missing: 'EntryIsNotDismissed' },
} as const;

/** Another person than who said so. The money stays where it was: what was said and what waits are both in suspense. */
function refuseSaid({ type, entry: number, note, now, by }: CommandOf<keyof typeof SAID>, { entries }: Existing): Decision {
  const { is, becomes, refused, missing } = SAID[type];
  const entry = entries[number - 1];
  if (!entry) return refuse({ type: 'EntryIsUnknown', entry: number });
  if (entry.because === becomes && entry.by === by.person && entry.note === note) return alreadyApplied;
  if (!is(entry)) return refuse({ type: missing, entry: number, standing: entry.standing });
  if (entry.by === by.person) return refuse({ type: 'PersonHasAnotherDuty', person: by.person, duty: 'reported' });
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  const facts = { number, note, at: now, by: by.person };
  return accept(refused === 'ExplanationRefused' ? { type: refused, ...facts, entry: undefined } : { type: refused, ...facts });
}

function ignore(command: CommandOf<'IgnoreEntry'>, state: Existing): Decision {
  const { entry: number, note, duties = [], now, by } = command;
  const open = openEntry(command, state);
  if ('type' in open) return refuse(open);
  if ((isDismissed(open) || open.standing === 'ignored') && open.note === note) return alreadyApplied;
  return accept({ type: 'EntryIgnored', number, note, waits: true, duties: [...duties], at: now, by: by.person, entry: undefined });
}

function hold(command: CommandOf<'HoldEntry'>, state: Existing): Decision {
  const { entry: number, note, now, by } = command;
  const open = openEntry(command, state);
  if ('type' in open) return refuse(open);
  if (open.because === 'by-hand' && open.note === note) return alreadyApplied;
  return accept({ type: 'EntryHeld', number, note, at: now, by: by.person, entry: undefined });
}

function openEntry(
  { entry: number, note }: CommandOf<'RecordFee' | 'IgnoreEntry' | 'HoldEntry'>,
  { entries }: Existing,
): Entry | Rejection {
  const entry = entries[number - 1];
  if (!entry) return { type: 'EntryIsUnknown', entry: number };
  if (!isOpen(entry)) return { type: 'EntryIsDecided', entry: number, standing: entry.standing };
  return note === '' ? { type: 'NoteIsMissing' } : entry;
}

function reopen({ entry: number, of, report, now, by }: CommandOf<'ReopenEntry'>, { entries }: Existing): Decision {
  const entry = entries[number - 1];
  if (!entry) return refuse({ type: 'EntryIsUnknown', entry: number });
  const undoes = `${nameOfSettled(of)}/${report}`;
  const isDone = entry.standing !== 'confirmed' || entry.undoneBy?.includes(undoes);
  if (isDone || !settledIn(entry).some((part) => isSameSettled(part, of))) return alreadyApplied;
  return accept({ type: 'EntriesReopened', numbers: [number], at: now, by: by.person, entry: undefined, undoes });
}

/** What somebody has said of it since stays. */
function retract({ entry: number, said, refusal, now, by }: CommandOf<'RetractEntry'>, { entries }: Existing): Decision {
  const entry = entries[number - 1];
  if (!entry) return refuse({ type: 'EntryIsUnknown', entry: number });
  const isSaid = isReported(entry) && entry.by === by.person && isSettledAs(entry, said);
  return isSaid
    ? accept({ type: 'EntriesReopened', numbers: [number], at: now, by: by.person, entry: undefined, refusal })
    : alreadyApplied;
}

/** What bars a person from confirming what was said of an entry: they said it, have confirmed it as the first, or had a part in its payments. */
export function dutyIn({ by, first, duties }: Entry, own: readonly string[]): Duty | undefined {
  if (own.includes(by)) return 'reported';
  return first && own.includes(first.by) ? 'approved' : duties.find(({ person }) => own.includes(person))?.duty;
}

/** Why a person may confirm nothing of what waits. */
export function confirmerFault(by: Actor, entries: readonly Entry[]): Rejection | undefined {
  const own = personsOf(by);
  const held = entries.filter(waitsForSecond).map((entry) => dutyIn(entry, own));
  const [duty] = held;
  return duty && !held.includes(undefined) ? { type: 'PersonHasAnotherDuty', person: by.person, duty } : undefined;
}

const isAsMeasured = (entry: Entry, { fits, once }: Limited): boolean =>
  (fits.get(entry.number) ?? once.get(entry.number)) === measuredAs(entry);

/**
 * Each payment has been confirmed before, under its own duties; here it is only noted. What others say to be charges, or of no payment, is confirmed with it;
 * a reversal only while what it takes back waits for it. Above a limit it is confirmed once, and waits for another person.
 */
function confirm({ statement, confirmed, reopened, limited, now, by }: CommandOf<'ConfirmStatement'>, { entries }: Existing): Decision {
  const waiting = entries.filter(waitsForSecond);
  const own = personsOf(by);
  const fault = confirmerFault(by, entries);
  if (fault) return refuse(fault);
  const facts = { at: now, by: by.person, entry: undefined };
  const measured = limited ? { rules: limited.rules } : {};
  const taken = new Map<number, number>();
  const verdicts = Map.groupBy(waiting, (entry): 'done' | 'once' | 'again' | 'left' => {
    const { number } = entry;
    if (reopened.includes(number)) return 'again';
    const isNamed = confirmed.includes(number);
    // Nobody confirms what they said themselves, nor one who counts as the same, though two others have confirmed the payment that it is.
    const duty = dutyIn(entry, own);
    if (duty === 'reported' || duty === 'approved') return 'left';
    // What was said of it, or confirmed once, since it was measured.
    if (limited && besidesPayments(entry).amount > 0n && !isAsMeasured(entry, limited)) return 'left';
    if (limited?.once.has(number)) return duty ? 'left' : 'once';
    if (isReported(entry)) return isNamed ? 'done' : 'left';
    if (duty) return 'left';
    const reversal = reversalIn(entry);
    if (!reversal) return 'done';
    if (reversal.statement !== statement) return isNamed ? 'done' : 'left';
    const earlier = entries[reversal.entry - 1];
    if (!earlier || !isUndecided(earlier) || taken.has(earlier.number)) return 'again';
    taken.set(earlier.number, number);
    return 'done';
  });
  const numbersOf = (verdict: 'done' | 'once' | 'again') => (verdicts.get(verdict) ?? []).map(({ number }) => number);
  const [done, first, again] = [numbersOf('done'), numbersOf('once'), numbersOf('again')];
  return accept<Event>(
    ...(first.length > 0
      ? [{ type: 'EntriesConfirmedOnce' as const, numbers: first, at: now, by: by.person, rules: limited?.rules ?? 0 }]
      : []),
    ...(done.length > 0 ? [{ type: 'EntriesConfirmed' as const, numbers: done, ...measured, ...facts }] : []),
    ...(again.length > 0 ? [{ type: 'EntriesReopened' as const, numbers: again, ...facts }] : []),
    ...[...taken].map(
      ([number, reversingEntry]): Event => ({ type: 'EntryReversed', number, reversingStatement: statement, reversingEntry, ...facts }),
    ),
  );
}
