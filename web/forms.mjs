// Makes of what the API takes, as its description says it, the fields of the web's forms, and what acts are: node forms.mjs
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const place = (path) => fileURLToPath(new URL(path, import.meta.url));
/** A text that may be longer is written in lines. */
const MAX_LINE = 999;

/** As the patterns of percentages begin. */
const PERCENT = '^(100(';

/** Codes of which each has a name, to choose from. */
const CODES = ['country', 'currency'];
/** A bound beyond this is none that anybody would reach. */
const FAR = 1e9;

/** The kind of input of a field; `other` if it needs a special form. */
function kindOf(name, schema) {
  const { type, properties, format, enum: choices, maxLength = 0, items, pattern = '', 'x-person': isPerson } = schema.anyOf?.[0] ?? schema;
  if (properties?.currency) return 'money';
  if (choices) return 'choice';
  if (isPerson) return 'person';
  if (format === 'uri') return 'link';
  if (format === 'email') return 'email';
  if (format === 'date') return 'date';
  if (format === 'date-time') return 'instant';
  if (/_\[0-9a-z\]/.test(pattern) || /\{64\}/.test(pattern)) return 'id';
  if (type === 'integer') return name.endsWith('BasisPoints') ? 'share' : 'number';
  if (type === 'boolean') return 'flag';
  if (type === 'array' && items.type === 'string') return items.format === 'uri' ? 'links' : 'codes';
  if (type !== 'string') return 'other';
  if (pattern.startsWith(PERCENT)) return 'percent';
  if (CODES.includes(name)) return name;
  return maxLength > MAX_LINE ? 'lines' : 'line';
}

const boundsOf = ({ type, minimum: least, maximum: most }) =>
  type === 'integer' && least >= -FAR && most <= FAR ? { bounds: [least, most] } : {};

const fieldOf = (name, schema, required) => ({
  name,
  kind: kindOf(name, schema),
  required: required.includes(name),
  ...(schema.maxLength ? { max: schema.maxLength } : {}),
  ...boundsOf(schema),
  ...(schema['x-fills'] ? { fills: schema['x-fills'] } : {}),
  ...(schema.enum ? { choices: schema.enum } : {}),
  ...(schema.properties && !schema.properties.currency ? { fields: fieldsOf(schema) } : {}),
  ...(schema.items?.properties ? { fields: fieldsOf(schema.items) } : {}),
});
const fieldsOf = ({ properties, required = [] }) => Object.entries(properties).map(([name, schema]) => fieldOf(name, schema, required));

const { paths, components } = JSON.parse(readFileSync(place('../docs/openapi.json'), 'utf8'));
const operations = Object.entries(paths).flatMap(([path, methods]) => Object.values(methods).map((operation) => ({ path, ...operation })));
const forms = operations.flatMap(({ operationId, requestBody }) => {
  const body = requestBody?.content?.['application/json']?.schema;
  if (!body?.properties) return [];
  return [[operationId, fieldsOf(body)]];
});

/** Fields that no form shows by itself, by operation: a page has to give or ask for them. */
const BY_PAGES = ['id', 'other', 'flag'];
const byPages = forms.flatMap(([operation, fields]) => {
  const names = fields.filter(({ kind }) => BY_PAGES.includes(kind)).map(({ name }) => `'${name}'`);
  return names.length > 0 ? [`  readonly ${operation}: ${names.join(' | ')};`] : [];
});

/** What a permission names of an item: the part that the operation is done to. */
const { operation: _, answer: _answer, roles: _roles, reason, ...parts } = components.schemas.Permission.properties;
/** Of an operation, the parts that its path names beside the item, by the names that it gives them. */
const placesOf = ({ path, 'x-counts': counted }) =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name, name === 'number' ? counted : name]).filter(([, part]) => part in parts);
const places = operations.map((operation) => [operation.operationId, Object.fromEntries(placesOf(operation))]);
const placed = places.filter(([, own]) => Object.keys(own).length > 0);
const ofNoItem = operations.filter(({ path, requestBody }) => requestBody && !path.includes('{id}')).map(({ operationId }) => operationId);
const ofTone = (tone) => operations.filter((operation) => operation['x-tone'] === tone).map(({ operationId }) => operationId);

/** Each list of fields once, by its own name: many forms share parts. */
const lists = new Map();
const listOf = (fields) => {
  const text = `[${fields.map(({ fields: inner, ...own }) => `{${[...membersOf(own), ...(inner ? [`fields:${listOf(inner)}`] : [])]}}`)}]`;
  if (!lists.has(text)) lists.set(text, `L${lists.size}`);
  return lists.get(text);
};
const membersOf = (own) => Object.entries(own).map(([name, value]) => `${name}:${JSON.stringify(value)}`);

const named = forms.map(([operation, fields]) => `${operation}:${listOf(fields)}`);
const shared = [...lists].map(([text, name]) => `const ${name}=${text};\n`);
mkdirSync(place('gen'), { recursive: true });
writeFileSync(
  place('gen/forms.js'),
  `${shared.join('')}export const FORMS={${named}};
export const PARTS=${JSON.stringify(Object.keys(parts))};
export const PLACES=${JSON.stringify(Object.fromEntries(placed))};
export const OF_NO_ITEM=new Set(${JSON.stringify(ofNoItem)});
`,
);
writeFileSync(
  place('gen/forms.d.ts'),
  `export type Field = {
  readonly name: string;
  readonly kind: 'money' | 'choice' | 'date' | 'instant' | 'id' | 'share' | 'number' | 'codes' | 'percent' | 'flag' | 'country' | 'currency' | 'person' | 'link' | 'links' | 'email' | 'line' | 'lines' | 'other';
  readonly required: boolean;
  readonly max?: number;
  /** What of its user a browser may fill it with. */
  readonly fills?: string;
  readonly choices?: readonly string[];
  /** The least and the most that a whole number may be. */
  readonly bounds?: readonly [number, number];
  /** Of what it is made, where that is more than one value. */
  readonly fields?: readonly Field[];
};
/** The fields that no form shows by itself, by operation: a page gives them, or asks for them. */
export type ByPages = {
${byPages.join('\n')}
};
export declare const FORMS: Readonly<Record<string, readonly Field[] | undefined>>;
/** The parts of items that operations are done to, as permissions name them. */
export declare const PARTS: readonly string[];
/** Of operations, the parts that their paths name, by the names that the paths give them. */
export declare const PLACES: Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;
/** Operations whose paths name no item: what an item says to them is in what they take. */
export declare const OF_NO_ITEM: ReadonlySet<string>;
`,
);

const { 'x-for-others': forOthers, 'x-of-duties': ofDuties } = reason.properties.type;
const sets = { AGAINST: ofTone('against'), ADDS: ofTone('adds'), FOR_OTHERS: forOthers, OF_DUTIES: ofDuties };
writeFileSync(
  place('gen/acts.js'),
  Object.entries(sets)
    .map(([name, all]) => `export const ${name}=new Set(${JSON.stringify(all)});\n`)
    .join(''),
);
writeFileSync(
  place('gen/acts.d.ts'),
  `/** Operations that end a matter, send it back or object to it, and those that add something without moving it on. */
export declare const AGAINST: ReadonlySet<string>;
export declare const ADDS: ReadonlySet<string>;
/** Types of refusals that say only that something is for others, and those that are about a duty of who asks. */
export declare const FOR_OTHERS: ReadonlySet<string>;
export declare const OF_DUTIES: ReadonlySet<string>;
`,
);
