import { dateOf, endOf, plusCalendarDays, plusDays } from '@junkan/kit/pure/dates.ts';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { noticesOf } from '../testing/notices.fixture.ts';
import { passport } from '../testing/passport-scenarios.fixture.ts';
import { SCENARIOS } from '../testing/scenarios.fixture.ts';
import { openTestEnvironment, type TestEnvironment } from '../testing/test-environment.fixture.ts';

let environment: TestEnvironment;
beforeAll(async () => {
  environment = await openTestEnvironment(inject('workflowCode'));
});
afterAll(() => environment?.close());

/** What is timed for the last moment of a day takes effect in the first moments of the next. */
const dayAfter = (date: string): string => plusCalendarDays(date, 1);

test('a request of due diligence is sent to who verifies, once, and nothing waits for the verdict', async () => {
  const { scene } = await SCENARIOS['passport-requested'](environment, 'requested-test');
  expect(noticesOf(scene.taken).map(([what, role]) => [what, role])).toEqual([['RemindOf', 'secretariat.verifier']]);
});

describe('a clearance', () => {
  test('of which nobody hears again is reminded of and expires, each once and on its day, whatever is remarked on it', async () => {
    const { scene, validUntil } = await SCENARIOS['passport-expired'](environment, 'expired-test');
    expect(scene.taken.map(({ step, at }) => [step.do, dateOf(at)])).toEqual([
      ['RemindOf', dayAfter(plusCalendarDays(validUntil, -30))],
      ['ExpireClearance', dayAfter(validUntil)],
    ]);
    expect(noticesOf(scene.taken).map(([, role]) => role)).toEqual(['secretariat.officer']);
  });

  test('that is renewed in time is reminded of, and never expires', async () => {
    const { scene } = await SCENARIOS['passport-cleared-anew'](environment, 'again-test');
    expect(scene.taken.map(({ step }) => step.do)).toEqual(['RemindOf']);
  });

  test.each(['passport-flagged', 'passport-revoked'] as const)(
    'that ends before its time does so with nothing sent (%s)',
    async (scenario) => {
      const { scene } = await SCENARIOS[scenario](environment, `${scenario}-test`);
      expect(scene.taken).toEqual([]);
    },
  );

  test('waits for its reminder, then for its end', async () => {
    const { scene, validUntil } = await passport(environment, 'waits');
    expect(await scene.deadline()).toBe(plusDays(endOf(validUntil), -30));
    await scene.pass(340);
    expect(await scene.deadline()).toBe(endOf(validUntil));
    await scene.end();
  });
});
