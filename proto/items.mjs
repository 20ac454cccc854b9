// The items of all contexts, from their options: `items.ts`.
import { ScalarType } from '@bufbuild/protobuf';
import { camel } from './language.mjs';
import { contractsIn } from './options.mjs';

/** @returns the files to write; @throws where an item names what its message or the services do not have. */
export function itemFiles(set) {
  const { registry, option } = contractsIn(set);
  const [item, id, codes, rule, event] = ['item', 'id', 'codes', 'rule', 'event'].map(option);
  const messages = [...registry.files].flatMap((file) => file.messages);
  const read = { item, id, codesOf: codesIn(messages, codes), rule };
  const streams = new Set(messages.map((message) => event(message)?.aggregate));
  const items = messages.filter(item).map((message) => itemOf(message, registry, read));
  for (const { kind, message } of items) if (!streams.has(kind)) fail(message, `has no stream: no event is of ${kind}`);
  return [{ name: 'items.ts', content: itemsPart(items) }];
}

/** The codes of a field, by the list of its package that it names. */
function codesIn(messages, codes) {
  const place = (field, name) => `${field.parent.file.proto.package}.${name}`;
  const fields = messages.flatMap((message) => message.fields.filter(codes));
  const lists = new Map(
    fields.filter((field) => codes(field).values.length > 0).map((field) => [place(field, codes(field).name), codes(field).values]),
  );
  return (field) => codes(field) && lists.get(place(field, codes(field).name));
}

function itemOf(message, registry, read) {
  const given = read.item(message);
  const { path, party, readers } = given;
  const name = given.name || message.name;
  const kind = kebab(name);
  const context = message.file.proto.package.split('.')[1];
  const told = {
    context,
    message: message.typeName,
    name,
    prefix: read.id(message.field.id)?.prefix ?? fail(message, 'says no id'),
    path: `/${path}`,
    readers,
    ...(party ? { party: fieldNamed(message, party).localName } : {}),
    ...(given.list ? { list: listOf(message, given, registry, read) } : {}),
    ...(given.read ? { read: readOf(message, { summary: given.read, open: given.publicRead, context, name }, registry) } : {}),
    ...(given.timeline
      ? { timeline: timelineOf(message, { summary: given.timeline, entry: given.entry || kind, context }, registry) }
      : {}),
  };
  return { kind, message, told };
}

// The RPCs of services are typed in their contracts: an item cannot declare a route that no RPC answers.
function listOf(message, given, registry, read) {
  const { list: summary, path, party, columns, filters } = given;
  const rpc = `list${words(path).map(upper).join('')}`;
  const method = methodOf(registry, 'catalogue', rpc) ?? fail(message, `is listed: CatalogueQueryService has no ${upper(rpc)}`);
  const of = (column) => message.field[camel(column)];
  const known = new Set(['status', ...columns]);
  // What has several values has no column: its rows are found by any of them.
  const isTag = (column) => of(column)?.fieldKind === 'list';
  const single = columns.filter((each) => !isTag(each));
  const among = (names) => names.map((name) => (known.has(name) ? camel(name) : fail(message, `has no column ${name}`)));
  const filterOf = (name) => {
    const field = of(name) ?? fail(message, `is filtered by ${name}, which is no field`);
    const codes = read.codesOf(field);
    if (codes) return { is: 'codes', codes };
    const { case: form, value } = read.rule(field)?.text ?? {};
    return form === 'id' ? { is: 'id', prefix: value } : { is: 'text' };
  };
  return {
    summary,
    ...(given.publicList ? { public: given.publicList } : {}),
    rpc,
    field: fieldOf(method, message),
    rows: given.rows || (party ? 'party' : 'nobody'),
    columns: Object.fromEntries(single.map((each) => [camel(each), of(each)?.scalar === ScalarType.UINT32 ? 'INTEGER' : 'TEXT'])),
    tags: columns.filter(isTag).map(camel),
    made: columns.filter((each) => !of(each)).map(camel),
    cells: Object.fromEntries(single.filter(of).map((each) => [camel(each), of(each).name === party ? 'id' : cellOf(of(each), read)])),
    sorts: among(given.sorts),
    filters: Object.fromEntries(among(filters).map((each, at) => [each, filterOf(filters[at])])),
    ranges: among(given.ranges),
    counts: among(given.counts),
    texts: given.texts.map(camel),
  };
}

/** How a value looks, as far as the contract says it. */
function cellOf(field, { codesOf, rule }) {
  const form = rule(field)?.text?.case;
  if (codesOf(field)) return 'code';
  if (field.scalar === ScalarType.UINT32) return 'number';
  return form === 'id' || form === 'date' ? form : 'text';
}

function readOf(message, { summary, open, context, name }, registry) {
  const rpc = `read${name}`;
  const method = methodOf(registry, context, rpc) ?? fail(message, `is read: no query service of ${context} has ${upper(rpc)}`);
  return { summary, ...(open ? { public: open } : {}), rpc, field: fieldOf(method, message) };
}

function timelineOf(message, { context, ...told }, registry) {
  if (!methodOf(registry, context, 'history')) fail(message, `has a timeline: no query service of ${context} has History`);
  return told;
}

const fieldNamed = (message, name) => message.field[camel(name)] ?? fail(message, `names ${name}, which it does not have`);

/** The field of an answer that holds the item, or all of them. */
const fieldOf = ({ output }, message) =>
  output.fields.find((field) => field.message === message)?.localName ?? fail(message, `is in no field of ${output.name}`);

const methodOf = (registry, context, name) =>
  [...registry.files]
    .filter(({ proto }) => proto.package.split('.')[1] === context)
    .flatMap(({ services }) => services.filter((each) => each.name.endsWith('QueryService')))
    .flatMap(({ methods }) => methods)
    .find(({ localName }) => localName === name);

const upper = (name) => name.charAt(0).toUpperCase() + name.slice(1);
const words = (path) => path.split('-');
const kebab = (name) => name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
function fail(message, what) {
  throw new Error(`${message.name} ${what}`);
}

const key = (name) => (/^\w+$/.test(name) ? name : `'${name}'`);
const quoted = (text) => `'${text.replaceAll("'", "\\'")}'`;
/** A value as TypeScript that is read by people: what is short on one line, else each part on a line of its own. */
function literal(value, indent) {
  if (typeof value !== 'object') return quoted(value);
  const parts = Array.isArray(value)
    ? value.map((each) => literal(each, `${indent}  `))
    : Object.entries(value).map(([name, each]) => `${key(name)}: ${literal(each, `${indent}  `)}`);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{ ', ' }'];
  const line = parts.length === 0 ? open.trim() + close.trim() : `${open}${parts.join(', ')}${close}`;
  if (line.length <= 120 && !line.includes('\n')) return line;
  return `${open.trim()}\n${parts.map((part) => `${indent}  ${part},\n`).join('')}${indent}${close.trim()}`;
}

const moduleOf = ({ file }) => `./${file.proto.name.replace(/\.proto$/, '.ts')}`;
const itemsPart = (items) => `// Generated from the contracts.
import type { Items } from '../item.ts';
${[...Map.groupBy(items, ({ message }) => moduleOf(message))]
  .map(([module, of]) => `import { ${of.map(({ message }) => message.name).join(', ')} } from '${module}';`)
  .join('\n')}

/** What has an address of its own, by the kind of its stream. */
export const ITEMS = {
${items.map(({ kind, told }) => `  ${key(kind)}: ${literal(told, '  ')},`).join('\n')}
} as const satisfies Items;

export type ItemKind = keyof typeof ITEMS;
/** The message of each kind. */
export type ItemOf = {
${items.map(({ kind, message }) => `  readonly ${key(kind)}: ${message.name};`).join('\n')}
};
export const CODECS = { ${items.map(({ kind, message }) => `${key(kind)}: ${message.name}`).join(', ')} } as const;

/** The kinds of which the contract says that part. */
export type KindWith<Part extends 'list' | 'read' | 'timeline'> = {
  [Kind in ItemKind]: (typeof ITEMS)[Kind] extends { readonly [Name in Part]: object } ? Kind : never;
}[ItemKind];
export const kindsWith = <Part extends 'list' | 'read' | 'timeline'>(part: Part): readonly KindWith<Part>[] =>
  (Object.keys(ITEMS) as ItemKind[]).filter((kind): kind is KindWith<Part> => part in ITEMS[kind]);
`;
