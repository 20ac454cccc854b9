import type { DatabaseSync } from 'node:sqlite';

/** An event as a view sees it: decoded from the feed, verified as signed by the owner of its context. */
export type ViewEvent = {
  readonly context: string;
  readonly aggregate: string;
  readonly stream: string;
  /** The event's version in its stream, from 1 without a gap. */
  readonly version: number;
  readonly type: string;
  /** The schema version of `data`. */
  readonly schema: number;
  /** The event as proto3 JSON. */
  readonly data: Record<string, unknown>;
  /** Instant of recording, in policy time. */
  readonly at: string;
  readonly actor: string;
  readonly correlationId: string;
  readonly causationId: string;
  /** Milliseconds by which policy time was ahead of real time. */
  readonly clockOffset: number;
  /** Sequence of its message in the JetStream stream of its context: the same in every replica. */
  readonly sequence: number;
  /** Its place in that message, from 0. */
  readonly place: number;
};

/**
 * The rows of a view within one transaction. `fold` receives each event once, in the order of its stream; `write` writes each row that was
 * touched, once; `forget` drops what is cached, because the transaction was rolled back. Both may be repeated after that, so neither keeps
 * state that `forget` does not drop.
 *
 * `fold` throws for what it cannot understand: that event is parked. So is one whose row no table takes, but do not count on it: of several
 * events in one transaction only the last row is written, and which these are differs between replicas.
 */
export type Rows = { fold(event: ViewEvent): void; write(): void; forget(): void };

/**
 * A read model in a local SQLite file `<name>-<schema>.db`. The module that exports it as `view` is imported by the service and by
 * the thread that writes. Its tables must not be called position, stream, held, parked or made.
 */
export type View = {
  /** Lower-case letters, digits and hyphens. */
  readonly name: string;
  /** Lower-case letters and digits. It changes whenever the rows of the same events would: with a fold, or with `ddl`. A new schema is built from the first event. */
  readonly schema: string;
  /** The contexts whose events it is folded from. */
  readonly contexts: readonly string[];
  /** The tables (STRICT) and indexes. */
  readonly ddl: string;
  rows(db: DatabaseSync): Rows;
};
