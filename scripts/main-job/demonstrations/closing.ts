import { ApiProblem } from '@junkan/client/problem.ts';
import { type Api, auditor, maker, thirdChecker } from '../api.ts';
import { settled } from '../clock.ts';

const DAY = 86_400_000;
const monthEndBefore = (day: string): string => new Date(Date.parse(`${day.slice(0, 7)}-01`) - DAY).toISOString().slice(0, 10);

/**
 * Two persons close the books through the last complete month: the second returns the proposal once, and then confirms it. Months that are
 * closed already stay closed.
 */
export async function closeBooks(api: Api): Promise<void> {
  const { now } = await settled(api);
  let through = monthEndBefore(now);
  for (;;) {
    const { closedThrough = '' } = await api.as(auditor).getLedger({ limit: 1 });
    if (through <= closedThrough) return;
    try {
      const { id } = await api.as(maker).proposePeriod({}, { through, note: 'The bank sends its statements on paper.' });
      await api.as(thirdChecker).refusePeriod({ id }, { note: 'The bank has not sent its last statement yet.' });
      await api.as(maker).proposePeriod({}, { through, note: 'The bank sent it on paper.' });
      await api.as(thirdChecker).closePeriod({ id });
      return;
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.problem.type !== '/problems/period-is-unresolved') throw error;
      through = monthEndBefore(String(error.problem.facts?.['day']));
    }
  }
}
