// Commands as their contracts declare them, in the generated `commands.ts` of each context, and plain reads, in `reads.ts`.

/** What a text, number, list or message must be. Lengths count UTF-16 code units. */
export type Rule =
  | { readonly is: 'id'; readonly prefix: string; readonly optional?: true }
  /** `optionalWithin`: only clients have to say it. */
  | {
      readonly is: 'line' | 'lines';
      readonly max: number;
      readonly person?: true;
      readonly fills?: string;
      readonly optional?: true;
      readonly optionalWithin?: true;
    }
  | { readonly is: 'link' | 'email'; readonly max: number; readonly optional?: true }
  | { readonly is: 'date' | 'language' | 'percent'; readonly optional?: true }
  | { readonly is: 'instant' | 'country' | 'sha256' | 'any' }
  | { readonly is: 'boolean' }
  /** `unless`: the field, true or false, that goes in its place. */
  | { readonly is: 'decimal'; readonly unless?: string; readonly optional?: true }
  | { readonly is: 'codes'; readonly codes: readonly [string, ...string[]]; readonly optional?: true }
  /** Without a default it must be given. */
  | { readonly is: 'number'; readonly min: number; readonly max: number; readonly default?: number }
  | { readonly is: 'money'; readonly optional?: true }
  | { readonly is: 'list'; readonly of: Rule; readonly min: number; readonly max: number }
  | { readonly is: 'object'; readonly fields: Fields; readonly optional?: true };

/** `byEdge`: the edge fills it in, no client says it. */
export type Field = Rule & { readonly description?: string; readonly byEdge?: true };
export type Fields = Readonly<Record<string, Field>>;

/** Its route in the HTTP API. */
export type Endpoint = {
  /** The operationId. */
  readonly id: string;
  /** `/fundings/:id/offers` */
  readonly path: string;
  /** The field of the request that each part of the path is. */
  readonly parts: Readonly<Record<string, string>>;
  readonly summary: string;
};

/** A command of the HTTP API. */
export type Operation = Endpoint & {
  readonly method: 'post' | 'put';
  /** The one field whose own fields are the body. */
  readonly body?: string;
  /** One of them is needed. */
  readonly roles: readonly [string, ...string[]];
  /** For which organisation: `own`, the one that the thing is of; `any`, every registered one of the role's kind. */
  readonly of: 'own' | 'any';
  /** Where the new item is: `/fundings/:id/offers`, by the id of the answer. */
  readonly creates?: string;
  /** Whether it insists on the version that is changed. */
  readonly requiresIfMatch?: true;
  /** That it ends the matter, sends it back or objects to it, or adds something without moving it on; it moves it on where nothing is said. */
  readonly tone?: 'against' | 'adds';
};

export type Command = { readonly request: Fields; readonly operation?: Operation };
export type Commands = Readonly<Record<string, Command>>;

/** A query that answers one item, the same to every reader. `answer`: the message that it is. */
export type Read = { readonly request: Fields; readonly operation: Endpoint; readonly answer: string };
export type Reads = Readonly<Record<string, Read>>;
