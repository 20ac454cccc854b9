import { calendarDaysBetween, dateOf } from '@junkan/kit/pure/dates.ts';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { SCENARIOS } from '../testing/scenarios.fixture.ts';
import { openTestEnvironment, type TestEnvironment } from '../testing/test-environment.fixture.ts';

let environment: TestEnvironment;
beforeAll(async () => {
  environment = await openTestEnvironment(inject('workflowCode'));
});
afterAll(() => environment?.close());

test('silence is reminded of before its day, and climbs on it; declined, it ends', async () => {
  const { scene } = await SCENARIOS['request-silent-declined'](environment, 'silent-test');
  expect(scene.taken.map(({ step }) => 'role' in step && [step.do, step.role])).toEqual([
    ['RemindOf', 'secretariat.officer'],
    ['EscalateTo', 'secretariat.approver'],
  ]);
});

test('adopted, the library shows it, and the city is asked twice what came of it, each time on its day', async () => {
  const { scene } = await SCENARIOS['request-adopted-told'](environment, 'told-test');
  expect(
    scene.taken.map(({ step }) =>
      'role' in step ? `${step.do} ${step.occurrence.startsWith('after') ? step.occurrence : step.role}` : step.do,
    ),
  ).toEqual([
    ...['RemindOf programme.expert', 'EscalateTo secretariat.officer'],
    'NoteAdoption',
    ...['RemindOf after-12', 'RemindOf after-24', 'EscalateTo after-24'],
  ]);
  const [decided, ...days] = scene.taken.slice(2).map(({ at }) => dateOf(at));
  expect(days.map((day) => calendarDaysBetween(decided ?? '', day))).toEqual([365, 730, 760]);
});

test('what is not adopted waits until the secretariat closes it', async () => {
  const { scene } = await SCENARIOS['request-not-adopted-closed'](environment, 'closed-test');
  expect(scene.taken).toEqual([]);
});
