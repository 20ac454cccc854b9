import { type DescEnum, type DescField, type DescMessage, ScalarType } from '@bufbuild/protobuf';

/** JSON Schema, as far as messages need it. */
export type Schema = { readonly [keyword: string]: unknown };

const INTEGER = { type: 'integer', minimum: -(2 ** 31), maximum: 2 ** 31 - 1 } as const;
const NATURAL = { type: 'integer', minimum: 0, maximum: 2 ** 32 - 1 } as const;
/** 64 bits do not fit the numbers of JSON, so they travel as text. */
const LONG = { type: 'string', pattern: '^-?\\d{1,19}$' } as const;
const LONG_NATURAL = { type: 'string', pattern: '^\\d{1,20}$' } as const;
const REAL = { type: ['number', 'string'], description: 'A number; NaN, Infinity and -Infinity as text.' } as const;

const SCALARS: Readonly<Record<ScalarType, Schema>> = {
  [ScalarType.STRING]: { type: 'string' },
  [ScalarType.BOOL]: { type: 'boolean' },
  [ScalarType.BYTES]: { type: 'string', contentEncoding: 'base64' },
  [ScalarType.INT32]: INTEGER,
  [ScalarType.SINT32]: INTEGER,
  [ScalarType.SFIXED32]: INTEGER,
  [ScalarType.UINT32]: NATURAL,
  [ScalarType.FIXED32]: NATURAL,
  [ScalarType.INT64]: LONG,
  [ScalarType.SINT64]: LONG,
  [ScalarType.SFIXED64]: LONG,
  [ScalarType.UINT64]: LONG_NATURAL,
  [ScalarType.FIXED64]: LONG_NATURAL,
  [ScalarType.FLOAT]: REAL,
  [ScalarType.DOUBLE]: REAL,
};

type Sources = {
  readonly commentOf: (typeName: string, field?: string) => string;
  /** The codes that a text field may have; undefined where it may have any text. */
  readonly codesOf: (field: DescField) => readonly string[] | undefined;
};

/**
 * The proto3 JSON form of messages as schemas, each under its full name, with all messages that they hold. A field that has its
 * default (zero, empty) is left out, so none is required. Nothing forbids further fields: they are how a contract grows.
 */
export function schemasOf(messages: Iterable<DescMessage>, { commentOf, codesOf }: Sources): Record<string, Schema> {
  const schemas: Record<string, Schema> = {};
  const add = (message: DescMessage): void => {
    if (Object.hasOwn(schemas, message.typeName)) return;
    if (message.typeName.startsWith('google.protobuf.')) throw new Error(`${message.typeName} has a JSON form of its own`);
    const described = (name?: string) => {
      const description = commentOf(message.typeName, name);
      return description === '' ? {} : { description };
    };
    const codes = (field: DescField) => {
      const known = codesOf(field);
      return known === undefined ? {} : { enum: known };
    };
    const properties = Object.fromEntries(
      message.fields.map((field) => [field.jsonName, { ...fieldSchema(field), ...codes(field), ...described(field.name) }]),
    );
    schemas[message.typeName] = { type: 'object', ...described(), properties };
    for (const { message: inner } of message.fields) if (inner) add(inner);
  };
  for (const message of messages) add(message);
  return schemas;
}

function fieldSchema(field: DescField): Schema {
  switch (field.fieldKind) {
    case 'scalar':
      return SCALARS[field.scalar];
    case 'enum':
      return enumSchema(field.enum);
    case 'message':
      return refTo(field.message);
    case 'list':
      return { type: 'array', items: elementSchema(field) };
    case 'map':
      return { type: 'object', additionalProperties: elementSchema(field) };
  }
}

function elementSchema({ message, enum: values, scalar }: Pick<DescField, 'message' | 'enum' | 'scalar'>): Schema {
  if (message) return refTo(message);
  if (values) return enumSchema(values);
  return scalar ? SCALARS[scalar] : {};
}

/** A newer writer may know more values. */
const enumSchema = ({ values }: DescEnum): Schema => ({ type: ['string', 'integer'], examples: values.map(({ name }) => name) });

/** A description next to `$ref` would be ignored. */
const refTo = ({ typeName }: DescMessage): Schema => ({ allOf: [{ $ref: `#/components/schemas/${typeName}` }] });
