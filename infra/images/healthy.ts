import { grpcServes } from '../embedded/probes.ts';

/** The health check of the image: exits 0 if the program in this container serves. */

/** A gRPC server answers the standard health protocol; the gateway reports over HTTP whether every part answers. */
async function serves(port: number): Promise<boolean> {
  if (await grpcServes(port, '')) return true;
  const response = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(4_000) }).catch(() => undefined);
  await response?.body?.cancel();
  return response?.ok ?? false;
}

const port = Number((process.env['JUNKAN_PROBES_LISTEN'] ?? process.env['JUNKAN_LISTEN'])?.split(':').at(-1));
process.exitCode = (await serves(port)) ? 0 : 1;
