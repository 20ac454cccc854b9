import type { z } from 'zod';
import type { FieldError } from '../problems/pointer.ts';
import { plain } from './plain.ts';
import { faultsOf } from './problem.ts';

/** `faults`: every wrong field, with a pointer into the value. `value`: the valid parts, by the shape; undefined if nothing can be read. */
export type Sound<Value> = { readonly faults: readonly FieldError[]; readonly value: Value | undefined };

/** Reads the valid parts of a value: a wrong field is reported and omitted, with the nearest enclosing field that is optional. */
export function soundPart<Shape extends z.ZodType>(shape: Shape, given: unknown): Sound<z.output<Shape>> {
  const first = shape.safeParse(given, { error: plain });
  if (first.success) return { faults: [], value: first.data };
  const faults = first.error.issues.flatMap((issue) => faultsOf('', [], issue));
  const sound = structuredClone(given);
  for (let read: z.ZodSafeParseResult<z.output<Shape>> = first; ; read = shape.safeParse(sound, { error: plain })) {
    if (read.success) return { faults, value: read.data };
    const isLess = read.error.issues
      .map((issue) =>
        pathsOf(issue)
          .map((path) => leaveOut(sound, path))
          .some(Boolean),
      )
      .some(Boolean);
    if (!isLess) return { faults, value: undefined };
  }
}

const pathsOf = (issue: z.core.$ZodIssue): (readonly PropertyKey[])[] =>
  issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];

/** Takes out the innermost field along a path that is there; entries of lists keep their places. Whether there was one. */
function leaveOut(value: unknown, path: readonly PropertyKey[]): boolean {
  const around = [value];
  for (const key of path) around.push((around.at(-1) as Record<PropertyKey, unknown> | undefined)?.[key]);
  const at = path.findLastIndex((key, index) => isObject(around[index]) && Object.hasOwn(around[index], key));
  return at >= 0 && Reflect.deleteProperty(around[at] as object, path[at] as PropertyKey);
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);
