import { expect, test } from 'vitest';
import { changesBetween, isSteep, skillsGap } from './levels.ts';

const DIMENSIONS = [
  ...['roles', 'vision', 'awareness', 'coordination', 'coherence', 'engagement'],
  ...['scale', 'regulation', 'financing', 'capacity', 'innovation', 'data'],
];
const answers = (levels: string, targets = '333323233323') =>
  DIMENSIONS.map((dimension, index) => ({
    dimension,
    known: 'level' as const,
    level: Number(levels[index]),
    target: Number(targets[index]),
    targetYear: 2031,
  }));

/** Three editions of a city, a year apart. */
const FIRST = answers('211102011110');
const SECOND = answers('321212112212');
const THIRD = answers('332213122313');

test('a gap is a level below its target, the largest first, and of equal ones in the order of the dimensions', () => {
  const gaps = (edition: ReturnType<typeof answers>) => skillsGap(edition).map(({ dimension, levels }) => `${dimension} ${levels}`);
  expect(gaps(FIRST)).toEqual([
    ...['data 3', 'vision 2', 'awareness 2', 'coordination 2', 'coherence 2', 'scale 2', 'regulation 2', 'financing 2', 'capacity 2'],
    ...['roles 1', 'engagement 1', 'innovation 1'],
  ]);
  expect(gaps(THIRD)).toEqual(
    ['awareness', 'coordination', 'coherence', 'scale', 'regulation', 'financing', 'innovation'].map((dimension) => `${dimension} 1`),
  );
  const unknown = FIRST.map((each) => ({ ...each, known: 'unknown' as const }));
  expect(gaps(unknown as never)).toEqual([]);
});

test('a change is of a dimension whose level is known in both editions, and another', () => {
  const changes = changesBetween(FIRST, SECOND).map(({ dimension, before, level }) => `${dimension} ${before}-${level}`);
  expect(changes).toEqual([
    ...['roles 2-3', 'vision 1-2', 'coordination 1-2', 'coherence 0-1', 'scale 0-1', 'financing 1-2', 'capacity 1-2', 'data 0-2'],
  ]);
  expect(changesBetween(SECOND, SECOND)).toEqual([]);
  expect(changesBetween([], SECOND)).toEqual([]);
});

test('a rise of two levels within eighteen months is steep; a fall, a smaller step, and one after longer are not', () => {
  const before = { answers: FIRST, on: '2027-02-16' };
  const rise = (level: number) => ({ dimension: 'data', known: 'level' as const, level });
  expect(isSteep(rise(2), before, '2028-02-14')).toBe(true);
  expect(isSteep(rise(2), before, '2028-08-16')).toBe(true);
  expect(isSteep(rise(2), before, '2028-08-17')).toBe(false);
  expect(isSteep(rise(1), before, '2028-02-14')).toBe(false);
  expect(isSteep({ dimension: 'roles', known: 'level', level: 0 }, before, '2028-02-14')).toBe(false);
  expect(isSteep(rise(4), undefined, '2028-02-14')).toBe(false);
});
