import { plusDays } from '@junkan/kit/pure/dates.ts';
import type { FundingInput } from '../contract.ts';
import { FundingFake } from './funding-fakes.fixture.ts';
import type { TestEnvironment } from './test-environment.fixture.ts';
import { way } from './way.fixture.ts';

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
}

/** A round from its opening to each of its ordinary ends. */
export const FUNDING = {
  /** The target is reached long before the deadline. */
  'funding-closed': way(bothAccepted, async (played) => {
    const { fake, scene } = played;
    await scene.happens(() => fake.approvesOffer('off_a'));
    await scene.happens(() => fake.approvesOffer('off_b'));
    await paidAndClosed(played);
  }),
  /** The project is an action of the programme from its agreement to its end. */
  'funding-action-completed': way(bothAccepted, async (played) => {
    const { fake, scene } = played;
    fake.programmeIsSeen();
    await scene.happens(() => fake.approvesOffer('off_a'));
    await scene.happens(() => fake.approvesOffer('off_b'));
    await paidAndClosed(played);
  }),
  /** Enough, but less than the target, by the deadline. */
  'funding-closed-at-minimum': way(
    (environment, scenario) => funding(environment, scenario, 700n),
    async (played) => {
      const { fake, scene } = played;
      fake.proposes('off_b', 'small', 300n);
      await scene.happens(() => fake.proposes('off_a', 'large', 700n));
      fake.accepts('off_a');
      await scene.pass(91);
      await scene.happens(() => fake.approvesOffer('off_a'));
      await paidAndClosed(played);
    },
  ),
  'funding-silence': way(bothAccepted, async ({ fake, scene }) => {
    await scene.pass(61);
    fake.approvesOffer('off_a');
    await scene.happens(() => fake.approvesOffer('off_b'));
    await scene.happens(() => fake.decidesOnProject('approved'));
    await scene.pass(31);
    await scene.happens(() => fake.signs());
    await scene.happens(() => fake.paysAll());
    await scene.happens(() => fake.closes());
  }),
  'funding-unfunded': way(funding, async ({ fake, scene }) => {
    fake.proposes('off_a', 'large', 600n);
    fake.proposes('off_b', 'small', 200n);
    await scene.happens(() => fake.proposes('off_c', 'small', 100n));
    fake.accepts('off_a');
    await scene.happens(() => fake.declines('off_c'));
  }),
  'funding-without-offers-unfunded': way(funding),
  'funding-refused-for-want-of-budget': way(funding, ({ fake, scene }) => scene.happens(() => fake.proposes('off_a', 'small', 301n))),
  'funding-retracted-before-backing': way(funding, async ({ fake, scene }) => {
    fake.proposes('off_a', 'large', 700n);
    await scene.happens(() => fake.retracts('off_a'));
  }),
  'funding-project-refused': way(bothAccepted, async ({ fake, scene }) => {
    fake.approvesOffer('off_a');
    await scene.happens(() => fake.approvesOffer('off_b'));
    await scene.happens(() => fake.decidesOnProject('refused'));
  }),
};
