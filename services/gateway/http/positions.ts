import type { Call } from '@junkan/kit/call.ts';
import { MAX_POSITIONS } from '@junkan/kit/grpc/position.ts';
import type { Request, Response } from 'express';
import { BadRequest } from './problem.ts';
import { positionShape } from './schemas.ts';

export const POSITION = 'Junkan-Position';

/** What a caller has seen, and what it is told to have seen since: whatever was asked for the answer, each part from where it was read. */
export function positions(request: Request, response: Response): Pick<Call, 'seen' | 'onPosition'> {
  const given = positionShape.safeParse(request.header(POSITION) ?? '');
  if (!given.success) throw new BadRequest(400, 'PositionIsMalformed', [{ pointer: `#header/${POSITION}`, detail: RULE }]);
  const seen = new Set<string>();
  return {
    seen: given.data,
    onPosition(position) {
      seen.add(position);
      response.set(POSITION, [...seen].join(','));
    },
  };
}

const RULE = `must be what answers have told in it, ${MAX_POSITIONS} at most with commas between`;
