import type { RecordedEvent } from '@junkan/proto/junkan/common/v1/common.ts';
import type { Commit } from './commit.ts';

/** The events of a commit as they are told to whoever asks for a history. */
export const recordedIn = ({ stream, from, events, at, actor, correlationId, causationId }: Commit): RecordedEvent[] =>
  events.map(({ type, data }, index) => ({
    stream,
    version: from + index,
    type,
    at,
    actor: actor.person,
    correlationId,
    causationId,
    data: JSON.stringify(data),
  }));
