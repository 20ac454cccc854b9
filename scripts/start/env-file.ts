import { type KeySettings, newKeys } from '@junkan/kit/keys.ts';
import { ACCOUNT_NAMES, type AccountName, databasesOf } from './accounts.ts';
import { newCertificateKey, newIssuerKey, newPassword, newSealKey } from './secrets.ts';

/** The name of a program's own setting in the one file that holds those of all. */
export const ownSetting = (setting: string, name: AccountName): string => `${setting}_${name.toUpperCase().replaceAll('-', '_')}`;

const passwords = (setting: string, names: readonly AccountName[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [ownSetting(setting, name), newPassword()]));

/** The secrets that docker-compose.yml needs: existing ones, and new ones for those missing. */
export function completeEnv(known: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  const own = Object.fromEntries(ACCOUNT_NAMES.map((name) => [name, known[ownSetting('JUNKAN_INTERNAL_KEY', name)]]));
  const keys = newKeys(ACCOUNT_NAMES, { own, publicKeys: known['JUNKAN_INTERNAL_PUBLIC_KEYS'] });
  const secrets = secretsWith(keys);
  const { JUNKAN_INTERNAL_PUBLIC_KEYS: publicKeys } = keys.gateway;
  const kept = Object.entries(known).flatMap(([name, value]) => (name in secrets && value !== undefined ? [[name, value]] : []));
  return { ...secrets, ...Object.fromEntries(kept), JUNKAN_INTERNAL_PUBLIC_KEYS: publicKeys };
}

function secretsWith(keys: Readonly<Record<AccountName, KeySettings>>): Readonly<Record<string, string>> {
  return {
    ...Object.fromEntries(ACCOUNT_NAMES.map((name) => [ownSetting('JUNKAN_INTERNAL_KEY', name), keys[name].JUNKAN_INTERNAL_KEY])),
    JUNKAN_INTERNAL_PUBLIC_KEYS: keys.gateway.JUNKAN_INTERNAL_PUBLIC_KEYS,
    JUNKAN_ISSUER_KEY: newIssuerKey(),
    JUNKAN_CERTIFICATE_KEY: newCertificateKey(),
    JUNKAN_OIDC_CLIENT_SECRET: newSealKey(),
    JUNKAN_SESSION_KEY: newSealKey(),
    JUNKAN_TEMPORAL_DB_PASSWORD: newPassword(),
    ...passwords('JUNKAN_NATS_PASSWORD', ACCOUNT_NAMES),
    ...passwords(
      'JUNKAN_MONGO_PASSWORD',
      ACCOUNT_NAMES.filter((name) => databasesOf('', name).length > 0),
    ),
    JUNKAN_MONGO_KEEPER_PASSWORD: newPassword(),
    JUNKAN_MONGO_REPLICA_KEY: newPassword(),
  };
}
