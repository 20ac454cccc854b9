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

  function of(path: string, given: Schema, depth: number): Field[] {
    const schema = whole(given);
    const { properties, items, additionalProperties, anyOf, oneOf } = schema;
    if (depth > DEEPEST) return [];
    const said = schema.description ? { description: schema.description } : {};
    if (properties) {
      const before = path === '' ? '' : `${path}.`;
      return Object.entries(properties).flatMap(([name, each]) => of(`${before}${name}`, each, depth + 1));
    }
    if (items) return of(`${path}[]`, { ...items, ...said }, depth + 1);
    if (typeof additionalProperties === 'object') return of(`${path}.*`, additionalProperties, depth + 1);
    const [choice] = anyOf ?? oneOf ?? [];
    if (choice) return of(path, { ...choice, ...said }, depth + 1);
    const { type = 'string', format } = schema;
    return [{ path, type, ...said, ...(format ? { format } : {}) }];
  }
  return of('', root, 0);
}

/** No row is deeper, and what refers to itself ends. */
const DEEPEST = 12;
