import type { Recorded } from './facts.ts';

/** Since when a line waits for two persons to decide what it is, and until when; '' = it waits still. */
type Waiting = { readonly from: string; readonly to: string };
const NO_MONEY: readonly string[] = ['repeated', 'pending'];

/** When each line of a statement, by its number, was undecided. */
export function undecidedIn(events: readonly Recorded[]): ReadonlyMap<number, readonly Waiting[]> {
  const waiting = new Map<number, Waiting[]>();
  const begin = (number: number, from: string): void => {
    const all = waiting.get(number) ?? [];
    if (all.at(-1)?.to !== '') waiting.set(number, [...all, { from, to: '' }]);
  };
  const end = (number: number, to: string): void => {
    const all = waiting.get(number) ?? [];
    const last = all.at(-1);
    if (last?.to === '') waiting.set(number, [...all.slice(0, -1), { ...last, to }]);
  };
  for (const { type, data, at } of events) {
    for (const { number, standing } of type === 'EntriesMatched' ? (data.entries ?? []) : [])
      if (!NO_MONEY.includes(standing)) begin(number, at);
    if (type === 'EntriesReopened') for (const number of data.numbers ?? []) begin(number, at);
    if (type === 'EntriesConfirmed') for (const number of data.numbers ?? []) end(number, at);
    if (type === 'EntryReversed') end(data.number, at);
  }
  return waiting;
}

export const isUndecidedAt = (waiting: readonly Waiting[] | undefined, at: string): boolean =>
  (waiting ?? []).some(({ from, to }) => from < at && (to === '' || to > at));
