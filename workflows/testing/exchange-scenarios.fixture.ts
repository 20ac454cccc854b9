import { type Instant, plusDays } from '@junkan/kit/pure/dates.ts';
import type { ExchangeStep, WholeExchangeView } from '../rules/exchange.ts';
import type { TestEnvironment } from './test-environment.fixture.ts';
import { way } from './way.fixture.ts';

const reminderOf = (matter: string, occurrence: string) => ({ matter, occurrence, role: 'proposer.officer', organisation: 'org_a' });
type Awaited = { readonly at: Instant; readonly reminder: ReturnType<typeof reminderOf> };

/** An exchange that expires unless it is answered; what is expected of it is reminded of once. */
function exchangeFake(from: Instant) {
  let status: WholeExchangeView['status'] = 'invited';
  let version = 1;
  let expires: Instant | '' = plusDays(from, 30);
  let awaited: Awaited[] = [];
  let isUnsettled = false;
  return {
    view(now: Instant): WholeExchangeView {
      const reminders = awaited.filter(({ at }) => at <= now).map(({ reminder }) => reminder);
      const moments = [expires, ...awaited.map(({ at }) => at)].filter((at) => at !== '').toSorted();
      return { now, status, version, due: isUnsettled || (expires !== '' && expires <= now), next: moments[0] ?? '', reminders };
    },
    take(step: ExchangeStep): void {
      version += 1;
      if (step.do !== 'StepExchange') awaited = awaited.filter(({ reminder }) => reminder.occurrence !== step.occurrence);
      else if (status === 'invited') [status, expires] = ['expired', ''];
      else isUnsettled = false;
    },
    isAgreed(at: Instant): void {
      [status, expires] = ['agreed', ''];
      awaited = [{ at, reminder: reminderOf('exchange-visit', '1') }];
    },
    isConcluded(...moments: readonly (readonly [at: Instant, occurrence: string])[]): void {
      [status, isUnsettled] = ['concluded', true];
      awaited = moments.map(([at, occurrence]) => ({ at, reminder: reminderOf('exchange-follow-up', occurrence) }));
    },
    isTold(occurrence: string): void {
      awaited = awaited.filter(({ reminder }) => reminder.occurrence !== occurrence);
    },
  };
}

async function exchange(environment: TestEnvironment, scenario: string) {
  const fake = exchangeFake(await environment.now());
  return { fake, scene: await environment.exchange({ exchange: `exc_${scenario}`, correlationId: 'scenario' }, fake) };
}

/** From the invitation to each of the ends. */
export const EXCHANGE = {
  'exchange-expired': way(exchange, async ({ scene }) => {
    await scene.pass(31);
  }),
  /** Nobody meets until both are reminded; it is concluded, reported on once, and the last that became of it is reminded of. */
  'exchange-concluded-followed': way(exchange, async ({ fake, scene }) => {
    await scene.pass(2);
    const agreed = await scene.now();
    await scene.happens(() => fake.isAgreed(plusDays(agreed, 14)));
    await scene.pass(20);
    const ended = await scene.now();
    await scene.happens(() => fake.isConcluded([plusDays(ended, 196), 'after-6-months'], [plusDays(ended, 380), 'after-12-months']));
    await scene.pass(190);
    await scene.happens(() => fake.isTold('after-6-months'));
    await scene.pass(200);
  }),
};
