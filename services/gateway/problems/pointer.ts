/** One wrong field: where it is in the request, and the rule it breaks. */
export type FieldError = { readonly pointer: string; readonly detail: string };

/** A JSON pointer (RFC 6901) into a part of the request. */
export const pointerOf = (part: string, path: readonly PropertyKey[]): string =>
  part + path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** `milestones[0].months_after_effective`, as services name a field, as a pointer into the request. */
export const pointerTo = (field: string): string =>
  `/${field
    .replaceAll(/\[(\d+)\]/g, '/$1')
    .replaceAll('.', '/')
    .replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())}`;

/** The same field as services name it. */
export const fieldAt = (pointer: string): string =>
  pointer
    .slice(1)
    .replaceAll(/\/(\d+)(?=\/|$)/g, '[$1]')
    .replaceAll('/', '.')
    .replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
