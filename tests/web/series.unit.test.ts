import { describe, expect, test } from 'vitest';
import { courseOf, HEIGHT, type Measured, WIDTH } from '../../web/src/pictures/series.ts';

const at = (year: number, value: number | undefined, isEstimated = false): Measured => ({ on: `${year}-12-31`, value, isEstimated });

describe('the course of a series', () => {
  test('is a line through its values, each at its day and its height', () => {
    const drawn = courseOf([at(2023, 10), at(2024, 20), at(2025, 40, true)]);
    const [first, second, third] = drawn?.dots ?? [];
    expect(drawn?.paths).toEqual([`M${first?.x} ${first?.y}L${second?.x} ${second?.y}L${third?.x} ${third?.y}`]);
    // Upwards is more, and twice the difference is twice the way.
    const [low, middle, high] = [first?.y ?? 0, second?.y ?? 0, third?.y ?? 0];
    expect((middle - high) / (low - middle)).toBeCloseTo(2, 1);
    expect(drawn?.dots.map(({ isEstimated }) => isEstimated)).toEqual([false, false, true]);
    expect(drawn?.years.map(({ year }) => year)).toEqual(['2023', '2024', '2025']);
    expect(drawn?.levels.map(({ value }) => value)).toEqual([0, 10, 20, 30, 40]);
  });

  test('ends where nothing was measured, and is nothing where no value is known', () => {
    const drawn = courseOf([at(2021, 1), at(2022, 2), at(2023, undefined), at(2024, 4)]);
    expect([drawn?.paths.length, drawn?.dots.length]).toEqual([1, 3]);
    expect(courseOf([at(2023, undefined)], { on: '2030-12-31', value: 5 })).toBeUndefined();
  });

  test('goes on to its target, from its baseline, and all of it is within the picture', () => {
    const target = { on: '2035-12-31', value: -5 };
    const baseline = { on: '2010-01-01', value: 90 };
    const drawn = courseOf([at(2023, 70), at(2024, 80.5)], target, baseline);
    expect(drawn?.ahead).toBe(`M${drawn?.dots[1]?.x} ${drawn?.dots[1]?.y}L${drawn?.target?.x} ${drawn?.target?.y}`);
    for (const { x, y } of [...(drawn?.dots ?? []), drawn?.target, drawn?.baseline].filter((each) => each !== undefined)) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(WIDTH);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(HEIGHT);
    }
    // One that is past is not ahead.
    expect(courseOf([at(2023, 70)], { on: '2020-12-31', value: 5 })?.ahead).toBe('');
    expect(courseOf([at(2023, 0)])?.dots).toHaveLength(1);
  });

  test('names so few years that none stands on another', () => {
    const many = Array.from({ length: 40 }, (_, index) => at(1990 + index, index));
    const xs = (courseOf(many)?.years ?? []).map(({ x }) => x);
    expect(xs.length).toBeGreaterThan(3);
    expect(xs.every((x, index) => index === 0 || x - (xs[index - 1] ?? 0) > 40)).toBe(true);
  });
});
