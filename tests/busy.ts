import { setTimeout as sleep } from 'node:timers/promises';
import { secretary } from '@junkan/scripts/main-job/api.ts';
import { fundingOf } from '@junkan/scripts/main-job/phases/offers.ts';
import { type Actors, actorsOf, type Sponsor } from './actors.ts';
import { MET } from './screened.ts';
import type { TestSystem } from './test-system.ts';

/** Several at once who open projects and offer for them, until they are stopped: what follows in other contexts goes on meanwhile. */
export function busy({ api }: Pick<TestSystem, 'api'>, lender: Sponsor, several = 3) {
  const actors = actorsOf(api);
  const projects: string[] = [];
  let isOver = false;
  const working = Promise.all(
    Array.from({ length: several }, async () => {
      while (!isOver) projects.push(await openedAndOffered(actors));
    }),
  );
  async function openedAndOffered({ submitted, city, offer }: Actors): Promise<string> {
    const project = await submitted(await city());
    await api.as(secretary).declareEligible({ id: project }, MET);
    await api.as(secretary).openProject({ id: project });
    let funding = await fundingOf(api, project);
    for (; !funding; funding = await fundingOf(api, project)) await sleep(20);
    await offer(funding.id, lender, '100.00');
    return project;
  }
  return {
    /** Those whose offer was made, in order. */
    projects,
    async until(count: number): Promise<void> {
      const reached = (async () => {
        while (projects.length < count) await sleep(20);
      })();
      // A failure ends the waiting.
      await Promise.race([reached, working]);
    },
    async stop(): Promise<void> {
      isOver = true;
      await working;
    },
  };
}
