import { reachedBy } from '@junkan/programme/figures/ladder.fixture.ts';
import { DEMONSTRATIONS, demonstrate } from '@junkan/scripts/main-job/demonstrations/run.ts';
import type { DeclarationSummary } from '@junkan/scripts/main-job/summary.ts';
import { ladderFacts } from '@junkan/scripts/verify/ladder-facts.ts';
import { rollupFacts } from '@junkan/scripts/verify/rollup-facts.ts';
import { attemptsIn, dayOf } from '@junkan/scripts/verify/signatory-facts.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifiedFaults } from '../breaking.ts';
import { type MemorySystem, startMemorySystem } from '../memory-system.ts';
import { recordedSteps, resultsHeld } from '../shown-figures.ts';

const only = ['partially-met-carried', 'declaration'];
let system: MemorySystem;
let declaration: DeclarationSummary | undefined;
beforeAll(async () => {
  system = await startMemorySystem();
  ({ declaration } = await demonstrate(system.api, { only }));
});
afterAll(() => system?.close());

test('cities sign, two of them as a group: one reports what its projects have verified and shows a fifth how, another is late, suspended and reinstated', async () => {
  expect(DEMONSTRATIONS).toEqual(expect.arrayContaining(only));
  expect(declaration).toMatchObject({
    signatories: [
      { name: 'Kota Melati', status: 'active' },
      { name: 'Teluk Wangi', status: 'active' },
      { name: 'Bayan Luntian', status: 'active' },
      { name: 'Harukawa', status: 'active' },
    ],
    groupMembers: 2,
    report: { status: 'published' },
    exchange: { seeker: 'Surya Ganj', provider: 'Kota Melati', status: 'concluded', topic: ['recover-organic'], practices: 1 },
    award: { jurors: 6, barred: 1, firm: true },
  });
  expect(declaration?.award?.order.map(({ title, place, result }) => [title, place, result])[0]).toEqual([
    'Repair days in every ward',
    1,
    'awarded',
  ]);
  expect(declaration?.report.verified).toBeGreaterThan(0);
  expect(declaration?.ladder.map((each) => each.slice(11))).toEqual(
    expect.arrayContaining(['opened', 'reminded 90', 'overdue', 'help-offered', 'notice-may-be-issued', 'suspension-may-be-decided']),
  );
  // Once more it finds all done, and reports the same.
  expect((await demonstrate(system.api, { only })).declaration).toEqual(declaration);
  expect(await verifiedFaults(system)).toEqual({});
});

test('each step of each ladder was recorded on the day on which its exported facts have it', async () => {
  const stored = await system.stored();
  const facts = ladderFacts(stored);
  const attempts = attemptsIn(stored);
  expect(attempts).toHaveLength(5);
  for (const attempt of attempts) {
    const own = facts.filter(({ signatory, attempt: number }) => signatory === attempt.signatory && number === attempt.number);
    expect(recordedSteps(attempt.events)).toEqual(reachedBy(own));
    for (const { type, at, data } of attempt.events) if (type === 'RungReached') expect(dayOf(attempt, at)).toBe(data.on);
  }
  expect(attempts.flatMap(({ events }) => recordedSteps(events)).length).toBeGreaterThan(10);
  expect(new Set(facts.map(({ fact }) => fact))).toEqual(
    new Set(['policy', 'admitted', 'submitted', 'accepted', 'notice', 'suspended', 'reinstated', 'until']),
  );
});

test('all that its results come to is what their exported facts come to', async () => {
  const facts = rollupFacts(await system.stored());
  const { held, wrong } = await resultsHeld(system.api, facts);
  expect(wrong).toEqual([]);
  expect(held).toBeGreaterThan(7);
  // Where one fact is left out, it shows.
  const last = facts.findLastIndex(({ fact }) => fact === 'result');
  expect((await resultsHeld(system.api, facts.toSpliced(last, 1))).wrong).not.toEqual([]);
});
