import { dateOf, plusDays } from '@junkan/kit/pure/dates.ts';
import type { MilestoneInput, ScreeningInput } from '../contract.ts';
import { FUNDING } from './funding-stories.fixture.ts';
import { FUNDING_TURNS } from './funding-turns.fixture.ts';
import { PASSPORT } from './passport-stories.fixture.ts';
import { milestoneWorld, screeningWorld } from './small-worlds.fixture.ts';
import type { Theatre } from './theatre.fixture.ts';

// One story for each way on which a workflow comes to its end. Tests play them, and recorded histories hold them.

const correlationId = 'story';
const screeningOf = (story: string): ScreeningInput => ({ project: `prj_${story}`, submission: 1, correlationId });
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

const SCREENING = {
  async 'screening-eligible'(theatre: Theatre, story: string) {
    const played = await screening(theatre, story);
    await played.scene.happens(() => played.world.declares('eligible'));
    await played.scene.end();
    return played;
  },
  async 'screening-eligible-opened-late'(theatre: Theatre, story: string) {
    const played = await screening(theatre, story);
    const { world, scene, due } = played;
    await scene.happens(() => world.isEligible(due));
    await scene.pass(40);
    await scene.happens(world.isOpened);
    await scene.end();
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
    await scene.happens(() => world.asks(due));
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
  /** The proposer does not answer, and in the end takes its project back. */
  async 'screening-withdrawn'(theatre: Theatre, story: string) {
    const played = await screening(theatre, story);
    const { world, scene, due } = played;
    await scene.happens(() => world.asks(due));
    await scene.pass(70);
    await scene.happens(world.isWithdrawn);
    await scene.end();
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
    await scene.happens(() => world.isVerified());
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
    await scene.happens(() => world.isVerified());
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
    await scene.happens(() => world.isVerified());
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
    await scene.happens(() => world.isVerified());
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
    await scene.happens(() => world.isVerified());
    await scene.happens(world.isPaid);
    await scene.end();
    return played;
  },
};

/** A milestone that has been reported on. */
async function reported(theatre: Theatre, story: string) {
  const played = await milestone(theatre, story);
  const soon = plusDays(await played.scene.now(), 21);
  await played.scene.happens(() => played.world.reports(soon));
  return played;
}

const MILESTONE_TURNS = {
  async 'milestone-partially-met-paid'(theatre: Theatre, story: string) {
    const played = await reported(theatre, story);
    await played.scene.happens(() => played.world.isJudged('partially-met'));
    await played.scene.happens(played.world.isPaid);
    await played.scene.end();
    return played;
  },
  async 'milestone-rejected'(theatre: Theatre, story: string) {
    const played = await reported(theatre, story);
    await played.scene.happens(() => played.world.isJudged('rejected'));
    await played.scene.end();
    return played;
  },
  async 'milestone-waived'(theatre: Theatre, story: string) {
    const played = await milestone(theatre, story);
    await played.scene.happens(() => played.world.isJudged('waived'));
    await played.scene.end();
    return played;
  },
  async 'milestone-cancelled'(theatre: Theatre, story: string) {
    const played = await milestone(theatre, story);
    await played.scene.happens(() => played.world.agreementIs('terminated'));
    await played.scene.end();
    return played;
  },
  /** Late, suspended, resumed, moved to a later day, and then met in time. */
  async 'milestone-suspended-amended-paid'(theatre: Theatre, story: string) {
    const played = await milestone(theatre, story);
    const { world, scene, dueOn } = played;
    await scene.pass(95);
    await scene.happens(() => world.agreementIs('suspended'));
    await scene.pass(400);
    world.isAmended(dateOf(plusDays(`${dueOn}T00:00:00.000Z`, 500)));
    await scene.happens(() => world.agreementIs('effective'));
    await scene.pass(80);
    const soon = plusDays(await scene.now(), 21);
    await scene.happens(() => world.reports(soon));
    await scene.happens(() => world.isVerified());
    await scene.happens(world.isPaid);
    await scene.end();
    return played;
  },
  async 'milestone-unpaid-for-long'(theatre: Theatre, story: string) {
    const played = await reported(theatre, story);
    const { world, scene } = played;
    const due = plusDays(await scene.now(), 30);
    await scene.happens(() => world.isVerified(due));
    await scene.pass(60);
    await scene.happens(world.isPaid);
    await scene.end();
    return played;
  },
  async 'milestone-confirmation-reminded-paid'(theatre: Theatre, story: string) {
    const played = await reported(theatre, story);
    const { world, scene } = played;
    const due = plusDays(await scene.now(), 30);
    await scene.happens(() => world.isVerified(due));
    const at = await scene.now();
    await scene.happens(() => world.bankIsReported(at));
    await scene.pass(10);
    await scene.happens(world.isPaid);
    await scene.end();
    return played;
  },
  async 'milestone-waiver-reminded'(theatre: Theatre, story: string) {
    const played = await milestone(theatre, story);
    const { world, scene } = played;
    await scene.pass(95);
    await scene.happens(world.waiverIsProposed);
    await scene.happens(() => world.isJudged('waived'));
    await scene.end();
    return played;
  },
  /** Ten years of waiting go on over several runs. */
  async 'milestone-decade-paid'(theatre: Theatre, story: string) {
    const played = await milestone(theatre, story, 3_650);
    const { world, scene } = played;
    await scene.pass(3_640);
    const soon = plusDays(await scene.now(), 21);
    await scene.happens(() => world.reports(soon));
    await scene.happens(() => world.isVerified());
    await scene.happens(world.isPaid);
    await scene.end();
    return played;
  },
};

export const STORIES = { ...SCREENING, ...MILESTONE, ...MILESTONE_TURNS, ...FUNDING, ...FUNDING_TURNS, ...PASSPORT };
export type StoryName = keyof typeof STORIES;
export const STORY_NAMES = Object.keys(STORIES) as StoryName[];
