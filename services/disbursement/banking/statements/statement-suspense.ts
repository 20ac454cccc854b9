import { accounts, entry, moved, type Posting, summed } from '../../agreements/journal.ts';
import { type Entry, type Event, type Existing, evolve, isCharged, isDismissed, isUndecided, type State } from './statement.ts';

type Place = 'bank' | 'suspense' | 'fees';

/** The account for the money of an entry: unexplained money is in suspense, a bank charge among the fees. */
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
  const all = after.entries.flatMap((each, at) => {
    const known = before.entries[at];
    if (known === each && before.owner === after.owner) return [];
    return [...bookedOf(before.owner, known, -1n), ...bookedOf(after.owner, each, 1n)];
  });
  return summed(all).filter(({ money }) => money.amount !== 0n);
}

/** What is booked of an entry, `times` over. Of a statement without an owner that is nothing. */
function bookedOf(owner: Existing['owner'], each: Entry | undefined, times: 1n | -1n): Posting[] {
  if (!owner || !each) return [];
  const { amount, currency } = each.amount;
  const place = placeOf(each);
  const left = place === 'bank' ? 0n : each.direction === 'debit' ? amount : -amount;
  return [
    ...moved(accounts.bank(owner), accounts[place](owner), { amount: times * left, currency }),
    ...moved(accounts.bank(owner), accounts.fees(owner), { amount: times * chargeOf(each), currency }),
  ];
}
