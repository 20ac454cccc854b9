import { readFileSync } from 'node:fs';
import type { Fact } from './facts.fixture.ts';

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

/** A worked example, and the figures that it is published with. */
export const example = <Figures>(
  name: 'ladder' | 'rollup' | 'peers' | 'jury',
): { readonly facts: readonly Fact[]; readonly expected: Figures } => ({
  facts: read(`${name}.example.jsonl`)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line)),
  expected: JSON.parse(read(`${name}.expected.json`)),
});
