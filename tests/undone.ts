import { type Api, checker, maker, secondChecker } from '@junkan/scripts/main-job/api.ts';
import type { Order } from '@junkan/scripts/main-job/bank.ts';
import { adviceOf } from '@junkan/scripts/main-job/bank.ts';

/** The bank is said not to have carried out a requested payment, and a second person finds otherwise. */
export async function notFailed(api: Api, of: Order): Promise<void> {
  await api.as(checker).approvePayment(of);
  await api.as(maker).instructPayment(of);
  await api.as(maker).failPayment(of, { note: 'The account is closed.' });
  await api.as(checker).objectToPayment(of, { report: 1, note: 'The statement says otherwise.' });
}

/** A settlement, of which two reports have been made, was booked by mistake; the payment is settled again, and then the bank returns it. */
export async function undone(api: Api, of: Order, valueDate: string): Promise<void> {
  const document = await adviceOf(api);
  await api.as(maker).reversePayment(of, { note: 'It was another account.' });
  await api.as(secondChecker).confirmPayment(of, { report: 3 });
  await api.as(maker).settlePayment(of, { bankReference: 'B-1002', valueDate, document });
  await api.as(checker).confirmPayment(of, { report: 4 });
  await api.as(maker).returnPayment(of, { bankReference: 'B-1003', valueDate, document, note: 'The account is closed.' });
  await api.as(secondChecker).confirmPayment(of, { report: 5 });
}
