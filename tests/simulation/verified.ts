import { relative } from 'node:path';
import { memoryMongo } from '@junkan/kit/testing/memory-mongo.fixture.ts';
import { memoryNats } from '@junkan/kit/testing/memory-nats.fixture.ts';
import { atOnce } from '@junkan/kit/testing/turn.fixture.ts';
import { viewFile } from '@junkan/kit/views/files.ts';
import { readStored, type Stored } from '@junkan/scripts/verify/facts.ts';
import { publishedEvents } from '@junkan/scripts/verify/published.ts';
import { type Verified, verifiedOver } from '@junkan/scripts/verify/verify.ts';
import { NAMESPACE, type Place, type World } from './programs.ts';

/** All that is recorded in memory. */
export const storedIn = ({ mongo }: Pick<World<Place>, 'mongo'>): Promise<Stored> => readStored(memoryMongo(mongo, atOnce), NAMESPACE);

/**
 * Checks the invariants over all that is kept in memory. Everything has to be idle. `isRunning`: whether the programs run, so that views
 * have seen all.
 */
export async function verifiedIn<At extends Place>(
  { mongo, broker, engine, views, openViews }: World<At>,
  publicKeys: string,
  isRunning = true,
): Promise<Verified> {
  const stored = await storedIn({ mongo });
  const nats = memoryNats(broker, atOnce);
  const published = publishedEvents({ nats, namespace: NAMESPACE, publicKeys });
  const files = [...openViews.keys()].map(({ path }) => viewFile(views, relative(views, path)));
  const statuses = async () => engine.statuses;
  try {
    return await verifiedOver({ stored, published, publicKeys, views: files, isRunning, stuck: [], statuses });
  } finally {
    for (const { db } of files) db.close();
  }
}
