import type { PolicyClock } from '@junkan/kit/clock.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { mustHold } from '@junkan/kit/grpc/must-hold.ts';
import { found } from '@junkan/kit/problem.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import type { OpenView } from '@junkan/kit/views/open-view.ts';
import type { AccountInUse, AccountsOfPayment, DisbursementQueryServiceService } from '@junkan/proto/junkan/disbursement/v1/service.ts';
import { isInForce } from '../../../agreements/agreement-state.ts';
import type { Payment } from '../../../agreements/payments/payment.ts';
import { maySee } from '../../../agreements/readers.ts';
import { agreements } from '../../../mapping.ts';
import { STATEMENT_READERS } from '../../../readers.ts';
import type { BankAccountId } from '../bank-account.ts';
import { isNew, type Usable } from '../usable-account.ts';
import { payingAccount, usableAccounts } from '../view/usable.ts';
import { type NamingParts, namedAccounts } from './named-accounts.ts';

type Parts = NamingParts & {
  readonly texts: Texts;
  readonly clock: PolicyClock;
  readonly ownAccounts: Pick<OpenView, 'prepare'>;
};

/** From which account each payment would be made now, and to which: what is read before it is approved or instructed. */
export function accountsOfPayments(parts: Parts): Pick<Handlers<typeof DisbursementQueryServiceService>, 'accountsOfPayments'> {
  const { store, clock } = parts;
  return {
    async accountsOfPayments({ agreement: id }, { actor }) {
      const { state } = await store.load(agreements, idOf('agr', id, 'agreement'));
      const { proposer } = found('Agreement', id, state.status !== 'absent' && maySee(actor, state) ? state : undefined);
      mustHold(actor, STATEMENT_READERS);
      const usable = usableAccounts({ ...parts, store: { from: store.load } });

      async function inUse(now: Usable | undefined, approved: BankAccountId | '' = ''): Promise<AccountInUse | undefined> {
        const [account, before] = now ? await namedAccounts(parts, actor, [now.id, now.before]) : [];
        if (!now || !account) return undefined;
        const { usableFrom } = now.account;
        return { account, before, usableFrom, isNew: isNew(usableFrom, clock.now()), hasChanged: approved !== '' && approved !== now.id };
      }
      const payments: AccountsOfPayment[] = [];
      if (state.status === 'absent' || !isInForce(state)) return { payments };
      for (const [payment, { sponsor, amount, accounts }] of [...state.payments].filter(([, order]) => isBeforeTheBank(order))) {
        const payer = await inUse(await payingAccount(usable, state, sponsor), accounts?.payerAccount);
        payments.push({ payment, payer, payee: await inUse(await usable(proposer, amount.currency), accounts?.payeeAccount) });
      }
      return { payments };
    },
  };
}

const isBeforeTheBank = ({ status }: Payment): boolean => status === 'requested' || status === 'approved';
