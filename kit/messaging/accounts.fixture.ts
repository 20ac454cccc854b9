import { randomUUID } from 'node:crypto';
import { accounts, deposit, received } from '../store/account.fixture.ts';
import type { EventStore } from '../store/event-store.ts';

export async function give(store: EventStore, stream: string, ...amounts: readonly bigint[]): Promise<void> {
  for (const amount of amounts) await store.execute(accounts, { stream, command: deposit(amount), call: received(randomUUID()) });
}
