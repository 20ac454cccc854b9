// Makes of the contracts what the web knows of lists, items and statuses: node lists.mjs
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { statusName } from '@junkan/words/codes.ts';
import { FILE_TYPES } from '../kit/files/types.ts';
import { CURRENCIES } from '../kit/money-text.ts';
import { placesOf } from '../kit/pure/currency-places.ts';
import { COUNTRIES } from '../kit/pure/places.ts';
import { SHOWN } from '../proto/gen/codes.ts';
import { PDF_PARTS } from './printed.mjs';
import { SCREENS } from './routes.mjs';

const place = (path) => fileURLToPath(new URL(path, import.meta.url));
const { paths, components } = JSON.parse(readFileSync(place('../docs/openapi.json'), 'utf8'));

const read = (schema) => (schema?.$ref ? components.schemas[schema.$ref.split('/').at(-1)] : schema);
const codesOf = (schema) => read(schema)?.enum ?? read(schema)?.anyOf?.map(codesOf).find(Boolean);
const camel = (text) => text.replaceAll(/-(\w)/g, (_, letter) => letter.toUpperCase());
const COLLECTION = /^\/v1\/([a-z-]+)$/;
const ITEM = /^\/v1\/([a-z-]+)\/\{id\}$/;
const PREFIX = /^\^([a-z]{3})_/;

/** A list that is read page by page: what asks for it, which field of the answer has its rows, and which statuses these may have. */
function listOf(path, operation) {
  const name = COLLECTION.exec(path)?.[1];
  const { properties = {} } = read(operation?.responses[200]?.content?.['application/json']?.schema) ?? {};
  if (!name || !properties.nextCursor) return [];
  const [rows, { items }] = Object.entries(properties).find(([, { type }]) => type === 'array');
  const statuses = codesOf(read(items).properties?.status);
  return [[name, { name, operation: operation.operationId, rows, ...(statuses ? { statuses } : {}) }]];
}
const lists = Object.entries(paths)
  .sort()
  .flatMap(([path, { get }]) => listOf(path, get));

/** The page of an item, by how its ids begin. */
function pageOf(path, { get }) {
  const name = ITEM.exec(path)?.[1];
  const prefix = PREFIX.exec(read(get?.parameters?.find((each) => each.name === 'id')?.schema)?.pattern ?? '')?.[1];
  const page = `/${name}/$id`;
  return prefix && SCREENS.some((screen) => screen.path === page) ? [[prefix, page]] : [];
}
const pages = Object.entries(paths).flatMap(([path, methods]) => pageOf(path, methods));

mkdirSync(place('gen'), { recursive: true });
writeFileSync(
  place('gen/lists.ts'),
  `// Made by lists.mjs of the description of the API.
${lists.map(([name, list]) => `export const ${camel(name)} = ${JSON.stringify(list)} as const;`).join('\n')}

/** The pages of items, by how their ids begin. */
export const PAGES = ${JSON.stringify(Object.fromEntries(pages))} as const;
`,
);
/** What most currencies have. */
const HUNDREDTHS = 2;
const others = CURRENCIES.map((code) => [code, placesOf(code)]).filter(([, places]) => places !== HUNDREDTHS);
writeFileSync(
  place('gen/places.ts'),
  `// Made by lists.mjs of ISO 4217, as the API knows it: currencies whose sums have other than two places.
export const PLACES: Readonly<Record<string, number | undefined>> = ${JSON.stringify(Object.fromEntries(others))};
`,
);
writeFileSync(
  place('gen/codes.ts'),
  `// Made by lists.mjs of ISO 3166-1 and ISO 4217, as the API knows them.
export const COUNTRIES: readonly string[] = ${JSON.stringify(COUNTRIES.map(({ code }) => code))};
export const CURRENCIES: readonly string[] = ${JSON.stringify(CURRENCIES)};
`,
);
writeFileSync(
  place('gen/files.ts'),
  `// Made by lists.mjs of the types of files that the API examines: by the ends of their names, since browsers do not agree about the types of some.
export const FILE_TYPES: Readonly<Record<string, string | undefined>> = ${JSON.stringify(
    Object.fromEntries(FILE_TYPES.flatMap(({ mediaType, ends }) => ends.map((end) => [end, mediaType]))),
  )};
`,
);
writeFileSync(
  place('gen/printed.ts'),
  `// Made by lists.mjs: where the letters and decoders are that printed documents need.
export const PDF_PARTS = ${JSON.stringify(PDF_PARTS)};
`,
);
writeFileSync(
  place('gen/statuses.ts'),
  `// Made by lists.mjs of the contracts: how the codes of each list are shown.
${Object.entries(SHOWN)
  .map(([list, shown]) => `export const ${statusName(list)} = ${JSON.stringify(shown)} as const;`)
  .join('\n')}
`,
);
