import { type CalendarDate, type Instant, plusCalendarDays } from '@junkan/kit/pure/dates.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { OpenView } from '@junkan/kit/views/open-view.ts';
import type { Prepare } from '@junkan/kit/views/statements.ts';
import type { AgreementId, PaymentId } from '../../../agreements/ids.ts';
import { bankAccounts } from '../../../mapping.ts';
import type { BankAccountId } from '../../accounts/bank-account.ts';
import type { Payment } from '../../iso20022/payment.ts';
import type { StatementId } from '../../statements/statement.ts';

/** Of an instruction of an earlier version, which has no date. */
const LONG_AGO = '1970-01-01';

const STATUSES: Readonly<Record<string, Payment['status']>> = { approved: 'unsent', settled: 'settled', over: 'over' };

/** Who pays, and from which account; '' = the instruction names none. */
export type Payer = { readonly sponsor: string; readonly account: BankAccountId | '' };

type OpenPayments = {
  readonly payments: readonly Payment[];
  readonly agreementOf: ReadonlyMap<string, AgreementId>;
  readonly payerOf: ReadonlyMap<string, Payer>;
};
type From = { readonly store: EventStore; readonly openPayments: Pick<OpenView, 'prepare'> };

/** The payments that entries may belong to: all that the bank was instructed with, now or before, or may have by a file, with the agreement of each. */
export async function openPaymentsOf({ store, openPayments: { prepare } }: From): Promise<OpenPayments> {
  const attempts = Map.groupBy(prepare('SELECT instruction, payment FROM attempt').all(), ({ payment }) => String(payment));
  const asked = prepare(
    `SELECT id, agreement, amount, currency, status, instruction, instructed_on, sponsor, payer_account, payee_account
     FROM payment WHERE status IN ('instructed', 'settled')
     UNION ALL SELECT id, agreement, amount, currency, 'over', '', '', sponsor, payer_account, payee_account
     FROM payment WHERE status NOT IN ('instructed', 'settled') AND NOT (status = 'approved' AND file <> '') AND id IN (SELECT payment FROM attempt)
     UNION ALL SELECT id, agreement, amount, currency, status, listed.instruction, '', sponsor, payer_account, payee_account
     FROM payment JOIN listed ON listed.file = payment.file AND listed.payment = id WHERE status = 'approved'`,
  );
  asked.setReadBigInts(true);
  const found = asked.all();
  const payees = found.filter(({ status }) => status === 'instructed').map(({ payee_account: account }) => String(account));
  const holders = await holdersOf(new Set(payees), store);
  return {
    payments: found.map(({ id, amount, currency, status, instruction, instructed_on, payee_account: account }) => ({
      payment: String(id) as PaymentId,
      endToEndId: String(instruction),
      amount: { amount: BigInt(String(amount)), currency: String(currency) },
      instructedOn: String(instructed_on) || LONG_AGO,
      payeeName: holders.get(String(account)) ?? '',
      attempts: (attempts.get(String(id)) ?? []).map((attempt) => String(attempt['instruction'])),
      status: STATUSES[String(status)] ?? 'instructed',
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

/** By whose names banks know them. */
async function holdersOf(accounts: ReadonlySet<string>, store: EventStore): Promise<ReadonlyMap<string, string>> {
  const named = [...accounts].filter((account) => account !== '');
  const held = await Promise.all(
    named.map(async (account) => {
      const { state } = await store.load(bankAccounts, account as BankAccountId);
      return [account, state.status === 'absent' ? '' : state.holder] as const;
    }),
  );
  return new Map(held);
}

export type Waiting = { readonly agreement: AgreementId; readonly payment: PaymentId };
/** The approved payments of a sponsor and currency that are in no file; at most so many. */
export function paymentsToInstruct(prepare: Prepare, sponsor: string, currency: string, most: number): Waiting[] {
  const asked = prepare(
    `SELECT id, agreement FROM payment WHERE sponsor = ? AND currency = ? AND status = 'approved' AND file = '' ORDER BY id LIMIT ?`,
  );
  return asked.all(sponsor, currency, most).map(waiting);
}

/** Whatever its outcome; undefined if there is no such payment. */
export function paymentNamed(prepare: Prepare, id: string): (Waiting & { readonly payer: string; readonly currency: string }) | undefined {
  const found = prepare('SELECT id, agreement, sponsor, currency FROM payment WHERE id = ?').get(id);
  return found && { ...waiting(found), payer: String(found['sponsor']), currency: String(found['currency']) };
}

/** How many payments of a file are approved or with the bank, and neither settled nor over. */
export const openInFile = (prepare: Prepare, file: string): number =>
  Number(prepare(`SELECT count(*) AS open FROM payment WHERE file = ? AND status IN ('approved', 'instructed')`).get(file)?.['open'] ?? 0);

/** The statements that have debits with the reference of a payment in a file. */
export const statementsOfFile = (prepare: Prepare, file: string): StatementId[] =>
  prepare(
    `SELECT DISTINCT statement FROM payment JOIN listed ON listed.file = payment.file AND listed.payment = payment.id
     JOIN line ON line.instruction = listed.instruction WHERE payment.file = ? ORDER BY statement`,
  )
    .all(file)
    .map(({ statement }) => String(statement) as StatementId);

/** The payment that has, or had, this reference. */
export function paymentWith(prepare: Prepare, instruction: string): Waiting | undefined {
  const asked = prepare(
    `SELECT id, agreement FROM payment WHERE instruction = ?1 OR id IN (SELECT payment FROM attempt WHERE instruction = ?1) LIMIT 1`,
  );
  const found = asked.get(instruction);
  return found && waiting(found);
}

/** The statements that have debits with this reference. */
export const statementsWith = (prepare: Prepare, instruction: string): StatementId[] =>
  prepare('SELECT statement FROM line WHERE instruction = ? ORDER BY statement')
    .all(instruction)
    .map(({ statement }) => String(statement) as StatementId);

/** Whose parts are on hold for which lines of a statement. */
export const agreementsHeldFor = (
  prepare: Prepare,
  statement: StatementId,
): { readonly agreement: AgreementId; readonly entry: number }[] =>
  prepare('SELECT agreement, entry FROM part_held WHERE statement = ? ORDER BY agreement, entry')
    .all(statement)
    .map(({ agreement, entry }) => ({ agreement: String(agreement) as AgreementId, entry: Number(entry) }));

type Day = {
  readonly payer: string;
  readonly currency: string;
  readonly day: CalendarDate;
  readonly except: string;
  readonly dayOfBooks: (at: Instant) => CalendarDate;
};
/** What a payer pays in a currency on a day, in minor units: what is in an approved file for it, and what is instructed by hand on it; without one file or payment. */
export function paidOnDay(prepare: Prepare, { payer, currency, day, except, dayOfBooks }: Day): bigint {
  const asked = prepare(
    `SELECT amount, file.day, instructed_at FROM payment LEFT JOIN file ON file.id = payment.file WHERE sponsor = ? AND currency = ?
       AND coalesce(file.day, substr(instructed_at, 1, 10)) BETWEEN ? AND ?
       AND payment.id <> ? AND payment.file <> ? AND (status IN ('instructed', 'settled') OR (status = 'approved' AND file.approved = 1))`,
  );
  asked.setReadBigInts(true);
  const around = [plusCalendarDays(day, -1), plusCalendarDays(day, 1)] as const;
  return asked
    .all(payer, currency, ...around, except, except)
    .filter((each) => (each['day'] ?? dayOfBooks(String(each['instructed_at']))) === day)
    .reduce((sum, { amount }) => sum + BigInt(String(amount)), 0n);
}

const waiting = ({ id, agreement }: Readonly<Record<string, unknown>>): Waiting => ({
  agreement: String(agreement) as AgreementId,
  payment: String(id) as PaymentId,
});
