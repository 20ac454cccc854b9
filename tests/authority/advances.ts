import { settled } from '@junkan/scripts/main-job/clock.ts';
import type { Agreement } from '@junkan/scripts/main-job/messages.ts';
import { usd } from '../actors.ts';
import { paying } from './ending.ts';
import { asRole, type Part, type Possible, type Scene } from './moments.ts';

const NOTE = { note: 'because' };
const S = 'secretariat';

/** Money that is paid before its milestone is verified. Its approval and its way to the bank are those of every payment, which is tried later. */
export async function* advancing({ api, city, lender }: Scene, { id }: Agreement): Part<void> {
  const maker = asRole(S);
  const ask: Possible = { act: 'askAdvance', of: { id }, body: { tranche: 1, sponsor: lender.sponsor, amount: usd('100.00'), ...NOTE } };
  yield { state: 'scheduled', possible: [ask], done: { ...ask, by: asRole(city) } };
  const on = (act: Possible['act'], body?: object): Possible => ({ act, of: { id, number: 1 }, ...(body ? { body } : {}) });
  const request = on('requestAdvance');
  const { payment = '' } = yield {
    state: 'advance asked',
    possible: [request, on('refuseAdvance', NOTE)],
    done: { ...request, by: maker },
  };
  yield* paying(api, { id, payment }, 'advance', maker);
  const day = (await settled(api)).now.slice(0, 10);
  const officer = api.as({ organisation: city, role: 'proposer.officer' });
  const { hash } = await officer.upload(new TextEncoder().encode('invoices'), 'text/plain');
  const state = on('submitExpenditure', { amount: usd('100.00'), firstDay: day, lastDay: day, evidence: [hash], ...NOTE });
  yield { state: 'advance paid', possible: [state], done: { ...state, by: asRole(city) } };
  const of = { id, number: 1, expenditure: '1' };
  const accept: Possible = { act: 'acceptExpenditure', of, body: { amount: usd('100.00') } };
  const back: Possible = { act: 'returnExpenditure', of, body: NOTE };
  yield { state: 'expenditure stated', possible: [accept, back], done: { ...accept, by: asRole(S) } };
  await settled(api);
}
