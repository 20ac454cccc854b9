import { dateOf, plusDays } from '@junkan/kit/pure/dates.ts';
import type { MilestoneInput, ScreeningInput } from '../contract.ts';
import { CYCLE } from './cycle-scenarios.fixture.ts';
import { ENQUIRY } from './enquiry-scenarios.fixture.ts';
import { EXCHANGE } from './exchange-scenarios.fixture.ts';
import { FUNDING } from './funding-scenarios.fixture.ts';
import { FUNDING_VARIANTS } from './funding-variants.fixture.ts';
import { PASSPORT } from './passport-scenarios.fixture.ts';
import { REQUEST } from './request-scenarios.fixture.ts';
import { SESSION } from './session-scenarios.fixture.ts';
import { SIGNATORY } from './signatory-scenarios.fixture.ts';
import { milestoneFake, screeningFake } from './small-fakes.fixture.ts';
import type { TestEnvironment } from './test-environment.fixture.ts';
import { way } from './way.fixture.ts';

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
  'screening-eligible': way(screening, ({ fake, scene }) => scene.happens(() => fake.declares('eligible'))),
  'screening-eligible-opened-late': way(screening, async ({ fake, scene, due }) => {
    await scene.happens(() => fake.isEligible(due));
    await scene.pass(40);
    await scene.happens(fake.isOpened);
  }),
  'screening-ineligible': way(screening, ({ fake, scene }) => scene.happens(() => fake.declares('ineligible'))),
  'screening-more-information': way(screening, async ({ fake, scene, due }) => {
    await scene.happens(() => fake.asks(due));
    await scene.pass(40);
    await scene.happens(() => fake.answers(plusDays(due, 40)));
    await scene.happens(() => fake.declares('eligible'));
  }),
  'screening-silence': way(screening, async ({ fake, scene }) => {
    await scene.pass(60);
    await scene.happens(() => fake.declares('eligible'));
  }),
  /** The proposer does not answer, and in the end takes its project back. */
  'screening-withdrawn': way(screening, async ({ fake, scene, due }) => {
    await scene.happens(() => fake.asks(due));
    await scene.pass(70);
    await scene.happens(fake.isWithdrawn);
  }),
  'screening-superseded': way(screening, ({ fake, scene }) => scene.happens(fake.isSubmittedAnew)),
};

async function isReportedAndPaid({ fake, scene }: Pick<Awaited<ReturnType<typeof milestone>>, 'fake' | 'scene'>): Promise<void> {
  const soon = plusDays(await scene.now(), 21);
  await scene.happens(() => fake.reports(soon));
  await scene.happens(() => fake.isVerified());
  await scene.happens(fake.isPaid);
}

const MILESTONE = {
  'milestone-paid': way(milestone, isReportedAndPaid),
  'milestone-late-paid': way(milestone, async ({ fake, scene }) => {
    await scene.pass(150);
    await isReportedAndPaid({ fake, scene });
  }),
  'milestone-returned-paid': way(
    (environment, scenario) => milestone(environment, scenario, 20),
    async ({ fake, scene }) => {
      const soon = plusDays(await scene.now(), 21);
      await scene.happens(() => fake.reports(soon));
      await scene.happens(fake.isReturned);
      await scene.happens(() => fake.reports(soon));
      await scene.happens(() => fake.isVerified());
      await scene.happens(fake.isPaid);
    },
  ),
  'milestone-unjudged-paid': way(milestone, async ({ fake, scene }) => {
    const soon = plusDays(await scene.now(), 21);
    await scene.happens(() => fake.reports(soon));
    await scene.pass(50);
    await scene.happens(() => fake.isVerified());
    await scene.happens(fake.isPaid);
  }),
  'milestone-years-ahead-paid': way(
    (environment, scenario) => milestone(environment, scenario, 3_000),
    async ({ fake, scene }) => {
      await scene.pass(3_002);
      const soon = plusDays(await scene.now(), 21);
      await scene.happens(() => fake.reports(soon));
      await scene.happens(() => fake.isVerified());
      await scene.happens(fake.isPaid);
    },
  ),
};

/** A milestone that has been reported on. */
async function reported(environment: TestEnvironment, scenario: string) {
  const played = await milestone(environment, scenario);
  const soon = plusDays(await played.scene.now(), 21);
  await played.scene.happens(() => played.fake.reports(soon));
  return played;
}

const MILESTONE_VARIANTS = {
  'milestone-partially-met-paid': way(reported, async ({ fake, scene }) => {
    await scene.happens(() => fake.isJudged('partially-met'));
    await scene.happens(fake.isPaid);
  }),
  /** What the report measured is reported to the programme before its money moves on. */
  'milestone-results-recorded-paid': way(reported, async ({ fake, scene }) => {
    fake.programmeIsSeen();
    await scene.happens(() => fake.isVerified());
    await scene.happens(fake.isPaid);
  }),
  'milestone-partial-results-recorded-paid': way(reported, async ({ fake, scene }) => {
    fake.programmeIsSeen();
    await scene.happens(() => fake.isJudged('partially-met'));
    await scene.happens(fake.isPaid);
  }),
  'milestone-rejected': way(reported, ({ fake, scene }) => scene.happens(() => fake.isJudged('rejected'))),
  'milestone-waived': way(milestone, ({ fake, scene }) => scene.happens(() => fake.isJudged('waived'))),
  'milestone-cancelled': way(milestone, ({ fake, scene }) => scene.happens(() => fake.agreementIs('terminated'))),
  /** Late, suspended, resumed, moved to a later day, and then met in time. */
  'milestone-suspended-amended-paid': way(milestone, async ({ fake, scene, dueOn }) => {
    await scene.pass(95);
    await scene.happens(() => fake.agreementIs('suspended'));
    await scene.pass(400);
    fake.isAmended(dateOf(plusDays(`${dueOn}T00:00:00.000Z`, 500)));
    await scene.happens(() => fake.agreementIs('effective'));
    await scene.pass(80);
    await isReportedAndPaid({ fake, scene });
  }),
  'milestone-unpaid-for-long': way(reported, async ({ fake, scene }) => {
    const due = plusDays(await scene.now(), 30);
    await scene.happens(() => fake.isVerified(due));
    await scene.pass(60);
    await scene.happens(fake.isPaid);
  }),
  'milestone-confirmation-reminded-paid': way(reported, async ({ fake, scene }) => {
    const due = plusDays(await scene.now(), 30);
    await scene.happens(() => fake.isVerified(due));
    const at = await scene.now();
    await scene.happens(() => fake.bankIsReported(at));
    await scene.pass(10);
    await scene.happens(fake.isPaid);
  }),
  'milestone-waiver-reminded': way(milestone, async ({ fake, scene }) => {
    await scene.pass(95);
    await scene.happens(fake.waiverIsProposed);
    await scene.happens(() => fake.isJudged('waived'));
  }),
  /** Ten years of waiting go on over several runs. */
  'milestone-decade-paid': way(
    (environment, scenario) => milestone(environment, scenario, 3_650),
    async ({ fake, scene }) => {
      await scene.pass(3_640);
      const soon = plusDays(await scene.now(), 21);
      await scene.happens(() => fake.reports(soon));
      await scene.happens(() => fake.isVerified());
      await scene.happens(fake.isPaid);
    },
  ),
};

export const SCENARIOS = {
  ...SCREENING,
  ...MILESTONE,
  ...MILESTONE_VARIANTS,
  ...FUNDING,
  ...FUNDING_VARIANTS,
  ...PASSPORT,
  ...SIGNATORY,
  ...EXCHANGE,
  ...REQUEST,
  ...SESSION,
  ...CYCLE,
  ...ENQUIRY,
};
export type ScenarioName = keyof typeof SCENARIOS;
export const SCENARIO_NAMES = Object.keys(SCENARIOS) as ScenarioName[];
