// Generates `facts.ts` next to the messages: the events of a context as its domain has them, each with its type, and the union of each kind of stream.
import { ScalarType } from '@bufbuild/protobuf';
import { importsOf } from './commands.mjs';
import { comments } from './comments.ts';
import { pascal } from './language.mjs';
import { contractsIn } from './options.mjs';

const COMMON = 'junkan.common.v1';
const MONEY = `${COMMON}.Money`;

/** @returns the files to write. */
export function factFiles(set) {
  const { registry, option } = contractsIn(set);
  const [event, sharedEvents] = [option('event'), option('shared_events')];
  const read = { codes: option('codes'), rule: option('rule'), commentOf: comments(set.file) };
  const packages = Map.groupBy([...registry.files], ({ proto }) => proto.package);
  return [...packages].flatMap(([name, files]) => {
    const own = files.flatMap(({ messages }) =>
      messages.filter(event).map((message) => ({ message, aggregate: event(message).aggregate })),
    );
    const shared = files
      .flatMap((file) => sharedEvents(file) ?? [])
      .map((each) => ({ message: registry.getMessage(`${COMMON}.${each.message}`), aggregate: each.event.aggregate }));
    const facts = [...own, ...shared];
    return facts.length > 0 ? [{ name: `${name.replaceAll('.', '/')}/facts.ts`, content: factsPart(facts, name, read) }] : [];
  });
}

function factsPart(facts, own, read) {
  const seen = { lists: new Map(), messages: new Map() };
  const events = [...new Set(facts.map(({ message }) => message))].map((message) => {
    const type = `readonly type: '${message.name}';`;
    return `export type ${message.name} = ${block([type, ...fieldsOf(message, read, seen)])};`;
  });
  const streams = [...Map.groupBy(facts, ({ aggregate }) => aggregate)].map(
    ([aggregate, of]) => `export type ${pascal(aggregate)}Fact =\n${of.map(({ message }) => `  | ${message.name}`).join('\n')};`,
  );
  return [
    '// Generated from the contracts.',
    "import type { Money } from '../../common/v1/common.ts';",
    ...importsOf(seen.lists, own, (list) => list, 'import type'),
    ...[...seen.messages].map(([name, fields]) => `export type ${name} = ${block(fields)};`),
    ...events,
    ...streams,
    '',
  ].join('\n');
}

const block = (lines) => `{\n${lines.map((line) => `  ${line}`).join('\n')}\n}`;

const fieldsOf = (message, read, seen) =>
  message.fields.flatMap((field) => {
    const comment = read.commentOf(message.typeName, field.name);
    const isAbsent = field.proto.proto3Optional ? '?' : '';
    return [...(comment ? [`/** ${comment} */`] : []), `readonly ${field.localName}${isAbsent}: ${typeOf(field, read, seen)};`];
  });

function typeOf(field, read, seen) {
  const one = single(field, read, seen);
  if (field.fieldKind === 'list') return `readonly ${one.includes('|') ? `(${one})` : one}[]`;
  const isAbsent = field.proto.proto3Optional || (field.message && read.rule(field)?.optional);
  return isAbsent ? `${one} | undefined` : one;
}

function single(field, read, seen) {
  if (field.message?.typeName === MONEY) return 'Money';
  if (field.message) return named(field.message, read, seen);
  if (field.scalar === ScalarType.STRING) return textOf(field, read, seen);
  const type = SCALARS[field.scalar];
  if (!type) throw new Error(`${field.parent.name}.${field.name} is of a type that events do not have`);
  return type;
}

/** The type of a message within an event, which is generated once. */
function named(message, read, seen) {
  const { name } = message;
  if (!seen.messages.has(name)) {
    seen.messages.set(name, []);
    seen.messages.set(name, fieldsOf(message, read, seen));
  }
  return name;
}

const SCALARS = {
  [ScalarType.BOOL]: 'boolean',
  [ScalarType.UINT32]: 'number',
  [ScalarType.INT64]: 'bigint',
};

function textOf(field, read, seen) {
  const [codes, rule] = [read.codes(field), read.rule(field)];
  const orEmpty = (codes ?? rule)?.optional ? " | ''" : '';
  if (codes) {
    seen.lists.set(codes.name, field.parent.file.proto.package);
    return `${codes.name}${orEmpty}`;
  }
  return rule?.text?.case === 'id' ? `\`${rule.text.value}_\${string}\`${orEmpty}` : 'string';
}
