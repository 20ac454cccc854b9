import type { StoredEvent } from './codec.ts';

/** What is kept from being recorded for now: what of it this version knows, and a replica of some program does not. */
export type Withheld = { readonly names: ReadonlySet<string> };

/** The first thing in events that is withheld: a kind, a field or a code of one. */
export function withheldOf(events: () => readonly StoredEvent[], { names }: Withheld): string | undefined {
  if (names.size === 0) return undefined;
  for (const { type, data } of events()) for (const name of namesIn(type, data)) if (names.has(name)) return name;
  return undefined;
}

/** All that an event says, as the contracts name it: a field that is absent says nothing. */
function* namesIn(path: string, value: unknown): Generator<string> {
  if (typeof value === 'string') yield `${path}=${value}`;
  if (Array.isArray(value)) for (const each of value) yield* namesIn(path, each);
  else {
    yield path;
    if (typeof value === 'object' && value !== null)
      for (const [field, inner] of Object.entries(value)) yield* namesIn(`${path}.${field}`, inner);
  }
}
