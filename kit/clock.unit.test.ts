import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { MAX_OFFSET_MS, policyClock } from './clock.ts';

const DECADE_MS = 3_653 * 86_400_000;
/** What no clock may take from anybody. */
const NO_OFFSETS = [Number.POSITIVE_INFINITY, Number.NaN, Number.NEGATIVE_INFINITY, -MAX_OFFSET_MS - 1, 0.5, 2 ** 53, MAX_OFFSET_MS + 1];

/** A log that keeps what is said at `warn`. */
function noting() {
  const lines: string[] = [];
  return { lines, log: pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) }) };
}

describe('in a trial', () => {
  test('the greater offset wins, and never decreases', () => {
    const clock = policyClock(true, { realNow: () => 0 });
    for (const offset of [5_000, DECADE_MS, 7_000]) clock.adopt(offset);
    expect(clock.offset()).toBe(DECADE_MS);
    expect(clock.now()).toBe(new Date(DECADE_MS).toISOString());
  });

  test('begins behind real time where it is set to, and goes on from there', () => {
    const clock = policyClock(true, { realNow: () => 2 * DECADE_MS, behindDays: 3_653 });
    expect(clock.now()).toBe(new Date(DECADE_MS).toISOString());
    for (const offset of [-DECADE_MS - 1, 0, -5_000, -7_000]) clock.adopt(offset);
    expect(clock.offset()).toBe(-5_000);
    clock.adopt(5_000);
    expect(clock.now()).toBe(new Date(2 * DECADE_MS + 5_000).toISOString());
  });

  test('what is no whole number of milliseconds, or goes beyond a hundred years, is not taken, and warned of', () => {
    const { lines, log } = noting();
    const clock = policyClock(true, { log });
    for (const offset of NO_OFFSETS) clock.adopt(offset);
    expect(clock.offset()).toBe(0);
    expect(lines).toHaveLength(NO_OFFSETS.length);
    clock.adopt(MAX_OFFSET_MS);
    expect(() => clock.now()).not.toThrow();
  });
});

describe('outside of a trial', () => {
  test('no offset is taken from anybody, and each is warned of', () => {
    const { lines, log } = noting();
    const clock = policyClock(false, { realNow: () => 0, log });
    for (const offset of [1, DECADE_MS, ...NO_OFFSETS]) clock.adopt(offset);
    expect(clock.offset()).toBe(0);
    expect(clock.now()).toBe('1970-01-01T00:00:00.000Z');
    expect(lines).toHaveLength(NO_OFFSETS.length + 2);
  });

  test('no time is behind', () => {
    expect(policyClock(false, { realNow: () => DECADE_MS, behindDays: 3_653 }).now()).toBe(new Date(DECADE_MS).toISOString());
  });

  test('who is not ahead is not warned of', () => {
    const { lines, log } = noting();
    policyClock(false, { log }).adopt(0);
    expect(lines).toEqual([]);
  });
});
