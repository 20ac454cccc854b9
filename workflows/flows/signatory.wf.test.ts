import { calendarDaysBetween, dateOf } from '@junkan/kit/pure/dates.ts';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { noticesOf } from '../testing/notices.fixture.ts';
import { SCENARIOS } from '../testing/scenarios.fixture.ts';
import { openTestEnvironment, type TestEnvironment } from '../testing/test-environment.fixture.ts';

let environment: TestEnvironment;
beforeAll(async () => {
  environment = await openTestEnvironment(inject('workflowCode'));
});
afterAll(() => environment?.close());

test('interest that nobody answers is told to who approves, once', async () => {
  const { scene } = await SCENARIOS['signatory-declined'](environment, 'declined-test');
  expect(noticesOf(scene.taken).map(([what, role]) => [what, role])).toEqual([['RemindOf', 'secretariat.approver']]);
});

test('so are a signature that is not checked and one that is not admitted, each after its own days', async () => {
  const { scene } = await SCENARIOS['signatory-unchecked-stopped'](environment, 'unchecked-test');
  expect(scene.taken.map(({ step }) => ('matter' in step ? step.matter : step.do))).toEqual(['signature-check', 'admission']);
});

test('each step of the ladder is told on its day, and none once the plan is handed in', async () => {
  const { scene } = await SCENARIOS['signatory-handed-in-withdrawn'](environment, 'handed-in-test');
  expect(scene.taken.map(({ step }) => ('rung' in step ? step.rung : step.do))).toEqual(['opened', 'reminded', 'ChangeTurn']);
  const days = scene.taken.map(({ at }) => calendarDaysBetween(dateOf(scene.taken[0]?.at ?? at), dateOf(at)));
  expect(days.slice(0, 2)).toEqual([0, 30]);
});

test('silence is told on, and decides nothing: persons suspend, and let lapse', async () => {
  const { scene } = await SCENARIOS['signatory-silent-suspended-lapsed'](environment, 'silent-test');
  expect(scene.taken.map(({ step }) => ('rung' in step ? step.rung : step.do))).toEqual(['opened', 'reminded', 'overdue', 'help-offered']);
});

test('the workflow of an earlier attempt ends where another has begun', async () => {
  const { scene } = await SCENARIOS['signatory-begun-anew'](environment, 'anew-test');
  expect(scene.taken).toEqual([]);
});
