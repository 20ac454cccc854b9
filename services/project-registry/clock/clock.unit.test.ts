import { plusDays } from '@junkan/kit/pure/dates.ts';
import { expect, test } from 'vitest';
import { now, officer, operator } from '../projects/actors.fixture.ts';
import { type Command, decide, evolve, initial, requireRealTime } from './clock.ts';

const DAY = 86_400_000;
const advance: Command = { type: 'AdvanceClock', to: plusDays(now, 10), now, offset: 0, trial: true, by: operator };
const advanced = { type: 'ClockAdvanced' as const, offset: BigInt(10 * DAY), by: operator.person };

test('a trial that is behind real time advances from there, and is not taken for one that was never advanced', () => {
  const behind: Command = { ...advance, offset: -30 * DAY };
  const first = { ...advanced, offset: BigInt(-20 * DAY) };
  expect(decide(behind, initial)).toEqual({ ok: true, events: [first] });
  const since = evolve(initial, first);
  expect(decide(behind, since)).toEqual({ ok: true, events: [] });
  expect(decide({ ...behind, to: plusDays(now, 9) }, since)).toMatchObject({ ok: false, rejection: { type: 'ClockOnlyMovesForward' } });
});

test('a trial advances its clock, and the offset counts all that it was advanced', () => {
  expect(decide(advance, initial)).toEqual({ ok: true, events: [advanced] });
  const later: Command = { ...advance, now: plusDays(now, 10), offset: 10 * DAY, to: plusDays(now, 15) };
  expect(decide(later, evolve(initial, advanced))).toEqual({ ok: true, events: [{ ...advanced, offset: BigInt(15 * DAY) }] });
});

test('the same advance again changes nothing', () => {
  expect(decide(advance, evolve(initial, advanced))).toEqual({ ok: true, events: [] });
});

test('it never goes back, nor to the present moment', () => {
  for (const to of [now, plusDays(now, -1)]) {
    expect(decide({ ...advance, to }, initial)).toEqual({ ok: false, rejection: { type: 'ClockOnlyMovesForward', to, now } });
  }
  const behind: Command = { ...advance, to: plusDays(now, 9) };
  expect(decide(behind, evolve(initial, advanced))).toEqual({
    ok: false,
    rejection: { type: 'ClockOnlyMovesForward', to: behind.to, now },
  });
});

test('only its operator advances it, and only in a trial', () => {
  expect(decide({ ...advance, by: officer }, initial)).toEqual({
    ok: false,
    rejection: { type: 'RoleIsMissing', needed: ['clock.operator'] },
  });
  expect(decide({ ...advance, trial: false }, initial)).toEqual({ ok: false, rejection: { type: 'ClockIsReal' } });
});

test('what is no trial does not go on with data whose clock was advanced', () => {
  const trials = evolve(initial, advanced);
  expect(() => requireRealTime(trials, false)).toThrow('JUNKAN_TRIAL');
  expect(() => requireRealTime(trials, true)).not.toThrow();
  expect(() => requireRealTime(initial, false)).not.toThrow();
});
