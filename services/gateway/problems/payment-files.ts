import { conflict, type Entry, invalid, notFound } from './entry.ts';
import { ID, maybe, text, whole } from './facts.ts';

/** Where the body names the payment. */
function named({ payment }: { readonly payment: string }, body: unknown): string | undefined {
  const { payments } = (body ?? {}) as { readonly payments?: unknown };
  const at = Array.isArray(payments) ? payments.indexOf(payment) : -1;
  return at < 0 ? undefined : `/payments/${at}`;
}

/** What the files of payments refuse. */
export const paymentFiles = {
  PaymentFileIsUnknown: notFound({}),
  PaymentFileInStatus: conflict({ status: text('sent') }),
  PaymentFileIsNotSent: conflict({}),
  PaymentFileIsNotDownloaded: conflict({}),
  PaymentFileIsAtTheBank: conflict({ statement: text(ID('stm')) }),
  WholeFileIsNotRejected: conflict({}),
  NoFailureIsReported: conflict({}),
  PaymentFileCannotBeWritten: invalid({
    payment: text(ID('pay')),
    part: text('payee/name'),
    breaks: text('characters'),
    characters: text('東 京'),
  }),
  PaymentFileDoesNotStand: conflict({
    because: text('AccountIsNotUsable'),
    agreement: text(ID('agr')),
    payment: text(ID('pay')),
    account: text(ID('acc')),
  }),
  ExecutionDateIsPast: invalid({ executionDate: text('2027-01-31'), today: text('2027-02-01') }, { at: '/executionDate' }),
  PayerHasNoUsableAccount: conflict({ payer: text(ID('spo')), currency: text('USD') }),
  NothingToPay: conflict({
    payer: text(ID('spo')),
    currency: text('USD'),
    leftOut: whole(2),
    because: text('settled'),
    payment: maybe(text(ID('pay'))),
  }),
  PaymentIsOfAnotherPayer: invalid({ payment: text(ID('pay')), payer: text(ID('spo')) }, { at: named }),
  PaymentIsInAnotherCurrency: invalid({ payment: text(ID('pay')), currency: text('USD') }, { at: named }),
  PaymentIsInFile: conflict({ payment: text(ID('pay')), file: text(ID('pfl')) }),
  PaymentIsNotInFile: conflict({ payment: text(ID('pay')), file: text(ID('pfl')) }),
  AccountNumberIsErased: conflict({ account: text(ID('acc')) }),
  AnswerIsUnreadable: invalid({
    because: text('FileIsNotValid'),
    line: whole(17),
    field: text('TxInfAndSts/TxSts'),
    detail: text('The element OrgnlMsgId is required but missing'),
  }),
  AnswerIsOfNoFile: invalid({ message: text('JUNKAN-01JD3V6M8QFW9R2XK5T7B4N0YA') }),
  AnswerIsOfNoPayment: invalid({ instruction: text('JUNKAN-01JD3V6M8QFW9R2XK5T7B4N0YA') }),
} satisfies Record<string, Entry>;
