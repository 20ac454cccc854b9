import { join } from 'node:path';
import { addressesElsewhere, addressesOfRunning } from '@junkan/infra/embedded/engines.ts';
import { engineSettings, readConfig, settingsOf } from '@junkan/kit/config.ts';
import { OPERATOR } from '@junkan/kit/keys.ts';
import { connectNats } from '@junkan/kit/messaging/connect-nats.ts';
import type { Nats } from '@junkan/kit/messaging/nats.ts';
import { connectMongo, type Database } from '@junkan/kit/mongo.ts';
import { databaseName } from '@junkan/kit/service.ts';
import { CONTEXT_NAMES } from '@junkan/proto/programs.ts';
import { accountSettings, startOwnEngines } from '../start/own-engines.ts';
import { say } from '../start/report.ts';
import { secretsIn } from '../start/secrets.ts';

type Addresses = { readonly mongoUrl: string; readonly natsUrl: string; readonly temporalAddress: string };

export type Reached = ReturnType<typeof reaching>;

/** How an operator reaches engines at these addresses: with what the environment says of keys, certificates and names, or the data folder knows. */
export const reaching = ({ mongoUrl, natsUrl, temporalAddress }: Addresses, data: string) =>
  readConfig(settingsOf(engineSettings), {
    ...known(data),
    ...process.env,
    JUNKAN_MONGO_URL: mongoUrl,
    JUNKAN_NATS_URL: natsUrl,
    JUNKAN_TEMPORAL_ADDRESS: temporalAddress,
  });

const PUBLIC_KEYS = 'JUNKAN_INTERNAL_PUBLIC_KEYS';
const OWN_KEY = 'JUNKAN_INTERNAL_KEY';

const isGiven = (name: string): boolean => name in process.env || `${name}_FILE` in process.env;

/** Whether there are public keys, of the data folder or given. */
export const knowsKeys = (data: string): boolean => isGiven(PUBLIC_KEYS) || secretsIn(data) !== undefined;

function known(data: string): Record<string, string> {
  const secrets = secretsIn(data);
  const keys = secrets?.keys[OPERATOR];
  return {
    ...(isGiven(PUBLIC_KEYS) || !secrets ? {} : { [PUBLIC_KEYS]: secrets.keys.gateway[PUBLIC_KEYS] }),
    ...(isGiven(OWN_KEY) || !keys ? {} : { [OWN_KEY]: keys[OWN_KEY] }),
    ...accountSettings(OPERATOR, secrets?.passwords ?? {}),
  };
}

/** Where the programs of a data folder keep their views. */
export const viewsIn = (data: string): string => join(data, 'views');

/** Uses the engines that run already, wherever that is, or starts those of the data folder for as long as the work takes. */
export async function withEngines<Result>(data: string, work: (settings: Reached) => Promise<Result>): Promise<Result> {
  const running = addressesElsewhere() ?? addressesOfRunning(data);
  if (running) return work(reaching(running, data));
  say('Starting the engines');
  const engines = await startOwnEngines({ dataDir: data, log: { info: () => undefined, warn: (_details, message) => say(message) } });
  try {
    return await work(reaching(engines, data));
  } finally {
    await engines.stop();
  }
}

/** What operators' commands need of an installation. */
export type Installation = {
  readonly settings: Reached;
  readonly nats: Nats;
  readonly namespace: string;
  readonly db: (context: string) => Database;
  readonly contexts: readonly string[];
};

export const withInstallation = <Result>(data: string, work: (installation: Installation) => Promise<Result>): Promise<Result> =>
  withEngines(data, async (settings) => {
    const { JUNKAN_NAMESPACE: namespace } = settings;
    const mongo = await connectMongo(settings);
    const nats = await connectNats(settings, OPERATOR);
    try {
      return await work({
        settings,
        nats,
        namespace,
        db: (context) => mongo.db(databaseName(namespace, context)),
        contexts: CONTEXT_NAMES,
      });
    } finally {
      await nats.connection.close();
      await mongo.close();
    }
  });
