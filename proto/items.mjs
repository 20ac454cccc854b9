// The items of all contexts, from their options: `items.ts`. What lists, reads and tells of them is made from that.
import { createFileRegistry, getOption, hasOption, ScalarType } from '@bufbuild/protobuf';
import { literal } from './commands.mjs';
import { camel } from './language.mjs';

const OPTIONS = 'junkan.options.v1';

/** @returns the files to write; @throws where an item names what its message or the services do not have. */
export function itemFiles(set) {
  const registry = createFileRegistry(set);
  const option = (name) => {
    const extension = registry.getExtension(`${OPTIONS}.${name}`);
    return (desc) => (hasOption(desc, extension) ? getOption(desc, extension) : undefined);
  };
  const read = { item: option('item'), id: option('id'), codes: option('codes'), rule: option('rule') };
  const items = [...registry.files]
    .flatMap(({ messages }) => messages)
    .filter(read.item)
    .map((message) => itemOf(message, registry, read));
  return [{ name: 'items.ts', content: itemsPart(items) }];
}

function itemOf(message, registry, read) {
  const { path, one, many, with: holds, readers, kind, columns, sorts, filters, ranges, counts } = read.item(message);
  const fields = new Map(message.fields.map((field) => [field.localName, field]));
  const named = (names) =>
    names.map((name) => (fields.has(camel(name)) ? camel(name) : fail(message, `names ${name}, which it does not have`)));
  const context = message.file.proto.package.split('.')[1];
  const name = kind || message.localName?.toLowerCase() || message.name.toLowerCase();
  const rpcs = { list: `list${plural(path)}`, read: `read${message.name}`, history: `${lower(message.name)}History` };
  // The RPCs of services are typed in their contracts: an item cannot declare a route that no RPC answers.
  const catalogue =
    methodOf(registry, 'catalogue', rpcs.list) ?? fail(message, `is listed: CatalogueQueryService has no ${upper(rpcs.list)}`);
  const owner = methodOf(registry, context, rpcs.read) ?? fail(message, `is read: no query service of ${context} has ${upper(rpcs.read)}`);
  methodOf(registry, context, rpcs.history) ?? fail(message, `has a timeline: no query service of ${context} has ${upper(rpcs.history)}`);
  return {
    name,
    context,
    message,
    told: {
      context,
      message: message.typeName,
      prefix: read.id(fields.get('id'))?.prefix ?? fail(message, 'says no id'),
      path: `/${path}`,
      one,
      many,
      with: holds,
      readers,
      rpcs,
      fields: { list: fieldOf(catalogue, message), read: fieldOf(owner, message) },
      list: {
        columns: Object.fromEntries(
          named(columns).map((each) => [each, fields.get(each).scalar === ScalarType.UINT32 ? 'INTEGER' : 'TEXT']),
        ),
        sorts: named(sorts),
        filters: named(filters),
        ranges: named(ranges),
        counts: named(counts),
      },
      codes: Object.fromEntries(named(counts).flatMap((each) => codesOf(fields.get(each), read))),
    },
  };
}

/** By which words a field is filtered. */
const codesOf = (field, { codes }) => (codes(field)?.values.length ? [[field.localName, codes(field).values]] : []);

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
const lower = (name) => name.charAt(0).toLowerCase() + name.slice(1);
const plural = (path) => path.split('-').map(upper).join('');
function fail(message, what) {
  throw new Error(`${message.name} ${what}`);
}

const itemsPart = (items) => `// Generated from the contracts.
import type { Items } from '../item.ts';
${items.map(({ message }) => `import { ${message.name} } from './${message.file.proto.name.replace(/\.proto$/, '.ts')}';`).join('\n')}

/** Items with their lists, by the name of their kind. */
export const ITEMS = {
${items.map(({ name, told }) => `  ${name}: ${literal(told)},`).join('\n')}
} as const satisfies Items;

/** The message of each kind. */
export type ItemOf = { ${items.map(({ name, message }) => `readonly ${name}: ${message.name}`).join('; ')} };
export const CODECS = { ${items.map(({ name, message }) => `${name}: ${message.name}`).join(', ')} } as const;
`;
