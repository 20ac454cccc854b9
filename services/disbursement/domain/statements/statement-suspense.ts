import { accounts, entry, moved, type Posting, summed } from '../agreement/journal.ts';
import { type Entry, type Event, type Existing, evolve, isCharged, isDismissed, isUndecided, type State } from './statement.ts';

type Place = 'bank' | 'suspense' | 'fees';

/** Where the money of an entry stands: what nobody has explained is in suspense, a charge of the bank among the fees. */
function placeOf(each: Entry | undefined): Place {
  if (!each?.booked) return 'bank';
  if (each.standing === 'fee') return 'fees';
  return isUndecided(each) || isCharged(each) || isDismissed(each) ? 'suspense' : 'bank';
}

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

/** Of a statement without an owner nothing is booked: all of it comes from the bank of whoever gets it, and goes back to that of whoever had it. */
function postingsOf(before: Existing, after: Existing): Posting[] {
  const all = after.entries.flatMap((each, at) => {
    const [from, to] = [placeOf(before.entries[at]), placeOf(each)];
    if (before.owner === after.owner) return shifted(after.owner, from, to, each);
    return [...shifted(before.owner, from, 'bank', each), ...shifted(after.owner, 'bank', to, each)];
  });
  return summed(all).filter(({ money }) => money.amount !== 0n);
}

function shifted(owner: Existing['owner'], from: Place, to: Place, { direction, amount: { amount, currency } }: Entry): Posting[] {
  if (!owner || from === to) return [];
  return moved(accounts[from](owner), accounts[to](owner), { amount: direction === 'debit' ? amount : -amount, currency });
}
