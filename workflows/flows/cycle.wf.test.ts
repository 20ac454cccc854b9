import { calendarDaysBetween, dateOf } from '@junkan/kit/pure/dates.ts';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { SCENARIOS } from '../testing/scenarios.fixture.ts';
import { openTestEnvironment, type TestEnvironment } from '../testing/test-environment.fixture.ts';

let environment: TestEnvironment;
beforeAll(async () => {
  environment = await openTestEnvironment(inject('workflowCode'));
});
afterAll(() => environment?.close());

test('the call, judging and the award are over on their days, the last one that was given counts', async () => {
  const { scene } = await SCENARIOS['cycle-prolonged-announced-closed'](environment, 'announced-test');
  const [first] = scene.taken;
  const days = scene.taken.map(({ at }) => calendarDaysBetween(dateOf(first?.at ?? at), dateOf(at)));
  expect(scene.taken.map(({ step }) => step.do)).toEqual(['StepCycle', 'StepCycle', 'StepCycle']);
  expect(days).toEqual([0, 40, 69]);
});

test('cancelled, it records nothing any more', async () => {
  const { scene } = await SCENARIOS['cycle-cancelled'](environment, 'cancelled-test');
  expect(scene.taken).toEqual([]);
});
