import { connectMongo } from '@junkan/kit/mongo.ts';
import { databaseName } from '@junkan/kit/service.ts';
import type { Commit } from '@junkan/kit/store/commit.ts';
import { CONTEXT_NAMES } from '@junkan/proto/programs.ts';
import type { Reached } from '../operate/installation.ts';
import { type Asked, KINDS, type Kind, type Operations } from './operations.ts';

type Use = { readonly time: number; readonly count: number };
type Totals = Readonly<Record<string, Readonly<Record<Kind, Use>>>>;

/** As the server itself counts it. Nothing where it does not show this account, or does not count. */
export async function askedSoFar(settings: Reached): Promise<Asked | undefined> {
  const mongo = await connectMongo(settings);
  try {
    const databases = CONTEXT_NAMES.map((context) => databaseName(settings.JUNKAN_NAMESPACE, context));
    const commands = await Promise.all(databases.map((name) => mongo.db(name).collection<Commit>('commits').countDocuments()));
    const { totals } = (await mongo.db('admin').command({ top: 1 })) as unknown as { totals: Totals };
    const own = [...databases, databaseName(settings.JUNKAN_NAMESPACE, 'workflows')];
    const operations = Object.entries(totals)
      .filter(([collection]) => own.includes(collection.split('.')[0] ?? ''))
      .flatMap(([collection, uses]) => KINDS.map((kind) => operationsOf(collection, kind, uses[kind])));
    return { operations, commands: commands.reduce((sum, count) => sum + count, 0) };
  } catch {
    return undefined;
  } finally {
    await mongo.close();
  }
}

const operationsOf = (collection: string, kind: Kind, { count, time }: Use): Operations => ({
  collection,
  kind,
  count: Number(count),
  microseconds: Number(time),
});
