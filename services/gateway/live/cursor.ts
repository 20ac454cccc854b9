import type { End } from '@junkan/kit/messaging/nats.ts';
import { BadRequest } from '../http/problem.ts';

/** How far each context has been read: what a client has seen, or what it may not see. */
export type Position = Record<string, End>;

const PART = /^([a-z-]{1,40})\.([0-9a-z]{1,12})\.(\d{1,15})$/;

/** For clients it is opaque: it says nothing that they may go by but where to resume, at whichever gateway. */
export const cursorOf = (position: Position): string =>
  Buffer.from(
    Object.entries(position)
      .map(([context, { origin, sequence }]) => `${context}.${origin}.${sequence}`)
      .join('~'),
  ).toString('base64url');

/**
 * Where to begin: behind what the cursor has seen, at the end without one. A context that it does not name came later than it.
 * @throws BadRequest that names the cursor, where it is none, or one of event streams that are no more.
 */
export function positionOf(cursor: string, pointer: string, ends: Position): Position {
  if (cursor === '') return { ...ends };
  const parts = Buffer.from(cursor, 'base64url')
    .toString()
    .split('~')
    .map((part) => PART.exec(part));
  const seen = new Map<string, End>();
  for (const part of parts) {
    const [, context = '', origin = '', sequence = ''] = part ?? [];
    if (!part) throw new BadRequest(400, 'CursorIsMalformed', [{ pointer, detail: 'must be the id of an event as it was sent' }]);
    seen.set(context, { origin, sequence: Number(sequence) });
  }
  const begins = Object.entries(ends).map(([context, end]) => {
    const from = seen.get(context) ?? { ...end, sequence: 0 };
    if (from.origin !== end.origin || from.sequence > end.sequence)
      throw new BadRequest(400, 'CursorIsNotKnown', [
        { pointer, detail: 'is of events that are no more: read again, and listen without it' },
      ]);
    return [context, from] as const;
  });
  return Object.fromEntries(begins);
}
