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

type Place = Pick<RecordedEvent, 'at' | 'stream' | 'version'>;

/** Orders events of several streams by policy time, and those of one moment by their streams. */
export const inOrder = (a: Place, b: Place): number => compare(a.at, b.at) || compare(a.stream, b.stream) || a.version - b.version;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
