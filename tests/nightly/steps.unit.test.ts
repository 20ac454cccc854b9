import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { chosen, stepsOf } from './steps.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

test('every step is a command that there is', () => {
  const { scripts } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as { scripts: Record<string, string> };
  for (const { args } of stepsOf(1)) {
    const [script = '', task = ''] = args;
    expect([script, existsSync(`${root}/${script}`)]).toEqual([script, true]);
    if (script === 'scripts/run.mjs') expect(Object.keys(scripts)).toContain(task);
  }
});

test('what goes by chance goes by the seed of the night', () => {
  const unseeded = stepsOf(4711).filter(({ args }) => !args.includes('4711'));
  expect(unseeded.map(({ name }) => name)).toEqual(['long tests on engines', 'duties of everybody', 'requests by chance']);
});

test('steps are chosen by their names, and a name that there is not is refused', () => {
  expect(chosen(stepsOf(1), []).length).toBe(stepsOf(1).length);
  expect(chosen(stepsOf(1), ['power loss']).map(({ name }) => name)).toEqual(['power loss']);
  expect(() => chosen(stepsOf(1), ['power los'])).toThrow('there is no power los; there are: long tests on engines,');
});
