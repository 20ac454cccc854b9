import { keysOf } from '@junkan/kit/keys.ts';
import { PROGRAM_NAMES } from '@junkan/proto/programs.ts';
import { expect, test } from 'vitest';
import { completeEnv, ownSetting } from './env-file.ts';

const keyOf = (program: (typeof PROGRAM_NAMES)[number]): string => ownSetting('JUNKAN_INTERNAL_KEY', program);

test('what there is stays, and what is complete stays as it is', () => {
  const first = completeEnv({});
  expect(completeEnv({ ...first, JUNKAN_LOG_LEVEL: 'debug' })).toEqual(first);
});

test('a program that has lost its key gets another, and keeps the public key of the one that it lost', () => {
  const complete = completeEnv({});
  const now = completeEnv({ ...complete, [keyOf('matching')]: undefined });
  const settings = {
    JUNKAN_INTERNAL_KEY: now[keyOf('matching')] ?? '',
    JUNKAN_INTERNAL_PUBLIC_KEYS: now['JUNKAN_INTERNAL_PUBLIC_KEYS'] ?? '',
  };
  const { own, publicKey } = keysOf('matching', settings);
  expect(own.id).toBe('matching:2');
  expect(publicKey('matching')).toBeDefined();
});

test('a program that is new gets a key that all know, and what the others have signed stays trusted', () => {
  const complete = completeEnv({});
  const { [keyOf('catalogue')]: _, ...earlier } = complete;
  const { keys } = JSON.parse(complete['JUNKAN_INTERNAL_PUBLIC_KEYS'] ?? '') as { keys: { kid: string }[] };
  const retired = { ...keys.find(({ kid }) => kid === 'matching'), kid: 'matching:1' };
  const known = [...keys.filter(({ kid }) => kid !== 'catalogue'), retired];
  const now = completeEnv({ ...earlier, JUNKAN_INTERNAL_PUBLIC_KEYS: JSON.stringify({ keys: known }) });
  expect(now).toMatchObject({ ...earlier, JUNKAN_INTERNAL_PUBLIC_KEYS: expect.stringContaining('matching:1') });
  for (const program of PROGRAM_NAMES)
    keysOf(program, {
      JUNKAN_INTERNAL_KEY: now[keyOf(program)] ?? '',
      JUNKAN_INTERNAL_PUBLIC_KEYS: now['JUNKAN_INTERNAL_PUBLIC_KEYS'] ?? '',
    });
});
