import { createHash } from 'node:crypto';
import type { EngineSettings, MongoSettings } from '@junkan/kit/engine-settings.ts';
import { connectMongo, type Database, type MongoClient } from '@junkan/kit/mongo.ts';
import { databaseName } from '@junkan/kit/service.ts';
import type { Commit } from '@junkan/kit/store/commit.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { CONTEXTS, type Event } from '@junkan/proto/contexts.ts';
import { recognised, type Unrecognised } from '@junkan/proto/language.ts';
import { CONTEXT_NAMES, type Context as ContextName } from '@junkan/proto/programs.ts';
import { upTo } from '../operate/point.ts';

const TYPES = Object.values(CONTEXTS).flatMap(({ MESSAGES }) => Object.keys(MESSAGES) as Event['type'][]);

/** One recorded event with its position and its cause. Data is proto3 JSON, as stored. */
export type Recorded = {
  readonly stream: string;
  readonly version: number;
  /** `unrecognised`: of a version that is newer than this. */
  readonly type: Event['type'] | Unrecognised;
  // biome-ignore lint/suspicious/noExplicitAny: read as stored, on purpose without the code that wrote it
  readonly data: any;
  readonly person: string;
  readonly at: string;
};

/** By whom an event was recorded, besides what it says. */
export type Acted = Recorded & {
  readonly actor: Actor;
  readonly given?: Commit['given'];
  /** Whether it is the first of its commit. */
  readonly isFirst: boolean;
  /** The name of its type, where this version does not know it. */
  readonly unknownType?: string;
};

/** All that one context has recorded. The events are kept, since rules read them together; commits are read again whenever they are asked for. */
export type Context = {
  readonly name: string;
  readonly db: Database;
  /** In the order of their ids, in which one commit of a stream follows the other. */
  readonly commits: () => AsyncIterable<Commit>;
  readonly events: readonly Acted[];
  readonly byStream: ReadonlyMap<string, readonly Acted[]>;
};

async function* commitsOf(db: Database, until: number | undefined): AsyncGenerator<Commit> {
  const isWithin = until === undefined ? () => true : upTo(until);
  for await (const commit of db.collection<Commit>('commits').find().sort({ _id: 1 })) if (isWithin(commit)) yield commit;
}

const MAX_SHARED = 64;
const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value));

/** Copies what is said, with each short text kept once: most of what events say are ids, codes and currencies that others have said before. */
export function sharing(): <Value>(value: Value) => Value {
  const texts = new Map<string, string>();
  const shared = (value: unknown): unknown => {
    if (typeof value === 'string') {
      if (value.length > MAX_SHARED) return value;
      const known = texts.get(value) ?? value;
      texts.set(value, known);
      return known;
    }
    if (Array.isArray(value)) return value.map(shared);
    return isPlain(value) ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, shared(each)])) : value;
  };
  return (value) => shared(value) as typeof value;
}

async function readContext(context: string, db: Database, { until, kinds }: Part): Promise<Context> {
  const commits = () => commitsOf(db, until);
  const events: Acted[] = [];
  const byStream = new Map<string, Acted[]>();
  const actors = new Map<string, Actor>();
  const share = sharing();
  for await (const { stream, from, events: stored, actor: by, given, at } of commits()) {
    if (kinds && !kinds.some((kind) => stream.startsWith(`${kind}_`))) continue;
    const who = JSON.stringify(by);
    const actor = actors.get(who) ?? by;
    actors.set(who, actor);
    const ofStream = byStream.get(stream) ?? [];
    if (ofStream.length === 0) byStream.set(stream, ofStream);
    for (const [index, { type: name, data }] of stored.entries()) {
      const type = recognised(TYPES, name);
      const event: Acted = {
        stream: share(stream),
        version: from + index,
        type,
        data: share(data),
        person: actor.person,
        at,
        actor,
        ...(given ? { given } : {}),
        isFirst: index === 0,
        ...(type === 'unrecognised' ? { unknownType: name } : {}),
      };
      events.push(event);
      ofStream.push(event);
    }
  }
  return { name: context, db, commits, events, byStream };
}

export type Stored = Readonly<Record<ContextName, Context>>;

/** Up to which moment of real time, and the events of which kinds of streams; all, where nothing is said. */
type Part = { readonly until?: number | undefined; readonly kinds?: readonly string[] };

/** All that is stored, or a part of it. */
export async function readStored(mongo: Pick<MongoClient, 'db'>, namespace: string, part: Part = {}): Promise<Stored> {
  const stored = new Map<string, Context>();
  for (const name of CONTEXT_NAMES) stored.set(name, await readContext(name, mongo.db(databaseName(namespace, name)), part));
  return Object.fromEntries(stored) as Stored;
}

/** What is stored, and the workflows' own notes, for as long as the work takes. */
export async function withStored<Result>(
  settings: MongoSettings & Pick<EngineSettings, 'JUNKAN_NAMESPACE'>,
  work: (read: (part?: Part) => Promise<Stored>, workflows: Database, db: (context: ContextName) => Database) => Promise<Result>,
): Promise<Result> {
  const { JUNKAN_NAMESPACE: namespace } = settings;
  const mongo = await connectMongo(settings);
  const db = (name: string) => mongo.db(databaseName(namespace, name));
  try {
    return await work((part) => readStored(mongo, namespace, part), db('workflows'), db);
  } finally {
    await mongo.close();
  }
}

/** The streams of one kind, with their events in order. */
export const streamsOf = ({ byStream }: Context, prefix: string): [string, readonly Recorded[]][] =>
  [...byStream].filter(([stream]) => stream.startsWith(`${prefix}_`));

/** In lower-case hexadecimal. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export const minor = (money: { amount?: string } | undefined): bigint => BigInt(money?.amount ?? 0);

/** The result of a check: how many things it checked, and the name of each that is broken. */
export type Finding = {
  readonly checked: number;
  readonly broken: readonly string[];
  /** What was found while the services ran, and was not there before or after: work that was not at its end. */
  readonly underWay?: readonly string[];
};

/** By how much the clocks of two machines may differ: what was recorded that close together may have been read in either order. */
export const SKEW_MS = 60_000;

/** Collects what a check finds. */
export function finding() {
  let checked = 0;
  const broken: string[] = [];
  return {
    check(holds: boolean, fault: () => string): void {
      checked += 1;
      if (!holds) broken.push(fault());
    },
    result: (): Finding => ({ checked, broken }),
  };
}
