import { type JetStreamManager, jetstream, jetstreamManager } from '@nats-io/jetstream';
import {
  type Authenticator,
  type ConnectionOptions,
  connect,
  credsAuthenticator,
  type NatsConnection,
  TimeoutError,
  type TlsOptions,
  usernamePasswordAuthenticator,
} from '@nats-io/transport-node';
import type { NatsSettings } from '../engine-settings.ts';
import { streamReplicasOf } from '../setting-rules.ts';
import { inboxOf, type Nats } from './nats.ts';

const DIAL_MS = 5_000;
const CONNECT_MS = 10_000;
const TIMEOUT_MS = 30_000;
const CHECK_MS = 2_000;

type Settings = NatsSettings & Parameters<typeof streamReplicasOf>[0];

/** Connects and keeps reconnecting for as long as the process lives: an outage of the broker delays, it loses nothing. */
export async function connectNats(settings: Settings, name: string): Promise<Nats> {
  const servers = settings.JUNKAN_NATS_URL.split(',').map((url) => url.trim());
  const tls = tlsOf(settings);
  const authenticator = authenticatorOf(settings);
  const connection = await withinReason({
    servers,
    name,
    inboxPrefix: inboxOf(settings.JUNKAN_NATS_USERNAME ?? name),
    maxReconnectAttempts: -1,
    reconnectTimeWait: 500,
    timeout: DIAL_MS,
    // Otherwise every request makes an error with its stack beforehand, for the case that it fails.
    noAsyncTraces: true,
    ...(tls ? { tls } : {}),
    ...(authenticator ? { authenticator } : {}),
  });
  const options = { timeout: 10_000 };
  return {
    connection,
    js: jetstream(connection, options),
    manager: await managerOnceLed(connection, options),
    replicas: streamReplicasOf({ JUNKAN_TRIAL: true, ...settings }),
  };
}

/** The library retries forever if a server accepts the connection and then closes it, as it does for a wrong certificate. */
function withinReason(options: ConnectionOptions): Promise<NatsConnection> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('JUNKAN_NATS_URL: no server answers; it may not take our certificate')), CONNECT_MS);
  return Promise.race([connect(options), late]).finally(() => clearTimeout(timer));
}

/** A cluster that is starting, or has just lost a server, has no leader to answer questions about streams for a while. */
async function managerOnceLed(connection: NatsConnection, options: { timeout: number }): Promise<JetStreamManager> {
  for (const until = Date.now() + TIMEOUT_MS; ; ) {
    try {
      await jetstreamManager(connection, { timeout: CHECK_MS });
      return await jetstreamManager(connection, { ...options, checkAPI: false });
    } catch (error) {
      if (!(error instanceof TimeoutError) || Date.now() > until) {
        await connection.close();
        throw error;
      }
    }
  }
}

function tlsOf({
  JUNKAN_NATS_URL,
  JUNKAN_NATS_CA: ca,
  JUNKAN_NATS_CERTIFICATE: cert,
  JUNKAN_NATS_KEY: key,
}: NatsSettings): TlsOptions | undefined {
  if (!ca && !cert && !JUNKAN_NATS_URL.includes('tls://')) return undefined;
  return { ...(ca ? { ca } : {}), ...(cert && key ? { cert, key } : {}) };
}

function authenticatorOf(settings: NatsSettings): Authenticator | undefined {
  const { JUNKAN_NATS_USERNAME: username, JUNKAN_NATS_PASSWORD: password, JUNKAN_NATS_CREDENTIALS: credentials } = settings;
  // The library insists on a line's end behind its last line.
  if (credentials) return credsAuthenticator(new TextEncoder().encode(`${credentials}\n`));
  return username && password ? usernamePasswordAuthenticator(username, password) : undefined;
}
