import type { CalendarDate } from '@junkan/kit/pure/dates.ts';
import { accounts, type BankLine, type CashKind, entry, moved, type Posting, summed } from '../../agreements/journal.ts';
import {
  type Entry,
  type Event,
  type Existing,
  isPending,
  type Part,
  type PartKind,
  partsOf,
  type ReadEntry,
  type State,
} from './statement.ts';
import { evolve } from './statement-evolve.ts';

/** To which account a part is booked, once two persons have said what it is. */
export const BOOKED_TO: Readonly<Record<PartKind, CashKind>> = {
  payment: 'disbursed',
  refund: 'disbursed',
  claim: 'claims',
  fee: 'fees',
  interest: 'interest',
  'other-income': 'other-income',
  'receivable-from-bank': 'receivable-from-bank',
  'over-payment': 'over-payments',
  reversal: 'reversals',
  unrelated: 'unrelated',
};

/** The same events, each with what it moves between the accounts of the sponsor whose statement it is. */
export function withEntries(events: readonly Event[], before: State): Event[] {
  let state = before;
  return events.map((event) => {
    const after = evolve(state, event);
    const postings = state.status === 'absent' || after.status === 'absent' ? [] : postingsOf(state, after);
    const facts =
      'entry' in event && postings.length > 0 && state.status !== 'absent' ? { ...event, entry: entry(idOf(state), postings) } : event;
    state = evolve(state, facts);
    return facts;
  });
}

const idOf = ({ account, reference, page, to, moves }: Existing): string =>
  ['statement', account, reference, page, to, moves + 1].filter((part) => part !== '').join('/');

/** What changes of all that was booked: with another owner, the whole of it goes back to the bank of the one and comes from that of the other. */
function postingsOf(before: Existing, after: Existing): Posting[] {
  const hasMoved = before.owner !== after.owner || before.cashAccount !== after.cashAccount;
  const all = after.entries.flatMap((each, at) => {
    const known = before.entries[at];
    if (known === each && !hasMoved) return [];
    const booked = summed([...bookedOf(before, known, -1n), ...bookedOf(after, each, 1n)]);
    return after.cashAccount || before.cashAccount ? booked.map((posting) => ({ ...posting, line: lineOf(each, after) })) : booked;
  });
  const isByLine = all.some(({ line }) => line);
  return (isByLine ? all : summed(all)).filter(({ money }) => money.amount !== 0n);
}

/**
 * On which day a line moved the cash of its account: that of its booking, but never before the first day of its statement (`from`; '' = not said), as it is in
 * no balance before that. '' = it has no day.
 */
export function cashDayOf(
  { bookedOn = '', valueDate }: Pick<ReadEntry, 'bookedOn' | 'valueDate'>,
  from: CalendarDate | '',
): CalendarDate | '' {
  const own = bookedOn || valueDate;
  return own !== '' && own < from ? from : own;
}

function lineOf({ number, bookedOn = '', valueDate, bankReference }: Entry, { from }: Existing): BankLine {
  const day = cashDayOf({ bookedOn, valueDate }, from);
  return { number, bookedOn: day === (bookedOn || valueDate) ? bookedOn : day, valueDate, bankReference };
}

/** What is booked of an entry, `times` over. Of a statement without an owner that is nothing. */
function bookedOf({ owner, cashAccount }: Existing, each: Entry | undefined, times: 1n | -1n): Posting[] {
  if (!owner || !each) return [];
  const kinds = cashAccount ? cashOf(each) : withoutCash(each);
  return kinds.flatMap(({ kind, amount }) =>
    moved(accounts.bank(owner, cashAccount), accounts.ofCash(owner, kind), { amount: times * amount, currency: each.amount.currency }),
  );
}

/** `amount`: above zero of what left the account. */
type Booked = { readonly kind: CashKind; readonly amount: bigint };

const leaving = ({ amount, direction }: Pick<Part, 'amount' | 'direction'>): bigint =>
  direction === 'debit' ? amount.amount : -amount.amount;

/** Every line that the bank has booked: in suspense until it is said what it is, and what is no payment until a second person has confirmed that. */
function cashOf(each: Entry): readonly Booked[] {
  const { standing } = each;
  if (!each.booked || standing === 'read' || standing === 'repeated' || isPending(each)) return [];
  if (standing === 'reversed') return [{ kind: 'reversals', amount: leaving(each) }];
  const isConfirmed = standing === 'confirmed' || standing === 'fee' || standing === 'ignored' || standing === 'accounted';
  if (!isConfirmed && standing !== 'reported') return [{ kind: 'suspense', amount: leaving(each) }];
  return partsOf(each).map((part) => {
    const kind = BOOKED_TO[part.as];
    return { kind: isConfirmed || kind === 'disbursed' ? kind : 'suspense', amount: leaving(part) };
  });
}

/** Of statements that an earlier version imported: no payment, and nothing of what concerns none. */
const withoutCash = (each: Entry): readonly Booked[] =>
  each.standing === 'reported' || each.standing === 'ignored' ? [] : cashOf(each).filter(({ kind }) => kind !== 'disbursed');
