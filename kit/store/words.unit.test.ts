import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { FIELDS, inWords } from './words.ts';

const REFERENCE = `txt_${'a'.repeat(64)}`;
const texts = { read: async (references: readonly string[]) => new Map(references.map((reference) => [reference, 'Because.'])) };

test('every field of the contracts that holds erasable words is returned as words', () => {
  const proto = fileURLToPath(new URL('../../proto/', import.meta.url));
  const contracts = globSync('junkan/**/*.proto', { cwd: proto }).map((file) => readFileSync(`${proto}${file}`, 'utf8'));
  const named = contracts.flatMap((text) =>
    [...text.matchAll(/Words that can be erased\.\n\s+string (\w+) =/g)].map(([, name = '']) => name),
  );
  const inCode = named.map((name) => name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase()));
  expect(inCode.length).toBeGreaterThan(10);
  expect(inCode.filter((name) => !FIELDS.includes(name))).toEqual([]);
});

test('words take the place of their references at any depth, and nowhere else', async () => {
  const message = { title: REFERENCE, advances: [{ plan: REFERENCE, expenditures: [{ note: REFERENCE }] }] };
  expect(await inWords(texts, message)).toEqual({
    title: REFERENCE,
    advances: [{ plan: 'Because.', expenditures: [{ note: 'Because.' }] }],
  });
});

test('what was erased is empty, and said so where the message can', async () => {
  const erased = { read: async () => new Map<string, string>() };
  expect(await inWords(erased, { note: REFERENCE, erased: false })).toEqual({ note: '', erased: true });
});
