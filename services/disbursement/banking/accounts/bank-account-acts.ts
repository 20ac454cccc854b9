import { actsOf } from '@junkan/kit/pure/acts.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import type { Command, Existing, Rejection } from './bank-account.ts';
import { decide } from './bank-account-decide.ts';

/** `now`: when it would be done. */
export type BankAccountFacts = { readonly now: Instant; readonly coolingDays: number };
const { acts, whole } = actsOf<{ force: Existing; command: Command; rejection: Rejection; facts: BankAccountFacts }>();

/** What is done to a bank account: confirming it is decided with the number typed as it is. */
export const bankAccountActs = acts({
  decide,
  hiding: ['BankAccountIsUnknown'],
  acts: [
    whole(({ number }, { now, coolingDays }) => ({
      confirmBankAccount: { type: 'ConfirmBankAccount', number, coolingDays, now },
      refuseBankAccount: { type: 'RefuseBankAccount' },
      retireBankAccount: { type: 'RetireBankAccount', now },
    })).waiting(({ proposedBy }) => [
      {
        kind: 'bank-account-to-confirm',
        ends: ['confirmBankAccount', 'refuseBankAccount'],
        against: [proposedBy],
        silence: 'nothing',
      },
    ]),
  ],
  organisations: ({ organisation }) => [organisation],
  alone: (_, now) => ({ now, coolingDays: 0 }),
});
