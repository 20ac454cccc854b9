import { calendarDaysBetween, dateOf } from '@junkan/kit/pure/dates.ts';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { SCENARIOS } from '../testing/scenarios.fixture.ts';
import { openTestEnvironment, type TestEnvironment } from '../testing/test-environment.fixture.ts';

let environment: TestEnvironment;
beforeAll(async () => {
  environment = await openTestEnvironment(inject('workflowCode'));
});
afterAll(() => environment?.close());

test('an invitation that nobody answers expires on its day, and that is all', async () => {
  const { scene } = await SCENARIOS['exchange-expired'](environment, 'expired-test');
  expect(scene.taken.map(({ step }) => step.do)).toEqual(['StepExchange']);
});

test('concluded, it gives back what it has taken, and reminds once of what nobody has told, on its day', async () => {
  const { scene } = await SCENARIOS['exchange-concluded-followed'](environment, 'followed-test');
  const steps = scene.taken.map(({ step, at }) => [step.do === 'StepExchange' ? step.do : step.occurrence, dateOf(at)] as const);
  expect(steps.map(([what]) => what)).toEqual(['1', 'StepExchange', 'after-12-months']);
  const [reminded, settled, last] = steps.map(([, day]) => day);
  expect([calendarDaysBetween(reminded ?? '', settled ?? ''), calendarDaysBetween(settled ?? '', last ?? '')]).toEqual([6, 380]);
});
