import { dateOf, plusDays } from '@junkan/kit/pure/dates.ts';
import type { FundingInput, MilestoneInput, ScreeningInput } from '../contract.ts';
import { FundingWorld } from './funding-world.fixture.ts';
import { milestoneWorld, screeningWorld } from './small-worlds.fixture.ts';
import type { Theatre } from './theatre.fixture.ts';

// One story for each way on which a workflow comes to its end. Tests play them, and recorded histories hold them.

const correlationId = 'story';
const screeningOf = (story: string): ScreeningInput => ({ project: `prj_${story}`, submission: 1, correlationId });
const fundingOf = (story: string): FundingInput => ({
  project: `prj_${story}`,
  round: 1,
  funding: `fnd_${story}`,
  agreement: `agr_${story}`,
  correlationId,
});
const milestoneOf = (story: string): MilestoneInput => ({
  milestone: `mst_${story}`,
  agreement: `agr_${story}`,
  tranche: 1,
  correlationId,
});

/** A submission due in 30 days. */
export async function screening(theatre: Theatre, story: string) {
  const due = plusDays(await theatre.now(), 30);
  const world = screeningWorld(due);
  return { world, due, scene: await theatre.screening(screeningOf(story), world) };
}

/** A milestone due in so many days. */
export async function milestone(theatre: Theatre, story: string, days = 60) {
  const dueOn = dateOf(plusDays(await theatre.now(), days));
  const world = milestoneWorld(dueOn);
  return { world, dueOn, scene: await theatre.milestone(milestoneOf(story), world) };
}

/** A round of 90 days for 1000, with two sponsors: one has a budget of 800, the other of 300. */
export async function funding(theatre: Theatre, story: string, minimumClose = 1_000n) {
  const deadline = plusDays(await theatre.now(), 90);
  const world = new FundingWorld({ target: 1_000n, minimumClose, deadline, envelopes: { env_large: 800n, env_small: 300n } });
  return { world, deadline, scene: await theatre.funding(fundingOf(story), world) };
}

/** Two offers that make up the target, both accepted. */
async function bothAccepted(theatre: Theatre, story: string) {
  const { world, deadline, scene } = await funding(theatre, story);
  await scene.happens(() => world.proposes('off_a', 'large', 700n));
  await scene.happens(() => world.proposes('off_b', 'small', 300n));
  world.accepts('off_a');
  await scene.happens(() => world.accepts('off_b'));
  return { world, deadline, scene };
}

async function paidAndClosed({ world, scene }: Awaited<ReturnType<typeof funding>>): Promise<void> {
  await scene.happens(() => world.decidesOnProject('approved'));
  await scene.happens(() => world.signs());
  await scene.happens(() => world.paysAll());
  await scene.happens(() => world.closes());
  await scene.end();
}

const SCREENING = {
  async 'screening-eligible'(theatre: Theatre, story: string) {
    const played = await screening(theatre, story);
    await played.scene.happens(() => played.world.declares('eligible'));
    await played.scene.end();
    return played;
  },
  async 'screening-ineligible'(theatre: Theatre, story: string) {
    const played = await screening(theatre, story);
    await played.scene.happens(() => played.world.declares('ineligible'));
    await played.scene.end();
    return played;
  },
  async 'screening-more-information'(theatre: Theatre, story: string) {
    const played = await screening(theatre, story);
    const { world, scene, due } = played;
    await scene.happens(world.asks);
    await scene.pass(40);
    await scene.happens(() => world.answers(plusDays(due, 40)));
    await scene.happens(() => world.declares('eligible'));
    await scene.end();
    return played;
  },
  async 'screening-silence'(theatre: Theatre, story: string) {
    const played = await screening(theatre, story);
    await played.scene.pass(60);
    await played.scene.happens(() => played.world.declares('eligible'));
    await played.scene.end();
    return played;
  },
  async 'screening-superseded'(theatre: Theatre, story: string) {
    const played = await screening(theatre, story);
    await played.scene.happens(played.world.isSubmittedAnew);
    await played.scene.end();
    return played;
  },
};

const MILESTONE = {
  async 'milestone-paid'(theatre: Theatre, story: string) {
    const played = await milestone(theatre, story);
    const { world, scene } = played;
    const soon = plusDays(await scene.now(), 21);
    await scene.happens(() => world.reports(soon));
    await scene.happens(world.isVerified);
    await scene.happens(world.isPaid);
    await scene.end();
    return played;
  },
  async 'milestone-late-paid'(theatre: Theatre, story: string) {
    const played = await milestone(theatre, story);
    const { world, scene } = played;
    await scene.pass(150);
    const soon = plusDays(await scene.now(), 21);
    await scene.happens(() => world.reports(soon));
    await scene.happens(world.isVerified);
    await scene.happens(world.isPaid);
    await scene.end();
    return played;
  },
  async 'milestone-returned-paid'(theatre: Theatre, story: string) {
    const played = await milestone(theatre, story, 20);
    const { world, scene } = played;
    const soon = plusDays(await scene.now(), 21);
    await scene.happens(() => world.reports(soon));
    await scene.happens(world.isReturned);
    await scene.happens(() => world.reports(soon));
    await scene.happens(world.isVerified);
    await scene.happens(world.isPaid);
    await scene.end();
    return played;
  },
  async 'milestone-unjudged-paid'(theatre: Theatre, story: string) {
    const played = await milestone(theatre, story);
    const { world, scene } = played;
    const soon = plusDays(await scene.now(), 21);
    await scene.happens(() => world.reports(soon));
    await scene.pass(50);
    await scene.happens(world.isVerified);
    await scene.happens(world.isPaid);
    await scene.end();
    return played;
  },
  async 'milestone-years-ahead-paid'(theatre: Theatre, story: string) {
    const played = await milestone(theatre, story, 3_000);
    const { world, scene } = played;
    await scene.pass(3_002);
    const soon = plusDays(await scene.now(), 21);
    await scene.happens(() => world.reports(soon));
    await scene.happens(world.isVerified);
    await scene.happens(world.isPaid);
    await scene.end();
    return played;
  },
};

const FUNDING = {
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

export const STORIES = { ...SCREENING, ...MILESTONE, ...FUNDING };
export type StoryName = keyof typeof STORIES;
export const STORY_NAMES = Object.keys(STORIES) as StoryName[];
