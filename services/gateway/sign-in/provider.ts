import { ProblemError } from '@junkan/kit/problem.ts';
import * as oidc from 'openid-client';

/** The API as the provider knows it: access tokens are asked for this resource. */
const RESOURCE = 'urn:junkan:api';
const TIMEOUT_S = 10;

type Settings = {
  readonly issuer: string;
  readonly client: string;
  readonly secret: string;
  /** Where browsers find this installation. */
  readonly home: string;
  /** Where this gateway finds the provider, if that is not where browsers do. */
  readonly backchannel?: string | undefined;
};

/** What has to be known again when a browser comes back from the provider. */
export type Checks = { readonly state: string; readonly nonce: string; readonly verifier: string };

/** `access` is checked like any other bearer token. `refresh` brings the next one; `hint` names to the provider whose session is to end. */
export type Granted = { readonly access: string; readonly refresh: string; readonly hint: string };

export type Provider = ReturnType<typeof providerOf>;

/** An OpenID provider, by its own description: authorisation code with PKCE, state and nonce. */
export function providerOf(settings: Settings) {
  const callback = new URL('/auth/callback', settings.home).href;
  let discovered: Promise<oidc.Configuration> | undefined;
  /** @throws ProblemError while the provider does not answer; the next request asks it again. */
  const configuration = (): Promise<oidc.Configuration> => {
    discovered ??= discover(settings).catch(() => {
      discovered = undefined;
      throw outOfReach();
    });
    return discovered;
  };

  return {
    /** Where a person signs in, and what to check when the browser comes back. */
    async begin(): Promise<{ readonly address: string; readonly checks: Checks }> {
      const [verifier, state, nonce] = [oidc.randomPKCECodeVerifier(), oidc.randomState(), oidc.randomNonce()];
      const address = oidc.buildAuthorizationUrl(await configuration(), {
        redirect_uri: callback,
        scope: 'openid profile offline_access',
        resource: RESOURCE,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      });
      return { address: address.href, checks: { state, nonce, verifier } };
    },

    /** `query`: what the provider sent the browser back with. @throws ProblemError where that is no answer to what was begun. */
    async finish(query: string, { state, nonce, verifier }: Checks): Promise<Granted> {
      const configured = await configuration();
      const came = new URL(`${callback}?${query}`);
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
      return grantedBy(oidc.authorizationCodeGrant(configured, came, checks, { resource: RESOURCE }));
    },

    /** @throws ProblemError where the provider lets the session go on no longer. */
    renew: async (refresh: string): Promise<Granted> =>
      grantedBy(oidc.refreshTokenGrant(await configuration(), refresh, { resource: RESOURCE }), refresh),

    /** Ends what the provider would renew, and answers where the browser ends its session there. */
    async end({ refresh, hint }: Omit<Granted, 'access'>): Promise<string> {
      const configured = await configuration();
      const { revocation_endpoint: revocation, end_session_endpoint: ending } = configured.serverMetadata();
      if (revocation && refresh) await oidc.tokenRevocation(configured, refresh).catch(refusedBy);
      const back = new URL('/', settings.home).href;
      if (!ending) return back;
      return oidc.buildEndSessionUrl(configured, { post_logout_redirect_uri: back, ...(hint ? { id_token_hint: hint } : {}) }).href;
    },
  };
}

async function discover({ issuer, client, secret, backchannel }: Settings): Promise<oidc.Configuration> {
  const isClear = [issuer, backchannel].some((address) => address?.startsWith('http:'));
  const options: oidc.DiscoveryRequestOptions = { timeout: TIMEOUT_S, ...(isClear ? { execute: [oidc.allowInsecureRequests] } : {}) };
  if (backchannel) options[oidc.customFetch] = (address, request) => fetch(by(backchannel, address), request as RequestInit);
  return oidc.discovery(new URL(issuer), client, secret, undefined, options);
}

/** The same path and query at another host. */
function by(host: string, address: string): string {
  const { pathname, search } = new URL(address);
  return new URL(`${pathname}${search}`, host).href;
}

async function grantedBy(asked: Promise<oidc.TokenEndpointResponse>, before = ''): Promise<Granted> {
  const { access_token: access, refresh_token: refresh = before, id_token: hint = '' } = await asked.catch(refusedBy);
  return { access, refresh, hint };
}

/** Codes for which the same may succeed a little later. */
const PASSING = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM']);

/** A refusal of the provider differs from no answer. */
function refusedBy(error: unknown): never {
  const isRefused = error instanceof oidc.AuthorizationResponseError || (error instanceof oidc.ResponseBodyError && error.status < 500);
  const isNoAnswer = error instanceof oidc.ClientError && !PASSING.has(error.code ?? '');
  if (isRefused || isNoAnswer) throw new ProblemError({ kind: 'unauthenticated', type: 'SignInWasRefused', data: {} });
  throw outOfReach();
}

const outOfReach = (): ProblemError => new ProblemError({ kind: 'unavailable', type: 'SignInIsOutOfReach', data: {} });
