import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settings as catalogueSettings } from '@junkan/catalogue/config.ts';
import { start as startCatalogue } from '@junkan/catalogue/wire.ts';
import { settings as disbursementSettings } from '@junkan/disbursement/config.ts';
import { start as startDisbursement } from '@junkan/disbursement/wire.ts';
import { settings as gatewaySettings } from '@junkan/gateway/config.ts';
import { EDGE, type Edge, start as startGateway } from '@junkan/gateway/wire.ts';
import { readConfig } from '@junkan/kit/config.ts';
import { dialler } from '@junkan/kit/grpc/dial.ts';
import type { Infrastructure } from '@junkan/kit/infrastructure.ts';
import { newKeys } from '@junkan/kit/keys.ts';
import type { Log } from '@junkan/kit/log.ts';
import { eventStreamName } from '@junkan/kit/messaging/nats.ts';
import { databaseName, type RunningService } from '@junkan/kit/service.ts';
import { MongoServer, memoryMongo } from '@junkan/kit/testing/memory-mongo.fixture.ts';
import { Broker, memoryNats } from '@junkan/kit/testing/memory-nats.fixture.ts';
import type { Host, Network } from '@junkan/kit/testing/memory-network.fixture.ts';
import { viewInProcess } from '@junkan/kit/testing/memory-view.fixture.ts';
import type { Turn } from '@junkan/kit/testing/turn.fixture.ts';
import type { OpenView, ViewOptions } from '@junkan/kit/views/open-view.ts';
import type { View } from '@junkan/kit/views/view.ts';
import { settings as matchingSettings } from '@junkan/matching/config.ts';
import { start as startMatching } from '@junkan/matching/wire.ts';
import { settings as projectSettings } from '@junkan/project-registry/config.ts';
import { start as startProjectRegistry } from '@junkan/project-registry/wire.ts';
import { addressSettingOf, CONTEXT_NAMES, PROGRAM_NAMES, type Program } from '@junkan/proto/programs.ts';
import { settings as sponsorSettings } from '@junkan/sponsor-registry/config.ts';
import { start as startSponsorRegistry } from '@junkan/sponsor-registry/wire.ts';
import { settings as workflowSettings } from '@junkan/workflows/config.ts';
import { start as startWorkflows } from '@junkan/workflows/wire.ts';
import { MongoNetworkError } from 'mongodb';
import { view as catalogue } from '../../services/catalogue/view/view.ts';
import { view as accounts } from '../../services/disbursement/accounts/view.ts';
import { view as candidates } from '../../services/matching/candidates/view.ts';
import { view as parties } from '../../services/project-registry/parties/view.ts';
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
  /** How the gateway is reached, and by what it knows who asks. */
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

/** Loaded beforehand, as what is loaded late comes at a time of its own. */
const VIEWS: Readonly<Record<string, View>> = {
  'catalogue/view/view.ts': catalogue,
  'disbursement/accounts/view.ts': accounts,
  'matching/candidates/view.ts': candidates,
  'project-registry/parties/view.ts': parties,
};

function viewOf({ module }: ViewOptions): View {
  const found = Object.entries(VIEWS).find(([path]) => module.pathname.endsWith(path))?.[1];
  if (!found) throw new Error(`the view ${module.pathname} is not among those that a system in memory knows`);
  return found;
}

const mongoOutage = (what: string): Error => new MongoNetworkError(`${what}: the connection broke`);

function infrastructureOf<At extends Place>({ mongo, broker, network, openViews }: World<At>, place: At): Infrastructure {
  const nats = memoryNats(broker, place.turn, place.onDeath);
  return {
    connectMongo: async () => memoryMongo(mongo, place.turns(mongoOutage)),
    connectNats: async () => nats,
    serve: (services, options) => network.serve(place, services, options),
    dialler: (address, parts) => dialler(address, parts, network.channel(place, address)),
    async openView(options) {
      const view = viewOf(options);
      const opened = await viewInProcess(place, nats, view, options);
      if (!place.isDead) openViews.set(opened, { place, contexts: view.contexts });
      return opened;
    },
  };
}

export type Env = Readonly<Record<string, string>>;

/** @throws where it meets an outage. */
export async function startIn<At extends Place>(world: World<At>, place: At, program: Program, env: Env): Promise<RunningService> {
  const { log, engine } = world;
  const infrastructure = infrastructureOf(world, place);
  switch (program) {
    case 'sponsor-registry':
      return startSponsorRegistry(readConfig(sponsorSettings, env), log, infrastructure);
    case 'project-registry':
      return startProjectRegistry(readConfig(projectSettings, env), log, infrastructure);
    case 'matching':
      return startMatching(readConfig(matchingSettings, env), log, infrastructure);
    case 'disbursement':
      return startDisbursement(readConfig(disbursementSettings, env), log, infrastructure);
    case 'catalogue':
      return startCatalogue(readConfig(catalogueSettings, env), log, infrastructure);
    case 'workflows':
      return startWorkflows(readConfig(workflowSettings, env), log, {
        ...infrastructure,
        connectTemporal: async () => ({ client: engine.client(place.turn), close: async () => undefined }),
        startWorker: async (_, __, activities) => engine.work(place, activities as never),
      });
    case 'gateway':
      return startGateway(readConfig(gatewaySettings, env), log, { ...EDGE, ...infrastructure, ...world.edge(place) });
  }
}

const FIRST_PORT = 4_000;

/** What each program is told. */
export function envOf(views: string, more: Env = {}): Readonly<Record<Program, Env>> {
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
    JUNKAN_VIEWS: views,
    ...more,
  };
  const env = PROGRAM_NAMES.map((program) => [program, { ...common, ...keys[program], JUNKAN_LISTEN: addressOf(program) }] as const);
  return Object.fromEntries(env) as unknown as Readonly<Record<Program, Env>>;
}
