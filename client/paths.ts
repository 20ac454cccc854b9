import type { components, paths } from './openapi.ts';

/** The messages of the API by their names. */
export type Schemas = components['schemas'];

export type Method = 'GET' | 'POST' | 'PUT';

type Operations<M extends Method> = {
  [Template in keyof paths as paths[Template][Lowercase<M>] extends { responses: unknown }
    ? Template
    : never]: paths[Template][Lowercase<M>];
};

/** `{id}` takes any one part; other parts must be the same. */
type PartFits<Part, Wanted> = Wanted extends `{${string}}` ? true : Part extends Wanted ? true : false;
type Fits<Path, Template> = Path extends `${infer Part}/${infer Rest}`
  ? Template extends `${infer Wanted}/${infer More}`
    ? PartFits<Part, Wanted> extends true
      ? Fits<Rest, More>
      : false
    : false
  : Template extends `${string}/${string}`
    ? false
    : PartFits<Path, Template>;

type WithoutQuery<Path> = Path extends `${infer Bare}?${string}` ? Bare : Path;
type TemplateOf<M extends Method, Path extends string> = {
  [Template in keyof Operations<M>]: Fits<`/v1${WithoutQuery<Path>}`, Template> extends true ? Template : never;
}[keyof Operations<M>];
type Operation<M extends Method, Path extends string> = Operations<M>[TemplateOf<M, Path>];

/** A path under /v1 with its ids in it and a query behind it, where the API has it for this method; `never` otherwise. */
export type Known<M extends Method, Path extends string> = [TemplateOf<M, Path>] extends [never] ? never : Path;

type Json = { content: { 'application/json': unknown } };

/** What a command takes, whether or not it may be left out; nothing, where it takes no body. */
export type BodyOf<M extends Method, Path extends string> = [Sent<M, Path>] extends [{ content: { 'application/json': infer Body } }]
  ? [Sent<M, Path>] extends [never]
    ? Record<string, never>
    : Body
  : Record<string, never>;
type Sent<M extends Method, Path extends string> = Operation<M, Path> extends { requestBody?: infer Body } ? NonNullable<Body> : never;

/** What is answered. */
export type AnswerOf<M extends Method, Path extends string> =
  Operation<M, Path> extends { responses: infer Responses }
    ? Responses extends { 200: infer Found extends Json }
      ? Found['content']['application/json']
      : Responses extends { 201: infer Made extends Json }
        ? Made['content']['application/json']
        : never
    : never;

/** The items of a list. */
export type ItemOf<Answer> = {
  [Name in keyof Answer]-?: Answer[Name] extends readonly (infer Item)[] ? Item : never;
}[keyof Answer];
