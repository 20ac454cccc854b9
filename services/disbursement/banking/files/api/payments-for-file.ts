import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { mustHold } from '@junkan/kit/grpc/must-hold.ts';
import type { DisbursementQueryServiceService } from '@junkan/proto/junkan/disbursement/v1/service.ts';
import { STATEMENT_READERS } from '../../../readers.ts';
import { type NamingParts, namedAccounts } from '../../accounts/api/named-accounts.ts';
import type { BankAccountId } from '../../accounts/bank-account.ts';
import { documentOf, type Recorded, writingFaults } from '../format/document.ts';
import type { ListedTransfer, WritingFault } from '../payment-file.ts';
import { type GatheringParts, gathering } from './payment-file-gathering.ts';
import { kindOf } from './payment-file-parts.ts';

/** As many as a request names. */
const MAX_NAMED = 1_000;
/** No file has this id, and banks take the name. */
const NONE = { file: 'pfl_', message: 'JUNKAN' } as const;

/** What may go into a file of payments, and the reason against each of the others: the same that would leave it out, or refuse the file. */
export function paymentsForFile(
  parts: GatheringParts & NamingParts,
): Pick<Handlers<typeof DisbursementQueryServiceService>, 'paymentsForFile'> {
  const { clock } = parts;
  const { gathered } = gathering(parts);

  async function faultsIn(
    payerAccount: BankAccountId | '',
    transfers: readonly ListedTransfer[],
    currency: string,
  ): Promise<WritingFault[]> {
    if (payerAccount === '' || transfers.every(({ because }) => because !== '')) return [];
    const now = clock.now();
    const header: Omit<Recorded, 'transfers'> = {
      message: NONE.message,
      madeAt: now,
      executionDate: now.slice(0, 10),
      currency,
      payerAccount,
    };
    const written = await documentOf(parts, { ...header, transfers });
    if (written.ok === true) return [];
    if (written.ok === false) return writingFaults(written.faults, transfers);
    // The number of an account was erased: payments to it cannot be written, whatever the others are.
    const { account } = written;
    const erased = { type: 'PaymentFileCannotBeWritten', breaks: 'empty', characters: '' } as const;
    if (account === payerAccount) return [{ ...erased, payment: '', part: 'payer/account' }];
    const to = transfers.filter(({ payeeAccount }) => payeeAccount === account);
    const others = transfers.filter(({ payeeAccount }) => payeeAccount !== account);
    return [
      ...to.map(({ payment }) => ({ ...erased, payment, part: 'payee/account' })),
      ...(await faultsIn(payerAccount, others, currency)),
    ];
  }

  return {
    async paymentsForFile({ payer: asked, currency }, call) {
      const { actor } = call;
      mustHold(actor, STATEMENT_READERS);
      const payer = idOf('spo', asked, 'payer');
      const {
        payerAccount,
        transfers: all,
        orders,
      } = await gathered({ payer, currency, payments: [], file: NONE.file }, call, MAX_NAMED + 1);
      // A payment that has just gone into a file waits for none.
      const waiting = all.filter(
        ({ payment, because }) => orders.get(payment)?.status === 'approved' && because !== 'in-another-file' && because !== 'not-approved',
      );
      const transfers = waiting.slice(0, MAX_NAMED);
      const faults = await faultsIn(payerAccount, transfers, currency);
      const faultOf = new Map(faults.map((fault) => [fault.payment, fault]));
      return {
        payerAccount,
        more: waiting.length > transfers.length,
        fault: faultOf.get(''),
        accounts: await namedAccounts(parts, actor, [payerAccount, ...transfers.map(({ payeeAccount }) => payeeAccount)]),
        payments: transfers.map(({ instruction: _, ...transfer }) => ({
          ...transfer,
          ...kindOf(orders.get(transfer.payment)),
          fault: faultOf.get(transfer.payment),
        })),
      };
    },
  };
}
