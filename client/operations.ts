import type { CHANGES } from './changes.ts';
import type { components, operations } from './openapi.ts';
import { READS } from './routes.ts';

/** The messages of the API by their names. */
export type Schemas = components['schemas'];

/** The operations of the API by their names, as its description has them. */
export type OperationName = keyof typeof READS | keyof typeof CHANGES;

type Named<Name extends OperationName> = operations[Name];
type Json<Body> = { readonly content: { readonly 'application/json': Body } };
type Fields<Given> = [Given] extends [never] ? unknown : Given extends object ? Given : unknown;
/** An ordinal in a path is text there, and a number wherever it comes from. */
type Ids<Path> = { [Field in keyof Path]: Field extends 'number' ? number : Path[Field] };

/** The ids in an operation's path, and what it asks for behind it. */
export type ParametersOf<Name extends OperationName> = Named<Name>['parameters'] extends {
  readonly path?: infer Path;
  readonly query?: infer Query;
}
  ? Fields<Ids<NonNullable<Path>>> & Fields<NonNullable<Query>>
  : unknown;

/** What an operation takes; nothing, where it takes no body. */
export type BodyOf<Name extends OperationName> =
  Named<Name> extends { readonly requestBody?: infer Sent }
    ? [NonNullable<Sent>] extends [never]
      ? Record<string, never>
      : NonNullable<Sent> extends Json<infer Body>
        ? Body
        : never
    : Record<string, never>;

/** What an operation answers; `never` where that is no JSON. */
export type AnswerOf<Name extends OperationName> = Named<Name>['responses'] extends { 200: Json<infer Found> }
  ? Found
  : Named<Name>['responses'] extends { 201: Json<infer Made> }
    ? Made
    : Named<Name>['responses'] extends { 202: Json<infer Taken> }
      ? Taken
      : never;

type IsOptional<Given> = Record<never, never> extends Given ? true : false;
type Reads<Name extends OperationName, Asking> =
  IsOptional<ParametersOf<Name>> extends true
    ? (parameters?: ParametersOf<Name>, asking?: Asking) => Promise<AnswerOf<Name>>
    : (parameters: ParametersOf<Name>, asking?: Asking) => Promise<AnswerOf<Name>>;
type Changes<Name extends OperationName, Sending> =
  IsOptional<BodyOf<Name>> extends true
    ? (parameters: ParametersOf<Name>, body?: BodyOf<Name>, sending?: Sending) => Promise<AnswerOf<Name>>
    : (parameters: ParametersOf<Name>, body: BodyOf<Name>, sending?: Sending) => Promise<AnswerOf<Name>>;

/** A function for each operation: its parameters by name, then the body of a command. Each throws ApiProblem where it is refused. */
export type Operations<Asking, Sending> = {
  readonly [Name in OperationName as [AnswerOf<Name>] extends [never] ? never : Name]: Name extends keyof typeof READS
    ? Reads<Name, Asking>
    : Changes<Name, Sending>;
};

/** The operations that answer a page of a list. */
export type ListName = {
  [Name in OperationName]: AnswerOf<Name> extends { readonly nextCursor?: string } ? Name : never;
}[OperationName];

/** The items of a list. */
export type ItemOf<Name extends ListName> = {
  [Field in keyof AnswerOf<Name>]-?: AnswerOf<Name>[Field] extends readonly (infer Item)[] ? Item : never;
}[keyof AnswerOf<Name>];

type Method = 'GET' | 'POST' | 'PUT';

/** An operation as it is sent: its path under /v1 with the ids filled in, and its query. */
export type OperationRequest = { readonly method: Method; readonly path: string };

export type Parameters = Readonly<Record<string, string | number | boolean | undefined>>;

type Route = readonly [method: Method, template: string];

let changes: typeof CHANGES | undefined;
/** Loads where operations are that change something. The first of them does it, where nobody has before. */
export async function changesLoaded(): Promise<typeof CHANGES> {
  changes ??= (await import('./changes.ts')).CHANGES;
  return changes;
}

/** What only reads is known from the first. @throws where there is no such operation, or a parameter of the path is missing. */
export async function requestOf(name: OperationName, parameters: Parameters = {}): Promise<OperationRequest> {
  const route: Route | undefined = isRead(name) ? ['GET', READS[name]] : (changes ?? (await changesLoaded()))[name];
  if (!route) throw new TypeError(`there is no operation ${name}`);
  return filled(name, route, parameters);
}

export const isRead = (name: OperationName): name is keyof typeof READS => Object.hasOwn(READS, name);

/** @throws where a parameter of the path is missing. */
export function filled(name: OperationName, [method, template]: Route, parameters: Parameters): OperationRequest {
  const left = new Map(Object.entries(parameters).filter(([, value]) => value !== undefined));
  const path = template.replaceAll(/\{(\w+)\}/g, (_, parameter: string) => {
    const value = left.get(parameter);
    if (value === undefined) throw new TypeError(`${name} needs ${parameter}`);
    left.delete(parameter);
    return encodeURIComponent(value);
  });
  const query = new URLSearchParams([...left].map(([key, value]): [string, string] => [key, String(value)]));
  return { method, path: left.size > 0 ? `${path}?${query}` : path };
}

type Ask<Asking> = (name: OperationName, parameters: Parameters, asking: Asking) => Promise<unknown>;
type Send<Sending> = (name: OperationName, parameters: Parameters, body: unknown, sending: Sending) => Promise<unknown>;

/**
 * All operations, in the form that a caller's way of sending gives them, and what else the caller has by name. They are made as they are asked for: their names are in the types, and in no table that
 * is loaded before the first of them. It cannot be spread.
 */
export function operationsBy<Asking, Sending, More extends object>(
  ask: Ask<Asking>,
  send: Send<Sending>,
  more: More,
): More & Operations<Asking, Sending> {
  const operation = (name: OperationName) =>
    isRead(name)
      ? (parameters: Parameters = {}, asking: Asking = {} as Asking) => ask(name, parameters, asking)
      : (parameters: Parameters = {}, body: unknown = {}, sending: Sending = {} as Sending) => send(name, parameters, body, sending);
  return new Proxy(more, {
    // A promise that is settled with it asks whether it is one, too.
    get: (own, name) =>
      Reflect.get(own, name) ?? (typeof name === 'string' && name !== 'then' ? operation(name as OperationName) : undefined),
  }) as More & Operations<Asking, Sending>;
}
