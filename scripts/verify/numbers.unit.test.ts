import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const textOf = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');

test('the number in the comment over a rule is that of its invariant', () => {
  const numbers = new Map(
    [...textOf('verify.ts').matchAll(/(\d+),\s+'[^']+',\s+(?:await )?(\w+)\(/g)].map(([, number, rule]) => [rule, number]),
  );
  expect(numbers.size).toBeGreaterThan(30);
  const files = readdirSync(new URL('.', import.meta.url)).filter((file) => /^[\w-]+\.ts$/.test(file));
  const mentioned = files.flatMap((file) => [
    ...textOf(file).matchAll(/\/\*\*[\s*]*(\d+)\. [^/]*?\*\/\nexport (?:async )?(?:function|const) (\w+)/g),
  ]);
  expect(mentioned.length).toBeGreaterThan(15);
  expect(mentioned.map(([, number, rule]) => [rule, number])).toEqual(mentioned.map(([, , rule]) => [rule, numbers.get(rule)]));
});
