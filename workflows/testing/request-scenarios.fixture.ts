import { type Instant, plusDays } from '@junkan/kit/pure/dates.ts';
import type { RequestStep, RequestWait, WholeRequestView } from '../rules/request.ts';
import type { TestEnvironment } from './test-environment.fixture.ts';
import { way } from './way.fixture.ts';

const officer = { role: 'secretariat.officer', organisation: 'secretariat' };
const outcome = (after: 'after-12' | 'after-24', due: Instant): RequestWait => ({
  ...{ matter: 'outcome', occurrence: after, due },
  ...{ role: 'proposer.officer', organisation: 'org_a' },
});

/** A request that waits for its answer. */
function requestFake(from: Instant) {
  let status: WholeRequestView['status'] = 'submitted';
  let waits: readonly RequestWait[] = [{ matter: 'request-answer', occurrence: from, due: plusDays(from, 14), ...officer }];
  let untold: readonly string[] = [];
  return {
    view: (now: Instant): WholeRequestView => ({ now, status, waits, untold }),
    take(step: RequestStep): void {
      if (step.do === 'NoteAdoption') untold = untold.filter((each) => each !== step.instrument);
    },
    is(next: WholeRequestView['status'], ...awaited: readonly RequestWait[]): void {
      [status, waits] = [next, awaited];
    },
    isChecked(...of: readonly string[]): void {
      untold = of;
    },
  };
}

async function request(environment: TestEnvironment, scenario: string) {
  const fake = requestFake(await environment.now());
  return { fake, scene: await environment.request({ request: `req_${scenario}`, correlationId: 'scenario' }, fake) };
}

/** From the question of a city to each of the ends. */
export const REQUEST = {
  /** Nobody answers until it climbs to the approver. */
  'request-silent-declined': way(request, async ({ fake, scene }) => {
    await scene.pass(15);
    await scene.happens(() => fake.is('declined'));
  }),
  /** It is answered in time; the expert says nothing, another delivers; adopted, the library shows it, and the city reports twice what came of it, the second time late. */
  'request-adopted-told': way(request, async ({ fake, scene }) => {
    await scene.pass(2);
    const now = await scene.now();
    const expert = { role: 'programme.expert', organisation: 'ptn_a' };
    await scene.happens(() => fake.is('assigned', { matter: 'interests', occurrence: now, due: plusDays(now, 7), ...expert }));
    await scene.pass(8);
    await scene.happens(() => fake.is('in-work'));
    await scene.happens(() => fake.is('delivered'));
    await scene.pass(30);
    const decided = await scene.now();
    await scene.happens(() => {
      fake.is('adopted', outcome('after-12', plusDays(decided, 365)));
      fake.isChecked('pol_a');
    });
    await scene.pass(370);
    await scene.happens(() => fake.is('adopted', outcome('after-24', plusDays(decided, 730))));
    await scene.pass(400);
    await scene.happens(() => fake.is('adopted'));
  }),
  'request-not-adopted-closed': way(request, async ({ fake, scene }) => {
    await scene.pass(2);
    await scene.happens(() => fake.is('not-adopted'));
    await scene.pass(2);
    await scene.happens(() => fake.is('closed'));
  }),
};
