import type { ViewFile } from '@junkan/kit/views/files.ts';
import { expect, test } from 'vitest';
import { viewsBehind } from './events.ts';
import type { Stored } from './facts.ts';

const byStream = new Map([['act_a', [{}, {}]]]);
const stored = { programme: { name: 'programme', byStream }, project: { name: 'project', byStream: new Map() } } as unknown as Stored;
const view = (label: string, context: string, seen: number) =>
  ({ label, contexts: [context], versions: () => new Map([['act_a', seen]]) }) as unknown as ViewFile;

test('a view that has not seen all of its contexts is named', () => {
  const views = [view('results-3', 'programme', 2), view('catalogue-9', 'programme', 1), view('inbox-2', 'project', 0)];
  expect(viewsBehind(stored, views)).toEqual(['catalogue-9']);
});
