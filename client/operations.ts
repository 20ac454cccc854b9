import type { operations } from './openapi.ts';
import { ROUTES } from './routes.ts';

/** The operations of the API by their names, as its description has them. */
type OperationName = keyof typeof ROUTES;

type Named<Name extends OperationName> = operations[Name];
type Json<Body> = { readonly content: { readonly 'application/json': Body } };
type Fields<Given> = [Given] extends [never] ? unknown : Given extends object ? Given : unknown;

/** The ids in an operation's path, and what it asks for behind it. */
type ParametersOf<Name extends OperationName> = Named<Name>['parameters'] extends {
  readonly path?: infer Path;
  readonly query?: infer Query;
}
  ? Fields<NonNullable<Path>> & Fields<NonNullable<Query>>
  : unknown;

/** What an operation takes; nothing, where it takes no body. */
type BodyOfOperation<Name extends OperationName> =
  Named<Name> extends { readonly requestBody?: infer Sent }
    ? [NonNullable<Sent>] extends [never]
      ? Record<string, never>
      : NonNullable<Sent> extends Json<infer Body>
        ? Body
        : never
    : Record<string, never>;

/** What an operation answers. */
type AnswerOfOperation<Name extends OperationName> = Named<Name>['responses'] extends { 200: Json<infer Found> }
  ? Found
  : Named<Name>['responses'] extends { 201: Json<infer Made> }
    ? Made
    : never;

type IsOptional<Given> = Record<never, never> extends Given ? true : false;
type Reads<Name extends OperationName, Asking> =
  IsOptional<ParametersOf<Name>> extends true
    ? (parameters?: ParametersOf<Name>, asking?: Asking) => Promise<AnswerOfOperation<Name>>
    : (parameters: ParametersOf<Name>, asking?: Asking) => Promise<AnswerOfOperation<Name>>;
type Changes<Name extends OperationName, Sending> =
  IsOptional<BodyOfOperation<Name>> extends true
    ? (parameters: ParametersOf<Name>, body?: BodyOfOperation<Name>, sending?: Sending) => Promise<AnswerOfOperation<Name>>
    : (parameters: ParametersOf<Name>, body: BodyOfOperation<Name>, sending?: Sending) => Promise<AnswerOfOperation<Name>>;

/** A function for each operation: its parameters by name, then the body of a command. Each throws ApiProblem where it is refused. */
export type Operations<Asking, Sending> = {
  readonly [Name in OperationName]: (typeof ROUTES)[Name][0] extends 'GET' ? Reads<Name, Asking> : Changes<Name, Sending>;
};

type Values = Readonly<Record<string, string | number | boolean | undefined>>;

/** The path of an operation with its ids in it and what it asks for behind it. @throws where a parameter of the path is missing. */
function pathOf(name: OperationName, values: Values = {}): string {
  const left = new Map(Object.entries(values).filter(([, value]) => value !== undefined));
  const path = ROUTES[name][1].replaceAll(/\{(\w+)\}/g, (_, parameter: string) => {
    const value = left.get(parameter);
    if (value === undefined) throw new TypeError(`${name} needs ${parameter}`);
    left.delete(parameter);
    return encodeURIComponent(value);
  });
  const query = new URLSearchParams([...left].map(([key, value]): [string, string] => [key, String(value)]));
  return left.size > 0 ? `${path}?${query}` : path;
}

type Ask<Asking> = (path: string, asking: Asking) => Promise<unknown>;
type Send<Sending> = (method: 'POST' | 'PUT', path: string, body: unknown, sending: Sending) => Promise<unknown>;

/** All operations, by how a client asks and sends. */
export function operationsBy<Asking, Sending>(ask: Ask<Asking>, send: Send<Sending>): Operations<Asking, Sending> {
  const functions = (Object.keys(ROUTES) as OperationName[]).map((name) => {
    const [method] = ROUTES[name];
    const asks = (values: Values, asking: Asking = {} as Asking) => ask(pathOf(name, values), asking);
    const sends = (values: Values, body: unknown = {}, sending: Sending = {} as Sending) =>
      send(method as 'POST' | 'PUT', pathOf(name, values), body, sending);
    return [name, method === 'GET' ? asks : sends];
  });
  return Object.fromEntries(functions) as Operations<Asking, Sending>;
}
