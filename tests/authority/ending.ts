import { randomUUID } from 'node:crypto';
import type { Api } from '@junkan/scripts/main-job/api.ts';
import { adviceOf } from '@junkan/scripts/main-job/bank.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import type { Agreement } from '@junkan/scripts/main-job/messages.ts';
import type { Someone } from '../http.ts';
import { asRole, type Part, type Possible, type Scene } from './moments.ts';

const NOTE = { note: 'because' };
const S = 'secretariat';

/** Who requests all payments of an agreement. */
export const makerOf = (agreement: string) => asRole(S, `maker-of-${agreement}`);

/** A requested payment on its way: approved, instructed by its maker, reported and confirmed. `what`: what it is of, in the names of the states. */
export async function* paying(api: Api, of: { id: string; payment: string }, what: string, maker: Someone): Part<void> {
  const on = (act: Possible['act'], body?: object): Possible => ({ act, of, ...(body ? { body } : {}) });
  yield { state: `${what} requested`, possible: [], done: { ...on('approvePayment'), by: asRole(S) } };
  const { now } = await settled(api);
  yield { state: `${what} approved`, possible: [], done: { ...on('instructPayment'), by: maker } };
  const booked = { bankReference: `${what.toUpperCase()}-${randomUUID()}`, valueDate: now.slice(0, 10), document: await adviceOf(api) };
  yield { state: `${what} instructed`, possible: [], done: { ...on('settlePayment', booked), by: maker } };
  yield { state: `${what} reported`, possible: [], done: { ...on('confirmPayment', { report: 1 }), by: asRole(S) } };
  await settled(api);
}

/** What was retained until all was settled. Its approval and its way to the bank are those of every payment, which is tried before. */
export async function* releasing({ api, lender }: Scene, { id }: Agreement): Part<void> {
  const maker = makerOf(id);
  const request: Possible = { act: 'requestRelease', of: { id }, body: { sponsor: lender.sponsor } };
  const { payment = '' } = yield { state: 'retained', possible: [request], done: { ...request, by: maker } };
  yield* paying(api, { id, payment }, 'release', maker);
}

export async function* closing({ api }: Scene, project: string): Part<void> {
  const propose: Possible = { act: 'proposeClosure', of: { id: project }, body: NOTE };
  yield { state: 'completed', possible: [propose], done: { ...propose, by: asRole(S) } };
  const close: Possible = { act: 'closeProject', of: { id: project, number: 1 }, body: {} };
  const refuse: Possible = { act: 'refuseClosure', of: { id: project, number: 1 }, body: NOTE };
  yield { state: 'closure proposed', possible: [close, refuse], done: { ...close, by: asRole(S) } };
  await settled(api);
}
