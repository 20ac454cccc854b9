import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { bitsIn } from './entropy.ts';

test.each([
  'abcdefghijklmnopqrstuvwxyzabcdef',
  '12345678901234567890123456789012',
  'zyxwvutsrqponmlkjihgfedcbazyxwvu',
  'kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk',
  'Xk9f'.repeat(10),
  'uT7-qLx0Zb4'.repeat(4),
  'A'.repeat(43),
  'acegikmoqsuwyacegikmoqsuwyacegik',
  '',
  'ab',
])('a text that nobody drew by chance holds little: %s', (text) => {
  expect(bitsIn(text)).toBeLessThan(64);
});

test.each(['base64url', 'hex'] as const)('a key that was drawn by chance holds enough, however it is written: %s', (encoding) => {
  const drawn = Array.from({ length: 500 }, () => bitsIn(randomBytes(32).toString(encoding)));
  expect(Math.min(...drawn)).toBeGreaterThan(96);
});
