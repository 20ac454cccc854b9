import { plusDays } from '@junkan/kit/pure/dates.ts';
import type { FundingInput } from '../contract.ts';
import { FundingWorld } from './funding-world.fixture.ts';
import type { Theatre } from './theatre.fixture.ts';

const fundingOf = (story: string): FundingInput => ({
  project: `prj_${story}`,
  round: 1,
  funding: `fnd_${story}`,
  agreement: `agr_${story}`,
  correlationId: 'story',
});

/** A round of 90 days for 1000, with two sponsors: one has a budget of 800, the other of 300. */
export async function funding(theatre: Theatre, story: string, minimumClose = 1_000n) {
  const openedAt = await theatre.now();
  const deadline = plusDays(openedAt, 90);
  const world = new FundingWorld({ target: 1_000n, minimumClose, openedAt, deadline, envelopes: { env_large: 800n, env_small: 300n } });
  return { world, deadline, scene: await theatre.funding(fundingOf(story), world) };
}

/** Two offers that make up the target, both accepted. */
export async function bothAccepted(theatre: Theatre, story: string) {
  const { world, deadline, scene } = await funding(theatre, story);
  await scene.happens(() => world.proposes('off_a', 'large', 700n));
  await scene.happens(() => world.proposes('off_b', 'small', 300n));
  world.accepts('off_a');
  await scene.happens(() => world.accepts('off_b'));
  return { world, deadline, scene };
}

export async function paidAndClosed({ world, scene }: Awaited<ReturnType<typeof funding>>): Promise<void> {
  await scene.happens(() => world.decidesOnProject('approved'));
  await scene.happens(() => world.signs());
  await scene.happens(() => world.paysAll());
  await scene.happens(() => world.closes());
  await scene.end();
}

/** A round from its opening to each of its ordinary ends. */
export const FUNDING = {
  /** The target is reached long before the deadline. */
  async 'funding-closed'(theatre: Theatre, story: string) {
    const played = await bothAccepted(theatre, story);
    const { world, scene } = played;
    await scene.happens(() => world.approvesOffer('off_a'));
    await scene.happens(() => world.approvesOffer('off_b'));
    await paidAndClosed(played);
    return played;
  },
  /** Enough, but less than the target, by the deadline. */
  async 'funding-closed-at-minimum'(theatre: Theatre, story: string) {
    const played = await funding(theatre, story, 700n);
    const { world, scene } = played;
    world.proposes('off_b', 'small', 300n);
    await scene.happens(() => world.proposes('off_a', 'large', 700n));
    world.accepts('off_a');
    await scene.pass(91);
    await scene.happens(() => world.approvesOffer('off_a'));
    await paidAndClosed(played);
    return played;
  },
  async 'funding-silence'(theatre: Theatre, story: string) {
    const played = await bothAccepted(theatre, story);
    const { world, scene } = played;
    await scene.pass(61);
    world.approvesOffer('off_a');
    await scene.happens(() => world.approvesOffer('off_b'));
    await scene.happens(() => world.decidesOnProject('approved'));
    await scene.pass(31);
    await scene.happens(() => world.signs());
    await scene.happens(() => world.paysAll());
    await scene.happens(() => world.closes());
    await scene.end();
    return played;
  },
  async 'funding-unfunded'(theatre: Theatre, story: string) {
    const played = await funding(theatre, story);
    const { world, scene } = played;
    world.proposes('off_a', 'large', 600n);
    world.proposes('off_b', 'small', 200n);
    await scene.happens(() => world.proposes('off_c', 'small', 100n));
    world.accepts('off_a');
    await scene.happens(() => world.declines('off_c'));
    await scene.end();
    return played;
  },
  async 'funding-without-offers-unfunded'(theatre: Theatre, story: string) {
    const played = await funding(theatre, story);
    await played.scene.end();
    return played;
  },
  async 'funding-refused-for-want-of-budget'(theatre: Theatre, story: string) {
    const played = await funding(theatre, story);
    await played.scene.happens(() => played.world.proposes('off_a', 'small', 301n));
    await played.scene.end();
    return played;
  },
  async 'funding-retracted-before-backing'(theatre: Theatre, story: string) {
    const played = await funding(theatre, story);
    const { world, scene } = played;
    world.proposes('off_a', 'large', 700n);
    await scene.happens(() => world.retracts('off_a'));
    await scene.end();
    return played;
  },
  async 'funding-project-refused'(theatre: Theatre, story: string) {
    const played = await bothAccepted(theatre, story);
    const { world, scene } = played;
    world.approvesOffer('off_a');
    await scene.happens(() => world.approvesOffer('off_b'));
    await scene.happens(() => world.decidesOnProject('refused'));
    await scene.end();
    return played;
  },
};
