import type { Received } from '../call.ts';
import { accept, alreadyApplied, type Decision, refuse } from '../pure/decision.ts';
import { eventCodec } from './codec.ts';
import type { Aggregate } from './event-store.ts';

/** A tiny aggregate for tests: an account that takes deposits, gives what it has, and closes. */
type Account = { readonly balance: bigint; readonly moves: number; readonly closed: boolean };
type Command = { type: 'Deposit' | 'Withdraw'; amount: bigint } | { type: 'Close' };
type Event = { type: 'Deposited'; amount: bigint } | { type: 'Withdrawn'; amount: bigint } | { type: 'Closed' };
type Rejection = { type: 'FundsAreShort'; missing: bigint } | { type: 'AccountIsClosed' };

const amounts = {
  toJSON: ({ amount }: { amount: bigint }) => ({ amount: amount.toString() }),
  fromJSON: (data: unknown) => ({ amount: BigInt((data as { amount: string }).amount) }),
};

const codec = eventCodec<Event>(
  { Deposited: amounts, Withdrawn: amounts, Closed: { toJSON: () => ({}), fromJSON: () => ({}) } },
  // Version 1 of a deposit held a number of cents.
  { Deposited: { 1: ({ cents }) => ({ amount: String(cents) }) } },
);

function decide(command: Command, { balance, closed }: Account): Decision<Event, Rejection> {
  if (command.type === 'Close') return closed ? alreadyApplied : accept({ type: 'Closed' });
  if (closed) return refuse({ type: 'AccountIsClosed' });
  if (command.type === 'Deposit') return accept({ type: 'Deposited', amount: command.amount });
  if (balance < command.amount) return refuse({ type: 'FundsAreShort', missing: command.amount - balance });
  return accept({ type: 'Withdrawn', amount: command.amount });
}

function evolve(account: Account, event: Event): Account {
  if (event.type === 'Closed') return { ...account, closed: true };
  const change = event.type === 'Deposited' ? event.amount : -event.amount;
  return { ...account, balance: account.balance + change, moves: account.moves + 1 };
}

export const accounts: Aggregate<Account, Command, Event, Rejection> = {
  aggregate: 'account',
  foldVersion: '1',
  initial: { balance: 0n, moves: 0, closed: false },
  decide,
  evolve,
  codec,
  statusOf: ({ closed, balance }) => (closed ? 'closed' : `holds ${balance}`),
};

export const deposit = (amount: bigint): Command => ({ type: 'Deposit', amount });
export const withdraw = (amount: bigint): Command => ({ type: 'Withdraw', amount });
export const close: Command = { type: 'Close' };

/** A call with a command id, and the hash of the request that it represents. */
export const received = (commandId: string, parts: { requestHash?: string; expectedVersion?: number } = {}): Received => ({
  actor: { person: 'per_a', organisation: 'org_a', roles: ['proposer.officer'] },
  commandId,
  correlationId: `chain of ${commandId}`,
  causationId: 'a test',
  requestHash: `request of ${commandId}`,
  ...parts,
});
