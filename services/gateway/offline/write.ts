import { mkdirSync, writeFileSync } from 'node:fs';
import { documents, itemsOf, routesOf } from './description.ts';

// Writes what follows from the routes of the API: set-up runs this whenever one of them has changed.

const write = (path: string, text: string): void => {
  const file = new URL(`../../../${path}`, import.meta.url);
  mkdirSync(new URL('.', file), { recursive: true });
  writeFileSync(file, text);
};
const pretty = (document: object): string => `${JSON.stringify(document, undefined, 2)}\n`;

const { openapi, asyncapi, lock } = documents();
write('docs/openapi.json', pretty(openapi));
write('docs/asyncapi.json', pretty(asyncapi));
const { reads, changes } = routesOf(openapi);
write('client/routes.ts', reads);
write('client/changes.ts', changes);
write('client/items.ts', itemsOf());
write('proto/gen/api.lock', lock);
