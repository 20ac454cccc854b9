import { readFileSync } from 'node:fs';
import { CONTEXTS } from '@junkan/proto/contexts.ts';
import { expect, test } from 'vitest';
import { addressOf, collectionOf } from './table.ts';

const { paths } = JSON.parse(readFileSync(new URL('../../../docs/openapi.json', import.meta.url), 'utf8')) as {
  paths: Record<string, { get?: object }>;
};

test('every collection that a live update names is one whose items are read by id', () => {
  const kinds = Object.values(CONTEXTS).flatMap(({ EVENTS }) => Object.keys(EVENTS));
  const named = kinds.flatMap((kind) => collectionOf(kind) ?? []);
  expect(named).toEqual(expect.arrayContaining(['approval-rules', 'bank-accounts', 'delegations', 'projects', 'rates']));
  expect(named.filter((collection) => !paths[`/v1/${collection}/{id}`]?.get)).toEqual([]);
});

test('the address of an item follows from the prefix of its id; a stream that nobody reads by id has none', () => {
  expect([addressOf('apr_1'), addressOf('dlg_1'), addressOf('clk_1')]).toEqual([
    '/v1/approval-rules/apr_1',
    '/v1/delegations/dlg_1',
    undefined,
  ]);
  expect([collectionOf('statement-day'), collectionOf('person'), collectionOf('report')]).toEqual([undefined, undefined, undefined]);
});
