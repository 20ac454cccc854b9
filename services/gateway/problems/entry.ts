import { type Facts, factsShape, type Known } from './facts.ts';
import type { FieldError } from './pointer.ts';

/** A type of problem. What is said of it is in `words`, unless only programs meet it. */
export type Entry<F extends Facts = Facts> = {
  /** Usually one; a few come with several. */
  readonly statuses: readonly number[];
  readonly facts: F;
  /** Whether facts are those of this version. */
  readonly knows: (facts: unknown) => boolean;
  /** `body` is that of the command; `isSo` is what is said at the field at fault. */
  readonly answerOf: (facts: unknown, body: unknown, isSo: string) => Answer;
  /** What is said, in English, to those who write programs. */
  readonly toPrograms?: ToPrograms;
};

/** By the name of its rejection; `title` names the fact, without its figures. */
export type Titled = Entry & { readonly type: string; readonly title: string };

type ToPrograms = (facts: unknown) => {
  /** The reason; undefined if the facts that it needs are missing. */
  readonly isSo: string;
  /** What to do next. */
  readonly remedy: string;
};

type Answer = {
  readonly errors: readonly FieldError[];
  /** The facts of the answer: those that are reported as `errors` are omitted. */
  readonly facts: Record<string, unknown>;
  /** In seconds: the same request may be accepted then. */
  readonly retryAfter: number | undefined;
};

type More<F extends Facts> = {
  /** The wrong field in the body of the command, the first of these that the body has, if it has one: some rules apply to several commands. */
  readonly at?: string | readonly string[] | ((facts: Known<F>, body: unknown) => string | undefined);
  /** The field that the body lacks. */
  readonly lacks?: string | ((facts: Known<F>, body: unknown) => string);
  /** The fields at fault, in the place of the facts. */
  readonly errors?: (facts: Known<F>, body: unknown) => readonly FieldError[];
  /** The facts are also reported next to these fields. */
  readonly withFacts?: true;
  readonly retryAfter?: (facts: Known<F>) => number | undefined;
  /** Internal errors are not disclosed. */
  readonly untold?: true;
};

/** An entry: the facts with examples, and where they are shown otherwise than as facts. */
const entry =
  (...statuses: readonly number[]) =>
  <F extends Facts>(facts: F, more: More<F> = {}): Entry<F> => {
    const shape = factsShape(facts);
    const answerOf = (given: unknown, body: unknown, isSo: string): Answer => {
      const all = (given ?? {}) as Record<string, unknown>;
      const read = shape.safeParse(all);
      // Facts of another version of a service.
      if (!read.success) return { errors: [], retryAfter: undefined, facts: more.untold ? {} : all };
      const known = read.data as Known<F>;
      return {
        errors: more.errors?.(known, body) ?? atField(more, isSo, known, body),
        facts: more.untold || (more.errors && !more.withFacts) ? {} : all,
        retryAfter: more.retryAfter?.(known),
      };
    };
    return { statuses, facts, knows: (given) => shape.safeParse(given ?? {}).success, answerOf };
  };

type Said<F extends Facts> = string | ((facts: Known<F>) => string);

/** An entry that only programs meet, with its title, what is so and what to do next, in English. */
export function toPrograms<F extends Facts>(
  title: string,
  of: Entry<F>,
  isSo: Said<F>,
  remedy: Said<F>,
): Entry<F> & { readonly title: string } {
  const shape = factsShape(of.facts);
  const said = (given: unknown): ReturnType<ToPrograms> => {
    const read = shape.safeParse(given ?? {});
    // What does not rest on the facts is said all the same.
    if (!read.success) return { isSo: '', remedy: typeof remedy === 'string' ? remedy : '' };
    const known = read.data as Known<F>;
    return { isSo: say(isSo, known), remedy: say(remedy, known) };
  };
  return { ...of, title, toPrograms: said };
}

const say = <F extends Facts>(said: Said<F>, facts: Known<F>): string => (typeof said === 'string' ? said : said(facts));

function atField<F extends Facts>({ at, lacks }: More<F>, detail: string, facts: Known<F>, body: unknown): readonly FieldError[] {
  if (lacks !== undefined) return [{ pointer: typeof lacks === 'string' ? lacks : lacks(facts, body), detail }];
  const pointers = [typeof at === 'function' ? at(facts, body) : at].flat();
  const pointer = pointers.find((each) => each !== undefined && has(body, each));
  return pointer === undefined ? [] : [{ pointer, detail }];
}

export const has = (body: unknown, pointer: string): boolean =>
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
