import type { Received } from '@junkan/kit/call.ts';
import { ProblemError, problemOf } from '@junkan/kit/problem.ts';
import { REJECTIONS } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { Parts } from '../../../agreements/api/parts.ts';
import type { AgreementId, PaymentId } from '../../../agreements/ids.ts';
import { paymentOf, referencesIn } from '../../../agreements/payments/api/bank.ts';
import { type Holder, isPayment, normalised, type Taken } from '../../../agreements/payments/bank-reference.ts';
import { barredFromEntry } from '../../../agreements/payments/payment-duties.ts';
import { refundOf } from '../../../agreements/recoveries/api/recoveries.ts';
import { claimOf } from '../../../agreements/unfunded/api/drawings.ts';
import { agreements, statements } from '../../../mapping.ts';
import { accountRecords } from '../../accounts/view/records.ts';
import { paymentNamed } from '../../files/view/payments.ts';
import { type Entry, type EntryDuty, namedByReference, reversalIn, type Settled, type StatementId, settledIn } from '../statement.ts';
import type { Rejection } from '../statement-rejections.ts';
import { kindOf } from '../statement-saying.ts';

export type OfEntry = { readonly statement: StatementId; readonly entry: Entry };

/** By what the bank's reference is taken where a part of an entry is settled under it. */
export function holderOf(part: Settled, reference: string): Holder {
  const agreement = part.agreement as AgreementId;
  switch (kindOf(part)) {
    case 'payment':
      return part.payment as PaymentId;
    case 'refund':
      return refundOf(agreement, part.recovery, normalised(reference) ?? reference);
    case 'claim':
      return claimOf(agreement, part.drawing ?? 0);
  }
}

/** Who had a part in the payments of which an entry bears the reference, and so does not confirm what else somebody says it is. */
export async function dutiesOfReference(
  { store, openPayments }: Pick<Parts, 'store' | 'openPayments'>,
  { statement, entry }: OfEntry,
  { actor }: Received,
): Promise<EntryDuty[]> {
  const duties: EntryDuty[] = [];
  const mentioned = (entry.mentioned?.payments ?? []).flatMap((payment) => paymentNamed(openPayments.prepare, payment) ?? []);
  const named = new Map([...namedByReference(entry), ...mentioned].map((each) => [each.payment, each.agreement]));
  for (const [payment, agreement] of named) {
    const order = paymentOf(await store.load(agreements, agreement as AgreementId), payment as PaymentId);
    if (order) duties.push(...barredFromEntry(order, { by: actor.person, statement, direction: entry.direction }));
  }
  return duties;
}

/** Of a refund or what a guarantor has paid, whether it is one of the same agreement: which it is, its own commands hold against the reference. */
const isOf = (part: Settled, { agreement, payment }: Taken): boolean =>
  isPayment(payment) ? part.payment === payment : part.payment === '' && part.agreement === agreement;

/** What was reported by hand is the line that bears the bank's reference under which it was reported, and no other thing, until that report is taken back. */
export function reportedByHand({ store, texts, ownAccounts }: Pick<Parts, 'store' | 'texts' | 'ownAccounts'>) {
  const references = referencesIn(store);
  const { recordsOf } = accountRecords({ store, texts, ownAccounts });

  /** What is reported under the reference of an entry, where nobody says that it is that. */
  async function reportedOtherwise({ statement, entry }: OfEntry, said: readonly Settled[]) {
    const accountsOf = async () => {
      const { state } = await store.load(statements, statement);
      return state.status !== 'absent' && state.cashAccount ? recordsOf(state.cashAccount) : undefined;
    };
    const reported = entry.bankReference === '' ? undefined : await references.reportedByHand(entry.bankReference, accountsOf);
    return reported && !said.some((part) => isOf(part, reported)) ? reported : undefined;
  }

  return {
    /** Whether what somebody has said of an entry is not what was reported since under its reference, or takes back a line that is. */
    async isOtherwise({ statement, entry }: OfEntry): Promise<boolean> {
      if (await reportedOtherwise({ statement, entry }, settledIn(entry))) return true;
      const taken = reversalIn(entry);
      if (!taken) return false;
      const of = taken.statement || statement;
      const { state } = await store.load(statements, of);
      const earlier = state.status === 'absent' ? undefined : state.entries[taken.entry - 1];
      return earlier !== undefined && (await reportedOtherwise({ statement: of, entry: earlier }, [])) !== undefined;
    },

    /** @throws ProblemError where it is something else than what was reported under its reference. */
    async requireAsReported(of: OfEntry, said: readonly Settled[]): Promise<void> {
      const reported = await reportedOtherwise(of, said);
      if (!reported) return;
      const { agreement, payment: holder } = reported;
      const payment = isPayment(holder) ? holder : '';
      const refusal: Rejection = { type: 'EntryIsReportedByHand', entry: of.entry.number, agreement, payment };
      throw new ProblemError(problemOf(refusal, REJECTIONS));
    },
  };
}
