import type { Readers } from '@junkan/proto/language.ts';
import type { Act } from '../acts.ts';

// The contract of the API in lines that can be compared: what a change adds, takes away or makes narrower is a line of its own.

type Schema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
};
type Content = { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> };
type Operation = {
  readonly operationId: string;
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly required?: boolean; readonly schema: Schema }[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content>>;
};
type Schemas = { readonly components: { readonly schemas: Readonly<Record<string, Schema>> } };

export type Contract = {
  readonly openapi: Schemas & { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> };
  readonly asyncapi: Schemas & { readonly channels: Readonly<Record<string, unknown>> };
  readonly acts: Readonly<Record<string, Act>>;
  /** The lists of codes, by the names that they have in the contracts. */
  readonly codes: ReadonlyMap<string, readonly string[]>;
  /** For whom the fields of items are that not everybody may read. */
  readonly readers: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Readers>>>>>>;
  readonly problems: ReadonlyMap<string, { readonly statuses: readonly number[] }>;
};

const JSON_TYPE = 'application/json';

/** The lines, sorted: what each is, its name, and what is said of it. */
export function lockOf({ openapi, asyncapi, acts, codes, readers, problems }: Contract): string {
  const lines = linesBy(new Map([...codes, ['ProblemType', [...problems.keys()]]]));
  const all = [
    ...Object.entries(openapi.paths).flatMap(([path, item]) =>
      Object.entries(item).flatMap(([method, operation]) => [
        `operation ${operation.operationId} ${method.toUpperCase()} ${path}`,
        ...lines.operation(operation),
      ]),
    ),
    ...Object.entries(acts).flatMap(([operation, { roles, of }]) => roles.map((role) => `role ${operation}:${role} ${of}`)),
    ...lines.schemas(openapi),
    ...Object.keys(asyncapi.channels).map((name) => `event ${name}`),
    ...lines.schemas(asyncapi),
    ...[...codes].flatMap(([list, values]) => values.map((value) => `code ${list}:${value}`)),
    ...Object.entries(readers).flatMap(([context, items]) =>
      Object.entries(items).flatMap(([item, fields]) =>
        Object.entries(fields).map(([field, of]) => `reader ${context}.${item}.${field} ${of}`),
      ),
    ),
    ...[...problems].map(([path, { statuses }]) => `problem ${path} ${statuses.join(',')}`),
  ];
  return `${[...new Set(all)].toSorted().join('\n')}\n`;
}

function linesBy(codes: Contract['codes']) {
  const named = new Map([...codes].map(([list, values]) => [values.join('|'), list]));
  const listOf = (values: readonly unknown[]): string | undefined => named.get(values.join('|'));

  function typeOf(schema: Schema): string {
    if (schema.$ref) return schema.$ref.split('/').at(-1) ?? '';
    if (schema.enum) return listOf(schema.enum) ?? 'code';
    if (schema.const !== undefined) return JSON.stringify(schema.const);
    const several = schema.anyOf ?? schema.allOf;
    if (several) return several.map(typeOf).join('|');
    if (schema.items) return `${typeOf(schema.items)}[]`;
    if (typeof schema.additionalProperties === 'object') return `map:${typeOf(schema.additionalProperties)}`;
    return `${[schema.type ?? 'any'].flat().join('|')}${schema.format ? `:${schema.format}` : ''}`;
  }

  /** A value with what is in it and has no name of its own. */
  function value(place: string, schema: Schema, isRequired: boolean): string[] {
    return [`field ${place} ${typeOf(schema)}${isRequired ? ' required' : ''}`, ...within(place, schema)];
  }

  function within(place: string, schema: Schema): string[] {
    const { properties = {}, required = [], items, additionalProperties: each, anyOf = [] } = schema;
    return [
      ...(schema.enum && !listOf(schema.enum) ? schema.enum.map((one) => `code ${place}:${one}`) : []),
      ...Object.entries(properties).flatMap(([name, of]) => value(`${place}.${name}`, of, required.includes(name))),
      ...(items ? within(`${place}[]`, items) : []),
      ...(typeof each === 'object' ? within(`${place}[]`, each) : []),
      ...anyOf.flatMap((one) => within(place, one)),
    ];
  }

  const contents = (place: string, { content = {} }: Content): string[] =>
    Object.entries(content).flatMap(([type, { schema }]) => value(type === JSON_TYPE ? place : `${place}(${type})`, schema, false));

  return {
    operation: ({ operationId, parameters = [], requestBody = {}, responses }: Operation): string[] => [
      ...parameters
        .filter(({ in: where }) => where === 'query')
        .flatMap(({ name, required = false, schema }) => value(`${operationId}.query.${name}`, schema, required)),
      ...contents(`${operationId}.body`, requestBody),
      ...Object.entries(responses).flatMap(([status, answer]) => (/^2/.test(status) ? contents(`${operationId}.${status}`, answer) : [])),
    ],
    schemas: ({ components: { schemas } }: Schemas): string[] => Object.entries(schemas).flatMap(([name, schema]) => within(name, schema)),
  };
}
