import { auditor, maker } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { answerText } from '@junkan/scripts/main-job/payment-files.ts';
import type { Someone } from '../http.ts';
import { asRole, type Part, type Possible, type Scene } from './moments.ts';

const NOTE = { note: 'because' };
const S = 'secretariat';

type Paid = {
  readonly file: string;
  readonly on: (act: Possible['act'], body?: object) => Possible;
  readonly request: Possible;
  readonly by: Someone;
};

/** The bank rejects a whole file; its payment fails by two persons, is requested again, and is instructed outside of files. */
export async function* rejectedByBank({ api }: Scene, { file, on, request, by }: Paid): Part<void> {
  const { message } = await api.as(auditor).getPaymentFile({ id: file });
  await api.as(maker).uploadAnswer(new TextEncoder().encode(answerText(message, [], { whole: 'RJCT' })));
  await settled(api);
  const onFile = (act: Possible['act']): Possible => ({ act, of: { id: file } });
  const [reject, confirm] = [onFile('rejectRemainingTransfers'), onFile('confirmFileFailures')];
  yield { state: 'file rejected by the bank', possible: [reject, on('failPayment', NOTE)], done: { ...reject, by } };
  const alone: Possible[] = [
    { ...on('confirmPayment', { report: 1 }), duties: ['verifyMilestone', 'approvePayment', 'rejectRemainingTransfers'] },
    { ...on('objectToPayment', { report: 1, ...NOTE }), duties: ['verifyMilestone', 'rejectRemainingTransfers'] },
  ];
  yield { state: 'failure reported', possible: [confirm, ...alone], done: { ...confirm, by: asRole(S) } };
  yield { state: 'failed', possible: [request], done: { ...request, by } };
  const approve = on('approvePayment');
  yield { state: 'requested again', possible: [approve], done: { ...approve, by: asRole(S) } };
  const instruct = on('instructPayment');
  yield { state: 'approved again', possible: [instruct], done: { ...instruct, by } };
  await settled(api);
}
