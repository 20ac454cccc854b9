import { randomUUID } from 'node:crypto';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { usd } from '../actors.ts';
import { hat, type Part, type Possible, type Scene } from './moments.ts';

const S = 'secretariat';

/** Some of a part is paid. Its approval and its way to the bank are those of every payment, which is tried later. */
export async function* payingInPart({ api, lender: { sponsor } }: Scene, id: string): Part<void> {
  const maker = hat(S);
  const request: Possible = { act: 'requestPartPayment', of: { id }, body: { tranche: 1, sponsor, amount: usd('50.00') } };
  const all: Possible = { act: 'requestPayment', of: { id }, body: { tranche: 1, sponsor } };
  const { payment = '' } = yield { state: 'verified', possible: [request, all], done: { ...request, by: maker } };
  const pay = (act: Possible['act'], body?: object): Possible => ({ act, of: { id, payment }, ...(body ? { body } : {}) });
  yield { state: 'part requested', possible: [], done: { ...pay('approvePayment'), by: hat(S) } };
  const { now } = await settled(api);
  yield { state: 'part approved', possible: [], done: { ...pay('instructPayment'), by: maker } };
  const booked = { bankReference: `PART-${randomUUID()}`, valueDate: now.slice(0, 10) };
  yield { state: 'part instructed', possible: [], done: { ...pay('settlePayment', booked), by: maker } };
  yield { state: 'part reported', possible: [], done: { ...pay('confirmPayment', { report: 1 }), by: hat(S) } };
  await settled(api);
}
