import { addressesOfRunning, startEngines } from '@junkan/infra/embedded/engines.ts';
import { connectNats, type Nats } from '@junkan/kit/messaging/nats.ts';
import { connectMongo, type Database } from '@junkan/kit/mongo.ts';
import { databaseName } from '@junkan/kit/service.ts';
import { Argument } from 'commander';
import { say } from '../start/report.ts';
import type { Engines } from '../verify/verify.ts';

/** Under which names an installation keeps its things in the engines. */
export const NAMES = { namespace: 'junkan', temporalNamespace: 'default' } as const;
export const CONTEXTS = ['project', 'sponsor', 'matching', 'disbursement'] as const;

export const contextArgument = (): Argument => new Argument('<context>', 'the part of the system').choices(CONTEXTS);

/** Uses the engines of a running installation, or starts them for as long as the work takes. */
export async function withEngines<Result>(
  data: string,
  work: (engines: Engines, state: { readonly isRunning: boolean }) => Promise<Result>,
): Promise<Result> {
  const running = addressesOfRunning(data);
  if (running) return work({ ...running, ...NAMES }, { isRunning: true });
  say('Starting the engines');
  const engines = await startEngines({ dataDir: data, log: { info: () => undefined, warn: (_details, message) => say(message) } });
  try {
    return await work({ ...engines, ...NAMES }, { isRunning: false });
  } finally {
    await engines.stop();
  }
}

/** What operators' commands need of an installation. */
export type Installation = {
  /** Whether its services run. */
  readonly isRunning: boolean;
  readonly nats: Nats;
  readonly db: (context: string) => Database;
  readonly contexts: readonly string[];
};

export const withInstallation = <Result>(data: string, work: (installation: Installation) => Promise<Result>): Promise<Result> =>
  withEngines(data, async ({ mongoUrl, natsUrl, namespace }, { isRunning }) => {
    const mongo = await connectMongo(mongoUrl);
    const nats = await connectNats(natsUrl, 'operator');
    try {
      return await work({ isRunning, nats, db: (context) => mongo.db(databaseName(namespace, context)), contexts: CONTEXTS });
    } finally {
      await nats.connection.close();
      await mongo.close();
    }
  });
