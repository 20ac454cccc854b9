import type { Api } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { actorsOf, first } from './actors.ts';

/** A milestone of a city's project, with a verified result: all is paid, and the project is closed. */
export async function verifiedOf(api: Api, city: string): Promise<string> {
  const actors = actorsOf(api);
  const planned = { unit: 't', baseline: '0', target: '1200', method: 'Weighed.' };
  const agreement = await actors.agreed(city, [[await actors.sponsor(), '1000.00']], {
    milestones: ['1000.00'],
    plannedIndicators: [{ code: 'tonnes-recycled', ...planned, milestones: [1] }],
  });
  const milestone = first(await actors.signed(agreement));
  await actors.verified(milestone, [{ code: 'tonnes-recycled', unit: 't', value: '300' }]);
  await actors.paid(agreement, 1);
  await actors.closed(agreement.project);
  await settled(api);
  return milestone.id;
}
