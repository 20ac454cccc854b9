import { calendarDaysBetween, dateOf, type Instant } from '@junkan/kit/pure/dates.ts';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { SCENARIOS } from '../testing/scenarios.fixture.ts';
import { openTestEnvironment, type TestEnvironment } from '../testing/test-environment.fixture.ts';

let environment: TestEnvironment;
beforeAll(async () => {
  environment = await openTestEnvironment(inject('workflowCode'));
});
afterAll(() => environment?.close());

const daysOf = (taken: readonly { readonly at: Instant }[]): number[] =>
  taken.map(({ at }) => calendarDaysBetween(dateOf(taken[0]?.at ?? at), dateOf(at)));

test.each([
  ['an award', 'cycle-prolonged-announced-closed', [0, 40, 69]],
  ['a call', 'call-prolonged-decided-closed', [0, 29, 48]],
] as const)(
  '%s closes to answers, to what judges and at its end on its days, the last one that was given counts',
  async (_, name, days) => {
    const { scene } = await SCENARIOS[name](environment, `${name}-test`);
    expect(scene.taken.map(({ step }) => step.do)).toEqual(['StepCycle', 'StepCycle', 'StepCycle']);
    expect(daysOf(scene.taken)).toEqual(days);
  },
);

test.each([
  ['cycle-cancelled', 0],
  ['call-cancelled', 1],
] as const)('%s, it records nothing any more', async (name, before) => {
  const { scene } = await SCENARIOS[name](environment, `${name}-test`);
  expect(scene.taken).toHaveLength(before);
});
