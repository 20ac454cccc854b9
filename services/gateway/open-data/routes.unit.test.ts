import { createServer } from 'node:http';
import { closing, listening } from '@junkan/kit/http/listening.ts';
import { silent } from '@junkan/kit/installation.fixture.ts';
import express from 'express';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { problems } from '../http/problem.ts';
import type { Dataset } from './datasets.ts';
import { openData } from './routes.ts';

const row = z.strictObject({ id: z.string().meta({ description: 'Whose it is.' }), sums: z.array(z.strictObject({ amount: z.string() })) });
const rowOf = (id: string) => ({ id, sums: [{ amount: '1.00' }] });

async function served(page: Dataset['page']): Promise<string> {
  const router = express.Router();
  openData({ router, describe: () => undefined }, [
    { name: 'things', summary: 'Things', path: '/public/things', field: 'things', row, page },
  ]);
  const server = createServer(express().use(router, problems(silent)));
  onTestFinished(() => closing(server));
  return `http://${await listening(server, '127.0.0.1:0')}`;
}

test('a dataset is all pages of its list, a line for each row', async () => {
  const pages: Record<string, object> = { '': { things: [rowOf('a'), rowOf('b')], nextCursor: '2' }, '2': { things: [rowOf('c')] } };
  const home = await served(async (cursor) => pages[cursor] ?? {});
  const response = await fetch(`${home}/public/data/things`);
  expect(response.headers.get('content-type')).toMatch(/^application\/jsonl/);
  expect(
    (await response.text())
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { id: string }).id),
  ).toEqual(['a', 'b', 'c']);
});

test('what cannot go on is cut off: a part is never taken for all of it', async () => {
  const home = await served(async (cursor) => {
    if (cursor === '') return { things: [rowOf('a')], nextCursor: '2' };
    throw new Error('it is away');
  });
  await expect(fetch(`${home}/public/data/things`).then((response) => response.text())).rejects.toThrow();
});

test('one address fetches two at a time; another is let in once one is done', async () => {
  const held = Promise.withResolvers<object>();
  let asked = 0;
  const home = await served(() => {
    asked += 1;
    return held.promise;
  });
  const ask = async () => (await fetch(`${home}/public/data/things`)).status;
  const first = Promise.all([ask(), ask()]);
  await expect.poll(() => asked).toBe(2);
  expect([await ask(), asked]).toEqual([429, 2]);
  held.resolve({ things: [] });
  expect(await first).toEqual([200, 200]);
  await expect.poll(ask).toBe(200);
});

test('the fields of a dataset are those of its rows, with what they mean', async () => {
  const home = await served(async () => ({}));
  expect(await (await fetch(`${home}/public/data/things/fields`)).json()).toEqual({
    fields: [
      { path: 'id', type: 'string', description: 'Whose it is.' },
      { path: 'sums[].amount', type: 'string' },
    ],
  });
});
