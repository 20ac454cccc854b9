import { randomUUID } from 'node:crypto';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import type { Agreement } from '@junkan/scripts/main-job/messages.ts';
import { hat, type Part, type Possible, type Scene } from './moments.ts';

const NOTE = { note: 'because' };
const S = 'secretariat';

/** Who requests all payments of an agreement. */
export const makerOf = (agreement: string) => hat(S, `maker-of-${agreement}`);

/** What was retained until all was settled. Its approval and its way to the bank are those of every payment, which is tried before. */
export async function* releasing({ api, lender }: Scene, { id }: Agreement): Part<void> {
  const maker = makerOf(id);
  const request: Possible = { act: 'requestRelease', of: { id }, body: { sponsor: lender.sponsor } };
  const { payment = '' } = yield { state: 'retained', possible: [request], done: { ...request, by: maker } };
  const on = (act: Possible['act'], body?: object): Possible => ({ act, of: { id, payment }, ...(body ? { body } : {}) });
  yield { state: 'release requested', possible: [], done: { ...on('approvePayment'), by: hat(S) } };
  const { now } = await settled(api);
  yield { state: 'release approved', possible: [], done: { ...on('instructPayment'), by: maker } };
  const booked = { bankReference: `RELEASE-${randomUUID()}`, valueDate: now.slice(0, 10) };
  yield { state: 'release instructed', possible: [], done: { ...on('settlePayment', booked), by: maker } };
  yield { state: 'release reported', possible: [], done: { ...on('confirmPayment', { report: 1 }), by: hat(S) } };
  await settled(api);
}

export async function* closing({ api }: Scene, project: string): Part<void> {
  const propose: Possible = { act: 'proposeClosure', of: { id: project }, body: NOTE };
  yield { state: 'completed', possible: [propose], done: { ...propose, by: hat(S) } };
  const close: Possible = { act: 'closeProject', of: { id: project, number: 1 }, body: {} };
  const refuse: Possible = { act: 'refuseClosure', of: { id: project, number: 1 }, body: NOTE };
  yield { state: 'closure proposed', possible: [close, refuse], done: { ...close, by: hat(S) } };
  await settled(api);
}
