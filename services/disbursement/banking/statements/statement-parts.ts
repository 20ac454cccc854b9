import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import { isSameMoney, type Money, money } from '@junkan/kit/pure/money.ts';
import {
  type CommandOf,
  type Direction,
  type Entry,
  type Event,
  type Existing,
  isCharged,
  isDismissed,
  isExplained,
  isSameSettled,
  isSettlement,
  isUndecided,
  type NamedPart,
  type Part,
  partsOf,
  type ReversedEntry,
} from './statement.ts';
import type { PartLack, Rejection, ReversalLack } from './statement-rejections.ts';

type Decision = Decided<Event, Rejection>;

/**
 * A dismissed entry may be taken up again; what was reported as something else than a payment is not that before a second person confirms
 * it.
 */
export const isOpen = (entry: Entry): boolean =>
  isUndecided(entry) || isCharged(entry) || isDismissed(entry) || isExplained(entry) || entry.standing === 'ignored';

export function lackOf({ booked, valueDate }: Entry): Extract<Rejection, { type: 'EntryIsNoSettlement' }>['lacks'] | undefined {
  if (!booked) return 'booking';
  return valueDate === '' ? 'value-date' : undefined;
}

/** In the direction of the entry above zero. */
const signed = ({ amount, direction }: Pick<Part, 'amount' | 'direction'>, of: Direction): bigint =>
  direction === of ? amount.amount : -amount.amount;

/** One person says of what an entry consists. What it settles has been reported of the payments and recoveries by then. */
export function explain(command: CommandOf<'ExplainEntry'>, state: Existing): Decision {
  const { entry: number, parts: named, duties = [], note, now, by } = command;
  const entry = state.entries[number - 1];
  if (!entry) return refuse({ type: 'EntryIsUnknown', entry: number });
  const parts = named.map(({ order: _, reverses: _reverses, claim: _claim, ...part }) => part);
  if (entry.parts.length > 0 && entry.note === note && isSameParts(entry.parts, parts)) return alreadyApplied;
  if (!isOpen(entry)) return refuse({ type: 'EntryIsDecided', entry: number, standing: entry.standing });
  const lacks = lackOf(entry);
  if (lacks) return refuse({ type: 'EntryIsNoSettlement', entry: number, lacks });
  for (const [at, part] of named.entries()) {
    const fault = faultOf(part, entry, named, state);
    if (fault) return refuse(typeof fault === 'string' ? { type: 'PartDoesNotFit', part: at + 1, lacks: fault } : fault);
  }
  const sum: Money = money(
    parts.reduce((all, part) => all + signed(part, entry.direction), 0n),
    entry.amount.currency,
  );
  if (!isSameMoney(sum, entry.amount)) return refuse({ type: 'PartsAreNotTheEntry', entry: number, booked: entry.amount, parts: sum });
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  return accept({ type: 'EntryExplained', number, parts, duties: [...duties], note, at: now, by: by.person, entry: undefined });
}

const isSameParts = (one: readonly Part[], other: readonly Part[]): boolean => textOf(one) === textOf(other);
const textOf = (parts: readonly Part[]): string =>
  JSON.stringify(
    parts.map(({ as, agreement, payment, recovery, drawing = 0, statement, entry, amount: { amount, currency }, direction }) => [
      [as, agreement, payment, recovery, drawing, statement, entry],
      [`${amount}`, currency, direction],
    ]),
  );

const isSame = (one: Part, other: Part): boolean => one.as === other.as && isSettlement(one) && isSameSettled(one, other);

function faultOf(part: NamedPart, entry: Entry, all: readonly NamedPart[], state: Existing): PartLack | Rejection | undefined {
  const { as, amount, direction } = part;
  if (amount.amount <= 0n) return 'amount';
  if (amount.currency !== entry.amount.currency) return 'currency';
  if (all.some((each) => each !== part && isSame(each, part))) return 'twice';
  const isOneWay = isSettlement(part) || as === 'reversal' || as === 'over-payment';
  if (isOneWay && direction !== entry.direction) return 'direction';
  switch (as) {
    case 'payment':
      return paymentFault(part, entry, state);
    case 'refund':
      return entry.direction === 'credit' && part.agreement !== '' && part.recovery > 0 ? undefined : 'recovery';
    case 'claim':
      return claimFault(part, entry, state);
    case 'reversal':
      return all.length > 1 ? 'alone' : reversalFault(part.reverses, entry, state);
    case 'other-income':
      return direction === 'credit' ? undefined : 'income';
    case 'fee':
    case 'interest':
    case 'receivable-from-bank':
    case 'over-payment':
    case 'unrelated':
      return undefined;
  }
}

/**
 * A payment is settled, and returned, as a whole. The bank may have taken it from another account of the sponsor than it was instructed to. Its reversal
 * returns the payment only if it takes back the entry that settles it, or the part of that entry that is the payment.
 */
function paymentFault(
  { order, amount, payment, reverses, statement, entry: at }: NamedPart,
  entry: Entry,
  state: Existing,
): PartLack | Rejection | undefined {
  if (!order) return 'payment';
  if (order.elsewhere === 'other-sponsor') return { type: 'EntryIsOfAnotherAccount', entry: entry.number, payment };
  if (!isSameMoney(order.amount, amount) && order.debitCurrency !== amount.currency) return 'whole';
  if (entry.reversal) {
    const { settledBy } = order;
    const isDoubled = state.entries.some((each) => isTwin(each, entry) && isUndecided(each));
    const isOfSettlement = statement !== '' && settledBy?.statement === statement && settledBy.entry === at;
    if (isDoubled || !isOfSettlement) return { type: 'EntryIsReversal', entry: entry.number };
    const settling = reverses && partsOf(reverses.entry).find((each) => each.payment === payment);
    const lacks = reversalLack(reverses, entry, state, [settling?.amount, amount]);
    if (lacks && lacks !== 'suspense') return { type: 'EntryDoesNotReverse', entry: entry.number, reverses: at, lacks };
  }
  return undefined;
}

/** The guarantor has paid all that was called, from an account of its own. */
function claimFault(
  { claim, amount }: NamedPart,
  { number: entry, direction }: Entry,
  { owner }: Existing,
): PartLack | Rejection | undefined {
  if (!claim || direction !== 'debit') return 'claim';
  if (owner !== claim.sponsor) return { type: 'EntryIsOfAnotherAccount', entry, payment: '' };
  return isSameMoney(claim.amount, amount) ? undefined : 'claim';
}

/** It names the same payment, in the other direction. */
const isTwin = ({ instruction, direction }: Entry, entry: Entry): boolean =>
  instruction !== '' && instruction === entry.instruction && direction !== entry.direction;

function reversalFault(reverses: ReversedEntry | undefined, entry: Entry, state: Existing): PartLack | Rejection | undefined {
  const lacks = reversalLack(reverses, entry, state, [reverses?.entry.amount, entry.amount]);
  return lacks && { type: 'EntryDoesNotReverse', entry: entry.number, reverses: reverses?.entry.number ?? 0, lacks };
}

/** `compared`: what is taken back, and what the reversal says of it. */
function reversalLack(
  reverses: ReversedEntry | undefined,
  entry: Entry,
  state: Existing,
  [taken, said]: readonly [Money | undefined, Money],
): ReversalLack | undefined {
  if (!reverses) return 'entry';
  const { entry: earlier, account, cashAccount } = reverses;
  if (!earlier.booked) return 'booking';
  if (account !== state.account || cashAccount !== (state.cashAccount ?? '')) return 'account';
  if (!taken || !isSameMoney(taken, said)) return 'amount';
  if (earlier.direction === entry.direction) return 'direction';
  return isUndecided(earlier) ? undefined : 'suspense';
}

/** What another entry takes back waits no more, and no third can take it back. */
export function reverse(command: CommandOf<'ReverseEntry'>, { entries }: Existing): Decision {
  const { entry: number, reversingStatement, reversingEntry, now, by } = command;
  const entry = entries[number - 1];
  if (!entry) return refuse({ type: 'EntryIsUnknown', entry: number });
  const { standing, reversedBy } = entry;
  if (reversedBy?.statement === reversingStatement && reversedBy.entry === reversingEntry) return alreadyApplied;
  if (!isUndecided(entry)) return refuse({ type: 'EntryIsDecided', entry: number, standing });
  return accept({ type: 'EntryReversed', number, reversingStatement, reversingEntry, at: now, by: by.person, entry: undefined });
}
