/** What JSON Schema says of a value, as far as bodies of requests use it. */
type Schema = {
  readonly $ref?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly pattern?: string;
  readonly format?: string;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Schema[];
};
export type Schemas = Readonly<Record<string, Schema>>;

const ID = /^\^([a-z]{3})_\[0-9a-z\]\{26\}\$$/;
const CURRENCY_LENGTH = 3;
/** Texts of the forms that fields have, the first that a pattern takes. */
const TEXTS = [
  '1250000.00',
  '80',
  '2027-03-31T00:00:00.000Z',
  '2027-03-31',
  '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  'JP',
  'en',
  'JPY',
];

/** A value that a schema takes, the same each time: what must be given, and of lists one, or as many as it must have. @throws where a text has a form that is unknown here. */
export function exampleOf(schema: Schema, all: Schemas, name = ''): unknown {
  const { $ref, examples, anyOf, type } = schema;
  if ($ref !== undefined) return exampleOf(all[$ref.split('/').at(-1) ?? ''] ?? {}, all, name);
  if (examples?.[0] !== undefined) return examples[0];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (anyOf?.[0]) return exampleOf(anyOf[0], all, name);
  switch (type) {
    case 'string':
      return textOf(schema, name);
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 1);
    case 'boolean':
      return true;
    case 'array':
      return Array.from({ length: schema.items ? Math.max(1, schema.minItems ?? 1) : 0 }, () => exampleOf(schema.items ?? {}, all, name));
    case 'object':
      return Object.fromEntries((schema.required ?? []).map((key) => [key, exampleOf(schema.properties?.[key] ?? {}, all, key)]));
    case undefined:
      return {};
  }
  throw new Error(`${name}: nothing is known of ${type}`);
}

function textOf({ pattern, format, maxLength = Number.POSITIVE_INFINITY }: Schema, name: string): string {
  const [, prefix] = ID.exec(pattern ?? '') ?? [];
  if (prefix !== undefined) return `${prefix}_01hv8x5z7k3m9q2w4r6t8y0abc`;
  if (format === 'date') return '2027-03-31';
  if (format === 'uri') return 'https://city.example/minutes';
  if (format === 'email') return 'name@city.example';
  // A currency, by its code.
  if (maxLength === CURRENCY_LENGTH) return 'JPY';
  if (pattern === undefined) return wordsOf(name);
  const found = TEXTS.find((text) => new RegExp(pattern, 'u').test(text));
  if (found === undefined) throw new Error(`${name}: no example is known of ${pattern}`);
  return found;
}

/** A text that says which field it is of: `secondSource` is “second source”. */
const wordsOf = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`) || 'text';
