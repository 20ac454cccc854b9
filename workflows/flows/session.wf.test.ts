import { calendarDaysBetween, dateOf } from '@junkan/kit/pure/dates.ts';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { SCENARIOS } from '../testing/scenarios.fixture.ts';
import { openTestEnvironment, type TestEnvironment } from '../testing/test-environment.fixture.ts';

let environment: TestEnvironment;
beforeAll(async () => {
  environment = await openTestEnvironment(inject('workflowCode'));
});
afterAll(() => environment?.close());

test('what the clock brings is recorded on its day, an offer that ends among it, and then what the trainer has named', async () => {
  const { scene } = await SCENARIOS['session-held-closed'](environment, 'held-test');
  const [first] = scene.taken;
  const days = scene.taken.map(({ at }) => calendarDaysBetween(dateOf(first?.at ?? at), dateOf(at)));
  expect(scene.taken.map(({ step }) => ('holder' in step ? step.holder : step.do))).toEqual([
    ...['StepSession', 'StepSession', 'StepSession', 'StepSession'],
    ...['person-a', 'person-b'],
  ]);
  expect(days.slice(0, 4)).toEqual([0, 7, 35, 36]);
});

test('cancelled, it gives back the times of persons before it ends', async () => {
  const { scene } = await SCENARIOS['session-cancelled'](environment, 'cancelled-test');
  expect(scene.taken.map(({ step }) => step.do)).toEqual(['StepSession', 'StepSession']);
});
