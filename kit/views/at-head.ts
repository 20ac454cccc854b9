import { setTimeout as sleep } from 'node:timers/promises';
import { batching } from '../batching.ts';
import { NOT_READY } from '../grpc/wire-format.ts';
import type { Log } from '../log.ts';
import type { End } from '../messaging/nats.ts';
import type { Database } from '../mongo.ts';
import { ProblemError } from '../problem.ts';
import type { Commit } from '../store/commit.ts';
import type { OpenView } from './open-view.ts';
import { positionOf, tokenOf } from './position.ts';
import type { ViewEvent } from './view.ts';
import type { Awaited } from './waits.ts';

type Read = Pick<OpenView, 'path' | 'position' | 'waitFor' | 'parked' | 'isStale'>;
/** The record of a context, and the end of its feed at the broker. */
type Recorded = { readonly db: Database; readonly context: string; readonly end: () => Promise<End | undefined>; readonly log: Log };
type Unread = Pick<Commit, 'stream' | 'to'>;
type Head = { readonly published: (Unread & Pick<Commit, 'relayed'>) | null; readonly unrelayed: readonly Unread[] };

const LIMIT_MS = 4_000;
/** Waits for decisions are counted apart from those of persons. */
const FOR_DECISIONS = 'decisions';

/**
 * Waits until views hold all that was recorded in a context before it was asked, by whichever replica: so that a decision may rest on their
 * rows as on streams. Those who ask at the same time wait once. `aggregates`: the only ones that the views are made of; without them, all.
 * @throws ProblemError where they do not come to it in time, or lack what they could not take.
 */
export function atHead({ db, context, end, log }: Recorded, views: readonly Read[], aggregates?: readonly string[]): () => Promise<void> {
  const commits = db.collection<Commit>('commits');

  /** Places in a feed that was lost are none in the one that was made in its place: a view that has read another one is built again. */
  function requireSameFeed(feed: End | undefined): void {
    const origin = feed?.origin;
    const isOther = (view: Read): boolean => {
      const read = view.position()[context]?.origin;
      return origin !== undefined && read !== undefined && read !== origin;
    };
    if (views.some((view) => view.isStale || isOther(view))) throw behind();
  }
  const projection = { stream: 1, to: 1 } as const;

  /** What some of the views have not read yet. */
  async function lacking(of: readonly string[]): Promise<Head> {
    const aggregate = { $in: [...of] };
    // In this order: what is published meanwhile is in one of them.
    const unrelayed = await commits.find({ relayed: 0, aggregate }, { projection }).toArray();
    const feed = await end();
    requireSameFeed(feed);
    const furthest = Math.min(...views.map((view) => view.position()[context]?.sequence ?? 0));
    if (feed && feed.sequence <= furthest) return { unrelayed, published: null };
    const unread = await commits.find({ relayed: { $gt: furthest }, aggregate }, { projection }).toArray();
    return { unrelayed: [...unrelayed, ...unread], published: null };
  }

  async function head(): Promise<Head> {
    requireSameFeed(await end());
    // In this order: what is published meanwhile is in one of them.
    const unrelayed = await commits.find({ relayed: 0 }, { projection }).toArray();
    const published = await commits.findOne(
      { relayed: { $gt: 0 } },
      { sort: { relayed: -1 }, projection: { stream: 1, to: 1, relayed: 1 } },
    );
    return { unrelayed, published };
  }

  /** `waits`: what it waits for now, for who has to know what it does not come to. */
  async function reach(view: Read, { published, unrelayed }: Head, waits: Map<Read, Awaited>): Promise<void> {
    // One that does not understand a stream does not come to its end either.
    const [parked] = view.parked().events;
    if (parked) throw notRecognised(parked.event);
    for (const each of [...placeOf(view, published), ...unrelayed.map(versionOf)]) {
      waits.set(view, each);
      if ((await view.waitFor(each, FOR_DECISIONS)) !== 'reached') throw behind();
    }
    waits.delete(view);
  }

  const nameOf = (awaited: Awaited): string =>
    typeof awaited === 'string'
      ? `event ${positionOf(awaited)?.[context]?.sequence} of ${context}`
      : `${awaited.stream}@${awaited.version} of ${context}`;

  function noteLacking(waits: ReadonlyMap<Read, Awaited>): void {
    const lacking = [...waits].map(([{ path }, awaited]) => ({ view: path, lacks: nameOf(awaited) }));
    if (lacking.length > 0)
      log.warn(
        { lacking },
        'nothing is decided about money until the views have this: where it stays so, npm run junkan -- verify says what is wrong with it',
      );
  }

  /** What was published last; in a feed that the view has begun to read, by its place. */
  function placeOf(view: Read, published: Head['published']): Awaited[] {
    if (!published) return [];
    const origin = view.position()[context]?.origin;
    return [origin === undefined ? versionOf(published) : tokenOf({ [context]: { origin, sequence: published.relayed } })];
  }

  const reached = batching(async (asked: readonly undefined[]) => {
    const limit = new AbortController();
    const late = sleep(LIMIT_MS, undefined, { signal: limit.signal }).then(() => Promise.reject(behind()));
    late.catch(() => undefined);
    const waits = new Map<Read, Awaited>();
    try {
      const now = await (aggregates ? lacking(aggregates) : head());
      await Promise.race([late, Promise.all(views.map((view) => reach(view, now, waits)))]);
    } catch (error) {
      noteLacking(waits);
      throw error;
    } finally {
      limit.abort();
    }
    return asked.map(() => undefined);
  });
  return () => reached(undefined);
}

const versionOf = ({ stream, to }: Unread): Awaited => ({ stream, version: to });

const notRecognised = ({ stream, version, type }: ViewEvent): ProblemError =>
  new ProblemError({ kind: 'unavailable', type: 'EventIsNotRecognised', data: { item: `${stream}@${version}`, event: type } });

/** Another replica may be further. */
const behind = (): ProblemError => new ProblemError({ kind: 'unavailable', type: NOT_READY, data: {} });
