import { dateOf, endOf, plusCalendarDays, plusDays } from '@junkan/kit/pure/dates.ts';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { noticesOf } from '../testing/notices.fixture.ts';
import { milestone, SCENARIOS } from '../testing/scenarios.fixture.ts';
import { openTestEnvironment, type TestEnvironment } from '../testing/test-environment.fixture.ts';

let environment: TestEnvironment;
beforeAll(async () => {
  environment = await openTestEnvironment(inject('workflowCode'));
});
afterAll(() => environment?.close());

/** What is timed for the last moment of a day takes effect in the first moments of the next. */
const dayAfter = (date: string): string => plusCalendarDays(date, 1);

describe('a milestone', () => {
  test('that is reported in time is neither due nor overdue, and nobody is reminded', async () => {
    const { scene } = await SCENARIOS['milestone-paid'](environment, 'in-time');
    expect(scene.taken).toEqual([]);
  });

  test('whose report is verified tells the programme what it measured, once', async () => {
    const { scene } = await SCENARIOS['milestone-results-recorded-paid'](environment, 'results');
    expect(scene.taken.map(({ step }) => step)).toEqual([{ do: 'RecordResults', report: 1 }]);
  });

  test('that is late is reminded of, falls due, becomes overdue, and goes up the ladder, each once and on its day', async () => {
    const { scene, dueOn } = await SCENARIOS['milestone-late-paid'](environment, 'late');
    const overdueOn = plusCalendarDays(dueOn, 30);
    expect(scene.taken.map(({ step, at }) => [step.do, dateOf(at)])).toEqual([
      ['RemindOf', dayAfter(plusCalendarDays(dueOn, -30))],
      ['MarkMilestoneDue', dayAfter(dueOn)],
      ['MarkMilestoneOverdue', dayAfter(overdueOn)],
      ['EscalateTo', dayAfter(overdueOn)],
      ['EscalateTo', dayAfter(plusCalendarDays(overdueOn, 30))],
    ]);
    expect(noticesOf(scene.taken).map(([, role]) => role)).toEqual(['proposer.officer', 'proposer.certifier', 'sponsor.officer']);
  });

  test('whose report is returned is reminded of again, as another occurrence', async () => {
    const { scene, dueOn } = await SCENARIOS['milestone-returned-paid'](environment, 'returned');
    expect(scene.taken.map(({ step }) => ('occurrence' in step ? [step.matter, step.occurrence] : []))).toEqual([
      ['milestone-report', `1/${dueOn}`],
      ['milestone-report', `2/${dueOn}`],
    ]);
  });

  test('whose verdict is late reminds the verifier, then escalates to the approver', async () => {
    const { scene } = await SCENARIOS['milestone-unjudged-paid'](environment, 'unjudged');
    expect(noticesOf(scene.taken).map(([what, role]) => [what, role])).toEqual([
      ['RemindOf', 'secretariat.verifier'],
      ['EscalateTo', 'secretariat.approver'],
    ]);
  });

  test('waits for its money after the verdict, however long that takes, and ends with it', async () => {
    const { scene, fake } = await milestone(environment, 'waits-for-money');
    const verificationDue = plusDays(await scene.now(), 21);
    await scene.happens(() => fake.reports(verificationDue));
    await scene.happens(() => fake.isVerified());
    expect(await scene.deadline()).toBe('');
    await scene.pass(1_000);
    expect(scene.taken).toEqual([]);
    await scene.happens(fake.isPaid);
    await scene.end();
  });

  test('that is due in eight years sleeps until its first reminder', async () => {
    const { scene, dueOn } = await SCENARIOS['milestone-years-ahead-paid'](environment, 'years');
    expect(scene.taken.map(({ step }) => step.do)).toEqual(['RemindOf', 'MarkMilestoneDue']);
    expect(scene.taken[0]?.at.slice(0, 10)).toBe(dayAfter(plusCalendarDays(dueOn, -30)));
    expect(scene.taken[1] && scene.taken[1].at > endOf(dueOn)).toBe(true);
  });

  test.each([
    ['milestone-partially-met-paid', ['ApplyVerdict']],
    ['milestone-partial-results-recorded-paid', ['RecordResults', 'ApplyVerdict']],
    ['milestone-rejected', ['ApplyVerdict']],
    ['milestone-waived', ['ApplyVerdict']],
    ['milestone-cancelled', ['CancelMilestone']],
  ] as const)('that is not met as planned has that done to it, and ends (%s)', async (scenario, did) => {
    const { scene } = await SCENARIOS[scenario](environment, `${scenario}-test`);
    expect(scene.taken.map(({ step }) => step.do)).toEqual(did);
  });

  test('that is suspended waits without a clock; moved to a later day, it falls due on that day', async () => {
    const { scene, dueOn } = await SCENARIOS['milestone-suspended-amended-paid'](environment, 'suspended');
    const [changed] = scene.taken.filter(({ step }) => step.do === 'ChangeMilestone');
    const before = scene.taken.filter(({ at }) => changed && at < changed.at).map(({ step }) => step.do);
    expect(before).toEqual(['RemindOf', 'MarkMilestoneDue', 'MarkMilestoneOverdue', 'EscalateTo']);
    const after = scene.taken.filter(({ at }) => changed && at > changed.at);
    expect(after.map(({ step }) => step.do)).toEqual(['RemindOf', 'MarkMilestoneDue']);
    expect(after.at(-1)?.at.slice(0, 10)).toBe(dayAfter(plusCalendarDays(dueOn, 500)));
  });

  test('whose payment is late reminds whom it waits for, then escalates', async () => {
    const { scene } = await SCENARIOS['milestone-unpaid-for-long'](environment, 'unpaid');
    expect(noticesOf(scene.taken).map(([what, role]) => [what, role])).toEqual([
      ['RemindOf', 'finance.maker'],
      ['EscalateTo', 'secretariat.approver'],
    ]);
  });

  test('of ten years goes on over several runs, and forgets and repeats nothing', async () => {
    const { scene } = await SCENARIOS['milestone-decade-paid'](environment, 'decade');
    expect(scene.taken.map(({ step }) => step.do)).toEqual(['RemindOf']);
    expect(await scene.runs()).toBeGreaterThan(1);
  });
});
