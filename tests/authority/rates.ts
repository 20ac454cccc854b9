import { settled } from '@junkan/scripts/main-job/clock.ts';
import { asRole, type Part, type Possible, type Scene } from './moments.ts';

const S = 'secretariat';

/** The rates of a day: entered and refused, entered again and confirmed. */
export async function* ofRates({ api }: Scene): Part<void> {
  const { now } = await settled(api);
  const body = { source: 'Bank of the life', base: 'EUR', day: now.slice(0, 10), rates: [{ currency: 'JPY', rate: '162.05' }] };
  const enter: Possible = { act: 'enterRates', body };
  const file = `date,currency,rate\n${body.day},USD,1.05`;
  const bring: Possible = { act: 'importRates', body: { source: 'A file of the life', base: 'EUR', file } };
  const { id = '' } = yield { state: 'nothing', possible: [bring], done: { ...enter, by: asRole(S) } };
  const on = (act: Possible['act'], more: object = {}): Possible => ({ act, of: { id }, body: more });
  const [confirm, refuse] = [on('confirmRates'), on('refuseRates', { note: 'because' })];
  yield { state: 'rates entered', possible: [confirm], done: { ...refuse, by: asRole(S) } };
  yield { state: 'rates refused', possible: [], done: { ...enter, by: asRole(S) } };
  yield { state: 'rates entered again', possible: [refuse], done: { ...confirm, by: asRole(S) } };
}
