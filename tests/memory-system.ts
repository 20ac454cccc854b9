import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { EDGE } from '@junkan/gateway/wire.ts';
import { ResourceStack } from '@junkan/kit/lifecycle.ts';
import { eventStreamName } from '@junkan/kit/messaging/nats.ts';
import type { Database } from '@junkan/kit/mongo.ts';
import { databaseName } from '@junkan/kit/service.ts';
import { memoryMongo } from '@junkan/kit/testing/memory-mongo.fixture.ts';
import { memoryNats } from '@junkan/kit/testing/memory-nats.fixture.ts';
import { Network } from '@junkan/kit/testing/memory-network.fixture.ts';
import { atOnce } from '@junkan/kit/testing/turn.fixture.ts';
import { type Context, PROGRAM_NAMES } from '@junkan/proto/programs.ts';
import { connect } from '@junkan/scripts/main-job/api.ts';
import type { Verified } from '@junkan/scripts/verify/verify.ts';
import { envOf, isSettled, NAMESPACE, newWorld, type Place, startIn } from './simulation/programs.ts';
import { storedIn, verifiedIn } from './simulation/verified.ts';
import { newIssuerKey, recordedIn, usualLog } from './test-system.ts';

export type MemorySystem = Awaited<ReturnType<typeof startMemorySystem>>;

/**
 * The whole system in this process, with HTTP and time as they are, and in memory what engines are for: for what the programs decide,
 * whatever they stand on.
 */
export async function startMemorySystem({ env = {} }: { readonly env?: Readonly<Record<string, string>> } = {}) {
  const issuerKey = newIssuerKey();
  const log = usualLog();
  const world = newWorld<Place>({ network: new Network(), log, edge: () => ({ tokens: EDGE.tokens, listen: EDGE.listen }) });
  const settingsOf = envOf(world.views, { JUNKAN_ISSUER_KEY: JSON.stringify(issuerKey), ...env });
  const opened = new ResourceStack(log);
  let isRunning = true;
  let address = '';
  for (const program of PROGRAM_NAMES) {
    const settings =
      program === 'gateway' ? { ...settingsOf.gateway, JUNKAN_LISTEN: env['JUNKAN_LISTEN'] ?? '127.0.0.1:0' } : settingsOf[program];
    const place = newPlace();
    const running = await startIn(world, place, program, settings);
    opened.defer(program, async () => {
      await running.close();
      place.leave();
    });
    await running.ready;
    address = `http://${running.address}`;
  }
  const mongo = memoryMongo(world.mongo, atOnce);
  const database = (context: Context | 'workflows'): Database => mongo.db(databaseName(NAMESPACE, context));
  const stop = async (): Promise<void> => {
    isRunning = false;
    await opened.close();
  };
  return {
    address,
    api: connect(address),
    issuerKey,
    database,
    /** The settings of each program. */
    settings: settingsOf,
    /** A connection to the broker. */
    nats: memoryNats(world.broker, atOnce),
    views: world.views,
    /** Keeps what a context publishes from the views of all, until the answer is called. */
    holdViews: (context: Context): (() => void) => world.broker.stream(eventStreamName(NAMESPACE, context)).hold(),
    ...recordedIn(database),
    /** How often each workflow was woken. */
    signals: () => world.engine.signals,
    /** All that is recorded. */
    stored: () => storedIn(world),
    /** Once all that was begun has come to its end: what was answered just now may not be published yet. */
    async verify(): Promise<Verified> {
      while (isRunning && !isSettled(world)) await sleep(10);
      return verifiedIn(world, settingsOf.gateway['JUNKAN_INTERNAL_PUBLIC_KEYS'] ?? '', isRunning);
    },
    /** Stops the programs; what they stored stays. */
    stop,
    async close(): Promise<void> {
      await stop();
      rmSync(world.views, { recursive: true, force: true });
    },
  };
}

/** The environment of a program until it is stopped: nothing keeps its external effects from happening. */
function newPlace(): Place & { leave(): void } {
  const listeners: (() => void)[] = [];
  return {
    isDead: false,
    turn: atOnce,
    turns: () => atOnce,
    onDeath: (listener) => void listeners.push(listener),
    leave() {
      for (const listener of listeners.splice(0)) listener();
    },
  };
}
