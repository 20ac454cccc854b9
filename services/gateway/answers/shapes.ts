import { createFileRegistry, type DescField, type DescMessage, fromBinary, getOption, hasOption, ScalarType } from '@bufbuild/protobuf';
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt';
import { comments } from '@junkan/proto/comments.ts';
import { DESCRIPTORS } from '@junkan/proto/descriptors.ts';
import { z } from 'zod';
import { count, day, hash, key, moment, money } from '../parts.ts';
import { codesIn } from './codes.ts';

// The shapes of answers, from the contracts: the fields between services are the fields of the API.

const set = fromBinary(FileDescriptorSetSchema, Buffer.from(DESCRIPTORS, 'base64'));
const registry = createFileRegistry(set);
const commentOf = comments(set.file);
const codesOf = codesIn(registry);

/** What the contracts say of a field beyond its type. */
type Options = {
  readonly rule?: {
    readonly text: { readonly case?: string; readonly value?: unknown };
    readonly optional: boolean;
    readonly unless: string;
    readonly gte?: number;
    readonly lte: number;
  };
  readonly codes?: { readonly optional: boolean };
  readonly id?: { readonly prefix: string };
  readonly readers?: number;
};

const optionsOf = (field: DescField): Options =>
  Object.fromEntries(
    ['rule', 'codes', 'id', 'readers'].flatMap((name) => {
      const extension = registry.getExtension(`junkan.options.v1.${name}`);
      return extension && hasOption(field, extension) ? [[name, getOption(field, extension)]] : [];
    }),
  );

/** How an answer differs from its message on the wire. */
export type Deviation = (shape: z.ZodObject) => z.ZodObject;
export type Shapes = ReturnType<typeof shapesWith>;

/** Shapes of messages by their full names, each a component of the API's description. @throws where the contracts have no such message. */
export function shapesWith(deviations: Readonly<Record<string, Deviation>>, ids: Readonly<Record<string, string>> = {}) {
  const made = new Map<string, z.ZodObject>();

  const shapeOf = (typeName: string): z.ZodObject => {
    const known = made.get(typeName);
    if (known) return known;
    const message = messageOf(typeName);
    const own = z.strictObject(fieldsOf(message));
    const shape = (deviations[typeName]?.(own) ?? own).meta({
      id: ids[typeName] ?? message.name,
      ...described(commentOf(typeName)),
    });
    made.set(typeName, shape);
    return shape;
  };

  const fieldsOf = (message: DescMessage): Record<string, z.ZodType> =>
    Object.fromEntries(
      message.fields.filter(({ name }) => name !== OMITTED).map((field) => [field.localName, fieldShape(field, elementShape(field))]),
    );

  function elementShape(field: DescField): z.ZodType {
    if (field.message) return field.message.typeName === MONEY ? money : shapeOf(field.message.typeName);
    return field.scalar === ScalarType.STRING ? textShape(field) : numberShape(field);
  }

  return {
    shapeOf,
    /** Some fields of a message that are answered within another one, and not always. */
    fieldsOf(typeName: string, ...names: readonly string[]): Record<string, z.ZodType> {
      const message = messageOf(typeName);
      return Object.fromEntries(
        names.map((name) => {
          const field = message.field[name];
          if (!field) throw new Error(`${typeName} has no field ${name}`);
          return [
            field.localName,
            listed(field, elementShape(field))
              .optional()
              .meta(described(commentOf(typeName, field.name))),
          ];
        }),
      );
    },
  };
}

const MONEY = 'junkan.common.v1.Money';
const PUBLIC = registry.getEnum('junkan.options.v1.Readers')?.values.find(({ name }) => name === 'READERS_PUBLIC')?.number;
/** Names the fields that are left out of a message, and is not shown itself. */
const OMITTED = 'omitted';

function messageOf(typeName: string): DescMessage {
  const message = registry.getMessage(typeName);
  if (!message) throw new Error(`the contracts have no ${typeName}`);
  return message;
}

function fieldShape(field: DescField, element: z.ZodType): z.ZodType {
  const shape = listed(field, element);
  const shown = isAlwaysThere(field) ? shape : shape.optional();
  const description = commentOf(field.parent.typeName, field.name);
  return description === '' ? shown : shown.meta({ description });
}

function listed(field: DescField, element: z.ZodType): z.ZodType {
  switch (field.fieldKind) {
    case 'list':
      return z.array(element);
    case 'map':
      return z.record(z.string(), element);
    case 'scalar':
    case 'message':
    case 'enum':
      return element;
  }
}

/** What may be empty is then left out: texts and messages, never numbers and lists. What is not for everybody may be left out too. */
function isAlwaysThere(field: DescField): boolean {
  const { rule, codes, readers } = optionsOf(field);
  const isForAll = field.parent.field[OMITTED] === undefined || readers === PUBLIC;
  const mayBeEmpty = rule?.optional || (rule?.unless ?? '') !== '' || codes?.optional;
  return isForAll && (field.fieldKind === 'list' || !mayBeEmpty);
}

function textShape(field: DescField): z.ZodType {
  const codes = codesOf(field);
  if (codes) return z.enum(codes);
  const { rule, id } = optionsOf(field);
  if (id) return key(id.prefix);
  const { case: form = '', value } = rule?.text ?? {};
  return form === 'id' ? key(String(value)) : (FORMS[form] ?? z.string());
}

const FORMS: Readonly<Record<string, z.ZodType>> = { date: day, instant: moment, sha256: hash };

function numberShape(field: DescField): z.ZodType {
  const { rule } = optionsOf(field);
  switch (field.scalar) {
    case ScalarType.BOOL:
      return z.boolean();
    case ScalarType.UINT32:
      return count;
    case ScalarType.UINT64:
      return z.string().regex(/^\d+$/);
    case ScalarType.INT64:
      return z.string().regex(/^-?\d+$/);
    case ScalarType.DOUBLE:
      return rule
        ? z
            .number()
            .min(rule.gte ?? 0)
            .max(rule.lte)
        : z.number();
  }
  throw new Error(`${field} has a notation of its own`);
}

const described = (description: string) => (description === '' ? {} : { description });
