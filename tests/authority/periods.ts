import { auditor } from '@junkan/scripts/main-job/api.ts';
import { asRole, type Part, type Possible, type Scene } from './moments.ts';

const S = 'secretariat';
const DAY = 86_400_000;
/** A month in which nothing was recorded, or the one after what is closed. */
const monthAfter = (closedThrough = '2019-12-31'): string => {
  const [year = 0, month = 0] = closedThrough.split('-').map(Number);
  return new Date(Date.UTC(year, month + 1, 1) - DAY).toISOString().slice(0, 10);
};

/** A month of the books: its closing is proposed and refused, proposed again and confirmed. */
export async function* ofPeriods({ api }: Scene): Part<void> {
  const { closedThrough } = await api.as(auditor).getLedger({ limit: 1 });
  const propose: Possible = { act: 'proposePeriod', body: { through: monthAfter(closedThrough) } };
  const { id = '' } = yield { state: 'nothing', possible: [], done: { ...propose, by: asRole(S) } };
  const on = (act: Possible['act'], more: object = {}): Possible => ({ act, of: { id }, body: more });
  const [close, refuse] = [on('closePeriod'), on('refusePeriod', { note: 'because' })];
  yield { state: 'closing proposed', possible: [close], done: { ...refuse, by: asRole(S) } };
  yield { state: 'closing refused', possible: [], done: { ...propose, by: asRole(S) } };
  yield { state: 'closing proposed again', possible: [refuse], done: { ...close, by: asRole(S) } };
}
