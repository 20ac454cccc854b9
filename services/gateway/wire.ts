import { createServer, type RequestListener } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Call, GATEWAY_ACTOR } from '@junkan/kit/call.ts';
import { policyClock } from '@junkan/kit/clock.ts';
import { closing, listening } from '@junkan/kit/http/listening.ts';
import { identityOf } from '@junkan/kit/identity.ts';
import { newId } from '@junkan/kit/ids.ts';
import { INFRASTRUCTURE, type Infrastructure } from '@junkan/kit/infrastructure.ts';
import { keysOf } from '@junkan/kit/keys.ts';
import { ResourceStack } from '@junkan/kit/lifecycle.ts';
import { readLists } from '@junkan/kit/lists.ts';
import type { Log } from '@junkan/kit/log.ts';
import { type Feed, feedOf } from '@junkan/kit/messaging/feed.ts';
import type { Nats } from '@junkan/kit/messaging/nats.ts';
import { sharedFeed } from '@junkan/kit/messaging/shared-feed.ts';
import type { Signers } from '@junkan/kit/messaging/signing.ts';
import { neighboursOf } from '@junkan/kit/neighbours.ts';
import { ProblemError } from '@junkan/kit/problem.ts';
import type { RunningService } from '@junkan/kit/service.ts';
import { servicesOf } from '@junkan/kit/services.ts';
import { watched } from '@junkan/kit/telemetry/http.ts';
import { openTelemetry } from '@junkan/kit/telemetry/open.ts';
import type { Request } from 'express';
import { createApp, routeOf } from './app.ts';
import { CONNECTIONS_PER_ADDRESS, RATE_PER_ADDRESS, RATE_PER_SECOND, type Settings, unusual } from './config.ts';
import { limitConnections } from './http/addresses.ts';
import { rate } from './http/rate.ts';
import { singleFlight } from './http/single-flight.ts';
import { live as liveOf } from './live/live.ts';
import { printCodes } from './prints/code.ts';
import { type PartStatus, PROBES, probes, serveProbes } from './probes.ts';
import type { SignIn } from './routes/sign-in.ts';
import type { Services } from './services.ts';
import { providerOf } from './sign-in/provider.ts';
import { sealing } from './sign-in/sealed.ts';
import { sessions } from './sign-in/sessions.ts';
import { type Tokens, tokens as tokensOf } from './tokens/tokens.ts';

/** What the gateway reaches beyond itself by, and by which it is reached. */
export type Edge = Infrastructure & { readonly tokens: typeof tokensOf; readonly listen: typeof listen };

export const EDGE: Edge = { ...INFRASTRUCTURE, tokens: tokensOf, listen };

export async function start(settings: Settings, given: Log, edge = EDGE): Promise<RunningService> {
  const opened = new ResourceStack(given);
  try {
    const { telemetry, log } = await openTelemetry('gateway', settings, given, opened);
    for (const said of unusual(settings)) log.warn(said);
    const clock = policyClock(settings.JUNKAN_TRIAL, { log, behindDays: settings.JUNKAN_TRIAL_BEHIND_DAYS });
    const { signers, tokens: internal } = identityOf('gateway', settings);
    const services = servicesOf(
      'gateway',
      neighboursOf<'gateway'>({ infrastructure: edge, settings, tokens: internal, clock, telemetry, opened }),
    );
    // The offset is in every answer of the registry, which stores it.
    const askTime = singleFlight(() => services['project-registry'].getClock({}, asking()));
    // Requests wait for it as well, so that the gateway starts whether the registry answers yet or not.
    if (settings.JUNKAN_TRIAL) await askTime().catch((error: unknown) => log.warn({ err: error }, 'policy time is not known yet'));
    const tokens = await edge.tokens(settings);
    const connected = natsWhenNeeded(edge, settings, opened);
    announceWhenConnected(edge, connected, settings, opened, log);
    const live = liveOf({
      services,
      feed: feedWhenNeeded(connected, settings, signers, log),
      perPerson: settings.JUNKAN_STREAMS_PER_PERSON,
      log,
    });
    let isClosing = false;
    const asked = probes(
      () => partsOf(services),
      () => isClosing,
    );
    const app = createApp({
      services,
      tokens,
      signIn: signInOf(settings, tokens),
      webFolder: settings.JUNKAN_WEB,
      live,
      codes: printCodes(keysOf('gateway', settings)),
      lists: readLists(settings.JUNKAN_LISTS),
      rate: rate(settings.JUNKAN_RATE_PER_SECOND ?? (settings.JUNKAN_TRIAL ? 0 : RATE_PER_SECOND), settings.JUNKAN_RATE_BURST),
      strangers: strangersOf(settings),
      clock,
      onTime: settings.JUNKAN_TRIAL ? askTime : async () => undefined,
      trial: settings.JUNKAN_TRIAL,
      probes: { ...asked, elsewhere: settings.JUNKAN_PROBES_LISTEN !== undefined },
      log,
    });
    const handle = watched(telemetry, app, { routeOf: (request) => routeOf(request as Request), probes: PROBES });
    if (settings.JUNKAN_PROBES_LISTEN !== undefined) opened.defer('probes', await serveProbes(settings.JUNKAN_PROBES_LISTEN, asked, log));
    const { address, close } = await edge.listen(handle, settings);
    opened.defer('http', close);
    opened.defer('live streams', () => live.close());
    log.info({ address }, 'serving');
    return {
      address,
      close() {
        isClosing = true;
        return opened.close();
      },
    };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/** Signing in with a browser, where the settings name a provider. */
function signInOf(settings: Settings, tokens: Tokens): SignIn | undefined {
  const { JUNKAN_OIDC_ISSUER: issuer, JUNKAN_OIDC_CLIENT_ID: client, JUNKAN_OIDC_BACKCHANNEL: backchannel } = settings;
  const { JUNKAN_OIDC_CLIENT_SECRET: secret, JUNKAN_HOME: home, JUNKAN_SESSION_KEY: key } = settings;
  if (issuer === undefined || secret === undefined || home === undefined || key === undefined) return undefined;
  const seal = sealing(key);
  const provider = providerOf({ issuer, client, secret, home, backchannel });
  return { seal, provider, sessions: sessions({ seal, provider, tokens }) };
}

/** Serves HTTP at the address that the settings name. */
async function listen(handle: RequestListener, settings: Settings): Promise<RunningService> {
  const server = createServer({ requestTimeout: 120_000, headersTimeout: 20_000 }, handle);
  limitConnections(server, connectionsOf(settings));
  return { address: await listening(server, settings.JUNKAN_LISTEN), close: () => closing(server) };
}

/** A connection to the broker, made when it is first asked for: everything but live updates works without it. */
function natsWhenNeeded({ connectNats }: Infrastructure, settings: Settings, opened: ResourceStack): () => Promise<Nats> {
  let connected: Promise<Nats> | undefined;
  opened.defer('nats', async () => (await connected?.catch(() => undefined))?.connection.close());
  return async () => {
    connected ??= connectNats(settings, 'gateway');
    try {
      return await connected;
    } catch (error) {
      connected = undefined;
      throw error;
    }
  };
}

function feedWhenNeeded(connected: () => Promise<Nats>, settings: Settings, signers: Signers, log: Log): () => Promise<Feed> {
  let shared: Feed | undefined;
  return async () => {
    try {
      const nats = await connected();
      shared ??= sharedFeed(feedOf(nats, settings.JUNKAN_NAMESPACE, signers, log));
      return shared;
    } catch {
      throw new ProblemError({ kind: 'unavailable', type: 'EventsAreOutOfReach', data: {} });
    }
  };
}

const ANNOUNCE_AGAIN_MS = 2_000;

/** Says to the others what this version knows, as soon as the broker answers. */
function announceWhenConnected(
  { announceReplica }: Infrastructure,
  connected: () => Promise<Nats>,
  { JUNKAN_NAMESPACE: namespace }: Settings,
  opened: ResourceStack,
  log: Log,
): void {
  let announced: Awaited<ReturnType<typeof announceReplica>> | undefined;
  let isClosing = false;
  const announce = async (): Promise<void> => {
    while (!announced && !isClosing)
      try {
        announced = await announceReplica({ nats: await connected(), namespace, program: 'gateway', log });
      } catch (error) {
        log.debug({ err: error }, 'the broker does not hear that this gateway lives');
        await sleep(ANNOUNCE_AGAIN_MS, undefined, { ref: false });
      }
  };
  void announce();
  opened.defer('announcement', async () => {
    isClosing = true;
    await announced?.close();
  });
}

const asking = (): Call => ({ actor: GATEWAY_ACTOR, commandId: '', correlationId: newId('req'), causationId: 'gateway' });

/** A part that takes longer does not answer, whatever else it does. */
const PART_ANSWERS_WITHIN_MS = 1_000;

/** Which parts answer, by what each says of itself. */
async function partsOf(services: Services): Promise<Record<string, PartStatus>> {
  const asked = Object.entries(services).map(async ([name, part]): Promise<[string, PartStatus]> => {
    const answered = part.backlog({}, asking()).then(
      ({ building }): PartStatus => (building > 0 ? 'building' : 'answers'),
      (): PartStatus => 'away',
    );
    return [name, await Promise.race([answered, sleep(PART_ANSWERS_WITHIN_MS, 'away' as const, { ref: false })])];
  });
  return Object.fromEntries(await Promise.all(asked));
}

/** What may come from one address. One that is a proxy's is many persons'. */
function strangersOf({ JUNKAN_TRIAL, JUNKAN_RATE_PER_ADDRESS, JUNKAN_PROXIES }: Settings) {
  const perSecond = JUNKAN_RATE_PER_ADDRESS ?? (JUNKAN_TRIAL ? 0 : RATE_PER_ADDRESS);
  return { rate: rate(perSecond, perSecond), proxies: JUNKAN_PROXIES };
}

const connectionsOf = ({ JUNKAN_TRIAL, JUNKAN_CONNECTIONS, JUNKAN_CONNECTIONS_PER_ADDRESS, JUNKAN_PROXIES }: Settings) => ({
  max: JUNKAN_CONNECTIONS,
  maxPerAddress: JUNKAN_CONNECTIONS_PER_ADDRESS ?? (JUNKAN_TRIAL || JUNKAN_PROXIES > 0 ? 0 : CONNECTIONS_PER_ADDRESS),
});
