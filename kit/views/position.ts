import type { DatabaseSync } from 'node:sqlite';
import type { End } from '../messaging/nats.ts';

/** How far the feed of each context was read. */
export type Position = Readonly<Record<string, End>>;

export function positionIn(db: Pick<DatabaseSync, 'prepare'>): Position {
  const rows = db.prepare('SELECT context, origin, sequence FROM position ORDER BY context').all();
  return Object.fromEntries(
    rows.map(({ context, origin, sequence }) => [String(context), { origin: String(origin), sequence: Number(sequence) }]),
  );
}

const PART = /^([a-z-]{1,40})\.([0-9a-z]{1,12})\.(\d{1,15})$/;
const MAX_CONTEXTS = 32;

/** A position as clients carry it. For them it is opaque. */
export const tokenOf = (position: Position): string =>
  Buffer.from(
    Object.entries(position)
      .map(([context, { origin, sequence }]) => `${context}.${origin}.${sequence}`)
      .join('~'),
  ).toString('base64url');

/** The position that a token carries, or nothing where it is none. The empty one is that of a view that has read nothing. */
export function positionOf(token: string): Position | undefined {
  if (token === '') return {};
  const parts = Buffer.from(token, 'base64url').toString().split('~');
  if (parts.length > MAX_CONTEXTS) return undefined;
  const found = parts.map((part) => PART.exec(part));
  if (found.includes(null)) return undefined;
  return Object.fromEntries(found.map((part) => [part?.[1] ?? '', { origin: part?.[2] ?? '', sequence: Number(part?.[3]) }]));
}

const madeAt = (origin: string): number => Number.parseInt(origin, 36);

/**
 * Whether a position has reached another, in these contexts. Sequences of two JetStream streams of one name are not comparable, but a later
 * stream contains everything that is left of the earlier one, so its reader is ahead.
 */
export const hasReached = (contexts: readonly string[], position: Position, wanted: Position): boolean =>
  contexts.every((context) => {
    const asked = wanted[context];
    if (!asked) return true;
    const { origin, sequence } = position[context] ?? { origin: asked.origin, sequence: 0 };
    return asked.origin === origin ? sequence >= asked.sequence : madeAt(origin) > madeAt(asked.origin);
  });
