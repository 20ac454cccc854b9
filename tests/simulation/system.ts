import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { settings as catalogueSettings } from '@junkan/catalogue/config.ts';
import { start as startCatalogue } from '@junkan/catalogue/wire.ts';
import { settings as disbursementSettings } from '@junkan/disbursement/config.ts';
import { start as startDisbursement } from '@junkan/disbursement/wire.ts';
import { settings as gatewaySettings } from '@junkan/gateway/config.ts';
import { EDGE, start as startGateway } from '@junkan/gateway/wire.ts';
import { readConfig } from '@junkan/kit/config.ts';
import { dialler } from '@junkan/kit/grpc/dial.ts';
import type { Infrastructure } from '@junkan/kit/infrastructure.ts';
import { newKeys } from '@junkan/kit/keys.ts';
import type { Log } from '@junkan/kit/log.ts';
import { eventStreamName } from '@junkan/kit/messaging/nats.ts';
import { databaseName } from '@junkan/kit/service.ts';
import { MongoServer, memoryMongo } from '@junkan/kit/testing/memory-mongo.fixture.ts';
import { Broker, memoryNats } from '@junkan/kit/testing/memory-nats.fixture.ts';
import { Network } from '@junkan/kit/testing/memory-network.fixture.ts';
import { viewInProcess } from '@junkan/kit/testing/memory-view.fixture.ts';
import { atOnce } from '@junkan/kit/testing/turn.fixture.ts';
import { type ViewFile, viewFile } from '@junkan/kit/views/files.ts';
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
import { pino } from 'pino';
import { view as catalogue } from '../../services/catalogue/view/view.ts';
import { view as accounts } from '../../services/disbursement/accounts/view.ts';
import { view as candidates } from '../../services/matching/candidates/view.ts';
import { view as parties } from '../../services/project-registry/parties/view.ts';
import { rngOf } from '../rng.ts';
import { type Faults, NO_FAULTS, Process, Scheduler } from './scheduler.ts';
import { plainTokens } from './tokens.ts';
import { virtualTime } from './virtual-time.ts';
import { Web } from './web.ts';
import { WorkflowEngine } from './workflow-engine.ts';

const NAMESPACE = 'simulated';
const RESTART_MS = 1_500;
/** Of what decides there are two, so that what one of them knows may be older than what the other has written. */
const REPLICAS: Readonly<Record<Program, readonly string[]>> = {
  'project-registry': ['project-registry', 'project-registry:2'],
  'sponsor-registry': ['sponsor-registry', 'sponsor-registry:2'],
  matching: ['matching', 'matching:2'],
  disbursement: ['disbursement', 'disbursement:2'],
  catalogue: ['catalogue'],
  workflows: ['workflows'],
  gateway: ['gateway'],
};

export type InProcessSystem = Awaited<ReturnType<typeof inProcessSystem>>;

/** What outlives the programs: what they store, publish and wait for, and the ways to them. */
class World {
  readonly scheduler: Scheduler;
  readonly mongo = new MongoServer();
  readonly broker = new Broker();
  readonly network: Network;
  readonly engine = new WorkflowEngine();
  readonly web = new Web();
  readonly views = mkdtempSync(join(tmpdir(), 'junkan-simulated-'));
  readonly openViews = new Map<OpenView, { readonly process: Process; readonly contexts: readonly string[] }>();
  readonly log: Log;

  constructor(scheduler: Scheduler, network: Network) {
    this.scheduler = scheduler;
    this.network = network;
    this.log = pino({ level: 'warn', base: null }, { write: (line: string) => scheduler.note(inFewWords(line)) });
  }
}

/** Every program with its own code, in this process, on what is kept in memory: whatever happens follows from the seed. */
export async function inProcessSystem({ seed }: { readonly seed: number }) {
  const time = virtualTime(seed);
  const chance = rngOf(seed);
  const scheduler = new Scheduler(time, chance);
  const network = new Network((items) => (items.length < 2 ? items[0] : chance.of(items)));
  const world = new World(scheduler, network);
  const running = new Map<string, Process>();
  const outside = new Process('outside', scheduler, false);
  const told = envOf(world.views);
  let isOver = false;

  const begin = (program: Program, name: string): void => {
    const process = new Process(name, scheduler);
    process.onDeath(() => {
      running.delete(name);
      for (const [view, { process: owner }] of world.openViews) if (owner === process) world.openViews.delete(view);
      if (!isOver) setTimeout(() => begin(program, name), chance.upTo(RESTART_MS));
    });
    const started = (): void => void running.set(name, process);
    // A start that meets an outage fails, and whoever keeps the program starts it again.
    STARTS[program](world, process, told[program]).then(started, (error: unknown) => {
      scheduler.note(`${name} does not start: ${String(error)}`);
      if (!process.isDead) process.die();
    });
  };
  const replicas = PROGRAM_NAMES.flatMap((program) => REPLICAS[program].map((name) => [program, name] as const));
  const isUp = (): boolean => running.size === replicas.length;

  for (const [program, name] of replicas) begin(program, name);
  await scheduler.driving(scheduler.when(isUp, 'all programs run'));
  return {
    scheduler,
    fetch: world.web.fetchAs(outside),
    /** What is stored, and what else `verify` looks at. */
    mongo: memoryMongo(world.mongo, atOnce),
    nats: memoryNats(world.broker, atOnce),
    namespace: NAMESPACE,
    publicKeys: told.gateway['JUNKAN_INTERNAL_PUBLIC_KEYS'] ?? '',
    standings: () => world.engine.standings,
    /** The files of the views that are open. Whoever asks closes them. */
    viewFiles: (): ViewFile[] => [...world.openViews.keys()].map(({ path }) => viewFile(world.views, relative(world.views, path))),
    disturb(faults: Faults): void {
      scheduler.faults = faults;
    },
    /** Drives everything until the work has come to its end. */
    drive: <Result>(work: Promise<Result>): Promise<Result> => scheduler.driving(work),
    /** Lets everything that was begun come to its end. */
    settled: (): Promise<void> => scheduler.when(() => isUp() && isSettled(world), 'everything is at rest'),
    async close(): Promise<void> {
      isOver = true;
      scheduler.faults = NO_FAULTS;
      for (const process of [...running.values(), outside]) process.die();
      time.restore();
      rmSync(world.views, { recursive: true, force: true });
    },
  };
}

/** What a line of the log says, without the stack of an error. */
function inFewWords(line: string): string {
  const { level: _, time: __, err, msg, ...facts } = JSON.parse(line) as Record<string, unknown>;
  const error = (err as { message?: string } | undefined)?.message;
  return [msg, error, JSON.stringify(facts)].filter(Boolean).join(' ');
}

/** Whether nothing is under way: outboxes empty, all events read, workflows waiting. */
function isSettled({ mongo, broker, engine, openViews }: World): boolean {
  if (!engine.isIdle) return false;
  for (const context of CONTEXT_NAMES) {
    if (mongo.collection(databaseName(NAMESPACE, context), 'commits').find({ relayed: 0 }).length > 0) return false;
    const stream = broker.stream(eventStreamName(NAMESPACE, context));
    for (const { pending, unacknowledged } of stream.durables.values()) if (pending + unacknowledged > 0) return false;
    for (const [view, { contexts }] of openViews)
      if (contexts.includes(context) && (view.position()[context]?.sequence ?? 0) < stream.last) return false;
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

function infrastructureOf({ mongo, broker, network, openViews }: World, process: Process): Infrastructure {
  const nats = memoryNats(broker, process.turn);
  return {
    connectMongo: async () => memoryMongo(mongo, process.turns(mongoOutage)),
    connectNats: async () => nats,
    serve: (services, options) => network.serve(process, services, options),
    dialler: (address, parts) => dialler(address, parts, network.channel(process, address)),
    async openView(options) {
      const view = viewOf(options);
      const opened = await viewInProcess(process, nats, view, options);
      if (!process.isDead) openViews.set(opened, { process, contexts: view.contexts });
      return opened;
    },
  };
}

type Env = Readonly<Record<string, string>>;
type Start = (world: World, process: Process, env: Env) => Promise<unknown>;

const STARTS: Readonly<Record<Program, Start>> = {
  'sponsor-registry': (world, process, env) =>
    startSponsorRegistry(readConfig(sponsorSettings, env), world.log, infrastructureOf(world, process)),
  'project-registry': (world, process, env) =>
    startProjectRegistry(readConfig(projectSettings, env), world.log, infrastructureOf(world, process)),
  matching: (world, process, env) => startMatching(readConfig(matchingSettings, env), world.log, infrastructureOf(world, process)),
  disbursement: (world, process, env) =>
    startDisbursement(readConfig(disbursementSettings, env), world.log, infrastructureOf(world, process)),
  catalogue: (world, process, env) => startCatalogue(readConfig(catalogueSettings, env), world.log, infrastructureOf(world, process)),
  workflows: (world, process, env) =>
    startWorkflows(readConfig(workflowSettings, env), world.log, {
      ...infrastructureOf(world, process),
      connectTemporal: async () => ({ client: world.engine.client(process.turn), close: async () => undefined }),
      startWorker: async (_, __, activities) => world.engine.work(process, activities as never),
    }),
  gateway: (world, process, env) =>
    startGateway(readConfig(gatewaySettings, env), world.log, {
      ...EDGE,
      ...infrastructureOf(world, process),
      tokens: async () => plainTokens,
      listen: (handle) => world.web.listen(process, handle),
    }),
};

const FIRST_PORT = 4_000;

function envOf(views: string): Readonly<Record<Program, Env>> {
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
  };
  const env = PROGRAM_NAMES.map((program) => [program, { ...common, ...keys[program], JUNKAN_LISTEN: addressOf(program) }] as const);
  return Object.fromEntries(env) as unknown as Readonly<Record<Program, Env>>;
}
