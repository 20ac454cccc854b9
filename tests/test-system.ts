import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settings as gatewaySettings } from '@junkan/gateway/config.ts';
import { start as startGateway } from '@junkan/gateway/wire.ts';
import { engineSettings, readConfig, settingsOf } from '@junkan/kit/config.ts';
import { type KeySettings, newKeys, OPERATOR } from '@junkan/kit/keys.ts';
import type { Log } from '@junkan/kit/log.ts';
import { connectMongo, type Database } from '@junkan/kit/mongo.ts';
import { databaseName } from '@junkan/kit/service.ts';
import type { Commit } from '@junkan/kit/store/commit.ts';
import { CONTEXT_NAMES, type Context, PROGRAM_NAMES } from '@junkan/proto/programs.ts';
import { connect } from '@junkan/scripts/main-job/api.ts';
import type { AccountName } from '@junkan/scripts/start/accounts.ts';
import { newCertificateKey } from '@junkan/scripts/start/secrets.ts';
import { startSystem } from '@junkan/scripts/start/system.ts';
import { forPrograms } from '@junkan/scripts/start/trial.ts';
import { verify } from '@junkan/scripts/verify/verify.ts';
import { pino } from 'pino';
import { inject } from 'vitest';

export type TestSystem = Awaited<ReturnType<typeof startTestSystem>>;

export const usualLog = (): Log => pino({ level: process.env['JUNKAN_LOG_LEVEL'] ?? 'fatal' });

type Options = {
  readonly env?: Record<string, string>;
  /** Additional settings of each program, and of tools that read the whole installation. */
  readonly own?: (name: AccountName) => Record<string, string>;
  readonly log?: Log;
  readonly namespace?: string;
  /** Of the installation that it goes on from. */
  readonly keys?: Keys;
};

type Keys = Readonly<Record<AccountName, KeySettings>>;
export const newSystemKeys = (): Keys => newKeys([...PROGRAM_NAMES, OPERATOR]);

export const newNamespace = (): string => `t${randomBytes(4).toString('hex')}`;

export const newIssuerKey = () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });

const NOT_OF_PERSONS = { aggregate: { $ne: 'person' } };

/** How much is recorded. */
export function recordedIn(database: (context: Context) => Database) {
  const commitsOf = (context: Context) => database(context).collection<Commit>('commits');
  return {
    /**
     * Commits in all contexts: as many before and after what must change nothing. For whom a person acts is left out: it is recorded with
     * the first act, whatever becomes of that.
     */
    async commits(): Promise<number> {
      const counts = await Promise.all(CONTEXT_NAMES.map((context) => commitsOf(context).countDocuments(NOT_OF_PERSONS)));
      return counts.reduce((sum, count) => sum + count, 0);
    },
    /** Events in all contexts. */
    async events(): Promise<number> {
      const found = await Promise.all(CONTEXT_NAMES.map((context) => commitsOf(context).find().toArray()));
      return found.flat().reduce((sum, { events }) => sum + events.length, 0);
    },
  };
}

/** The whole system in this process, on the run's engines, in a namespace of its own. */
export async function startTestSystem({
  env: more = {},
  own = () => ({}),
  log = usualLog(),
  namespace = newNamespace(),
  keys = newSystemKeys(),
}: Options = {}) {
  const issuerKey = newIssuerKey();
  const stored = readConfig(settingsOf(engineSettings), {
    JUNKAN_MONGO_URL: inject('mongoUrl'),
    JUNKAN_NATS_URL: inject('natsUrl'),
    JUNKAN_TEMPORAL_ADDRESS: inject('temporalAddress'),
    JUNKAN_NAMESPACE: namespace,
    ...keys[OPERATOR],
    JUNKAN_TRIAL: 'true',
    ...more,
    ...own(OPERATOR),
  });
  const env = {
    JUNKAN_MONGO_URL: stored.JUNKAN_MONGO_URL,
    JUNKAN_NATS_URL: stored.JUNKAN_NATS_URL,
    JUNKAN_TEMPORAL_ADDRESS: stored.JUNKAN_TEMPORAL_ADDRESS,
    JUNKAN_NAMESPACE: namespace,
    JUNKAN_ISSUER_KEY: JSON.stringify(issuerKey),
    JUNKAN_CERTIFICATE_KEY: newCertificateKey(),
    JUNKAN_TRIAL: 'true',
    JUNKAN_VIEWS: mkdtempSync(join(tmpdir(), 'junkan-views-')),
    ...more,
  };
  const mongo = await connectMongo(stored);
  const database = (context: Context | 'workflows'): Database => mongo.db(databaseName(namespace, context));
  const system = await startSystem(
    forPrograms((program) => ({ ...env, ...own(program), ...keys[program] })),
    '127.0.0.1:0',
    log,
  );
  const address = `http://${system.address}`;
  return {
    address,
    api: connect(address),
    issuerKey,
    /** Of the services, by the settings that name them. */
    addresses: system.gateway,
    keys,
    /** What `verify` needs. */
    stored,
    /** The directory of the views. */
    views: env.JUNKAN_VIEWS,
    database,
    ...recordedIn(database),
    /** Checks the invariants over all that is stored. */
    verify: () => verify(stored, { views: env.JUNKAN_VIEWS }),
    /** Another gateway in front of the same services. */
    replica: (more: Record<string, string> = {}) =>
      startGateway(readConfig(gatewaySettings, { ...system.gateway, JUNKAN_LISTEN: '127.0.0.1:0', ...more }), pino({ level: 'fatal' })),
    /** Stops the services; what they stored stays. */
    stop: () => system.close(),
    async close(): Promise<void> {
      await system.close();
      await mongo.close();
      rmSync(env.JUNKAN_VIEWS, { recursive: true, force: true });
    },
  };
}
