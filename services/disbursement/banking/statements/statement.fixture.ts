import { driven } from '@junkan/kit/testing/decider.fixture.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { type Command, type Event, initial, type ReadEntry, type State, type Verdict } from './statement.ts';
import { decide } from './statement-decide.ts';
import { evolve } from './statement-evolve.ts';

export const now = '2026-11-26T09:00:00.000Z';
export const someone = (person: string, ...roles: Actor['roles']): Actor => ({ person, organisation: 'secretariat', roles });
export const checker = someone('checker', 'finance.checker');
export const usd = (amount: bigint) => ({ amount, currency: 'USD' });

/** An entry of 100 that the bank took from the account. */
export const entry = (key: string, more: Partial<ReadEntry> = {}): ReadEntry => ({
  key,
  amount: usd(100n),
  direction: 'debit',
  booked: true,
  valueDate: '2026-11-25',
  bankReference: `B-${key}`,
  instruction: '',
  ...more,
});
export const verdict = (number: number, standing: Verdict['standing'], payment: Verdict['payment'] = ''): Verdict => ({
  number,
  standing,
  because: '',
  agreement: payment ? 'agr_1' : '',
  payment,
  candidates: [],
  refusal: '',
  repeats: '',
  duties: [],
});
export const header = {
  account: '1',
  reference: 'S',
  page: '',
  currency: 'USD',
  from: '',
  to: '',
  balance: 'adds-up',
  differsBy: undefined,
  openingBalance: usd(1000n),
  untold: '',
  file: 'file',
  words: 'words',
} as const;

/** What events have booked to each account. */
export function bookedBy(events: readonly Event[]): Record<string, bigint> {
  const sums: Record<string, bigint> = {};
  for (const { account, money } of events.flatMap((event) => ('entry' in event ? (event.entry?.postings ?? []) : [])))
    sums[account] = (sums[account] ?? 0n) + money.amount;
  return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0n));
}

export const { eventsOf, acceptedOn, answerTo } = driven<State, Command, Event>({ decide, evolve, initial });
