import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createConfig, lint, lintFromString } from '@redocly/openapi-core';
import { expect, test } from 'vitest';

// What a program of others says of the description of the API, which set-up has made.

const OPENAPI = fileURLToPath(new URL('../docs/openapi.json', import.meta.url));

type Body = { readonly content?: Readonly<Record<string, { example?: Record<string, unknown> }>> };
type Described = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly operationId: string; readonly requestBody?: Body }>>>>;
};
const described = (): Described => JSON.parse(readFileSync(OPENAPI, 'utf8')) as Described;
const bodiesIn = ({ paths }: Described) =>
  Object.values(paths)
    .flatMap((path) => Object.values(path))
    .flatMap(({ operationId, requestBody }) => {
      const content = requestBody?.content?.['application/json'];
      return content ? [{ operationId, content }] : [];
    });

const config = await createConfig({ extends: ['recommended'] });
/** It lists the facts of each problem for those who make types of the description; an answer has those of one. */
const STANDS_ALONE = 'Component: "ProblemFacts" is never used.';
type Found = Awaited<ReturnType<typeof lint>>;
const said = (found: Found): string[] => found.map(({ message }) => message).filter((message) => message !== STANDS_ALONE);

test('the description of the API is without faults and warnings', async () => {
  expect(said(await lint({ ref: OPENAPI, config }))).toEqual([]);
});

test('every body has an example, which the description takes; a wrong one is found', async () => {
  const document = described();
  const bodies = bodiesIn(document);
  expect(bodies.length).toBeGreaterThan(100);
  expect(bodies.filter(({ content }) => content.example === undefined).map(({ operationId }) => operationId)).toEqual([]);
  const [first] = bodies.filter(({ content }) => Object.keys(content.example ?? {}).length > 0);
  if (first?.content.example) first.content.example = { 'of no field': 1 };
  expect(said(await lintFromString({ source: JSON.stringify(document), config }))).not.toEqual([]);
});
