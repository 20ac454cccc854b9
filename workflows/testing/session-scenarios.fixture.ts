import { type Instant, plusDays } from '@junkan/kit/pure/dates.ts';
import type { SessionStep, WholeSessionView } from '../rules/session.ts';
import type { TestEnvironment } from './test-environment.fixture.ts';
import { way } from './way.fixture.ts';

/** A session whose moments come by the clock: enrolment opens, an offer ends, it begins, and it is over. */
function sessionFake(from: Instant) {
  const moments: (readonly [at: Instant, status: WholeSessionView['status']])[] = [
    [plusDays(from, 5), 'enrolling'],
    [plusDays(from, 40), 'running'],
    [plusDays(from, 41), 'held'],
  ];
  let status: WholeSessionView['status'] = 'scheduled';
  let holders: string[] = [];
  let isUnsettled = false;
  let version = 1;
  return {
    view: (now: Instant): WholeSessionView => {
      const due = isUnsettled || moments.some(([at]) => at <= now);
      return { now, status, version, due, next: moments.find(([at]) => at > now)?.[0] ?? '', holders };
    },
    take: (step: SessionStep, now: Instant): void => {
      if (step.do === 'ProposeCertificate') holders = holders.filter((each) => each !== step.holder);
      if (step.do !== 'StepSession') return;
      isUnsettled = false;
      version += 1;
      while (moments[0] && moments[0][0] <= now) status = moments.shift()?.[1] ?? status;
    },
    isFullUntil: (until: Instant): void => {
      status = 'full';
      moments.unshift([until, 'enrolling']);
    },
    isClosedWith: (...persons: readonly string[]): void => {
      status = 'closed';
      holders = [...persons];
    },
    isCancelled: (): void => {
      status = 'cancelled';
      moments.length = 0;
      isUnsettled = true;
    },
  };
}

async function session(environment: TestEnvironment, scenario: string) {
  const fake = sessionFake(await environment.now());
  return { fake, scene: await environment.session({ session: `ses_${scenario}`, correlationId: 'scenario' }, fake) };
}

/** From the day on which a session is scheduled to each of its ends. */
export const SESSION = {
  /** A seat is offered that nobody takes; it is held, and two persons have passed. */
  'session-held-closed': way(session, async ({ fake, scene }) => {
    await scene.pass(10);
    const now = await scene.now();
    await scene.happens(() => fake.isFullUntil(plusDays(now, 2)));
    await scene.pass(35);
    await scene.happens(() => fake.isClosedWith('person-a', 'person-b'));
  }),
  'session-cancelled': way(session, async ({ fake, scene }) => {
    await scene.pass(10);
    await scene.happens(fake.isCancelled);
  }),
};
