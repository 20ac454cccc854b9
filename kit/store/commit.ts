import type { Actor, Given } from '@junkan/proto/actor.ts';
import type { Instant } from '../pure/dates.ts';
import type { StoredEvent } from './codec.ts';
import type { Signed } from './signatures.ts';

/** One accepted command: the events that it caused, in one document, written by one insert and signed as a whole. */
export type Commit = Signed & {
  /** `<stream>@<first version, zero-padded>`: unique, so that two writers of one version cannot both win. */
  readonly _id: string;
  readonly stream: string;
  /** The kind of stream, for example `milestone`: a part of the subject. */
  readonly aggregate: string;
  readonly from: number;
  readonly to: number;
  readonly events: readonly StoredEvent[];
  readonly commandId: string;
  readonly requestHash: string;
  readonly answer: { readonly status: string };
  /** The roles by which it was decided. */
  readonly actor: Actor;
  /**
   * The delegation by which it was done in another's place, where it was. `joined`: whose acts counted as the actor's own then, as with all with whom that
   * other counts as one; absent in commits of earlier versions, for which only the giver did.
   */
  readonly given?: Given & { readonly joined?: readonly string[] };
  readonly correlationId: string;
  readonly causationId: string;
  /** The span that appended it (W3C Trace Context), where telemetry was on. */
  readonly traceparent?: string | undefined;
  /** Policy time. */
  readonly at: Instant;
  /** Milliseconds by which policy time was ahead of real time. */
  readonly clockOffset: number;
  /** The signature of the stream's commit before; '' = it is the first. */
  readonly before: string;
  /** The sequence in the event stream up to which it was published and acknowledged; 0 = not yet. */
  readonly relayed: number;
};

const WIDTH = 10;
export const commitKey = (stream: string, version: number): string => `${stream}@${String(version).padStart(WIDTH, '0')}`;
