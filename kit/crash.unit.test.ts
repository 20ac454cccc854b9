import { expect, test } from 'vitest';
import { armedBy, crashPoints, unknownPoint } from './crash.ts';

const trial = { JUNKAN_TRIAL: 'true' };

test('nothing is armed unless it is asked for', () => {
  expect(armedBy({})).toBeUndefined();
  expect(armedBy({ JUNKAN_CRASH_AT: 'append.written:3', ...trial })).toMatchObject({ point: 'append.written', left: 3 });
});

test('an installation that is no trial does not start with it', () => {
  expect(() => armedBy({ JUNKAN_CRASH_AT: 'append.written:3' })).toThrow('JUNKAN_CRASH_AT: must not be set');
});

test.each(['append.written', 'append.written:0', 'append.written:x', 'toString:1', ''])('%j is no crash point', (at) => {
  expect(() => armedBy({ JUNKAN_CRASH_AT: at, ...trial })).toThrow('JUNKAN_CRASH_AT');
});

test('a point that no module declares is named, so that the program says it has none', () => {
  expect([unknownPoint(), unknownPoint('append.written'), unknownPoint('append.nowhere')]).toEqual([
    undefined,
    undefined,
    'append.nowhere',
  ]);
  crashPoints({ 'append.nowhere': 'It is declared now.' });
  expect(unknownPoint('append.nowhere')).toBeUndefined();
});
