import { accounts, entry, moved, type Posting, summed } from '../agreement/journal.ts';
import { type Entry, type Event, type Existing, evolve, isCharged, isDismissed, isUndecided, type State } from './statement.ts';

type Place = 'bank' | 'suspense' | 'fees';

/** Where the money of an entry stands: what nobody has explained is in suspense, a charge of the bank among the fees. */
function placeOf(each: Entry | undefined): Place {
  if (!each?.booked) return 'bank';
  if (each.standing === 'fee') return 'fees';
  return isUndecided(each) || isCharged(each) || isDismissed(each) ? 'suspense' : 'bank';
}

/** What the bank kept of a payment that it returned is a charge of it, once a second person has confirmed the return. */
const chargeOf = (each: Entry | undefined): bigint => (each?.standing === 'confirmed' ? (each.charge?.amount ?? 0n) : 0n);

/** The same events, each with what it moves between the accounts of the sponsor whose statement it is. */
export function withEntries(events: readonly Event[], before: State): Event[] {
  let state = before;
  return events.map((event) => {
    const after = evolve(state, event);
    const postings = state.status === 'absent' || after.status === 'absent' ? [] : postingsOf(state, after);
    const told =
      'entry' in event && postings.length > 0 && state.status !== 'absent' ? { ...event, entry: entry(idOf(state), postings) } : event;
    state = evolve(state, told);
    return told;
  });
}

const idOf = ({ account, reference, page, to, moves }: Existing): string =>
  ['statement', account, reference, page, to, moves + 1].filter((part) => part !== '').join('/');

/** Of a statement without an owner nothing is booked: once it has one, all of it comes from the bank. */
function postingsOf(before: Existing, { owner, entries }: Existing): Posting[] {
  if (!owner) return [];
  const all = entries.flatMap((each, at) => {
    const [from, to] = [before.owner ? placeOf(before.entries[at]) : 'bank', placeOf(each)] as const;
    const { amount, currency } = each.amount;
    const sum = { amount: each.direction === 'debit' ? amount : -amount, currency };
    const kept = chargeOf(each) - (before.owner ? chargeOf(before.entries[at]) : 0n);
    return [
      ...(from === to ? [] : moved(accounts[from](owner), accounts[to](owner), sum)),
      ...moved(accounts.bank(owner), accounts.fees(owner), { amount: kept, currency }),
    ];
  });
  return summed(all).filter(({ money }) => money.amount !== 0n);
}
