import { randomUUID } from 'node:crypto';
import { adviceOf } from '@junkan/scripts/main-job/bank.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import type { Agreement } from '@junkan/scripts/main-job/messages.ts';
import { first, usd } from '../actors.ts';
import { asRole, type Part, type Possible, type Scene } from './moments.ts';

const NOTE = { note: 'because' };
const S = 'secretariat';

/** Money that was paid is claimed back; its sponsor gives up a part, and the remainder is refunded. */
export async function* recovering({ api, city, lender }: Scene, { id }: Agreement): Part<void> {
  const on = (act: Possible['act'], body?: object): Possible => ({ act, of: { id, number: 1 }, ...(body ? { body } : {}) });
  const claim: Possible = { act: 'claimRecovery', of: { id }, body: { kind: 'ineligible', amount: usd('100.00'), ...NOTE } };
  yield { state: 'paid', possible: [claim], done: { ...claim, by: asRole(S) } };
  const answer = on('answerRecovery', NOTE);
  const refuse = on('refuseRecovery', NOTE);
  yield { state: 'claimed back', possible: [answer, refuse], done: { ...answer, by: asRole(city) } };
  const approve = on('approveRecovery');
  yield { state: 'claim answered', possible: [approve, refuse], done: { ...approve, by: asRole(S) } };
  const { now } = await settled(api);
  const document = await adviceOf(api);
  const refund = (amount: string) =>
    on('reportRefund', { amount: usd(amount), bankReference: `BACK-${randomUUID()}`, valueDate: now.slice(0, 10), document });
  const justify = on('proposeResolution', { kind: 'justified', amount: usd('10.00'), ...NOTE });
  const writeOff = on('proposeWriteOff', { sponsor: lender.sponsor, amount: usd('40.00'), ...NOTE });
  yield { state: 'to come back', possible: [refund('60.00'), justify, writeOff], done: { ...writeOff, by: asRole(S) } };
  const answering = (resolution: string, whose: Pick<Possible, 'side' | 'roles'>): Possible[] => [
    { ...on('confirmResolution'), of: { id, number: 1, resolution }, ...whose },
    { ...on('refuseResolution', NOTE), of: { id, number: 1, resolution }, ...whose },
  ];
  const givenUp = answering('1', { side: 'sponsor' });
  yield { state: 'write-off proposed', possible: givenUp, done: { ...first(givenUp), by: asRole(lender.sponsor) } };
  yield { state: 'to come back', possible: [], done: { ...refund('60.00'), by: asRole(S) } };
  const seen = answering('2', { side: 'secretariat', roles: ['finance.checker'] });
  yield { state: 'refund reported', possible: seen, done: { ...first(seen), by: asRole(S) } };
  const doubt = seen.slice(1);
  yield { state: 'refunded', possible: doubt, done: { ...first(doubt), by: asRole(S) } };
  const doubted = answering('3', { side: 'secretariat', roles: ['finance.checker'] });
  yield { state: 'refund doubted', possible: doubted, done: { ...first(doubted.slice(1)), by: asRole(S) } };
  await settled(api);
}
