import type { Prepare } from '@junkan/kit/views/statements.ts';
import type { Payment } from '../bank-files/payment.ts';
import type { AgreementId, PaymentId } from '../domain/agreement-state.ts';
import type { BankAccountId } from '../domain/bank-account.ts';

/** Of an instruction of an earlier version, which has no date. */
const LONG_AGO = '1970-01-01';

/** Who pays, and from which account; '' = the instruction names none. */
export type Payer = { readonly sponsor: string; readonly account: BankAccountId | '' };

/** The payments that entries may be of: whatever the bank was told of, with the agreement of each. */
export function paymentsTold(prepare: Prepare): {
  readonly payments: readonly Payment[];
  readonly agreementOf: ReadonlyMap<string, AgreementId>;
  readonly payerOf: ReadonlyMap<string, Payer>;
} {
  const attempts = Map.groupBy(prepare('SELECT instruction, payment FROM attempt').all(), ({ payment }) => String(payment));
  const asked = prepare(
    `SELECT id, agreement, amount, currency, status, instruction, instructed_on, sponsor, payer_account FROM payment WHERE status IN ('instructed', 'settled')`,
  );
  asked.setReadBigInts(true);
  const found = asked.all();
  return {
    payments: found.map(({ id, amount, currency, status, instruction, instructed_on }) => ({
      payment: String(id) as PaymentId,
      endToEndId: String(instruction),
      amount: { amount: BigInt(String(amount)), currency: String(currency) },
      instructedOn: String(instructed_on) || LONG_AGO,
      payeeName: '',
      attempts: (attempts.get(String(id)) ?? []).map((attempt) => String(attempt['instruction'])),
      status: status === 'settled' ? 'settled' : 'instructed',
    })),
    agreementOf: new Map(found.map(({ id, agreement }) => [String(id), String(agreement) as AgreementId])),
    payerOf: new Map(
      found.map(({ id, sponsor, payer_account: account }) => [
        String(id),
        { sponsor: String(sponsor), account: String(account) as Payer['account'] },
      ]),
    ),
  };
}

export type Waiting = { readonly agreement: AgreementId; readonly payment: PaymentId };
/** The approved payments of a sponsor and currency that are in no file; at most so many. */
export function paymentsToInstruct(prepare: Prepare, sponsor: string, currency: string, most: number): Waiting[] {
  const asked = prepare(
    `SELECT id, agreement FROM payment WHERE sponsor = ? AND currency = ? AND status = 'approved' AND file = '' ORDER BY id LIMIT ?`,
  );
  return asked.all(sponsor, currency, most).map(waiting);
}

/** Of a sponsor and currency, whatever has come of it; nothing where there is no such payment. */
export function paymentOfSponsor(prepare: Prepare, sponsor: string, currency: string, id: string): Waiting | undefined {
  const found = prepare('SELECT id, agreement FROM payment WHERE id = ? AND sponsor = ? AND currency = ?').get(id, sponsor, currency);
  return found && waiting(found);
}

const waiting = ({ id, agreement }: Readonly<Record<string, unknown>>): Waiting => ({
  ...{ agreement: String(agreement) as AgreementId, payment: String(id) as PaymentId },
});
