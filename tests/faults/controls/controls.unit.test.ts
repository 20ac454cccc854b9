import { expect, test } from 'vitest';
import { CONTROL_NAMES, changed, mustFit } from './controls.ts';

test.each(CONTROL_NAMES)('the control of the %s fits the code as it is', (name) => {
  expect(() => mustFit(name)).not.toThrow();
});

test('a control that no longer fits says so, and never runs with the defence half in its place', () => {
  const change = { file: 'a.ts', text: 'guard()', instead: '' };
  expect(changed('if (guard()) go();', change)).toBe('if () go();');
  for (const source of ['go();', 'guard(); guard();']) expect(() => changed(source, change)).toThrow('no longer fits the code');
});
