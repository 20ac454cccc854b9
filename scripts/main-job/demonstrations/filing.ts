import { checker, maker, secondChecker } from '../api.ts';
import { adviceOf, owedCells, statementOf } from '../bank.ts';
import { answerText, type Word } from '../payment-files.ts';
import { statementText } from '../statements.ts';
import { ibanOf } from './accounts.ts';
import type { Base } from './base.ts';

/** What is left of an account after the bank has taken its charge, in dollars. */
const CHARGED = 5_000;
const CHARGE = 7.5;

/** Money that goes to the bank in files. */
export const filing = (base: Base) => ({
  /** The bank rejects each sponsor’s part of a tranche in a first file, and the whole of a second, as two persons say each time; it takes the part in a third. */
  async paidByFiles(agreement: string, tranche: number): Promise<void> {
    for (const { payment = '', sponsor } of owedCells(await base.agreement(agreement), tranche)) {
      const order = { agreement, payment, tranche, sponsor };
      const of = { id: agreement, payment };
      await this.inFile(order, 1, { status: 'RJCT', reason: 'AC04', text: 'Closed in May.' });
      await base.as(secondChecker).confirmPayment(of, { report: 1 });
      const rejected = await this.inFile(order, 2);
      await base.as(maker).rejectRemainingTransfers(rejected);
      await base.as(secondChecker).confirmFileFailures(rejected);
      await this.inFile(order, 3, { status: 'ACSP' });
      const { now } = await base.time.until(async () => true);
      const before = (await base.agreement(agreement)).payments.find(({ id }) => id === payment)?.reported?.valueDate;
      await base.as(maker).settlePayment(of, {
        bankReference: statementOf(payment),
        valueDate: before ?? now.slice(0, 10),
        document: await adviceOf(base.api),
      });
      await base.as(checker).confirmPayment(of, { report: 3 });
    }
  },
  /**
   * A statement of each sponsor’s account contains its part of a tranche, and a charge: the part is settled once a second person confirms
   * the statement, the charge is dismissed with a reason.
   */
  async settledByStatement(agreement: string, tranche: number): Promise<void> {
    for (const { payment = '', sponsor } of owedCells(await base.agreement(agreement), tranche)) {
      await base.as(maker).requestPayment({ id: agreement }, { tranche, sponsor });
      await base.as(checker).approvePayment({ id: agreement, payment });
      await base.as(maker).instructPayment({ id: agreement, payment });
    }
    const { now } = await base.time.until(async () => true);
    const { payments } = await base.agreement(agreement);
    const day = payments[0]?.reported?.valueDate ?? now.slice(0, 10);
    for (const { id: payment, sponsor, amount, instruction } of payments) {
      const { currency } = amount;
      const of = { id: `STATEMENT-${payment.slice(-20).toUpperCase()}`, account: ibanOf(sponsor), currency, day };
      const closing = (CHARGED - Number(amount.amount)).toFixed(2);
      const stated = statementText({ ...of, opening: (CHARGED + CHARGE).toFixed(2), closing }, [
        { amount: amount.amount, reference: statementOf(payment), instruction },
        { amount: CHARGE.toFixed(2), reference: `CHARGE-${payment.slice('pay_'.length).toUpperCase()}` },
      ]);
      const [{ id = '' } = {}] = (await base.as(maker).uploadStatements(new TextEncoder().encode(stated))).statements;
      await base.as(maker).ignoreEntry({ id, entry: '2' }, { note: 'A charge of the bank.' });
      await base.as(secondChecker).confirmStatement({ id }, {});
    }
  },
  /** Requested and approved, put into a separate file, which a second checker approves as well, handed to the bank, and answered like this; without words the whole file is rejected. */
  async inFile(
    { agreement: id, payment, tranche, sponsor }: Filed,
    attempt: number,
    words?: Omit<Word, 'instruction'>,
  ): Promise<{ readonly id: string }> {
    await base.as(maker).requestPayment({ id }, { tranche, sponsor });
    await base.as(checker).approvePayment({ id, payment });
    const { now } = await base.time.until(async () => true);
    const { attempts = [], file: last = '' } = (await base.agreement(id)).payments.find((each) => each.id === payment) ?? {};
    // One that was made on an earlier day is made again as it was.
    const made = attempt > attempts.length ? last : attempts[attempt - 1]?.file;
    const before = made ? await base.api.as(maker).getPaymentFile({ id: made }) : undefined;
    const executionDate = before?.executionDate ?? now.slice(0, 10);
    const asked = { payer: sponsor, currency: 'USD', executionDate, payments: [payment] };
    const file = { id: (await base.as(maker).makePaymentFile({}, asked)).id };
    for (const person of [checker, secondChecker]) await base.as(person).approvePaymentFile(file);
    await base.as(maker).downloadPaymentFile(file);
    await base.as(maker).sendPaymentFile(file);
    const { message, lines } = await base.as(maker).getPaymentFile(file);
    const answer = words
      ? answerText(message, [{ ...words, instruction: lines[0]?.instruction ?? '' }])
      : answerText(message, [], { whole: 'RJCT' });
    await base.as(maker).uploadAnswer(new TextEncoder().encode(answer));
    return file;
  },
});

type Filed = { readonly agreement: string; readonly payment: string; readonly tranche: number; readonly sponsor: string };
