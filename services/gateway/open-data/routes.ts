import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Call } from '@junkan/kit/call.ts';
import type { Router } from 'express';
import { z } from 'zod';
import { addressOf, homeOf } from '../http/addresses.ts';
import { atOnce } from '../http/at-once.ts';
import { about, type Described } from '../http/describe.ts';
import { toJson } from '../http/json.ts';
import { readPart } from '../http/problem.ts';
import { anybody, FOR_EVERYBODY } from '../http/public.ts';
import type { Dataset } from './datasets.ts';
import { catalogueOf } from './dcat.ts';
import { fieldsOf } from './fields.ts';

/** Datasets that one address fetches at a time: each is as many reads as it has pages. */
const MAX_AT_ONCE = 2;
const RETRY_AFTER_S = '5';

type Making = { readonly router: Router; readonly describe: (route: Omit<Described, 'tag'>) => void };

const fields = z.strictObject({
  fields: z.array(
    z.strictObject({
      path: z.string().meta({ description: 'Where it is in a row: `[]` after what occurs several times, `*` for any name.' }),
      type: z.string().meta({ description: 'As in JSON Schema.' }),
      format: z.string().optional(),
      description: z.string().optional(),
    }),
  ),
});

/** What is public, as open data: a catalogue of it, and each dataset as a whole, with what its fields mean. */
export function openData({ router, describe }: Making, datasets: readonly Dataset[]): void {
  const byName = new Map(datasets.map((each) => [each.name, each]));
  const params = z.strictObject({ dataset: z.enum([...byName.keys()].toSorted()) });
  const asked = (given: unknown): Dataset => byName.get(readPart('#params', params, given).dataset) as Dataset;
  const fetched = atOnce(MAX_AT_ONCE, 'RequestsAreTooMany', RETRY_AFTER_S);

  const all = '/public/data';
  const listed = about('getDataCatalogue', 'Which open data there is: a catalogue by DCAT-AP, in JSON-LD');
  describe({ method: 'get', path: all, about: listed, kind: 'public' });
  router.get(all, (request, response) => {
    response
      // It names the address by which it was asked: no cache gives it to others.
      .set({ ...FOR_EVERYBODY, 'Cache-Control': 'private, no-cache' })
      .type('application/ld+json')
      .send(JSON.stringify(catalogueOf(datasets, homeOf(request))));
  });

  const meanings = '/public/data/:dataset/fields';
  // Each is worked out when somebody asks for it first.
  const meant = new Map<string, ReturnType<typeof fieldsOf>>();
  describe({
    method: 'get',
    path: meanings,
    about: about('getDataFields', 'What the fields of a dataset mean', fields),
    kind: 'public',
    params,
  });
  router.get(meanings, (request, response) => {
    const { name, row } = asked(request.params);
    const found = meant.get(name) ?? fieldsOf(row);
    meant.set(name, found);
    response.set(FOR_EVERYBODY).json({ fields: found });
  });

  const one = '/public/data/:dataset';
  const told = about('downloadData', 'A dataset as a whole, a line of JSON for each row; the connection is cut where it cannot go on');
  describe({ method: 'get', path: one, about: told, kind: 'public', params });
  router.get(one, async (request, response) => {
    const dataset = asked(request.params);
    const give = fetched.take(addressOf(request));
    response.once('close', give);
    const call = anybody(response);
    // What fails at once is refused like any other request; later, a part must not be taken for all of it.
    const first = await dataset.page('', call);
    response.set({ ...FOR_EVERYBODY, 'Content-Disposition': `attachment; filename="${dataset.name}.jsonl"` }).type('application/jsonl');
    await pipeline(Readable.from(linesOf(dataset, first, call)), response).catch(() => undefined);
  });
}

/** The rows, page by page. */
async function* linesOf({ field, page }: Dataset, first: object, call: Call): AsyncGenerator<string> {
  for (let answer = first; ; ) {
    const { [field]: rows = [], nextCursor = '' } = toJson(answer) as { readonly [field: string]: readonly object[] } & {
      nextCursor?: string;
    };
    if (rows.length > 0) yield rows.map((row) => `${JSON.stringify(row)}\n`).join('');
    if (nextCursor === '') return;
    answer = await page(nextCursor, call);
  }
}
