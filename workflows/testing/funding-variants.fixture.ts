import { plusDays } from '@junkan/kit/pure/dates.ts';
import { bothAccepted, funding, paidAndClosed } from './funding-scenarios.fixture.ts';
import type { TestEnvironment } from './test-environment.fixture.ts';

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
  async 'funding-countered-closed'(environment: TestEnvironment, scenario: string) {
    const played = await funding(environment, scenario);
    const { fake, scene } = played;
    await scene.happens(() => fake.proposes('off_a', 'large', 800n));
    await scene.happens(() => fake.counters('off_a', 700n));
    fake.accepts('off_a');
    await scene.happens(() => fake.proposes('off_b', 'small', 300n));
    await scene.happens(() => fake.accepts('off_b'));
    fake.approvesOffer('off_a');
    await scene.happens(() => fake.approvesOffer('off_b'));
    await paidAndClosed(played);
    return played;
  },
  async 'funding-expired-unfunded'(environment: TestEnvironment, scenario: string) {
    const played = await funding(environment, scenario);
    const { fake, scene } = played;
    const until = plusDays(await scene.now(), 20);
    await scene.happens(() => fake.proposes('off_a', 'large', 700n, until));
    await scene.end();
    return played;
  },
  /** One of two withdraws before its approval, and a third takes its place. */
  async 'funding-withdrawn-refilled-closed'(environment: TestEnvironment, scenario: string) {
    const played = await bothAccepted(environment, scenario);
    const { fake, scene } = played;
    await scene.happens(() => fake.approvesOffer('off_a'));
    const now = await scene.now();
    await scene.happens(() => fake.withdraws('off_b', now));
    await scene.happens(() => fake.proposes('off_c', 'small', 300n));
    await scene.happens(() => fake.accepts('off_c'));
    await scene.happens(() => fake.approvesOffer('off_c'));
    await paidAndClosed(played);
    return played;
  },
  async 'funding-withdrawn-unfunded'(environment: TestEnvironment, scenario: string) {
    const played = await bothAccepted(environment, scenario);
    const now = await played.scene.now();
    await played.scene.happens(() => played.fake.withdraws('off_a', now));
    await played.scene.end();
    return played;
  },
  async 'funding-project-withdrawn'(environment: TestEnvironment, scenario: string) {
    const played = await bothAccepted(environment, scenario);
    await played.scene.happens(() => played.fake.decidesOnProject('withdrawn'));
    await played.scene.end();
    return played;
  },
  async 'funding-declined-by-city'(environment: TestEnvironment, scenario: string) {
    const played = await drafted(environment, scenario);
    await played.scene.happens(() => played.fake.declinesToSign('org_city'));
    await played.scene.end();
    return played;
  },
  /** A sponsor declines to sign, another fills its gap, and the agreement is drafted and signed again. */
  async 'funding-declined-by-sponsor-closed'(environment: TestEnvironment, scenario: string) {
    const played = await drafted(environment, scenario);
    const { fake, scene } = played;
    await scene.happens(() => fake.declinesToSign('small'));
    await scene.happens(() => fake.proposes('off_c', 'small', 300n));
    await scene.happens(() => fake.accepts('off_c'));
    await scene.happens(() => fake.approvesOffer('off_c'));
    await paidAndClosed(played);
    return played;
  },
  async 'funding-suspended-resumed-closed'(environment: TestEnvironment, scenario: string) {
    const played = await drafted(environment, scenario);
    const { fake, scene } = played;
    await scene.happens(() => fake.signs());
    await scene.happens(() => fake.measureTakesEffect('suspended'));
    await scene.pass(100);
    await scene.happens(() => fake.measureTakesEffect('effective'));
    await scene.happens(() => fake.paysAll());
    await scene.happens(() => fake.closes());
    await scene.end();
    return played;
  },
  async 'funding-measure-reminded-terminated'(environment: TestEnvironment, scenario: string) {
    const played = await drafted(environment, scenario);
    const { fake, scene } = played;
    await scene.happens(() => fake.signs());
    await scene.happens(() => fake.measureIsProposed('secretariat', 'org_city', 'small'));
    await scene.pass(10);
    await scene.happens(() => fake.measureTakesEffect('terminated'));
    await scene.end();
    return played;
  },
  async 'funding-terminated'(environment: TestEnvironment, scenario: string) {
    const played = await drafted(environment, scenario);
    const { fake, scene } = played;
    await scene.happens(() => fake.signs());
    await scene.happens(() => fake.measureTakesEffect('terminated'));
    await scene.end();
    return played;
  },
  async 'funding-suspended-terminated-in-two-steps'(environment: TestEnvironment, scenario: string) {
    const played = await drafted(environment, scenario);
    const { fake, scene } = played;
    await scene.happens(() => fake.signs());
    await scene.happens(() => fake.measureTakesEffect('suspended'));
    await scene.happens(() => fake.measureTakesEffect('terminating'));
    await scene.end();
    return played;
  },
};
