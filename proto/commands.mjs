// Generates `commands.ts` next to the messages: each command as its contract's options declare it; `requests.ts`: what commands take, and `roles.ts`: who may have
// them done, so that deciders may read both.
import { ScalarType } from '@bufbuild/protobuf';
import { comments } from './comments.ts';
import { camel, listOf } from './language.mjs';
import { contractsIn } from './options.mjs';

const MONEY = 'junkan.common.v1.Money';
/** The number of a report, a tranche or a version of terms. */
const ORDINAL = { min: 1, max: 1_000_000 };

/** @returns the files to write; @throws where a command leaves something unsaid. */
export function commandFiles(set) {
  const { registry, option } = contractsIn(set);
  const read = { codes: option('codes'), rule: option('rule'), operation: option('operation'), commentOf: comments(set.file) };
  const contexts = [...registry.files].flatMap((file) =>
    file.services
      .filter(({ name }) => name.endsWith('CommandService'))
      .map((service) => ({ context: file.proto.package.split('.')[1], folder: file.proto.package.replaceAll('.', '/'), service })),
  );
  return [
    { name: 'commands.ts', content: all(contexts) },
    ...contexts.flatMap(({ folder, service }) => contextFiles(folder, service, read)),
    ...contexts.map(({ folder, service }) => ({ name: `${folder}/roles.ts`, content: rolesPart(service, read) })),
  ];
}

const rolesPart = ({ methods }, read) => `// Generated from the contracts.

/** Who may have a command done, by its name: one of these roles. */
export const ROLES = {
${methods
  .flatMap((method) => {
    const { roles } = read.operation(method) ?? {};
    return roles ? [`  ${method.name}: ${literal([...roles])},`] : [];
  })
  .join('\n')}
} as const;
`;

function contextFiles(folder, service, read) {
  const lists = new Map();
  const messages = new Map();
  const commands = service.methods.map((method) => {
    const isStream = method.methodKind === 'client_streaming';
    const fields = isStream ? [] : fieldsOf(method.input, read, { lists, messages });
    return { name: method.localName, isStream, fields, operation: operationOf(method, fields, read) };
  });
  const own = service.file.proto.package;
  const requests = commands.filter(({ isStream }) => !isStream);
  const types = [
    '// Generated from the contracts.',
    "import type { Money } from '../../common/v1/common.ts';",
    ...importsOf(lists, own, (list) => list, 'import type'),
    ...[...messages].map(([name, fields]) => `\nexport type ${name} = ${typeOfFields(fields, '')};`),
    '',
    '/** What each command takes, once its rules are checked. */',
    'export type Requests = {',
    ...requests.map(({ name, fields }) => `  readonly ${name}: ${typeOfFields(fields, '  ')};`),
    '};',
    '',
  ];
  const values = [
    '// Generated from the contracts.',
    "import type { Commands } from '../../../../command.ts';",
    ...importsOf(lists, own, listOf, 'import'),
    '',
    "export type * from './requests.ts';",
    '',
    'export const COMMANDS = {',
    ...commands.map(
      ({ name, fields, operation }) =>
        `  ${name}: { request: ${literal(rulesOf(fields))}${operation ? `, operation: ${literal(operation)}` : ''} },`,
    ),
    '} as const satisfies Commands;',
    '',
  ];
  return [
    { name: `${folder}/requests.ts`, content: types.join('\n') },
    { name: `${folder}/commands.ts`, content: values.join('\n') },
  ];
}

/** The lists of codes, each from the package that declares it. */
export function importsOf(lists, own, nameOf, importing) {
  const packages = Map.groupBy([...lists].toSorted(), ([, of]) => of);
  return [...packages].toSorted().map(([of, named]) => {
    const names = named.map(([list]) => nameOf(list)).join(', ');
    return `${importing} { ${names} } from '${of === own ? '.' : `../../${of.split('.').slice(1).join('/')}`}/language.ts';`;
  });
}

/** The fields of a message with their rules and their types. */
export function fieldsOf(message, read, seen) {
  return message.fields.map((field) => {
    const place = `${message.name}.${field.name}`;
    const rule = read.rule(field);
    if (field.proto.proto3Optional && !rule?.optional) throw new Error(`${place} may be absent: its rule says “optional: true” as well`);
    const { as, type } = field.fieldKind === 'list' ? listRule(field, rule, place, read, seen) : single(field, rule, place, read, seen);
    const description = read.commentOf(message.typeName, field.name);
    return {
      name: field.localName,
      type,
      mayBeAbsent: field.proto.proto3Optional,
      as: { ...as, ...(rule?.byEdge ? { byEdge: true } : {}), ...(description ? { description } : {}) },
    };
  });
}

function listRule(field, rule, place, read, seen) {
  if (!rule?.maxItems) throw new Error(`${place} does not say how many entries it may have`);
  const { as, type } = single(field, rule, place, read, seen);
  return {
    as: { is: 'list', of: as, min: rule.minItems, max: rule.maxItems },
    type: `readonly ${/[|{]/.test(type) ? `(${type})` : type}[]`,
  };
}

function single(field, rule, place, read, seen) {
  if (field.message?.typeName === MONEY) return optional({ is: 'money' }, 'Money', rule, 'undefined');
  if (field.message) {
    const { name } = field.message;
    if (!seen.messages.has(name)) seen.messages.set(name, fieldsOf(field.message, read, seen));
    return optional({ is: 'object', fields: rulesOf(seen.messages.get(name)) }, name, rule, 'undefined');
  }
  switch (field.scalar) {
    case ScalarType.BOOL:
      return { as: { is: 'boolean' }, type: 'boolean' };
    case ScalarType.UINT32:
      return { as: numberRule(rule), type: 'number' };
    case ScalarType.STRING:
      return textRule(rule, read.codes(field), field.parent.file.proto.package, place, seen);
    default:
      throw new Error(`${place} is of a type that commands do not have`);
  }
}

function numberRule({ gte, lte, default: meant } = {}) {
  const min = gte ?? ORDINAL.min;
  return { is: 'number', min, max: lte || ORDINAL.max, ...(meant || min === 0 ? { default: meant ?? 0 } : {}) };
}

function textRule(rule, codes, of, place, { lists }) {
  if (codes) {
    lists.set(codes.name, of);
    return optional({ is: 'codes', codes: new Name(listOf(codes.name)) }, codes.name, codes, "''");
  }
  const { case: is, value } = rule?.text ?? {};
  switch (is) {
    case 'id':
      return optional({ is, prefix: value }, `\`${value}_\${string}\``, rule, "''");
    case 'line':
    case 'lines':
      return optional(
        { is, max: value, ...(rule.person ? { person: true } : {}), ...(rule.fills ? { fills: rule.fills } : {}) },
        'string',
        rule,
      );
    case 'link':
    case 'email':
      return optional({ is, max: value }, 'string', rule);
    case 'date':
    case 'language':
    case 'percent':
      return optional({ is }, 'string', rule);
    case 'decimal':
      return optional({ is, ...(rule.unless ? { unless: camel(rule.unless) } : {}) }, 'string', rule);
    case 'instant':
    case 'country':
    case 'sha256':
    case 'any':
      return { as: { is }, type: 'string' };
    default:
      throw new Error(`${place} does not say what text it may be`);
  }
}

const optional = (as, type, given, absent) => ({
  as: { ...as, ...(given?.optional ? { optional: true } : {}), ...(given?.optionalWithin ? { optionalWithin: true } : {}) },
  type: given?.optional && absent ? `${type} | ${absent}` : type,
});

function operationOf(method, fields, read) {
  const given = read.operation(method);
  if (!given) return undefined;
  if (given.method.case === 'get') throw new Error(`${method.name} is a command: nothing gets it`);
  return {
    ...endpointOf(method, fields, given),
    method: given.method.case,
    ...(given.body ? { body: camel(given.body) } : {}),
    roles: given.roles,
    of: given.anyOrganisation ? 'any' : 'own',
    ...(given.creates ? { creates: pathOf(given.creates) } : {}),
    ...(given.mustMatch ? { requiresIfMatch: true } : {}),
    ...(TONES[given.tone] ? { tone: TONES[given.tone] } : {}),
  };
}

/** By the numbers of Tone. */
const TONES = [undefined, 'against', 'adds'];

const pathOf = (template) => template.replaceAll(/\{(\w+)[^}]*\}/g, ':$1');

/** Where the HTTP API has an RPC, by its operation. */
export function endpointOf(method, fields, { id, method: { value }, body, summary }) {
  const parts = [...value.matchAll(/\{(\w+)(?:=(\w+))?\}/g)].map(([, part, field = part]) => [part, camel(field)]);
  const unknown = [...parts.map(([, field]) => field), ...(body ? [body] : [])].find((name) =>
    fields.every((field) => field.name !== name),
  );
  if (unknown) throw new Error(`the operation of ${method.name} names ${unknown}, which its request does not have`);
  return { id: id || method.localName, path: pathOf(value), parts: Object.fromEntries(parts), summary };
}

export const rulesOf = (fields) => Object.fromEntries(fields.map(({ name, as }) => [name, as]));

const typeOfFields = (fields, indent) =>
  `{${fields.map(({ name, type, mayBeAbsent }) => `\n${indent}  readonly ${name}${mayBeAbsent ? '?' : ''}: ${type}${mayBeAbsent ? ' | undefined' : ''};`).join('')}\n${indent}}`;

/** Printed as an identifier, not as a string. */
class Name {
  constructor(name) {
    this.name = name;
  }
}

export function literal(value) {
  if (value instanceof Name) return value.name;
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object') return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([name, of]) => `${name}: ${literal(of)}`)
    .join(', ')} }`;
}

const all = (contexts) => `// Generated from the contracts.
${contexts.map(({ context, folder }) => `import { COMMANDS as ${context} } from './${folder}/commands.ts';`).join('\n')}

/** The commands of every context, by its name. */
export const COMMANDS = { ${contexts.map(({ context }) => context).join(', ')} } as const;
`;
