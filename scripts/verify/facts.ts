import type { EngineSettings, MongoSettings } from '@junkan/kit/engine-settings.ts';
import { connectMongo, type Database, type MongoClient } from '@junkan/kit/mongo.ts';
import { databaseName } from '@junkan/kit/service.ts';
import type { Commit } from '@junkan/kit/store/commit.ts';
import { CONTEXTS, type Event } from '@junkan/proto/contexts.ts';
import { recognised, type Unrecognised } from '@junkan/proto/language.ts';
import { CONTEXT_NAMES, type Context as ContextName } from '@junkan/proto/programs.ts';

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

/** All that one context has recorded. */
export type Context = {
  readonly name: string;
  readonly db: Database;
  readonly commits: readonly Commit[];
  readonly events: readonly Recorded[];
  readonly byStream: ReadonlyMap<string, readonly Recorded[]>;
};

async function readContext(name: string, db: Database): Promise<Context> {
  const commits = await db.collection<Commit>('commits').find().sort({ _id: 1 }).toArray();
  const events = commits.flatMap(({ stream, from, events: stored, actor, at }) =>
    stored.map(({ type, data }, index) => ({
      stream,
      version: from + index,
      type: recognised(TYPES, type),
      data,
      person: actor.person,
      at,
    })),
  );
  return { name, db, commits, events, byStream: Map.groupBy(events, ({ stream }) => stream) };
}

export type Stored = Readonly<Record<ContextName, Context>>;

/** All that is stored. */
export async function readStored(mongo: Pick<MongoClient, 'db'>, namespace: string): Promise<Stored> {
  const read = (context: string) => readContext(context, mongo.db(databaseName(namespace, context)));
  const stored = new Map<string, Context>();
  for (const name of CONTEXT_NAMES) stored.set(name, await read(name));
  return Object.fromEntries(stored) as Stored;
}

/** All that is stored, and the workflows' own notes, for as long as the work takes. */
export async function withStored<Result>(
  settings: MongoSettings & Pick<EngineSettings, 'JUNKAN_NAMESPACE'>,
  work: (stored: Stored, workflows: Database) => Promise<Result>,
): Promise<Result> {
  const mongo = await connectMongo(settings);
  try {
    const stored = await readStored(mongo, settings.JUNKAN_NAMESPACE);
    return await work(stored, mongo.db(databaseName(settings.JUNKAN_NAMESPACE, 'workflows')));
  } finally {
    await mongo.close();
  }
}

/** The streams of one kind, with their events in order. */
export const streamsOf = ({ byStream }: Context, prefix: string): [string, readonly Recorded[]][] =>
  [...byStream].filter(([stream]) => stream.startsWith(`${prefix}_`));

export const minor = (money: { amount?: string } | undefined): bigint => BigInt(money?.amount ?? 0);

/** The result of a check: how many things it checked, and the name of each that is broken. */
export type Finding = { readonly checked: number; readonly broken: readonly string[] };

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
