import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keysOf, newKeys } from '@junkan/kit/keys.ts';
import { PROGRAM_NAMES } from '@junkan/proto/programs.ts';
import { afterAll, expect, test } from 'vitest';
import { newIssuerKey, newPasswords, secretsOf } from './secrets.ts';

const folder = mkdtempSync(join(tmpdir(), 'junkan-secrets-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('an installation of an earlier version keeps its keys and passwords, and each program that is new gets its own, known to all', () => {
  const earlier = PROGRAM_NAMES.filter((program) => program !== 'catalogue');
  const { catalogue: _, ...passwords } = newPasswords();
  const before = { keys: newKeys(earlier), issuerKey: newIssuerKey(), passwords };
  mkdirSync(join(folder, 'secrets'));
  writeFileSync(join(folder, 'secrets', 'programs.json'), JSON.stringify(before));
  const now = secretsOf(folder);
  expect(secretsOf(folder)).toEqual(now);
  expect(now).toMatchObject({ issuerKey: before.issuerKey, passwords });
  for (const program of earlier) expect(now.keys[program].JUNKAN_INTERNAL_KEY).toBe(before.keys[program as 'gateway'].JUNKAN_INTERNAL_KEY);
  for (const program of PROGRAM_NAMES) {
    const { publicKey } = keysOf(program, now.keys[program]);
    expect(PROGRAM_NAMES.filter((other) => publicKey(other) === undefined)).toEqual([]);
  }
});
