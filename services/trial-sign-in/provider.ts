import { randomBytes } from 'node:crypto';
import type { Actor } from '@junkan/proto/actor.ts';
import type { JWK } from 'jose';
import Provider from 'oidc-provider';
import type { Account } from './accounts.ts';
import type { Settings } from './config.ts';
import { leavingPage, noticePage } from './page.ts';
import { memoryAdapter } from './store.ts';
import { wordsFor } from './words.ts';

/** The API as a resource of this provider; the gateway asks for its access tokens by this name. */
const RESOURCE = 'urn:junkan:api';
const HOUR_S = 3_600;
const TOKEN_S = 15 * 60;

/** An OpenID provider. `accountFor` returns the account of an id. */
export function providerOf(settings: Settings, accountFor: (id: string) => Promise<Pick<Account, 'actor' | 'name'> | undefined>): Provider {
  const { JUNKAN_OIDC_ISSUER: issuer, JUNKAN_HOME: home, JUNKAN_TOKEN_AUDIENCE: audience } = settings;
  const key = { ...(JSON.parse(settings.JUNKAN_ISSUER_KEY) as JWK), kid: 'trial', use: 'sig', alg: 'ES256' };
  return new Provider(issuer, {
    adapter: memoryAdapter(),
    clients: [
      {
        client_id: settings.JUNKAN_OIDC_CLIENT_ID,
        client_secret: settings.JUNKAN_OIDC_CLIENT_SECRET,
        redirect_uris: [new URL('/auth/callback', home).href],
        post_logout_redirect_uris: [new URL('/', home).href],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [key] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    scopes: ['openid', 'profile', 'offline_access'],
    claims: { openid: ['sub'], profile: ['name'] },
    features: {
      devInteractions: { enabled: false },
      revocation: { enabled: true, allowedPolicy: (_context, client, token) => token.clientId === client.clientId },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: async (context, form) => {
          context.body = leavingPage(await wordsFor(context), form);
        },
        postLogoutSuccessSource: async (context) => {
          context.body = noticePage(await wordsFor(context), ['signedOut', 'mayClose']);
        },
      },
      resourceIndicators: {
        enabled: true,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: '',
          audience,
          accessTokenFormat: 'jwt',
          accessTokenTTL: TOKEN_S,
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
    interactions: { url: (_context, { uid }) => `/choose/${uid}` },
    renderError: async (context, { error_description: said }) => {
      context.type = 'html';
      context.body = noticePage(await wordsFor(context), ['cannotGoOn', 'goBack'], said);
    },
    pkce: { required: () => true },
    issueRefreshToken: () => true,
    rotateRefreshToken: false,
    ttl: { AccessToken: TOKEN_S, IdToken: TOKEN_S, RefreshToken: 8 * HOUR_S, Grant: 8 * HOUR_S, Session: 8 * HOUR_S, Interaction: HOUR_S },
    async findAccount(_context, id) {
      const account = await accountFor(id);
      return account && { accountId: id, claims: async () => ({ sub: id, name: account.name }) };
    },
    async extraTokenClaims(_context, token) {
      const account = 'accountId' in token && token.accountId ? await accountFor(token.accountId) : undefined;
      return account && claimsOf(account);
    },
    // Choosing an account is consent to everything that requires it.
    async loadExistingGrant({ oidc: { session, client, provider: of } }) {
      if (!session?.accountId || !client) return undefined;
      const grant = new of.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid profile offline_access');
      grant.addResourceScope(RESOURCE, '');
      await grant.save();
      return grant;
    },
  });
}

/** The claims that the gateway reads of a token in addition to its subject. */
const claimsOf = ({ actor: { organisation, roles }, name }: { readonly actor: Actor; readonly name: string }) => ({
  org: organisation,
  roles: [...roles],
  name,
});
