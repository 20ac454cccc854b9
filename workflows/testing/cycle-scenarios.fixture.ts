import { type Instant, plusDays } from '@junkan/kit/pure/dates.ts';
import type { CycleStep, WholeCycleView } from '../rules/cycle.ts';
import type { TestEnvironment } from './test-environment.fixture.ts';
import { way } from './way.fixture.ts';

/** An award, or a call for projects, that moves on when a day is over, and otherwise when persons have done their part. */
function cycleFake() {
  const after: Partial<Record<WholeCycleView['status'], WholeCycleView['status']>> = {
    open: 'screening',
    judging: 'deciding',
    announced: 'closed',
    decided: 'closed',
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

const cycleOf = (kind: 'cyc' | 'cal') => async (environment: TestEnvironment, scenario: string) => {
  const fake = cycleFake();
  return { fake, scene: await environment.cycle({ cycle: `${kind}_${scenario}`, correlationId: 'scenario' }, fake) };
};
const [cycle, call] = [cycleOf('cyc'), cycleOf('cal')];

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
  /** Reviewers get more time, and a person decides some days after the reviews are opened. */
  'call-prolonged-decided-closed': way(call, async ({ fake, scene }) => {
    const now = await scene.now();
    await scene.happens(() => fake.is('open', plusDays(now, 21)));
    await scene.pass(25);
    await scene.happens(() => fake.is('judging', plusDays(now, 45)));
    await scene.pass(5);
    await scene.happens(() => fake.is('judging', plusDays(now, 50)));
    await scene.pass(25);
    const decided = await scene.now();
    await scene.happens(() => fake.is('decided', plusDays(decided, 14)));
    await scene.pass(15);
  }),
  /** While its answers are reviewed. */
  'call-cancelled': way(call, async ({ fake, scene }) => {
    const now = await scene.now();
    await scene.happens(() => fake.is('open', plusDays(now, 21)));
    await scene.pass(25);
    await scene.happens(() => fake.is('judging', plusDays(now, 45)));
    await scene.pass(5);
    await scene.happens(() => fake.is('cancelled'));
  }),
};
