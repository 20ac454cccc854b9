import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type EngineAccounts, type MongoAccount, markOf, type NatsAccount, natsUsers } from './accounts.ts';
import { binaryOnPath, wheelBinary, wheelPython } from './binaries.ts';
import { makeUsers } from './mongo-command.ts';
import { freePort, LOOPBACK } from './ports.ts';
import { mongoAnswers, natsAnswers, type Probe, temporalAnswers } from './probes.ts';

const SET_UP_MILLISECONDS = 30_000;

export const ENGINE_NAMES = ['mongo', 'nats', 'temporal'] as const;
export type EngineName = (typeof ENGINE_NAMES)[number];

/** How one engine is run here. */
export type EngineSpec = {
  readonly name: EngineName;
  readonly address: (port: number) => string;
  readonly command: (port: number) => readonly string[];
  readonly answers: Probe;
  /** What must have been done before it is run. */
  readonly setUp?: () => Promise<void>;
  /** Settings that outlast a restart but cannot be given as flags. */
  readonly prepare?: (port: number) => Promise<void>;
};

const file = (name: string) => fileURLToPath(new URL(name, import.meta.url));

export function engineSpec(name: EngineName, dataDir: string, accounts?: EngineAccounts): EngineSpec {
  const folder = join(dataDir, name);
  mkdirSync(folder, { recursive: true });
  switch (name) {
    case 'mongo':
      return mongo(folder, accounts?.mongo);
    case 'nats':
      return nats(folder, accounts?.nats);
    case 'temporal':
      return temporal(folder);
  }
}

function nats(folder: string, accounts: readonly NatsAccount[] | undefined): EngineSpec {
  const binary = wheelBinary('nats-server');
  // By another name for other accounts: what runs with those of before is not adopted.
  const config = accounts ? join(folder, `accounts-${markOf(accounts)}.conf`) : file('./nats.conf');
  return {
    name: 'nats',
    address: (port) => `nats://${LOOPBACK}:${port}`,
    command: (port) => [binary, '-c', config, '-a', LOOPBACK, '-p', String(port), '-sd', folder],
    answers: natsAnswers,
    async setUp() {
      if (!accounts) return;
      for (const name of readdirSync(folder)) if (/^accounts-.*\.conf$/.test(name)) rmSync(join(folder, name));
      writeFileSync(config, readFileSync(file('./nats.conf'), 'utf8') + natsUsers(accounts), { mode: 0o600 });
    },
  };
}

function temporal(folder: string): EngineSpec {
  const binary = wheelBinary('temporal');
  return {
    name: 'temporal',
    address: (port) => `${LOOPBACK}:${port}`,
    command: (port) => [
      binary,
      'server',
      'start-dev',
      '--headless',
      '--ip',
      LOOPBACK,
      '--port',
      String(port),
      '--db-filename',
      join(folder, 'temporal.db'),
      // WAL with FULL: several times the default's throughput, and a power cut loses nothing that was answered.
      '--sqlite-pragma',
      'journal_mode=WAL',
      '--sqlite-pragma',
      'synchronous=FULL',
    ],
    answers: temporalAnswers,
    prepare: async (port) => {
      // The dev server forgets a closed workflow after a day, and with it that its id was used.
      const target = ['--namespace', 'default', '--address', `${LOOPBACK}:${port}`];
      await promisify(execFile)(binary, ['operator', 'namespace', 'update', '--retention', '3650d', ...target], { timeout: 20_000 });
    },
  };
}

type MongoServer = { readonly maker: string; readonly command: (folder: string, port: number) => readonly string[] };

function mongoServers(): MongoServer[] {
  const mongod = binaryOnPath('mongod');
  const native = binaryOnPath('secantusd-rs');
  // The two builds of SecantusDB take the same flags.
  const flags = (folder: string, port: number) => [
    '--config',
    file('./secantusd.toml'),
    '--log-level',
    'WARNING',
    '--host',
    LOOPBACK,
    '--port',
    String(port),
    // Without it a write is durable only where it asks for the journal, and a transaction not even then.
    '--storage-path',
    folder,
    '--sync-on-commit',
  ];
  return [
    ...(mongod
      ? [{ maker: 'mongod', command: (f: string, p: number) => [mongod, '--bind_ip', LOOPBACK, '--port', String(p), '--dbpath', f] }]
      : []),
    ...(native ? [{ maker: 'secantusd-rs', command: (f: string, p: number) => [native, ...flags(f, p)] }] : []),
    { maker: 'secantusd-py', command: (f: string, p: number) => [wheelPython, wheelBinary('secantusd-py'), ...flags(f, p)] },
  ];
}

function mongo(folder: string, accounts: readonly MongoAccount[] | undefined): EngineSpec {
  const server = serverForData(folder, mongoServers());
  const open = (port: number): readonly string[] => server.command(join(folder, 'data'), port);
  return {
    name: 'mongo',
    address: (port) => `mongodb://${LOOPBACK}:${port}/?directConnection=true`,
    command: (port) => (accounts ? [...open(port), '--auth'] : open(port)),
    answers: mongoAnswers,
    setUp: () => (accounts ? withUsers(folder, open, accounts) : Promise.resolve()),
  };
}

/**
 * Users are created while the server runs without authentication, because neither of its makers offers another way: on a free port, once,
 * for as long as that takes.
 */
async function withUsers(folder: string, open: (port: number) => readonly string[], accounts: readonly MongoAccount[]): Promise<void> {
  const note = join(folder, 'accounts');
  const mark = markOf(accounts);
  if (existsSync(note) && readFileSync(note, 'utf8') === mark) return;
  const port = await freePort(undefined);
  const [binary = '', ...args] = open(port);
  const server = spawn(binary, args, { stdio: 'ignore' });
  try {
    for (const until = Date.now() + SET_UP_MILLISECONDS; !(await mongoAnswers(port)); await sleep(50))
      if (server.exitCode !== null || Date.now() > until) throw new Error('the database does not start, so that users could be made');
    await makeUsers(port, accounts);
  } finally {
    const gone = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await gone;
  }
  writeFileSync(note, mark, { mode: 0o600 });
}

/** The first choice for new data; for old data the server that made it, as none reads another's files. */
function serverForData(folder: string, servers: readonly MongoServer[]): MongoServer {
  const note = join(folder, 'made-by');
  mkdirSync(join(folder, 'data'), { recursive: true });
  if (!existsSync(note)) writeFileSync(note, servers[0]?.maker ?? '');
  const maker = readFileSync(note, 'utf8');
  const server = servers.find((candidate) => candidate.maker === maker);
  if (!server) throw new Error(`The data in ${folder} was made by ${maker}, which is no longer on the PATH`);
  return server;
}
