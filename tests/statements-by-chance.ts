import { type Entry, type Existing, isUndecided, waitsForSecond } from '@junkan/disbursement/banking/statements/statement.ts';
import { statementActs } from '@junkan/disbursement/banking/statements/statement-acts.ts';
import { waitingNaming } from '@junkan/disbursement/banking/statements/statement-owner.ts';
import { isFinal } from '@junkan/disbursement/banking/statements/statement-withdrawal.ts';
import { BODIES, statements } from '@junkan/disbursement/mapping.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { onStatement } from './commands-by-chance.ts';
import {
  charged,
  confirmedOnce,
  dismissed,
  doubted,
  entriesMatched,
  entriesRead,
  explained,
  imported,
  ofStatement,
} from './histories-by-chance.ts';

type Event = { readonly type: string };

/** What waits is decided, and what is reported is confirmed. */
function isLegal(event: Event & { readonly number?: number; readonly numbers?: readonly number[] }, state: Existing): boolean {
  if (event.type.startsWith('StatementOwner')) return isOfOwner(event, state);
  if (event.number === undefined && event.numbers === undefined) return true;
  const entry = (state.entries ?? [])[(event.number ?? event.numbers?.[0] ?? 0) - 1];
  if (!entry) return false;
  if (event.type === 'EntryDoubted') return isFinal(entry) && !entry.doubt;
  if (event.type === 'EntryDoubtRefused') return entry.doubt !== undefined;
  if (event.type === 'EntriesConfirmedOnce') return waitsForSecond(entry) && !entry.first;
  return event.numbers ? waitsForSecond(entry) : isUndecided(entry) || entry.standing === 'ignored';
}

/** Whose it is one says first, and a second decides then. */
const isOfOwner = ({ type }: Event, state: Existing): boolean =>
  !state.owner && (waitingNaming(state) === undefined) === (type === 'StatementOwnerNamed');

/** Of which a statement may be. */
const ACCOUNTS = [{ id: 'acc_a', sponsor: 'spo_a' }] as const;
/** Those that wait first. */
const rank = (entry: Entry): number => (isUndecided(entry) ? 0 : 1);

/** A statement of an account that two sponsors have named. */
export const STATEMENT = {
  context: 'disbursement' as const,
  owned: statements,
  events: ofStatement,
  commands: onStatement,
  first: imported,
  begun: [
    [entriesRead, entriesMatched, charged, dismissed],
    [entriesRead, entriesMatched, explained, dismissed],
    [entriesRead, entriesMatched, ...doubted.slice(0, 2)],
    [entriesRead, entriesMatched, ...doubted],
    [entriesRead, entriesMatched, ...confirmedOnce],
  ],
  isLegal: (event: Event, state: object) => isLegal(event, state as Existing),
  permissionsOf: (state: Existing, by: Actor, now: string) =>
    statementActs.permissions(state, { now, shown: state.entries.toSorted((a, b) => rank(a) - rank(b)), accounts: ACCOUNTS }, BODIES, by),
};
