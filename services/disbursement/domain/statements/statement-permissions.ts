import type { Actor } from '@junkan/kit/pure/actor.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import { type Attempts, type BodiesFor, type Permission, permissions } from '@junkan/kit/pure/permissions.ts';
import type { PaymentId, SponsorId } from '../agreement/ids.ts';
import type { BankAccountId } from '../bank-accounts/bank-account.ts';
import { type Command, type Entry, type Existing, isCharged, isDismissed, isReported, isUndecided, type Rejection } from './statement.ts';
import { decide } from './statement-decide.ts';
import { waitingNaming } from './statement-owner.ts';

/** `shown`: the entries of the same answer. `accounts`: the sponsors' accounts that the statement may belong to. */
export type StatementFacts = { readonly now: Instant; readonly shown: readonly Entry[]; readonly accounts: readonly StatementAccount[] };
type StatementAccount = { readonly id: BankAccountId; readonly sponsor: SponsorId };

/** What an actor may do with a statement, and with those of its entries that are shown and wait for somebody. */
export const statementPermissions = (state: Existing, facts: StatementFacts, bodies: StatementBodies, by: Actor): Permission<Rejection>[] =>
  permissions<Command, Rejection>({
    attempts: [
      { as: onStatement(state, facts) },
      { as: onOwner(state, facts) },
      ...facts.shown
        .filter((entry) => isUndecided(entry) || isCharged(entry) || isDismissed(entry) || entry.standing === 'ignored')
        .map((entry) => ({ of: { entry: entry.number }, as: asking(entry, facts) })),
    ],
    bodies,
    decide: (command) => decide(command, state),
    hiding: ['StatementIsUnknown'],
    by,
  });

/** What the bodies of its operations say. */
export type StatementBodies = BodiesFor<
  Command,
  ReturnType<typeof onStatement> &
    ReturnType<typeof naming> &
    ReturnType<typeof deciding> &
    ReturnType<typeof onEntry> &
    ReturnType<typeof onCharge> &
    ReturnType<typeof onDismissal>
>;

function asking(entry: Entry, facts: StatementFacts) {
  if (isCharged(entry)) return { ...onEntry(entry, facts), ...onCharge(entry, facts) };
  return isDismissed(entry) ? { ...onEntry(entry, facts), ...onDismissal(entry, facts) } : onEntry(entry, facts);
}

function onStatement({ entries }: Existing, { now }: StatementFacts) {
  const confirmed = entries.filter(isReported).map(({ number }) => number);
  return { confirmStatement: { type: 'ConfirmStatement', confirmed, reopened: [], now } } as const satisfies Attempts<Command>;
}

/** That it belongs to one of these accounts, and not to its owner if it has one; and what a second person does with what is reported. */
function onOwner(state: Existing, facts: StatementFacts) {
  const waiting = waitingNaming(state);
  if (waiting) return deciding(waiting.account, facts);
  const [first] = facts.accounts;
  return first ? naming(first, facts) : {};
}

const naming = ({ id: account, sponsor }: StatementAccount, { now }: StatementFacts) =>
  ({
    nameStatementOwner: { type: 'NameStatementOwner', account, beside: { sponsor, lacks: '' }, now },
  }) as const satisfies Attempts<Command>;

const deciding = (account: BankAccountId, { now }: StatementFacts) =>
  ({
    confirmStatementOwner: { type: 'ConfirmStatementOwner', account, now },
    refuseStatementOwner: { type: 'RefuseStatementOwner', now },
  }) as const satisfies Attempts<Command>;

/** Where there is a payment of its amount. */
function onEntry({ number: entry, amount }: Entry, { now }: StatementFacts) {
  return {
    linkEntry: { type: 'LinkEntry', entry, settles: 'pay_' as PaymentId, recovery: undefined, amount, instruction: '', now },
    recordFee: { type: 'RecordFee', entry, now },
    ignoreEntry: { type: 'IgnoreEntry', entry, now },
    holdEntry: { type: 'HoldEntry', entry, now },
  } as const satisfies Attempts<Command>;
}

/** What a second person does with a reported bank charge, apart from confirming it with the statement. */
function onCharge({ number: entry }: Entry, { now }: StatementFacts) {
  return { refuseFee: { type: 'RefuseFee', entry, now } } as const satisfies Attempts<Command>;
}

/** Likewise with what is reported as unrelated to any payment. */
function onDismissal({ number: entry }: Entry, { now }: StatementFacts) {
  return { refuseDismissal: { type: 'RefuseDismissal', entry, now } } as const satisfies Attempts<Command>;
}
