import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { binaryOnPath, wheelBinary, wheelPython } from './binaries.ts';
import { LOOPBACK } from './ports.ts';
import { mongoAnswers, natsAnswers, type Probe, temporalAnswers } from './probes.ts';

export const ENGINE_NAMES = ['mongo', 'nats', 'temporal'] as const;
export type EngineName = (typeof ENGINE_NAMES)[number];

/** How one engine is run here. */
export type EngineSpec = {
  readonly name: EngineName;
  readonly address: (port: number) => string;
  readonly command: (port: number) => readonly string[];
  readonly answers: Probe;
  /** Settings that outlast a restart but cannot be given as flags. */
  readonly prepare?: (port: number) => Promise<void>;
};

const file = (name: string) => fileURLToPath(new URL(name, import.meta.url));

export function engineSpec(name: EngineName, dataDir: string): EngineSpec {
  const folder = join(dataDir, name);
  mkdirSync(folder, { recursive: true });
  switch (name) {
    case 'mongo':
      return mongo(folder);
    case 'nats':
      return nats(folder);
    case 'temporal':
      return temporal(folder);
  }
}

function nats(folder: string): EngineSpec {
  const binary = wheelBinary('nats-server');
  return {
    name: 'nats',
    address: (port) => `nats://${LOOPBACK}:${port}`,
    command: (port) => [binary, '-c', file('./nats.conf'), '-a', LOOPBACK, '-p', String(port), '-sd', folder],
    answers: natsAnswers,
  };
}

function temporal(folder: string): EngineSpec {
  const binary = wheelBinary('temporal');
  return {
    name: 'temporal',
    address: (port) => `${LOOPBACK}:${port}`,
    command: (port) => [
      ...[binary, 'server', 'start-dev', '--headless', '--ip', LOOPBACK, '--port', String(port)],
      ...['--db-filename', join(folder, 'temporal.db')],
      // WAL with FULL: several times the default's throughput, and a power cut loses nothing that was answered.
      ...['--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=FULL'],
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
    ...['--config', file('./secantusd.toml'), '--log-level', 'WARNING', '--host', LOOPBACK, '--port', String(port)],
    // Without it a write is durable only where it asks for the journal, and a transaction not even then.
    ...['--storage-path', folder, '--sync-on-commit'],
  ];
  return [
    ...(mongod
      ? [{ maker: 'mongod', command: (f: string, p: number) => [mongod, '--bind_ip', LOOPBACK, '--port', String(p), '--dbpath', f] }]
      : []),
    ...(native ? [{ maker: 'secantusd-rs', command: (f: string, p: number) => [native, ...flags(f, p)] }] : []),
    { maker: 'secantusd-py', command: (f: string, p: number) => [wheelPython, wheelBinary('secantusd-py'), ...flags(f, p)] },
  ];
}

function mongo(folder: string): EngineSpec {
  const server = serverForData(folder, mongoServers());
  return {
    name: 'mongo',
    address: (port) => `mongodb://${LOOPBACK}:${port}/?directConnection=true`,
    command: (port) => server.command(join(folder, 'data'), port),
    answers: mongoAnswers,
  };
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
