import { type Instant, plusDays } from '@junkan/kit/pure/dates.ts';
import type { CycleStep, WholeCycleView } from '../rules/cycle.ts';
import type { TestEnvironment } from './test-environment.fixture.ts';
import { way } from './way.fixture.ts';

/** An award that moves on when a day is over, and otherwise when persons have done their part. */
function cycleFake() {
  const after: Partial<Record<WholeCycleView['status'], WholeCycleView['status']>> = {
    open: 'screening',
    judging: 'deciding',
    announced: 'closed',
  };
  let status: WholeCycleView['status'] = 'draft';
  let next: Instant | '' = '';
  let version = 1;
  return {
    view: (now: Instant): WholeCycleView => ({ now, status, version, due: next !== '' && next <= now, next }),
    take(_: CycleStep): void {
      status = after[status] ?? status;
      next = '';
      version += 1;
    },
    is(now: WholeCycleView['status'], until: Instant | '' = ''): void {
      [status, next] = [now, until];
      version += 1;
    },
  };
}

async function cycle(environment: TestEnvironment, scenario: string) {
  const fake = cycleFake();
  return { fake, scene: await environment.cycle({ cycle: `cyc_${scenario}`, correlationId: 'scenario' }, fake) };
}

/** From the draft to each of the ends. */
export const CYCLE = {
  /** The jury gets more time while it judges. */
  'cycle-prolonged-announced-closed': way(cycle, async ({ fake, scene }) => {
    const now = await scene.now();
    await scene.happens(() => fake.is('open', plusDays(now, 30)));
    await scene.pass(35);
    await scene.happens(() => fake.is('judging', plusDays(now, 60)));
    await scene.pass(10);
    await scene.happens(() => fake.is('judging', plusDays(now, 70)));
    await scene.pass(40);
    const announced = await scene.now();
    await scene.happens(() => fake.is('announced', plusDays(announced, 14)));
    await scene.pass(15);
  }),
  'cycle-cancelled': way(cycle, async ({ fake, scene }) => {
    const now = await scene.now();
    await scene.happens(() => fake.is('open', plusDays(now, 30)));
    await scene.pass(10);
    await scene.happens(() => fake.is('cancelled'));
  }),
};
