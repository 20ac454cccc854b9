import { calendarDaysBetween, dateOf } from '@junkan/kit/pure/dates.ts';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { SCENARIOS } from '../testing/scenarios.fixture.ts';
import { openTestEnvironment, type TestEnvironment } from '../testing/test-environment.fixture.ts';

let environment: TestEnvironment;
beforeAll(async () => {
  environment = await openTestEnvironment(inject('workflowCode'));
});
afterAll(() => environment?.close());

test('an approver is told once that nobody has answered it, and it is forgotten a year after it came', async () => {
  const began = dateOf(await environment.now());
  const { scene } = await SCENARIOS['enquiry-escalated-forgotten'](environment, 'escalated-test');
  expect(scene.taken.map(({ step, at }) => [step.do, calendarDaysBetween(began, dateOf(at))])).toEqual([
    ['EscalateEnquiry', 7],
    ['ForgetEnquiry', 365],
  ]);
});

test('it is forgotten once, a year after the last that has happened to it', async () => {
  const began = dateOf(await environment.now());
  const { scene } = await SCENARIOS['enquiry-answered-forgotten'](environment, 'forgotten-test');
  expect(scene.taken.map(({ step, at }) => [step.do, calendarDaysBetween(began, dateOf(at))])).toEqual([
    ['EscalateEnquiry', 7],
    ['ForgetEnquiry', 545],
  ]);
});
