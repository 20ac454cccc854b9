import { expect, test } from 'vitest';
import { cellsOf, countsOf, type Filled } from './cells.ts';

const filled = (key: string, certainty: Filled['certainty'], value = '300'): Filled => ({
  section: 'results',
  key,
  value,
  unit: 't',
  certainty,
  source: 'mst_a@4',
  since: '2030-01-01T00:00:00.000Z',
  project: '',
  milestone: certainty === 'verified' ? 'mst_a' : '',
  verifiedBy: certainty === 'verified' ? 'vera' : '',
});
const typed = (key: string, value: string) => ({
  section: 'results' as const,
  key,
  value,
  unit: 't',
  certainty: 'estimated' as const,
  note: '',
  at: '2030-02-01T00:00:00.000Z',
});
const NOTHING = { number: 1, typed: [], explained: [], signed: [] };
const said = (cells: ReturnType<typeof cellsOf>) => cells.map(({ key, value, state, note }) => [key, value, state, note]);

test('what is typed fills in what is not verified, and gives way to what is', () => {
  const sources = [filled('a', 'verified'), filled('b', 'reported'), filled('c', 'not-available', '')];
  const written = { ...NOTHING, typed: [typed('a', '310'), typed('b', '280'), typed('d', '5')] };
  expect(said(cellsOf(written, [], sources))).toEqual([
    ['a', '300', 'filled', ''],
    ['c', '', 'filled', ''],
    ['b', '280', 'typed', ''],
    ['d', '5', 'typed', ''],
  ]);
});

test('an explanation and a contest stand beside a value that stays as it is', () => {
  const sources = [filled('a', 'verified'), filled('b', 'verified')];
  const explained = [
    { key: 'a', note: 'Without the market.' },
    { key: 'b', note: 'As weighed.' },
  ];
  const contests = [
    { key: 'b', note: 'Ten more.', edition: 1 },
    { key: 'a', note: 'Of another edition.', edition: 2 },
  ];
  expect(said(cellsOf({ ...NOTHING, explained }, contests, sources))).toEqual([
    ['a', '300', 'explained', 'Without the market.'],
    ['b', '300', 'contested', 'Ten more.'],
  ]);
});

test('a value that its source has changed since the last sign-off says what it was', () => {
  const signed = cellsOf(NOTHING, [], [filled('a', 'verified', '290'), filled('b', 'verified')]);
  const cells = cellsOf({ ...NOTHING, signed }, [], [filled('a', 'verified'), filled('b', 'verified')]);
  expect(cells.map(({ before }) => before)).toEqual(['290', undefined]);
});

test('11 of 14 values came filled', () => {
  const sources = [...Array.from({ length: 11 }, (_, index) => filled(`f${index}`, 'reported')), filled('none', 'not-available', '')];
  const written = { ...NOTHING, typed: [typed('x', '1'), typed('y', '2')] };
  expect(countsOf(cellsOf(written, [], sources))).toEqual({ values: 14, filled: 11 });
});
