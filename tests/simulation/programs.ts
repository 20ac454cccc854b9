import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changesLoaded } from '@junkan/client/operations.ts';
import type { Edge } from '@junkan/gateway/wire.ts';
import { readConfig } from '@junkan/kit/config.ts';
import { dialler } from '@junkan/kit/grpc/dial.ts';
import type { Infrastructure } from '@junkan/kit/infrastructure.ts';
import { type KeySettings, newKeys } from '@junkan/kit/keys.ts';
import type { Log } from '@junkan/kit/log.ts';
import { eventStreamName } from '@junkan/kit/messaging/nats.ts';
import { databaseName, type RunningService } from '@junkan/kit/service.ts';
import { MongoServer, memoryMongo } from '@junkan/kit/testing/memory-mongo.fixture.ts';
import { Broker, memoryNats } from '@junkan/kit/testing/memory-nats.fixture.ts';
import type { Host, Network } from '@junkan/kit/testing/memory-network.fixture.ts';
import { viewInProcess } from '@junkan/kit/testing/memory-view.fixture.ts';
import type { Turn } from '@junkan/kit/testing/turn.fixture.ts';
import type { OpenView } from '@junkan/kit/views/open-view.ts';
import { gazetteer } from '@junkan/project-registry/gazetteer.ts';
import { addressSettingOf, CONTEXT_NAMES, PROGRAM_NAMES, type Program } from '@junkan/proto/programs.ts';
import { SETTINGS, type Wire, wireOf } from '@junkan/scripts/start/programs.ts';
import { newCertificateKey } from '@junkan/scripts/start/secrets.ts';
import type { WorkflowInfrastructure } from '@junkan/workflows/wire.ts';
import { MongoNetworkError } from 'mongodb';
import { TOKYO } from '../signatory.ts';
import { VIEWS } from '../views.ts';
import { WorkflowEngine } from './workflow-engine.ts';

// Every program with its own code, on what is kept in memory.

export const NAMESPACE = 'simulated';

/** Where a program runs: what it does outside itself takes a turn, and has no effect once the program has died. */
export type Place = Host & {
  /** `outage`: what it sees where something outside it does not answer. */
  turns(outage: (what: string) => Error): Turn;
  readonly isDead: boolean;
};

/** What outlives the programs: what they store, publish and wait for, and the ways to them. */
export type World<At extends Place> = {
  readonly mongo: MongoServer;
  readonly broker: Broker;
  readonly network: Network;
  readonly engine: WorkflowEngine;
  readonly views: string;
  readonly openViews: Map<OpenView, { readonly place: At; readonly contexts: readonly string[] }>;
  readonly log: Log;
  /** How the gateway is reached, and how it identifies its callers. */
  readonly edge: (place: At) => Pick<Edge, 'tokens' | 'listen'>;
};

export const newWorld = <At extends Place>(parts: Pick<World<At>, 'network' | 'log' | 'edge'>): World<At> => ({
  mongo: new MongoServer(),
  broker: new Broker(),
  engine: new WorkflowEngine(),
  views: mkdtempSync(join(tmpdir(), 'junkan-simulated-')),
  openViews: new Map(),
  ...parts,
});

/** Whether nothing is under way: outboxes empty, all events read, workflows waiting. */
export function isSettled<At extends Place>({ mongo, broker, engine, openViews }: World<At>): boolean {
  if (!engine.isIdle) return false;
  for (const context of CONTEXT_NAMES) {
    if (mongo.collection(databaseName(NAMESPACE, context), 'commits').find({ relayed: 0 }).length > 0) return false;
    const stream = broker.stream(eventStreamName(NAMESPACE, context));
    for (const { pending, unacknowledged } of stream.durables.values()) if (pending + unacknowledged > 0) return false;
  }
  for (const [view, { contexts }] of openViews) {
    const position = view.position();
    const isBehind = (context: string): boolean =>
      (position[context]?.sequence ?? 0) < broker.stream(eventStreamName(NAMESPACE, context)).last;
    if (contexts.some(isBehind)) return false;
  }
  return true;
}

/** Loaded beforehand, as the views are: what is loaded late comes at a time of its own. */
const WIRES = Object.fromEntries(
  await Promise.all(PROGRAM_NAMES.map(async (program) => [program, await wireOf(program)] as const)),
) as Readonly<Record<Program, Wire>>;

// Places and their time zones are read with the first that is asked for, and where changes are sent to, with the first of them.
await gazetteer().facts(TOKYO);
await changesLoaded();

const mongoOutage = (what: string): Error => new MongoNetworkError(`${what}: the connection broke`);

/** What any program may ask for. */
type Reached = Infrastructure & WorkflowInfrastructure & Edge;

function reachedIn<At extends Place>(world: World<At>, place: At): Reached {
  const { mongo, broker, network, engine, openViews } = world;
  const nats = memoryNats(broker, place.turn, place.onDeath);
  return {
    connectMongo: async () => memoryMongo(mongo, place.turns(mongoOutage)),
    connectNats: async () => nats,
    serve: (services, options) => network.serve(place, services, options),
    dialler: (address, parts) => dialler(address, parts, network.channel(place, address)),
    async openView(options) {
      const view = VIEWS.get(options.module.href);
      if (!view) throw new Error(`the view ${options.module.pathname} is not where views are: services/*/*/view.ts`);
      const opened = await viewInProcess(place, nats, view, options);
      if (!place.isDead) openViews.set(opened, { place, contexts: view.contexts });
      return opened;
    },
    // All are of one version.
    announceReplica: async () => ({ close: async () => undefined }),
    announceWriter: async () => ({ names: new Set(), close: async () => undefined }),
    connectTemporal: async () => ({ client: engine.client(place.turn), close: async () => undefined }),
    startWorker: async (_, __, activities) => engine.work(place, activities as never),
    ...world.edge(place),
  };
}

export type Env = Readonly<Record<string, string>>;

/** @throws where it meets an outage. */
export async function startIn<At extends Place>(world: World<At>, place: At, program: Program, env: Env): Promise<RunningService> {
  return WIRES[program].start(readConfig(SETTINGS[program], env), world.log, reachedIn(world, place));
}

const FIRST_PORT = 4_000;
/** One for all: making it takes long. */
const CERTIFICATE_KEY = newCertificateKey();

/** The settings of each program. */
export function envOf(views: string, more: Env = {}): Readonly<Record<Program, Env & KeySettings>> {
  const keys = newKeys(PROGRAM_NAMES);
  const addressOf = (program: Program): string => `127.0.0.1:${FIRST_PORT + PROGRAM_NAMES.indexOf(program)}`;
  const addresses = PROGRAM_NAMES.map((program) => [addressSettingOf(program), addressOf(program)] as const);
  const common: Env = {
    ...Object.fromEntries(addresses),
    JUNKAN_MONGO_URL: 'mongodb://in-memory',
    JUNKAN_NATS_URL: 'nats://memory:4222',
    JUNKAN_TEMPORAL_ADDRESS: '127.0.0.1:7233',
    JUNKAN_NAMESPACE: NAMESPACE,
    JUNKAN_TRIAL: 'true',
    JUNKAN_ISSUER_KEY: 'none',
    JUNKAN_CERTIFICATE_KEY: CERTIFICATE_KEY,
    JUNKAN_VIEWS: views,
    ...more,
  };
  const env = PROGRAM_NAMES.map((program) => [program, { ...common, ...keys[program], JUNKAN_LISTEN: addressOf(program) }] as const);
  return Object.fromEntries(env) as unknown as Readonly<Record<Program, Env & KeySettings>>;
}
