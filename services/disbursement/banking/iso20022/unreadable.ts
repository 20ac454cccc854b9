import type { Element } from './tree.ts';

/**
 * A valid file with a value that cannot be used: an amount with more decimal places than its currency has, an unknown currency, a missing
 * field.
 */
export type Unreadable = {
  readonly type: 'ValueIsUnreadable';
  readonly field: string;
  readonly line: number;
  readonly value: string;
};
export type Reading<Content> = { readonly ok: true; readonly content: Content } | { readonly ok: false; readonly refusal: Unreadable };

/** Ends the reading of a file from within; it never leaves the reader. */
class Stop extends Error {
  readonly refusal: Unreadable;
  constructor(refusal: Unreadable) {
    super(refusal.type);
    this.refusal = refusal;
  }
}

export function unreadable(field: string, { line, text }: Pick<Element, 'line' | 'text'>): never {
  throw new Stop({ type: 'ValueIsUnreadable', field, line, value: text });
}

export function reading<Content>(read: () => Content): Reading<Content> {
  try {
    return { ok: true, content: read() };
  } catch (error) {
    if (error instanceof Stop) return { ok: false, refusal: error.refusal };
    throw error;
  }
}
