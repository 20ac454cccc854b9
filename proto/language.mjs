// Generates `language.ts` next to the messages: the published language of each context, as its contracts' options declare it.
import { contractsIn, OPTIONS } from './options.mjs';

const COMMON = 'junkan.common.v1';

/** @returns the files to write; @throws where options contradict each other. */
export function languageFiles(set) {
  const { registry, option } = contractsIn(set);
  const read = { codes: option('codes'), id: option('id'), event: option('event'), readers: option('readers') };
  const [sharedEvents, rejections] = [option('shared_events'), option('rejections')];
  const audiences = registry.getEnum(`${OPTIONS}.Audience`);
  const readers = registry.getEnum(`${OPTIONS}.Readers`);
  const readersOf = readersIn(readers, read.readers);
  const audienceOf = ({ audience }) => {
    const found = audiences.values.find(({ number }) => number === audience);
    if (!found || found.number === 0) throw new Error('an event says nothing of its audience');
    return codeOf(found);
  };
  const acts = registry.getEnum(`${OPTIONS}.Act`);
  const actsOf = (numbers) => numbers.map((number) => codeOf(acts.values.find((act) => act.number === number)));
  const files = [...registry.files];
  const packages = Map.groupBy(files, ({ proto }) => proto.package);
  const languages = [...packages].flatMap(([name, of]) => {
    const messages = of.flatMap((file) => file.messages);
    const own = messages.flatMap((message) => eventOf(message, read.event(message)));
    const shared = of.flatMap((file) =>
      (sharedEvents(file) ?? []).flatMap(({ message, event }) => eventOf(registry.getMessage(`${COMMON}.${message}`), event)),
    );
    const lists = codeLists(messages, read.codes);
    if (own.length === 0 && lists.length === 0) return [];
    const language = {
      context: name.split('.')[1],
      folder: name.replaceAll('.', '/'),
      lists,
      ids: messages.flatMap((message) => message.fields.flatMap((field) => idOf(message, read.id(field)))),
      events: [...own, ...shared].map(({ event, ...rest }) => ({
        ...rest,
        ...event,
        audience: audienceOf(event),
        acts: actsOf(event.acts),
      })),
      rejections: of.flatMap((file) => rejectionsOf(rejections(file))),
      forOthers: of.flatMap((file) => rejections(file)?.forOthers ?? []),
      ofDuties: of.flatMap((file) => rejections(file)?.ofDuties ?? []),
      readers: messages.filter((message) => !read.event(message)).flatMap(readersOf),
      eventReaders: messages.filter((message) => read.event(message)).flatMap(readersOf),
    };
    return [language];
  });
  const contexts = languages.filter(({ events }) => events.length > 0);
  requireOwnNames(contexts);
  return [
    { name: 'language.ts', content: sharedPart(codesOf(audiences), codesOf(readers), codesOf(acts)) },
    { name: 'contexts.ts', content: contextsPart(contexts) },
    { name: 'codes.ts', content: allCodesPart(languages.flatMap(({ lists }) => lists)) },
    ...languages.map((language) => ({
      name: `${language.folder}/language.ts`,
      content: language.events.length > 0 ? contextPart(language) : codesOnlyPart(language),
    })),
  ];
}

function requireOwnNames(contexts) {
  const own = contexts.flatMap(({ events }) => events.filter(({ isShared }) => !isShared).map(({ type }) => type));
  const twice = own.find((type, index) => own.indexOf(type) !== index);
  if (twice) throw new Error(`two events are called ${twice}`);
}

const eventOf = (message, event) =>
  event ? [{ type: message.name, isShared: message.typeName.startsWith(COMMON), file: fileOf(message), event }] : [];

/** The generated module of a message, next to the language of its package. */
const fileOf = ({ file }) =>
  `./${file.proto.name
    .split('/')
    .at(-1)
    .replace(/\.proto$/, '')}.ts`;

/** AUDIENCE_OFFER_SIDES as `offer-sides`. */
const codeOf = ({ name }) => name.split('_').slice(1).join('-').toLowerCase();
/** All but the one that says nothing. */
const codesOf = ({ values }) => values.slice(1).map(codeOf);

/** The fields of a message that declare who may read them; undefined if none does. */
const readersIn =
  ({ values }, readersOf) =>
  (message) => {
    const fields = message.fields.flatMap((field) => {
      const found = values.find(({ number }) => number === readersOf(field));
      return found ? [[camel(field.name), codeOf(found)]] : [];
    });
    return fields.length > 0 ? [{ name: message.name, fields }] : [];
  };

function codeLists(messages, codesOf) {
  const fields = messages.flatMap((message) =>
    message.fields.flatMap((field) => (codesOf(field) ? [{ place: `${message.name}.${field.name}`, ...codesOf(field) }] : [])),
  );
  const lists = new Map();
  for (const { place, name, values, shown } of fields.filter((field) => field.values.length > 0)) {
    if (lists.has(name)) throw new Error(`${place} lists ${name} again`);
    if (shown.length > 0 && shown.length !== values.length) throw new Error(`${place} shows ${shown.length} of its ${values.length} codes`);
    lists.set(name, { values, shown });
  }
  for (const { place, name } of fields) if (!lists.has(name)) throw new Error(`${place} has codes of ${name}, which nothing lists`);
  return [...lists];
}

function idOf(message, id) {
  if (!id) return [];
  const isNumber = (part) => message.fields.find(({ name }) => name === part)?.scalar === NUMBER;
  const parts = id.madeOf.map((part) => `${camel(part)}: ${isNumber(part) ? 'number' : 'string'}`);
  return [{ name: message.name, prefix: id.prefix, parameters: parts.join(', '), names: id.madeOf.map(camel).join(', ') }];
}

/** uint32, as descriptors number the types of fields. */
const NUMBER = 13;

const KINDS = ['forbidden', 'notFound', 'invalid', 'conflict', 'stale'];
const rejectionsOf = (rejections) => KINDS.flatMap((kind) => (rejections?.[kind] ?? []).map((type) => [type, kebab(kind)]));

export const camel = (snake) => snake.replaceAll(/_(\w)/g, (_, letter) => letter.toUpperCase());
const kebab = (text) => text.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
export const pascal = (text) => text.replaceAll(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());
export const shout = (text) => text.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
const plural = (text) => text.replace(/$/, text.endsWith('S') ? 'ES' : 'S');
/** The list of the codes of this name. */
export const listOf = (codes) => plural(shout(codes));
const quoted = (texts) => texts.map((text) => `'${text}'`).join(', ');
const member = (text) => (/^\w+$/.test(text) ? `.${text}` : `['${text}']`);
const key = (text) => (/^\w+$/.test(text) ? text : `'${text}'`);

const GENERATED = '// Generated from the contracts.\n';

const sharedPart = (audiences, readers, acts) => `${GENERATED}
/** Who may learn of an event, apart from the overseers, who may learn of all. */
export const AUDIENCES = [${quoted(audiences)}] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Who may read a field, apart from the overseers, who may read all. */
export const READERS = [${quoted(readers)}] as const;
export type Readers = (typeof READERS)[number];

/** By whom a commit may be that begins with an event. */
export type Act = ${acts.map((act) => `'${act}'`).join(' | ')};

/** What a newer version of another context may say, and this one does not know. */
export type Unrecognised = 'unrecognised';

export const recognised = <Code extends string>(codes: readonly Code[], text: string): Code | Unrecognised =>
  codes.find((code) => code === text) ?? 'unrecognised';

type Recorded = { readonly type: string; readonly data: unknown };
type Messages<Event extends Recorded> = {
  readonly [Type in Event['type']]: { fromJSON(data: unknown): Extract<Event, { readonly type: Type }>['data'] };
};

/** An event from its type and its data in proto3 JSON. */
export const decoded = <Event extends Recorded>(messages: Messages<Event>, type: string, data: unknown): Event | Unrecognised =>
  Object.hasOwn(messages, type) ? ({ type, data: messages[type as Event['type']].fromJSON(data) } as unknown as Event) : 'unrecognised';
`;

const contextsPart = (contexts) => `${GENERATED}import { type Act, decoded, type Unrecognised } from './language.ts';
${contexts.map(({ context, folder }) => `import * as ${context} from './${folder}/language.ts';`).join('\n')}

/** The published language of every context, by its name. */
export const CONTEXTS = { ${contexts.map(({ context }) => context).join(', ')} } as const;

/** Every event of every context. */
export type Event = ${contexts.map(({ context }) => `${context}.Event`).join(' | ')};
const MESSAGES = { ${contexts.map(({ context }) => `...${context}.MESSAGES`).join(', ')} };
/** Whose act each event is; nobody's if it only follows from another event of the same commit. */
export const EVENT_ACTS: Readonly<Record<Event['type'], readonly Act[]>> = {
  ${contexts.map(({ context }) => `...${context}.EVENT_ACTS`).join(', ')},
};
/** Rejections that say only that something is for others, and those that are about a duty of who asks, not about the state of the item. */
export const FOR_OTHERS: ReadonlySet<string> = new Set(${texts(contexts.flatMap(({ forOthers }) => forOthers))});
export const OF_DUTIES: ReadonlySet<string> = new Set(${texts(contexts.flatMap(({ ofDuties }) => ofDuties))});
/** An event of whichever context: no two of them have different events of one name. */
export const decodeEvent = (type: string, data: unknown): Event | Unrecognised => decoded<Event>(MESSAGES, type, data);
`;

const texts = (all) => `[${[...new Set(all)].map((text) => `'${text}'`).join(', ')}]`;

/** Several contexts may have a list of one name, but not of different codes. */
function allCodesPart(lists) {
  const all = new Map();
  for (const [name, codes] of lists) {
    if (all.has(name) && quoted(all.get(name).values) !== quoted(codes.values))
      throw new Error(`two lists of different codes are called ${name}`);
    all.set(name, codes);
  }
  return `${GENERATED}
/** Every list of codes, by its name. */
export const CODES = {
${[...all].map(([name, { values }]) => `  ${name}: [${quoted(values)}],`).join('\n')}
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** How pages show the codes of a list: a shape, and a tone where it has one. */
export const SHOWN = {
${[...all]
  .filter(([, { shown }]) => shown.length > 0)
  .map(([name, { values, shown }]) => `  ${name}: { ${values.map((value, at) => `${key(value)}: '${shown[at]}'`).join(', ')} },`)
  .join('\n')}
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;
`;
}

/** Of a package that has code lists and no events. */
const codesOnlyPart = ({ lists }) =>
  [GENERATED.trimEnd(), "import { recognised, type Unrecognised } from '../../../language.ts';", ...lists.map(codesPart), ''].join('\n');

function contextPart({ lists, ids, events, rejections, readers, eventReaders }) {
  const typesIn = (of) => [...new Set(of.map(({ type }) => type))].toSorted();
  const own = Map.groupBy(
    events.filter(({ isShared }) => !isShared),
    ({ file }) => file,
  );
  const from = (types, file) => (types.length > 0 ? [`import { ${types.join(', ')} } from '${file}';`] : []);
  return [
    GENERATED.trimEnd(),
    "import { type Act, type Audience, decoded, type Readers, recognised, type Unrecognised } from '../../../language.ts';",
    ...from(typesIn(events.filter(({ isShared }) => isShared)), '../../common/v1/common.ts'),
    ...[...own].flatMap(([file, of]) => from(typesIn(of), file)),
    ...ids.map(idPart),
    ...lists.map(codesPart),
    eventsPart(events),
    readersPart('READERS', 'Who may read which field of an item. A field that is not named is for overseers alone.', readers),
    readersPart('EVENT_READERS', 'The fields of events that are not for everybody who may learn of the event.', eventReaders),
    rejectionsPart(rejections),
    '',
  ].join('\n');
}

const readersPart = (name, said, messages) => `
/** ${said} */
export const ${name} = {
${messages.map((message) => `  ${message.name}: { ${message.fields.map(([field, code]) => `${field}: '${code}'`).join(', ')} },`).join('\n')}
} as const satisfies Readonly<Record<string, Readonly<Record<string, Readers>>>>;`;

const idPart = ({ name, prefix, parameters, names }) => `
export type ${name}Id = \`${prefix}_\${string}\`;
/** The prefix of the id and the parts that it is derived from, in this order. */
export const ${name[0].toLowerCase()}${name.slice(1)}IdParts = (${parameters}) => ['${prefix}', ${names}] as const;`;

const codesPart = ([name, { values }]) => `
export const ${listOf(name)} = [${quoted(values)}] as const;
export type ${name} = (typeof ${listOf(name)})[number];
export const parse${name} = (text: string): ${name} | Unrecognised => recognised(${listOf(name)}, text);`;

function eventsPart(events) {
  const aggregates = [...Map.groupBy(events, ({ aggregate }) => aggregate)];
  const types = [...new Set(events.map(({ type }) => type))];
  const unions = aggregates.map(
    ([aggregate, of]) =>
      `export type ${pascal(aggregate)}Event =\n${of.map(({ type }) => `  | { readonly type: '${type}'; readonly data: ${type} }`).join('\n')};`,
  );
  const messages = aggregates.map(([aggregate, of]) => `  ${key(aggregate)}: { ${of.map(({ type }) => type).join(', ')} },`);
  const audiences = aggregates.map(
    ([aggregate, of]) => `  ${key(aggregate)}: {\n${of.map(({ type, audience }) => `    ${type}: '${audience}',`).join('\n')}\n  },`,
  );
  const published = types.filter((type) => events.some((event) => event.type === type && event.public));
  const decoders = aggregates.map(
    ([aggregate]) =>
      `export const decode${pascal(aggregate)}Event = (type: string, data: unknown): ${pascal(aggregate)}Event | Unrecognised =>\n  decoded<${pascal(aggregate)}Event>(EVENTS${member(aggregate)}, type, data);`,
  );
  const every = aggregates.map(([aggregate]) => `...EVENTS${member(aggregate)}`);
  return `
${unions.join('\n')}
/** Every event of the context, by its type, with its data. */
export type Event = ${aggregates.map(([aggregate]) => `${pascal(aggregate)}Event`).join(' | ')};

/** The events of each kind of stream, with the messages that carry their data. */
export const EVENTS = {
${messages.join('\n')}
} as const;

/** Who may learn of each event. */
export const EVENT_AUDIENCES = {
${audiences.join('\n')}
} as const satisfies Record<keyof typeof EVENTS, Record<string, Audience>>;

/** Whose act each event is; nobody's if it only follows from another event of the same commit. */
export const EVENT_ACTS = {
${types.map((type) => `  ${type}: [${quoted(events.find((event) => event.type === type).acts)}],`).join('\n')}
} as const satisfies Record<Event['type'], readonly Act[]>;

/** The events that are part of the contract with readers outside of the context. */
export const PUBLIC_EVENTS = [${quoted(published)}] as const satisfies readonly Event['type'][];

${decoders.join('\n')}
/** All of them, by their type. */
export const MESSAGES = { ${every.join(', ')} } as const;
/** An event of the context, of whichever kind of stream. */
export const decodeEvent = (type: string, data: unknown): Event | Unrecognised => decoded<Event>(MESSAGES, type, data);`;
}

const rejectionsPart = (rejections) => `
/** The rejections of the context's commands, and their meaning for the caller. */
export const REJECTIONS = {
${rejections.map(([type, kind]) => `  ${type}: '${kind}',`).join('\n')}
} as const;
export type Rejection = keyof typeof REJECTIONS;`;
