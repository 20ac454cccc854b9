import { dateOf, plusDays } from '@junkan/kit/pure/dates.ts';
import type { MilestoneInput, ScreeningInput } from '../contract.ts';
import { FUNDING } from './funding-scenarios.fixture.ts';
import { FUNDING_VARIANTS } from './funding-variants.fixture.ts';
import { PASSPORT } from './passport-scenarios.fixture.ts';
import { milestoneFake, screeningFake } from './small-fakes.fixture.ts';
import type { TestEnvironment } from './test-environment.fixture.ts';

// One scenario for each way on which a workflow comes to its end. Tests play them, and recorded histories hold them.

const correlationId = 'scenario';
const screeningOf = (scenario: string): ScreeningInput => ({ project: `prj_${scenario}`, submission: 1, correlationId });
const milestoneOf = (scenario: string): MilestoneInput => ({
  milestone: `mst_${scenario}`,
  agreement: `agr_${scenario}`,
  tranche: 1,
  correlationId,
});

/** A submission due in 30 days. */
export async function screening(environment: TestEnvironment, scenario: string) {
  const due = plusDays(await environment.now(), 30);
  const fake = screeningFake(due);
  return { fake, due, scene: await environment.screening(screeningOf(scenario), fake) };
}

/** A milestone due in so many days. */
export async function milestone(environment: TestEnvironment, scenario: string, days = 60) {
  const dueOn = dateOf(plusDays(await environment.now(), days));
  const fake = milestoneFake(dueOn);
  return { fake, dueOn, scene: await environment.milestone(milestoneOf(scenario), fake) };
}

const SCREENING = {
  async 'screening-eligible'(environment: TestEnvironment, scenario: string) {
    const played = await screening(environment, scenario);
    await played.scene.happens(() => played.fake.declares('eligible'));
    await played.scene.end();
    return played;
  },
  async 'screening-eligible-opened-late'(environment: TestEnvironment, scenario: string) {
    const played = await screening(environment, scenario);
    const { fake, scene, due } = played;
    await scene.happens(() => fake.isEligible(due));
    await scene.pass(40);
    await scene.happens(fake.isOpened);
    await scene.end();
    return played;
  },
  async 'screening-ineligible'(environment: TestEnvironment, scenario: string) {
    const played = await screening(environment, scenario);
    await played.scene.happens(() => played.fake.declares('ineligible'));
    await played.scene.end();
    return played;
  },
  async 'screening-more-information'(environment: TestEnvironment, scenario: string) {
    const played = await screening(environment, scenario);
    const { fake, scene, due } = played;
    await scene.happens(() => fake.asks(due));
    await scene.pass(40);
    await scene.happens(() => fake.answers(plusDays(due, 40)));
    await scene.happens(() => fake.declares('eligible'));
    await scene.end();
    return played;
  },
  async 'screening-silence'(environment: TestEnvironment, scenario: string) {
    const played = await screening(environment, scenario);
    await played.scene.pass(60);
    await played.scene.happens(() => played.fake.declares('eligible'));
    await played.scene.end();
    return played;
  },
  /** The proposer does not answer, and in the end takes its project back. */
  async 'screening-withdrawn'(environment: TestEnvironment, scenario: string) {
    const played = await screening(environment, scenario);
    const { fake, scene, due } = played;
    await scene.happens(() => fake.asks(due));
    await scene.pass(70);
    await scene.happens(fake.isWithdrawn);
    await scene.end();
    return played;
  },
  async 'screening-superseded'(environment: TestEnvironment, scenario: string) {
    const played = await screening(environment, scenario);
    await played.scene.happens(played.fake.isSubmittedAnew);
    await played.scene.end();
    return played;
  },
};

const MILESTONE = {
  async 'milestone-paid'(environment: TestEnvironment, scenario: string) {
    const played = await milestone(environment, scenario);
    const { fake, scene } = played;
    const soon = plusDays(await scene.now(), 21);
    await scene.happens(() => fake.reports(soon));
    await scene.happens(() => fake.isVerified());
    await scene.happens(fake.isPaid);
    await scene.end();
    return played;
  },
  async 'milestone-late-paid'(environment: TestEnvironment, scenario: string) {
    const played = await milestone(environment, scenario);
    const { fake, scene } = played;
    await scene.pass(150);
    const soon = plusDays(await scene.now(), 21);
    await scene.happens(() => fake.reports(soon));
    await scene.happens(() => fake.isVerified());
    await scene.happens(fake.isPaid);
    await scene.end();
    return played;
  },
  async 'milestone-returned-paid'(environment: TestEnvironment, scenario: string) {
    const played = await milestone(environment, scenario, 20);
    const { fake, scene } = played;
    const soon = plusDays(await scene.now(), 21);
    await scene.happens(() => fake.reports(soon));
    await scene.happens(fake.isReturned);
    await scene.happens(() => fake.reports(soon));
    await scene.happens(() => fake.isVerified());
    await scene.happens(fake.isPaid);
    await scene.end();
    return played;
  },
  async 'milestone-unjudged-paid'(environment: TestEnvironment, scenario: string) {
    const played = await milestone(environment, scenario);
    const { fake, scene } = played;
    const soon = plusDays(await scene.now(), 21);
    await scene.happens(() => fake.reports(soon));
    await scene.pass(50);
    await scene.happens(() => fake.isVerified());
    await scene.happens(fake.isPaid);
    await scene.end();
    return played;
  },
  async 'milestone-years-ahead-paid'(environment: TestEnvironment, scenario: string) {
    const played = await milestone(environment, scenario, 3_000);
    const { fake, scene } = played;
    await scene.pass(3_002);
    const soon = plusDays(await scene.now(), 21);
    await scene.happens(() => fake.reports(soon));
    await scene.happens(() => fake.isVerified());
    await scene.happens(fake.isPaid);
    await scene.end();
    return played;
  },
};

/** A milestone that has been reported on. */
async function reported(environment: TestEnvironment, scenario: string) {
  const played = await milestone(environment, scenario);
  const soon = plusDays(await played.scene.now(), 21);
  await played.scene.happens(() => played.fake.reports(soon));
  return played;
}

const MILESTONE_VARIANTS = {
  async 'milestone-partially-met-paid'(environment: TestEnvironment, scenario: string) {
    const played = await reported(environment, scenario);
    await played.scene.happens(() => played.fake.isJudged('partially-met'));
    await played.scene.happens(played.fake.isPaid);
    await played.scene.end();
    return played;
  },
  async 'milestone-rejected'(environment: TestEnvironment, scenario: string) {
    const played = await reported(environment, scenario);
    await played.scene.happens(() => played.fake.isJudged('rejected'));
    await played.scene.end();
    return played;
  },
  async 'milestone-waived'(environment: TestEnvironment, scenario: string) {
    const played = await milestone(environment, scenario);
    await played.scene.happens(() => played.fake.isJudged('waived'));
    await played.scene.end();
    return played;
  },
  async 'milestone-cancelled'(environment: TestEnvironment, scenario: string) {
    const played = await milestone(environment, scenario);
    await played.scene.happens(() => played.fake.agreementIs('terminated'));
    await played.scene.end();
    return played;
  },
  /** Late, suspended, resumed, moved to a later day, and then met in time. */
  async 'milestone-suspended-amended-paid'(environment: TestEnvironment, scenario: string) {
    const played = await milestone(environment, scenario);
    const { fake, scene, dueOn } = played;
    await scene.pass(95);
    await scene.happens(() => fake.agreementIs('suspended'));
    await scene.pass(400);
    fake.isAmended(dateOf(plusDays(`${dueOn}T00:00:00.000Z`, 500)));
    await scene.happens(() => fake.agreementIs('effective'));
    await scene.pass(80);
    const soon = plusDays(await scene.now(), 21);
    await scene.happens(() => fake.reports(soon));
    await scene.happens(() => fake.isVerified());
    await scene.happens(fake.isPaid);
    await scene.end();
    return played;
  },
  async 'milestone-unpaid-for-long'(environment: TestEnvironment, scenario: string) {
    const played = await reported(environment, scenario);
    const { fake, scene } = played;
    const due = plusDays(await scene.now(), 30);
    await scene.happens(() => fake.isVerified(due));
    await scene.pass(60);
    await scene.happens(fake.isPaid);
    await scene.end();
    return played;
  },
  async 'milestone-confirmation-reminded-paid'(environment: TestEnvironment, scenario: string) {
    const played = await reported(environment, scenario);
    const { fake, scene } = played;
    const due = plusDays(await scene.now(), 30);
    await scene.happens(() => fake.isVerified(due));
    const at = await scene.now();
    await scene.happens(() => fake.bankIsReported(at));
    await scene.pass(10);
    await scene.happens(fake.isPaid);
    await scene.end();
    return played;
  },
  async 'milestone-waiver-reminded'(environment: TestEnvironment, scenario: string) {
    const played = await milestone(environment, scenario);
    const { fake, scene } = played;
    await scene.pass(95);
    await scene.happens(fake.waiverIsProposed);
    await scene.happens(() => fake.isJudged('waived'));
    await scene.end();
    return played;
  },
  /** Ten years of waiting go on over several runs. */
  async 'milestone-decade-paid'(environment: TestEnvironment, scenario: string) {
    const played = await milestone(environment, scenario, 3_650);
    const { fake, scene } = played;
    await scene.pass(3_640);
    const soon = plusDays(await scene.now(), 21);
    await scene.happens(() => fake.reports(soon));
    await scene.happens(() => fake.isVerified());
    await scene.happens(fake.isPaid);
    await scene.end();
    return played;
  },
};

export const SCENARIOS = { ...SCREENING, ...MILESTONE, ...MILESTONE_VARIANTS, ...FUNDING, ...FUNDING_VARIANTS, ...PASSPORT };
export type ScenarioName = keyof typeof SCENARIOS;
export const SCENARIO_NAMES = Object.keys(SCENARIOS) as ScenarioName[];
