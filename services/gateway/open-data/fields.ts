import { z } from 'zod';

/** A field of a row. `type`: as in JSON Schema; of a list, that of what is in it, with `[]` in the path. */
type Field = { readonly path: string; readonly type: string; readonly description?: string; readonly format?: string };

type Schema = {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly $defs?: Readonly<Record<string, Schema>>;
};

/** The fields of the rows of a dataset, from the shapes that check what the API answers. */
export function fieldsOf(row: z.ZodType): Field[] {
  const root = z.toJSONSchema(row, { io: 'output', unrepresentable: 'any' }) as Schema;
  const named = (ref: string): Schema => (ref === '#' ? root : (root.$defs?.[ref.replace('#/$defs/', '')] ?? {}));
  const whole = ({ $ref, ...schema }: Schema): Schema => ($ref === undefined ? schema : { ...whole(named($ref)), ...schema });

  function of(path: string, given: Schema, within: readonly Schema[]): Field[] {
    const schema = whole(given);
    const { properties, items, additionalProperties, anyOf, oneOf } = schema;
    if (within.length > DEEPEST) return [];
    const deeper = [...within, schema];
    if (properties) {
      const before = path === '' ? '' : `${path}.`;
      return Object.entries(properties).flatMap(([name, each]) => of(`${before}${name}`, each, deeper));
    }
    if (items) return of(`${path}[]`, { ...items, ...(schema.description ? { description: schema.description } : {}) }, deeper);
    if (typeof additionalProperties === 'object') return of(`${path}.*`, additionalProperties, deeper);
    const [choice] = anyOf ?? oneOf ?? [];
    if (choice) return of(path, { ...choice, ...(schema.description ? { description: schema.description } : {}) }, deeper);
    const { type = 'string', description, format } = schema;
    return [{ path, type, ...(description ? { description } : {}), ...(format ? { format } : {}) }];
  }
  return of('', root, []);
}

/** No row is deeper, and what refers to itself ends. */
const DEEPEST = 12;
