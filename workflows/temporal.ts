import type { TemporalSettings } from '@junkan/kit/engine-settings.ts';
import { Client, Connection, type TLSConfig } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';

const CONNECT_TIMEOUT = '30 seconds';

type Reached = { readonly client: Client; close(): Promise<void> };

/** A client of the namespace that the settings name. */
export async function connectTemporal(settings: TemporalSettings): Promise<Reached> {
  const connection = await Connection.connect({ ...reach(settings), connectTimeout: CONNECT_TIMEOUT }).catch((error: Error) => {
    throw new Error(`JUNKAN_TEMPORAL_ADDRESS: ${error.message}: ${(error.cause as Error | undefined)?.message ?? ''}`, { cause: error });
  });
  const client = new Client({ connection, namespace: settings.JUNKAN_TEMPORAL_NAMESPACE });
  return { client, close: () => connection.close() };
}

/** The connection that a worker polls by. */
export const connectWorker = (settings: TemporalSettings): Promise<NativeConnection> => NativeConnection.connect(reach(settings));

function reach(settings: TemporalSettings) {
  const tls = tlsOf(settings);
  const { JUNKAN_TEMPORAL_ADDRESS: address, JUNKAN_TEMPORAL_API_KEY: apiKey } = settings;
  return { address, ...(tls ? { tls } : {}), ...(apiKey ? { apiKey } : {}) };
}

function tlsOf(settings: TemporalSettings): TLSConfig | undefined {
  const {
    JUNKAN_TEMPORAL_TLS: encrypted,
    JUNKAN_TEMPORAL_API_KEY: apiKey,
    JUNKAN_TEMPORAL_CA: ca,
    JUNKAN_TEMPORAL_CERTIFICATE: certificate,
    JUNKAN_TEMPORAL_KEY: key,
    JUNKAN_TEMPORAL_SERVER_NAME: serverName,
  } = settings;
  if (!encrypted && !apiKey && !ca && !certificate) return undefined;
  return {
    ...(serverName ? { serverNameOverride: serverName } : {}),
    ...(ca ? { serverRootCACertificate: Buffer.from(ca) } : {}),
    ...(certificate && key ? { clientCertPair: { crt: Buffer.from(certificate), key: Buffer.from(key) } } : {}),
  };
}

/** Outside a trial installation: @throws if the server is the development one, which stores everything in a single file. */
export async function requireCluster({ connection }: Client, { JUNKAN_TRIAL }: { JUNKAN_TRIAL: boolean }): Promise<void> {
  if (JUNKAN_TRIAL) return;
  const { persistenceStore } = await connection.workflowService.getClusterInfo({});
  if (persistenceStore === 'sqlite')
    throw new Error('JUNKAN_TEMPORAL_ADDRESS: this is the development server, which is for trial installations (JUNKAN_TRIAL)');
}
