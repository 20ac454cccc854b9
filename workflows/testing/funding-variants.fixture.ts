import { plusDays } from '@junkan/kit/pure/dates.ts';
import { bothAccepted, funding, paidAndClosed } from './funding-scenarios.fixture.ts';
import type { TestEnvironment } from './test-environment.fixture.ts';
import { way } from './way.fixture.ts';

/** Everything is approved, and the agreement waits for its signatures. */
async function drafted(environment: TestEnvironment, scenario: string) {
  const played = await bothAccepted(environment, scenario);
  const { fake, scene } = played;
  fake.approvesOffer('off_a');
  await scene.happens(() => fake.approvesOffer('off_b'));
  await scene.happens(() => fake.decidesOnProject('approved'));
  return played;
}

/** The variants of a round and its agreement, each to its end. */
export const FUNDING_VARIANTS = {
  'funding-countered-closed': way(funding, async (played) => {
    const { fake, scene } = played;
    await scene.happens(() => fake.proposes('off_a', 'large', 800n));
    await scene.happens(() => fake.counters('off_a', 700n));
    fake.accepts('off_a');
    await scene.happens(() => fake.proposes('off_b', 'small', 300n));
    await scene.happens(() => fake.accepts('off_b'));
    fake.approvesOffer('off_a');
    await scene.happens(() => fake.approvesOffer('off_b'));
    await paidAndClosed(played);
  }),
  'funding-expired-unfunded': way(funding, async ({ fake, scene }) => {
    const until = plusDays(await scene.now(), 20);
    await scene.happens(() => fake.proposes('off_a', 'large', 700n, until));
  }),
  /** One of two withdraws before its approval, and a third takes its place. */
  'funding-withdrawn-refilled-closed': way(bothAccepted, async (played) => {
    const { fake, scene } = played;
    await scene.happens(() => fake.approvesOffer('off_a'));
    const now = await scene.now();
    await scene.happens(() => fake.withdraws('off_b', now));
    await scene.happens(() => fake.proposes('off_c', 'small', 300n));
    await scene.happens(() => fake.accepts('off_c'));
    await scene.happens(() => fake.approvesOffer('off_c'));
    await paidAndClosed(played);
  }),
  'funding-withdrawn-unfunded': way(bothAccepted, async ({ fake, scene }) => {
    const now = await scene.now();
    await scene.happens(() => fake.withdraws('off_a', now));
  }),
  'funding-project-withdrawn': way(bothAccepted, ({ fake, scene }) => scene.happens(() => fake.decidesOnProject('withdrawn'))),
  'funding-declined-by-city': way(drafted, ({ fake, scene }) => scene.happens(() => fake.declinesToSign('org_city'))),
  /** A sponsor declines to sign, another fills its gap, and the agreement is drafted and signed again. */
  'funding-declined-by-sponsor-closed': way(drafted, async (played) => {
    const { fake, scene } = played;
    await scene.happens(() => fake.declinesToSign('small'));
    await scene.happens(() => fake.proposes('off_c', 'small', 300n));
    await scene.happens(() => fake.accepts('off_c'));
    await scene.happens(() => fake.approvesOffer('off_c'));
    await paidAndClosed(played);
  }),
  'funding-suspended-resumed-closed': way(drafted, async ({ fake, scene }) => {
    await scene.happens(() => fake.signs());
    await scene.happens(() => fake.measureTakesEffect('suspended'));
    await scene.pass(100);
    await scene.happens(() => fake.measureTakesEffect('effective'));
    await scene.happens(() => fake.paysAll());
    await scene.happens(() => fake.closes());
  }),
  'funding-measure-reminded-terminated': way(drafted, async ({ fake, scene }) => {
    await scene.happens(() => fake.signs());
    await scene.happens(() => fake.measureIsProposed('secretariat', 'org_city', 'small'));
    await scene.pass(10);
    await scene.happens(() => fake.measureTakesEffect('terminated'));
  }),
  'funding-terminated': way(drafted, async ({ fake, scene }) => {
    await scene.happens(() => fake.signs());
    await scene.happens(() => fake.measureTakesEffect('terminated'));
  }),
  /** The project is an action of the programme, and stops with its agreement. */
  'funding-action-stopped': way(drafted, async ({ fake, scene }) => {
    fake.programmeIsSeen();
    await scene.happens(() => fake.signs());
    await scene.happens(() => fake.measureTakesEffect('terminated'));
  }),
  'funding-suspended-terminated-in-two-steps': way(drafted, async ({ fake, scene }) => {
    await scene.happens(() => fake.signs());
    await scene.happens(() => fake.measureTakesEffect('suspended'));
    await scene.happens(() => fake.measureTakesEffect('terminating'));
  }),
};
