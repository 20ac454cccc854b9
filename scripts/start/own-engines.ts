import { addressElsewhere, type EngineOptions, type Engines, startEngines } from '@junkan/infra/embedded/engines.ts';
import { type AccountName, databasesOf, engineAccounts } from './accounts.ts';
import { ownSetting } from './env-file.ts';
import { secretsOf } from './secrets.ts';

export const namespaceIn = (env: NodeJS.ProcessEnv): string => env['JUNKAN_NAMESPACE'] ?? 'junkan';

/** The engines of an installation that keeps its data here: each lets in the programs and operators alone. */
export const startOwnEngines = (options: Pick<EngineOptions, 'dataDir' | 'log' | 'checks'>): Promise<Engines> =>
  startEngines({ ...options, accounts: engineAccounts(namespaceIn(process.env), secretsOf(options.dataDir).passwords) });

type Passwords = Readonly<Partial<Record<AccountName, string>>>;

/** The credentials of an account: for engines that run here those that the installation keeps, for others those in the environment. */
export function accountSettings(name: AccountName, passwords: Passwords): Record<string, string> {
  const mongo = addressElsewhere('mongo') ? process.env[ownSetting('JUNKAN_MONGO_PASSWORD', name)] : passwords[name];
  const nats = addressElsewhere('nats') ? process.env[ownSetting('JUNKAN_NATS_PASSWORD', name)] : passwords[name];
  return {
    ...(mongo === undefined || databasesOf('', name).length === 0 ? {} : { JUNKAN_MONGO_USERNAME: name, JUNKAN_MONGO_PASSWORD: mongo }),
    ...(nats === undefined ? {} : { JUNKAN_NATS_USERNAME: name, JUNKAN_NATS_PASSWORD: nats }),
  };
}
