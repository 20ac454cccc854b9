import { createFileRegistry, fromBinary } from '@bufbuild/protobuf';
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt';
import { policyClock } from '@junkan/kit/clock.ts';
import { readLists } from '@junkan/kit/lists.ts';
import { CONTEXTS } from '@junkan/proto/contexts.ts';
import { DESCRIPTORS } from '@junkan/proto/descriptors.ts';
import type { Item } from '@junkan/proto/item.ts';
import { ITEMS } from '@junkan/proto/items.ts';
import { ACTS } from '../acts.ts';
import { codeLists } from '../answers/codes.ts';
import { type ApiParts, apiRoutes, documentOf } from '../app.ts';
import { eventDocument } from '../docs/events.ts';
import { BY_PATH } from '../problems/catalogue.ts';
import { type Contract, lockOf } from './lock.ts';

// The documents of the API as a trial installation serves them, made where nothing runs.

/** Replaces a part that no description needs: whatever is asked of it fails. */
const unreachable = (name: string): never =>
  new Proxy(() => undefined, {
    get: (_, part) => unreachable(`${name}.${String(part)}`),
    apply: () => {
      throw new Error(`${name} is not there when the documents are made`);
    },
  }) as never;

const PARTS: ApiParts = {
  services: unreachable('services'),
  tokens: unreachable('tokens'),
  signIn: undefined,
  rate: unreachable('rate'),
  live: unreachable('live'),
  codes: unreachable('codes'),
  lists: readLists(),
  clock: policyClock(true),
  onTime: unreachable('onTime'),
  trial: true,
};

export function documents() {
  const openapi = documentOf(apiRoutes(PARTS).described);
  const asyncapi = eventDocument();
  const codes = codeLists(createFileRegistry(fromBinary(FileDescriptorSetSchema, Buffer.from(DESCRIPTORS, 'base64'))));
  const readers = Object.fromEntries(Object.entries(CONTEXTS).map(([context, { READERS }]) => [context, READERS]));
  const described = { openapi, asyncapi } as unknown as Pick<Contract, 'openapi' | 'asyncapi'>;
  return { openapi, asyncapi, lock: lockOf({ ...described, acts: ACTS, codes, readers, problems: BY_PATH }) };
}

type Operations = Readonly<Record<string, { readonly operationId?: string }>>;

const MADE = '// Made from the OpenAPI document of the gateway.';

/** Where each operation of the API is, by its name: what the client goes by. Those that change something are apart, as a page needs them only later. */
export function routesOf({ paths = {} }: ReturnType<typeof documents>['openapi']): { readonly reads: string; readonly changes: string } {
  const all = Object.entries(paths as Readonly<Record<string, Operations>>).flatMap(([path, item]) =>
    Object.entries(item).map(([method, { operationId = '' }]) => ({
      name: operationId,
      method: method.toUpperCase(),
      path: path.replace(/^\/v1/, ''),
    })),
  );
  // What is alike follows each other: it is smaller once compressed.
  const sorted = all.toSorted((one, other) => (one.path < other.path ? -1 : 1));
  const reads = sorted.filter(({ method }) => method === 'GET');
  const changes = sorted.filter(({ method }) => method !== 'GET');
  return {
    reads: [MADE, 'export const READS = {', ...reads.map(({ name, path }) => `  ${name}: '${path}',`), '} as const;', ''].join('\n'),
    changes: [
      MADE,
      'export const CHANGES = {',
      ...changes.map(({ name, method, path }) => `  ${name}: ['${method}', '${path}'],`),
      '} as const;',
      '',
    ].join('\n'),
  };
}

/** What has an address of its own, for those who show it: how its ids begin, where it is, and how its list is asked for. */
export const itemsOf = (): string => {
  const items = Object.entries<Item>(ITEMS).map(([kind, { name, prefix, path, list, read, timeline }]) => {
    const { summary: _, rpc: operation, field, columns: __, rows: ___, ...asked } = list ?? {};
    return [
      kind,
      {
        prefix,
        path,
        ...(list ? { list: { operation, field, ...asked, filters: Object.keys(list.filters) } } : {}),
        ...(read ? { read: `get${name}` } : {}),
        ...(timeline ? { timeline: `get${name}Timeline` } : {}),
      },
    ] as const;
  });
  return [
    '// Made from the contracts.',
    'export const ITEMS = {',
    ...items.map(([kind, item]) => `  '${kind}': ${JSON.stringify(item)},`),
    '} as const;',
    '',
  ].join('\n');
};
