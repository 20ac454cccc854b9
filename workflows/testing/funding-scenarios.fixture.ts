import { plusDays } from '@junkan/kit/pure/dates.ts';
import type { FundingInput } from '../contract.ts';
import { FundingFake } from './funding-fakes.fixture.ts';
import type { TestEnvironment } from './test-environment.fixture.ts';

const fundingOf = (scenario: string): FundingInput => ({
  project: `prj_${scenario}`,
  round: 1,
  funding: `fnd_${scenario}`,
  agreement: `agr_${scenario}`,
  correlationId: 'scenario',
});

/** A round of 90 days for 1000, with two sponsors: one has a budget of 800, the other of 300. */
export async function funding(environment: TestEnvironment, scenario: string, minimumClose = 1_000n) {
  const openedAt = await environment.now();
  const deadline = plusDays(openedAt, 90);
  const fake = new FundingFake({ target: 1_000n, minimumClose, openedAt, deadline, envelopes: { env_large: 800n, env_small: 300n } });
  return { fake, deadline, scene: await environment.funding(fundingOf(scenario), fake) };
}

/** Two offers that make up the target, both accepted. */
export async function bothAccepted(environment: TestEnvironment, scenario: string) {
  const { fake, deadline, scene } = await funding(environment, scenario);
  await scene.happens(() => fake.proposes('off_a', 'large', 700n));
  await scene.happens(() => fake.proposes('off_b', 'small', 300n));
  fake.accepts('off_a');
  await scene.happens(() => fake.accepts('off_b'));
  return { fake, deadline, scene };
}

export async function paidAndClosed({ fake, scene }: Awaited<ReturnType<typeof funding>>): Promise<void> {
  await scene.happens(() => fake.decidesOnProject('approved'));
  await scene.happens(() => fake.signs());
  await scene.happens(() => fake.paysAll());
  await scene.happens(() => fake.closes());
  await scene.end();
}

/** A round from its opening to each of its ordinary ends. */
export const FUNDING = {
  /** The target is reached long before the deadline. */
  async 'funding-closed'(environment: TestEnvironment, scenario: string) {
    const played = await bothAccepted(environment, scenario);
    const { fake, scene } = played;
    await scene.happens(() => fake.approvesOffer('off_a'));
    await scene.happens(() => fake.approvesOffer('off_b'));
    await paidAndClosed(played);
    return played;
  },
  /** Enough, but less than the target, by the deadline. */
  async 'funding-closed-at-minimum'(environment: TestEnvironment, scenario: string) {
    const played = await funding(environment, scenario, 700n);
    const { fake, scene } = played;
    fake.proposes('off_b', 'small', 300n);
    await scene.happens(() => fake.proposes('off_a', 'large', 700n));
    fake.accepts('off_a');
    await scene.pass(91);
    await scene.happens(() => fake.approvesOffer('off_a'));
    await paidAndClosed(played);
    return played;
  },
  async 'funding-silence'(environment: TestEnvironment, scenario: string) {
    const played = await bothAccepted(environment, scenario);
    const { fake, scene } = played;
    await scene.pass(61);
    fake.approvesOffer('off_a');
    await scene.happens(() => fake.approvesOffer('off_b'));
    await scene.happens(() => fake.decidesOnProject('approved'));
    await scene.pass(31);
    await scene.happens(() => fake.signs());
    await scene.happens(() => fake.paysAll());
    await scene.happens(() => fake.closes());
    await scene.end();
    return played;
  },
  async 'funding-unfunded'(environment: TestEnvironment, scenario: string) {
    const played = await funding(environment, scenario);
    const { fake, scene } = played;
    fake.proposes('off_a', 'large', 600n);
    fake.proposes('off_b', 'small', 200n);
    await scene.happens(() => fake.proposes('off_c', 'small', 100n));
    fake.accepts('off_a');
    await scene.happens(() => fake.declines('off_c'));
    await scene.end();
    return played;
  },
  async 'funding-without-offers-unfunded'(environment: TestEnvironment, scenario: string) {
    const played = await funding(environment, scenario);
    await played.scene.end();
    return played;
  },
  async 'funding-refused-for-want-of-budget'(environment: TestEnvironment, scenario: string) {
    const played = await funding(environment, scenario);
    await played.scene.happens(() => played.fake.proposes('off_a', 'small', 301n));
    await played.scene.end();
    return played;
  },
  async 'funding-retracted-before-backing'(environment: TestEnvironment, scenario: string) {
    const played = await funding(environment, scenario);
    const { fake, scene } = played;
    fake.proposes('off_a', 'large', 700n);
    await scene.happens(() => fake.retracts('off_a'));
    await scene.end();
    return played;
  },
  async 'funding-project-refused'(environment: TestEnvironment, scenario: string) {
    const played = await bothAccepted(environment, scenario);
    const { fake, scene } = played;
    fake.approvesOffer('off_a');
    await scene.happens(() => fake.approvesOffer('off_b'));
    await scene.happens(() => fake.decidesOnProject('refused'));
    await scene.end();
    return played;
  },
};
