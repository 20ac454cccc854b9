import { milliseconds, plusDays } from '@junkan/kit/pure/dates.ts';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { noticesOf } from '../testing/notices.fixture.ts';
import { SCENARIOS, screening } from '../testing/scenarios.fixture.ts';
import { openTestEnvironment, type TestEnvironment } from '../testing/test-environment.fixture.ts';

let environment: TestEnvironment;
beforeAll(async () => {
  environment = await openTestEnvironment(inject('workflowCode'));
});
afterAll(() => environment?.close());

describe('a screening', () => {
  test.each(['screening-eligible', 'screening-ineligible', 'screening-superseded'] as const)(
    'ends with the decision and sends nothing before its time (%s)',
    async (scenario) => {
      const { scene } = await SCENARIOS[scenario](environment, `${scenario}-test`);
      expect(scene.taken).toEqual([]);
    },
  );

  test('is reminded of a week before the service level ends, and escalated when it has, once each', async () => {
    const { scene, due } = await SCENARIOS['screening-silence'](environment, 'silence');
    expect(noticesOf(scene.taken)).toEqual([
      ['RemindOf', 'secretariat.officer', plusDays(due, -7).slice(0, 10)],
      ['EscalateTo', 'secretariat.approver', due.slice(0, 10)],
    ]);
    expect(scene.taken.every(({ at }, index) => milliseconds(at) >= milliseconds(plusDays(due, index === 0 ? -7 : 0)))).toBe(true);
  });

  test('that waits for an answer reminds the proposer, and goes by the new service level after it', async () => {
    const { scene, due } = await SCENARIOS['screening-more-information'](environment, 'more');
    expect(noticesOf(scene.taken)).toEqual([['RemindOf', 'proposer.officer', due.slice(0, 10)]]);

    const again = await screening(environment, 'asked-again');
    await again.scene.happens(() => again.fake.asks(again.due));
    expect(await again.scene.deadline()).toBe(again.due);
    const later = plusDays(again.due, 100);
    await again.scene.happens(() => again.fake.answers(later));
    expect(await again.scene.deadline()).toBe(plusDays(later, -7));
    await again.scene.happens(() => again.fake.declares('eligible'));
    await again.scene.end();
  });

  test('of an eligible project goes on until it is open, and reminds of the opening when that is due', async () => {
    const { scene, due } = await SCENARIOS['screening-eligible-opened-late'](environment, 'opened-late');
    expect(noticesOf(scene.taken)).toEqual([['RemindOf', 'secretariat.officer', due.slice(0, 10)]]);
  });

  test('that is never answered is escalated to the proposer’s certifier, and ends when the project is withdrawn', async () => {
    const { scene, due } = await SCENARIOS['screening-withdrawn'](environment, 'withdrawn');
    expect(noticesOf(scene.taken)).toEqual([
      ['RemindOf', 'proposer.officer', due.slice(0, 10)],
      ['EscalateTo', 'proposer.certifier', plusDays(due, 30).slice(0, 10)],
    ]);
  });
});
