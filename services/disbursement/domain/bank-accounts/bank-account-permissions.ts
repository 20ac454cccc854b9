import type { Actor } from '@junkan/kit/pure/actor.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import { type Attempts, type BodiesFor, type Permission, permissions } from '@junkan/kit/pure/permissions.ts';
import type { Command, Existing, Rejection } from './bank-account.ts';
import { decide } from './bank-account-decide.ts';

/** `now`: when it would be done. */
export type BankAccountFacts = { readonly now: Instant; readonly coolingDays: number };

/** What an actor may do with a bank account: confirming it is decided with the correct number. */
export const bankAccountPermissions = (
  state: Existing,
  facts: BankAccountFacts,
  bodies: BankAccountBodies,
  by: Actor,
): Permission<Rejection>[] =>
  permissions<Command, Rejection>({
    attempts: [{ as: attempts(state, facts) }],
    bodies,
    decide: (command) => decide(command, state),
    hiding: ['BankAccountIsUnknown'],
    by,
  });

/** What the bodies of its operations say. */
export type BankAccountBodies = BodiesFor<Command, ReturnType<typeof attempts>>;

function attempts({ number }: Existing, { now, coolingDays }: BankAccountFacts) {
  return {
    confirmBankAccount: { type: 'ConfirmBankAccount', number, coolingDays, now },
    refuseBankAccount: { type: 'RefuseBankAccount' },
    retireBankAccount: { type: 'RetireBankAccount', now },
  } as const satisfies Attempts<Command>;
}
