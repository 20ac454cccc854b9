import { randomBytes } from 'node:crypto';
import { freePort } from '@junkan/infra/embedded/ports.ts';
import { settings } from '@junkan/trial-sign-in/config.ts';
import { start } from '@junkan/trial-sign-in/wire.ts';
import { startMemorySystem } from './memory-system.ts';
import { usualLog } from './test-system.ts';

export type Site = Awaited<ReturnType<typeof startSite>>;

/** The whole system in memory as browsers find it, with the trial's sign-in. `env`: additional settings of the gateway. */
export async function startSite(env: Readonly<Record<string, string>> = {}) {
  const [port, ownPort] = [await freePort(undefined), await freePort(undefined)];
  const home = `http://127.0.0.1:${ownPort}`;
  const common = {
    JUNKAN_OIDC_ISSUER: `http://127.0.0.1:${port}`,
    JUNKAN_OIDC_CLIENT_SECRET: randomBytes(32).toString('base64url'),
    JUNKAN_HOME: home,
  };
  const system = await startMemorySystem({
    env: {
      ...common,
      JUNKAN_OIDC_BACKCHANNEL: `http://localhost:${port}`,
      JUNKAN_SESSION_KEY: randomBytes(32).toString('base64url'),
      JUNKAN_LISTEN: new URL(home).host,
      ...env,
    },
  });
  const issuer = { JUNKAN_ISSUER_KEY: JSON.stringify(system.issuerKey), JUNKAN_API: system.address };
  const given = { ...common, ...issuer, JUNKAN_TRIAL: 'true', JUNKAN_LISTEN: `127.0.0.1:${port}` };
  const provider = await start(settings.parse(given), usualLog());
  return {
    ...system,
    home,
    async close() {
      await provider.close();
      await system.close();
    },
  };
}
