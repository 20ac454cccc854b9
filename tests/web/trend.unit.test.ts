import { expect, test } from 'vitest';
import { isCourse, trendOf } from '../../web/src/pictures/trend.ts';

const COMMITTED = [
  { on: '2030-01-01', value: 100 },
  { on: '2030-07-01', value: 400 },
];
const SETTLED = [
  { on: '2030-03-01', value: 50 },
  { on: '2030-10-01', value: 350 },
];

test('what is committed goes up in steps and what is settled in a line, both until today', () => {
  const drawn = trendOf(COMMITTED, SETTLED, '2031-01-01', 720);
  // Every step is level, then upright.
  const steps = [...drawn.committed.matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
  expect(steps.length).toBe(5);
  for (const [at, [x, y]] of steps.entries()) {
    const [beforeX, beforeY] = steps[at - 1] ?? [x, y];
    expect(x === beforeX || y === beforeY).toBe(true);
  }
  const [dotA, dotB] = drawn.dots;
  expect(dotA && dotB && dotA.x < dotB.x && dotA.y > dotB.y).toBe(true);
  expect(drawn.settled.match(/[ML]/g)?.length).toBe(3);
  expect(drawn.levels.map(({ value }) => value)).toEqual([0, 100, 200, 300, 400]);
  // 350 of 400 ends below the last step.
  expect((dotB?.y ?? 0) > (steps.at(-1)?.[1] ?? 0)).toBe(true);
});

test('one sum alone, and what began today, is no course', () => {
  expect(isCourse(COMMITTED.slice(0, 1), [], '2031-01-01')).toBe(false);
  expect(isCourse(COMMITTED.slice(0, 1), [{ on: '2030-01-01', value: 1 }], '2030-01-01')).toBe(false);
  expect(isCourse([], [], '2031-01-01')).toBe(false);
  expect(isCourse(COMMITTED.slice(0, 1), SETTLED.slice(0, 1), '2031-01-01')).toBe(true);
});

test('on fewer pixels it is as high, and nothing is drawn beyond them', () => {
  const [wide, small] = [trendOf(COMMITTED, SETTLED, '2031-01-01', 720), trendOf(COMMITTED, SETTLED, '2031-01-01', 340)];
  expect(small.dots.map(({ y }) => y)).toEqual(wide.dots.map(({ y }) => y));
  expect(Math.max(...[...small.committed.matchAll(/[ML]([\d.]+)/g)].map(([, x]) => Number(x)))).toBeLessThan(340);
});
