import { createFileRegistry, type DescField, type DescMessage, fromBinary, ScalarType } from '@bufbuild/protobuf';
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt';
import { DESCRIPTORS } from '@junkan/proto/descriptors.ts';
import fc from 'fast-check';
import { arbitraryOf, type Given, shaped } from './given.fixture.ts';

// Events as the contracts define them, with arbitrary data.

const registry = createFileRegistry(fromBinary(FileDescriptorSetSchema, Buffer.from(DESCRIPTORS, 'base64')));
const messageOf = (context: string, type: string): DescMessage => {
  const found = registry.getMessage(`junkan.${context}.v1.${type}`) ?? registry.getMessage(`junkan.common.v1.${type}`);
  if (!found) throw new Error(`no contract has ${type}`);
  return found;
};

export type Recorded = { readonly type: string };
type Setting = {
  readonly given: Given;
  /** What the fields of one event are otherwise than those of that name. */
  readonly otherwise?: Readonly<Record<string, Given>>;
};

/** Events of these types. */
export const anyEvents = (context: string, types: readonly string[], { given, otherwise = {} }: Setting): fc.Arbitrary<Recorded>[] =>
  types.map((type) => fieldsOf(messageOf(context, type), { ...given, ...otherwise[type] }).map((fields) => ({ type, ...fields })));

const fieldsOf = (message: DescMessage, given: Given): fc.Arbitrary<Record<string, unknown>> =>
  shaped(Object.fromEntries(message.fields.map((field) => [field.localName, fieldOf(field, given)])));

function fieldOf(field: DescField, given: Given): unknown {
  if (Object.hasOwn(given, field.localName)) return given[field.localName];
  const one = singleOf(field, given);
  return field.fieldKind === 'list' ? fc.array(arbitraryOf(one), { maxLength: 2 }) : one;
}

function singleOf(field: DescField, given: Given): unknown {
  const { message } = field;
  if (message) return Object.hasOwn(given, message.name) ? given[message.name] : fieldsOf(message, given);
  switch (field.scalar) {
    case ScalarType.UINT32:
      return fc.integer({ min: 1, max: 3 });
    case ScalarType.BOOL:
      return fc.boolean();
    default:
      return /(Due|At)$/.test(field.localName) ? given['at'] : fc.constantFrom('a', 'b');
  }
}
