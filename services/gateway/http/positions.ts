import type { Call } from '@junkan/kit/call.ts';
import { MAX_POSITIONS } from '@junkan/kit/grpc/position.ts';
import type { Request, Response } from 'express';
import { BadRequest } from './problem.ts';
import { positionShape } from './schemas.ts';

export const POSITION = 'Junkan-Position';
export const BEHIND = 'Junkan-Behind';

/** The positions that a caller has seen, and those of an answer: the position of every view that was read for it. */
export function positions(request: Request, response: Response): Pick<Call, 'seen' | 'onPosition'> {
  const given = positionShape.safeParse(request.header(POSITION) ?? '');
  if (!given.success) throw new BadRequest(400, 'PositionIsMalformed', [{ pointer: `#header/${POSITION}`, detail: RULE }]);
  const seen = new Set<string>();
  let most = 0;
  return {
    seen: given.data,
    onPosition(position, behind) {
      most = Math.max(most, behind);
      if (most > 0) response.set(BEHIND, String(most));
      seen.add(position);
      response.set(POSITION, [...seen].join(','));
    },
  };
}

const RULE = `must be values from earlier answers, ${MAX_POSITIONS} at most with commas between`;
