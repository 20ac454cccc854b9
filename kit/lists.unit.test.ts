import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readLists, saidIn, unknownCodes } from './lists.ts';

function folderOf(files: Readonly<Record<string, unknown>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'junkan-lists-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), JSON.stringify(content));
  return folder;
}

const LANGUAGES = ['en', 'ja', 'zh-Hans', 'ko', 'th', 'vi', 'id', 'hi', 'bn'];

test('the lists that come with the product have every name in each of its languages, and units that there are', () => {
  const lists = readLists();
  expect([...lists.keys()]).toEqual([
    'actions',
    'dimensions',
    'indicators',
    'inspection-criteria',
    'instrument-types',
    'instruments',
    'screening-criteria',
    'themes',
    'units',
    'waste-streams',
  ]);
  const units = new Set(lists.get('units')?.map(({ code }) => code));
  for (const { code, names, unit } of [...lists.values()].flat()) {
    expect({ code, languages: Object.keys(names) }).toEqual({ code, languages: LANGUAGES });
    if (unit !== undefined) expect(units).toContain(unit);
  }
});

test('every indicator that comes with the product says how it is added, and a ratio of which two figures it is', () => {
  const indicators = readLists().get('indicators') ?? [];
  expect(indicators).toHaveLength(51);
  for (const { code, unit, direction, over_time: time, over_places: places, formula, numerator, denominator, boundary } of indicators) {
    const said = [unit, direction, time, places, formula, boundary].map((each) => each !== undefined);
    expect({ code, said }).toEqual({ code, said: said.map(() => true) });
    const isRatio = places === 'ratio';
    expect({ code, said: [numerator !== undefined, denominator !== undefined] }).toEqual({ code, said: [isRatio, isRatio] });
    if (isRatio) expect({ code, time }).toEqual({ code, time: 'last' });
  }
});

test('every dimension of a self-assessment says what it asks and what its five levels mean, in each language', () => {
  const dimensions = readLists().get('dimensions') ?? [];
  expect(dimensions).toHaveLength(12);
  for (const { code, role, question, levels = [] } of dimensions) {
    const languages = [question ?? {}, ...levels].map((texts) => Object.keys(texts));
    expect({ code, role: role !== undefined, languages }).toEqual({ code, role: true, languages: Array(6).fill(LANGUAGES) });
  }
});

test('an installation brings lists of its own', () => {
  const folder = folderOf({ 'themes.json': [{ code: 'tea', names: { en: 'Tea' } }], 'read.me': 1 });
  expect([...readLists(folder)]).toEqual([['themes', [{ code: 'tea', names: { en: 'Tea' } }]]]);
});

test.each([
  ['a code twice', [tea(), tea()], 'must name each code once'],
  ['no English name', [{ code: 'tea', names: { ja: '茶' } }], 'must have a name in English'],
  ['a formula without English', [{ code: 'tea', names: { en: 'Tea' }, formula: { ja: '茶' } }], 'must have a formula in English'],
  ['an unknown way of adding', [{ code: 'tea', names: { en: 'Tea' }, over_time: 'mean' }], 'Invalid option'],
  ['a code with a space', [{ code: 'green tea', names: { en: 'Tea' } }], 'must be a code without spaces'],
])('a list is not read with %s, and the file is named', (_case, entries, rule) => {
  expect(() => readLists(folderOf({ 'themes.json': entries }))).toThrow(new RegExp(`themes\\.json is no controlled list[^]*${rule}`));
});

test('what a list does not have is reported with its place and with the entry that is spelt most like it', () => {
  const lists = new Map([['themes', ['composting', 'recycling', 'reuse', 'repair'].map((code) => ({ code, names: { en: code } }))]]);
  const said = [...saidIn('themes', 'themes', ['reuse', 'Recycing', '']), ...saidIn('units', 'units', ['t'])];
  expect(unknownCodes(lists, said)).toEqual([
    { field: 'themes[1]', code: 'Recycing', list: 'themes', nearest: ['recycling', 'repair', 'reuse'] },
    { field: 'units[0]', code: 't', list: 'units', nearest: [] },
  ]);
});

function tea() {
  return { code: 'tea', names: { en: 'Tea' } };
}
