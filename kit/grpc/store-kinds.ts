import type { Kind } from '../problem.ts';
import type { StoreRejection } from '../store/event-store.ts';

/** What each refusal that the store itself makes means to the caller. */
export const STORE_KINDS: Record<StoreRejection['type'], Kind> = {
  CommandIdWasUsedForAnotherRequest: 'key-reused',
  VersionIsNotExpected: 'stale',
  StreamIsContended: 'busy',
  JoinedPersonHasActed: 'forbidden',
};
