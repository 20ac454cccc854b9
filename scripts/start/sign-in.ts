import { readConfig } from '@junkan/kit/config.ts';
import type { Log } from '@junkan/kit/log.ts';
import type { RunningService } from '@junkan/kit/service.ts';
import { settings } from '@junkan/trial-sign-in/config.ts';
import { start } from '@junkan/trial-sign-in/wire.ts';
import { keptPort } from './http-port.ts';
import { secretsOf } from './secrets.ts';
import type { Env } from './trial.ts';

/**
 * `settings`: the gateways' settings for the identity provider. `start` runs it; it offers the organisations that it reads from the
 * installation at `home`.
 */
export type SignIn = { readonly settings: Env; start(log: Log): Promise<RunningService> };

/** The trial's own identity provider, for an installation that browsers find at `home`. */
export async function trialSignIn(data: string, home: string): Promise<SignIn> {
  const listen = `127.0.0.1:${await keptPort(data, 'sign-in')}`;
  const { issuerKey, signIn } = secretsOf(data);
  const common = { JUNKAN_OIDC_ISSUER: `http://${listen}`, JUNKAN_OIDC_CLIENT_SECRET: signIn.clientSecret, JUNKAN_HOME: home };
  const own = { JUNKAN_LISTEN: listen, JUNKAN_TRIAL: 'true', JUNKAN_API: home, JUNKAN_ISSUER_KEY: issuerKey };
  return {
    settings: { ...common, JUNKAN_SESSION_KEY: signIn.sessionKey },
    start: (log) => start(readConfig(settings, { ...common, ...own }), log),
  };
}
