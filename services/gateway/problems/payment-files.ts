import { type LeftOutReason, parseLeftOutReason } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import { conflict, type Entry, invalid, notFound } from './entry.ts';
import { ID, maybe, text, whole } from './facts.ts';
import { place, RULES } from './statements.ts';

const MAKE_ANOTHER = 'Refuse the file, which lets its payments go, and make another.';
const OF_ANSWERS: Readonly<Record<string, (detail: string) => string>> = {
  ...RULES,
  MessageIsNoAnswer: (message) => `It is a ${message}, and no answer to a file of payments.`,
};

/** Why payments cannot go into a file, as the rest of a sentence about one of them. */
const LEFT_OUT: Readonly<Record<LeftOutReason, string>> = {
  'no-usable-account': 'the payee or the payer has no account that is used',
  'agreement-not-effective': 'the agreement is not in effect now',
  'outside-period': 'the budget is not paid out in this period',
  'in-another-file': 'it is in another file',
  'not-approved': 'it is not approved',
  'other-duty': 'separated duties stand against it',
  'on-hold': 'it is on hold',
  requested: 'it still waits for approval',
  refused: 'it was refused',
  instructed: 'the bank was told of it already',
  failed: 'the bank could not do it',
  returned: 'the bank returned it',
  settled: 'it is settled already',
};

/** Where the body names the payment. */
function named({ payment }: { readonly payment: string }, body: unknown): string | undefined {
  const { payments } = (body ?? {}) as { readonly payments?: unknown };
  const at = Array.isArray(payments) ? payments.indexOf(payment) : -1;
  return at < 0 ? undefined : `/payments/${at}`;
}

/** What the files of payments refuse. */
export const paymentFiles = {
  PaymentFileIsUnknown: notFound('There is no such file of payments', {}, 'No file was made under this id.', 'Read the list of files.'),
  PaymentFileInStatus: conflict(
    'The file of payments stands elsewhere',
    { status: text('sent') },
    ({ status }) => `The file is ${status}.`,
    'A file is approved once it is made, sent once it is approved, and answered once it is sent; what the bank has is not refused any more.',
  ),
  PaymentFileCannotBeWritten: invalid(
    'A bank would not take the file',
    { payment: text(ID('pay')), part: text('payee/name'), breaks: text('characters'), characters: text('東 京') },
    ({ payment, part, breaks, characters }) =>
      `${payment === '' ? 'Of the payer' : `Of the payment ${payment}`}, ${part} breaks the rule “${breaks}”${characters === '' ? '' : `: banks do not write ${characters}`}.`,
    'The organisation names another account, as its bank writes it in Latin letters; until that one is used, make a file without this payment.',
  ),
  PaymentFileDoesNotStand: conflict(
    'Something has changed since the file was made',
    { because: text('AccountIsNotUsable'), agreement: text(ID('agr')), payment: text(ID('pay')), account: text(ID('acc')) },
    ({ because, payment, account }) =>
      because === 'AccountIsNotUsable'
        ? `The account ${account} is not the one that is used now.`
        : `The payment ${payment} would be refused: ${because}.`,
    MAKE_ANOTHER,
  ),
  ExecutionDateIsPast: invalid(
    'The day of execution is past',
    { executionDate: text('2027-01-31'), today: text('2027-02-01') },
    ({ executionDate, today }) => `The bank is to pay on ${executionDate}; today is ${today}.`,
    'Give today or a later day.',
    { at: '/executionDate' },
  ),
  PayerHasNoUsableAccount: conflict(
    'The sponsor has no account to pay from',
    { payer: text(ID('spo')), currency: text('USD') },
    ({ payer, currency }) => `${payer} has no account in ${currency} that is confirmed and has cooled.`,
    'An officer of the sponsor names an account, an approver confirms it, and it is used once it has cooled, unless finance has found that it is another sponsor’s.',
  ),
  NothingToPay: conflict(
    'No payment can go into a file',
    { payer: text(ID('spo')), currency: text('USD'), leftOut: whole(2), because: text('settled'), payment: maybe(text(ID('pay'))) },
    ({ payer, currency, leftOut, because, payment }) => {
      if (leftOut === 0) return `No approved payment of ${payer} in ${currency} waits for the bank.`;
      const left = parseLeftOutReason(because);
      const why = left === 'unrecognised' ? because : LEFT_OUT[left];
      return leftOut === 1 && payment
        ? `The payment ${payment} cannot go: ${why}.`
        : `None of ${leftOut} payments of ${payer} in ${currency} can go; the first of them${payment ? `, ${payment}` : ''}: ${why}.`;
    },
    'Read the payments for where they stand, and the accounts of those who are to be paid.',
  ),
  PaymentIsOfAnotherPayer: invalid(
    'The payment is of another payer',
    { payment: text(ID('pay')), payer: text(ID('spo')) },
    ({ payment, payer }) => `The payment ${payment} is paid by ${payer}.`,
    'A file is of one payer: make another for this payment, and leave it out here.',
    { at: named },
  ),
  PaymentIsInAnotherCurrency: invalid(
    'The payment is in another currency',
    { payment: text(ID('pay')), currency: text('USD') },
    ({ payment, currency }) => `The payment ${payment} is in ${currency}.`,
    'A file is in one currency: make another for this payment, and leave it out here.',
    { at: named },
  ),
  PaymentIsInFile: conflict(
    'The payment is in a file',
    { payment: text(ID('pay')), file: text(ID('pfl')) },
    ({ payment, file }) => `The payment ${payment} goes to the bank in the file ${file}.`,
    'Send the file; or refuse it, which lets its payments go.',
  ),
  PaymentIsNotInFile: conflict(
    'The payment is not in the file',
    { payment: text(ID('pay')), file: text(ID('pfl')) },
    ({ payment, file }) => `The payment ${payment} is not in the file ${file}.`,
    MAKE_ANOTHER,
  ),
  AccountNumberIsErased: conflict(
    'The number of an account was erased',
    { account: text(ID('acc')) },
    ({ account }) => `The number of the account ${account} was erased: nothing can be paid to it or from it any more.`,
    'The organisation retires that account and names another.',
  ),
  AnswerIsUnreadable: invalid(
    'The file is no answer of a bank that can be used',
    {
      because: text('FileIsNotValid'),
      line: whole(17),
      field: text('TxInfAndSts/TxSts'),
      detail: text('The element OrgnlMsgId is required but missing'),
    },
    ({ because, line, field, detail }) => `${OF_ANSWERS[because]?.(detail) ?? because}`.replace(/\.$/, `${place(line, field)}.`),
    'Send the answer as the bank made it: pain.002.001.03, .10 or .12. Nothing of it was taken.',
  ),
  AnswerIsOfNoFile: invalid(
    'The answer is of no file of ours',
    { message: text('JUNKAN-01JD3V6M8QFW9R2XK5T7B4N0YA') },
    ({ message }) => `No file of payments has the name “${message}”, of which the bank writes.`,
    'Ask the bank which file it answers. Nothing of it was taken.',
  ),
  AnswerIsOfNoPayment: invalid(
    'The answer names a payment that is not in the file',
    { instruction: text('JUNKAN-01JD3V6M8QFW9R2XK5T7B4N0YA') },
    ({ instruction }) => `The file has no payment with the reference “${instruction}”.`,
    'Ask the bank which payment it means. Nothing of the answer was taken.',
  ),
} satisfies Record<string, Entry>;
