import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { WIDTH as DATES_WIDTH, spanOf, xOf } from '../../web/src/pictures/dates.ts';
import { dayAfter, daysBetween, groupOf, groupsOf, nextDays, weekdayOf } from '../../web/src/pictures/days.ts';
import { LINE, lineOf } from '../../web/src/pictures/line.ts';
import { dotsOf, HEIGHT, landPath, WIDTH } from '../../web/src/pictures/map.ts';
import { flowOf } from '../../web/src/pictures/sankey.ts';

const projectsOf = ({ projects }: { readonly projects: number }): number => projects;
const placed = (name: string, latitude: string, longitude: string, projects = 1) => ({ name, latitude, longitude, projects });

test('places lie on land where they are: Tokyo north-east of Jakarta, and the islands beyond the date line east of both', () => {
  const [tokyo, jakarta, apia] = [
    placed('Tokyo', '35.6895', '139.69171', 9),
    placed('Jakarta', '-6.21462', '106.84513', 4),
    placed('Apia', '-13.83333', '-171.76666'),
  ].map((each) => dotsOf([each], projectsOf)[0]);
  expect([tokyo, jakarta, apia].every((dot) => dot && dot.x <= WIDTH && dot.y <= HEIGHT)).toBe(true);
  expect((tokyo?.x ?? 0) > (jakarta?.x ?? 0) && (tokyo?.y ?? 0) < (jakarta?.y ?? 0)).toBe(true);
  expect((apia?.x ?? 0) > (tokyo?.x ?? 0)).toBe(true);
  expect((tokyo?.radius ?? 0) / (jakarta?.radius ?? 1)).toBeCloseTo(1.5);
  expect(dotsOf([placed('Lima', '-12.04318', '-77.02824')], projectsOf)).toEqual([]);
  expect(landPath().match(/M/g)?.length).toBeGreaterThan(1_000);
});

test('names of places cover no dot and no other name', () => {
  const near = [
    placed('Dhaka', '23.7104', '90.40744', 5),
    placed('Narayanganj', '23.61352', '90.50298', 3),
    placed('Seoul', '37.566', '126.9784'),
  ];
  expect(dotsOf(near, projectsOf).map(({ of, isNamed }) => [of.name, isNamed])).toEqual([
    ['Dhaka', true],
    ['Narayanganj', false],
    ['Seoul', true],
  ]);
});

test('the number of projects is on its own dot, and on no other', () => {
  const near = [
    placed('Dhaka', '23.7104', '90.40744', 12),
    placed('Narayanganj', '23.61352', '90.50298', 3),
    placed('Hanoi', '21.0245', '105.84117', 4),
    placed('Seoul', '37.566', '126.9784'),
    placed('Jakarta', '-6.21462', '106.84513', 2),
  ];
  expect(dotsOf(near, projectsOf).map(({ of, isCounted }) => [of.name, isCounted])).toEqual([
    ['Dhaka', false],
    ['Hanoi', true],
    ['Narayanganj', false],
    ['Jakarta', true],
    ['Seoul', false],
  ]);
});

describe('the way of the money', () => {
  const station = (label: string, ...notes: string[]) => ({ label, state: 'done' as const, notes });
  const trunk = ['Committed', 'In force', 'Reported', 'Partially met'].map((label) =>
    station(label, '3 Nov 2037', 'Nguyen Thi Hoang Lan Anh'),
  );
  const ways = ['A', 'B'].map((name) => ({
    name,
    stations: ['Requested', 'Approved', 'Instructed by the bank of the secretariat', 'Settled'].map((label) =>
      station(label, '3 Nov 2037', 'Finance maker of the secretariat', '環境省地方財政局支払担当官 山田'),
    ),
  }));

  test('has each text in as many lines as keep away from those of the next station', () => {
    const { stops } = lineOf(trunk, ways);
    expect(stops[0]?.lines.map(({ text }) => text)).toEqual(['Committed', '3 Nov 2037', 'Nguyen Thi Hoang', 'Lan Anh']);
    const texts = stops.flatMap(({ lines }) => lines.map(({ text }) => text));
    expect(texts.filter((text) => text.includes(' ') && text.length > 22)).toEqual([]);
  });

  test('has room for all of them below each branch', () => {
    const { stops, height, heads } = lineOf(trunk, ways);
    const ends = (y: number) =>
      Math.max(...stops.filter((stop) => stop.y === y).map(({ textY, lines }) => textY + LINE * (lines.length - 1)));
    const [first = 0, second = 0] = [...new Set(stops.slice(trunk.length).map(({ y }) => y))];
    expect(ends(first)).toBeLessThan(heads[1]?.y ?? 0);
    expect(ends(second)).toBeLessThan(height);
  });
});

test('dates are in their order on the line that they share', () => {
  const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2045-12-31'), noInvalidDate: true }).map((date) => date.toISOString());
  fc.assert(
    fc.property(fc.array(day, { minLength: 1, maxLength: 30 }), (days) => {
      const span = spanOf(days);
      const places = days.toSorted().map((each) => xOf(span, each));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(places.every((x) => x > 0 && x < DATES_WIDTH)).toBe(true);
      expect(span.years.length).toBeLessThanOrEqual(6);
    }),
    { numRuns: 100, seed: 20261126 },
  );
});

test('links are as thick as what they carry, and nodes are as high as all of theirs', () => {
  const { nodes, links } = flowOf(
    {
      nodes: 4,
      links: [
        { source: 0, target: 2, value: 30, of: 'a' },
        { source: 1, target: 2, value: 10, of: 'b' },
        { source: 2, target: 3, value: 40, of: 'c' },
      ],
    },
    2,
  );
  const [a, b, c] = links.map(({ thickness }) => thickness);
  expect((a ?? 0) / (b ?? 1)).toBeCloseTo(3);
  expect(c).toBeCloseTo((a ?? 0) + (b ?? 0));
  expect(nodes[2]?.height).toBeCloseTo(c ?? 0);
  expect(nodes.map(({ x }) => x)).toEqual([nodes[0]?.x, nodes[0]?.x, nodes[2]?.x, nodes[3]?.x]);
});

describe('what waits, by days', () => {
  const TODAY = '2027-03-10';
  const on = (dueOn: string | undefined, overdue = false) => ({ dueOn, overdue });

  test('what is late comes first, then today, the six days after it one by one, what has time, and what has no day', () => {
    const tasks = [
      on(undefined),
      on('2027-03-17'),
      on('2027-03-16'),
      on(TODAY),
      on('2026-12-31', true),
      on('2027-03-12'),
      on('2028-01-01'),
    ];
    expect(groupsOf(tasks, TODAY).map(([group, all]) => [group, all.length])).toEqual([
      ['late', 1],
      [TODAY, 1],
      ['2027-03-12', 1],
      ['2027-03-16', 1],
      ['later', 2],
      ['none', 1],
    ]);
  });

  test('an instant is due on its day, and a date where there is one', () => {
    expect(groupOf({ due: '2027-03-11T15:00:00.000Z', overdue: false }, TODAY)).toBe('2027-03-11');
    expect(groupOf({ due: '2027-03-12T14:59:59.999Z', dueOn: '2027-03-11', overdue: false }, TODAY)).toBe('2027-03-11');
    expect(groupOf({ overdue: false }, TODAY)).toBe('none');
  });

  test('thirty days begin with today, and each knows its weekday', () => {
    const days = nextDays(TODAY);
    expect([days.length, days[0], days.at(-1)]).toEqual([30, TODAY, '2027-04-08']);
    expect(days.slice(0, 5).map(weekdayOf)).toEqual([3, 4, 5, 6, 7]);
    expect(daysBetween('2027-02-28', TODAY)).toBe(10);
  });

  test('each task is in one group, and within it in the order of the list', () => {
    const day = fc.option(
      fc.integer({ min: -5, max: 20 }).map((days) => dayAfter(TODAY, days)),
      { nil: undefined },
    );
    fc.assert(
      fc.property(fc.array(fc.record({ dueOn: day, overdue: fc.boolean() }), { maxLength: 40 }), (tasks) => {
        const groups = groupsOf(tasks, TODAY);
        expect(new Set(groups.map(([group]) => group)).size).toBe(groups.length);
        expect(groups.flatMap(([, all]) => all).length).toBe(tasks.length);
        for (const [, all] of groups) expect(all).toEqual(tasks.filter((task) => all.includes(task)));
      }),
      { numRuns: 100, seed: 20261202 },
    );
  });
});
