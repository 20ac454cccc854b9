import type { FieldError } from '../http/pointer.ts';
import { type Facts, factsShape, type Known } from './facts.ts';

/** What the catalogue says of one type of problem. */
export type Entry<F extends Facts = Facts> = {
  /** Usually one; a few come with several. */
  readonly statuses: readonly number[];
  /** Names the fact, without its figures. */
  readonly title: string;
  readonly facts: F;
  /** Where these facts are known. `body` is that of the command. */
  readonly tell: (facts: unknown, body: unknown) => Told;
};

export type Told = {
  /** What is so; nothing where the facts are not those that it rests on. */
  readonly isSo: string;
  /** What to do next. */
  readonly remedy: string;
  readonly errors: readonly FieldError[];
  /** The facts as they are told: those that are told as `errors` are left out. */
  readonly facts: Record<string, unknown>;
  /** In seconds: the same request may be accepted then. */
  readonly retryAfter: number | undefined;
};

type More<F extends Facts> = {
  /** The field at fault, in the body of the command. Told where the body has it: some rules guard several commands. */
  readonly at?: string | ((facts: Known<F>, body: unknown) => string | undefined);
  /** The field that the body lacks. */
  readonly lacks?: string | ((facts: Known<F>) => string);
  /** The fields at fault, in the place of the facts. */
  readonly errors?: (facts: Known<F>, body: unknown) => readonly FieldError[];
  /** The facts are told beside these fields too. */
  readonly withFacts?: true;
  readonly retryAfter?: (facts: Known<F>) => number | undefined;
  /** What is our own fault is not told. */
  readonly untold?: true;
};

type Said<F extends Facts> = string | ((facts: Known<F>) => string);

/** An entry: the title, the facts with examples, what is so, what to do next. */
const entry =
  (...statuses: readonly number[]) =>
  <F extends Facts>(title: string, facts: F, isSo: Said<F>, remedy: Said<F>, more: More<F> = {}): Entry<F> => {
    const shape = factsShape(facts);
    const tell = (given: unknown, body: unknown): Told => {
      const all = (given ?? {}) as Record<string, unknown>;
      const read = shape.safeParse(all);
      // Facts of another version of a service: what does not rest on them is said all the same.
      if (!read.success) return { isSo: '', remedy: typeof remedy === 'string' ? remedy : '', ...NOTHING, facts: more.untold ? {} : all };
      const known = read.data as Known<F>;
      const fact = say(isSo, known);
      return {
        isSo: fact,
        remedy: say(remedy, known),
        errors: more.errors?.(known, body) ?? atField(more, fact, known, body),
        facts: more.untold || (more.errors && !more.withFacts) ? {} : all,
        retryAfter: more.retryAfter?.(known),
      };
    };
    return { statuses, title, facts, tell };
  };

const NOTHING = { errors: [], retryAfter: undefined } as const;

const say = <F extends Facts>(said: Said<F>, facts: Known<F>): string => (typeof said === 'string' ? said : said(facts));

function atField<F extends Facts>({ at, lacks }: More<F>, detail: string, facts: Known<F>, body: unknown): readonly FieldError[] {
  if (lacks !== undefined) return [{ pointer: typeof lacks === 'string' ? lacks : lacks(facts), detail }];
  const pointer = typeof at === 'function' ? at(facts, body) : at;
  return pointer !== undefined && has(body, pointer) ? [{ pointer, detail }] : [];
}

const has = (body: unknown, pointer: string): boolean =>
  pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((inner, name) => (inner as Record<string, unknown> | undefined | null)?.[name], body) !== undefined;

/** The request is malformed: what no client sends that goes by the description. */
export const malformed = entry(400);
/** Well-formed, but against a rule, whatever the state. */
export const invalid = entry(422);
export const forbidden = entry(403);
export const notFound = entry(404);
/** The state does not allow it. */
export const conflict = entry(409);
export const unavailable = entry(503);
export const withStatus = entry;

/** A pointer to a field of the change of this tranche, in a measure's body. */
export const ofChange = inList('changes', 'tranche');
/** A pointer to a field of the new terms of this offer, in a measure's body. */
export const ofTerms = inList('financing', 'offer');
/** A pointer to a field of the new target of this indicator, in a measure's body. */
export const ofResult = inList('results', 'tranche', 'code');

function inList<Key extends string>(list: string, ...keys: readonly Key[]) {
  return (field: string) =>
    (facts: { readonly [name in Key]?: unknown }, body: unknown): string | undefined => {
      const found = ((body ?? {}) as Record<string, unknown>)[list];
      const index = Array.isArray(found) ? found.findIndex((each) => keys.every((key) => each[key] === facts[key])) : -1;
      return index < 0 ? undefined : `/${list}/${index}/${field}`;
    };
}
