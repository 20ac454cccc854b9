import { readFileSync } from 'node:fs';
import {
  connect,
  createSecureServer,
  type Http2SecureServer,
  type IncomingHttpHeaders,
  type OutgoingHttpHeaders,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from 'node:http2';
import type { AddressInfo } from 'node:net';
import type { Certificates } from './certificates.ts';

/** Headers of gRPC that belong to one hop, or that the library sets itself. */
const OF_ONE_HOP = [':scheme', ':authority', 'host', 'connection'];
const UNAUTHENTICATED = { ':status': 200, 'content-type': 'application/grpc', 'grpc-status': '16', 'grpc-message': 'who is there?' };

/** A door before a Temporal server that wants TLS, a client's certificate, and a key for the API with each call, as Temporal Cloud does. */
export async function guardedTemporal(address: string, apiKey: string, { authority, server }: Certificates) {
  const upstream = connect(`http://${address}`);
  const door: Http2SecureServer = createSecureServer({
    cert: readFileSync(server.certificate),
    key: readFileSync(server.key),
    ca: readFileSync(authority),
    requestCert: true,
    rejectUnauthorized: true,
  });
  const sessions = new Set<ServerHttp2Session>();
  door.on('session', (session) => sessions.add(session));
  door.on('sessionError', () => undefined);
  door.on('stream', (stream: ServerHttp2Stream, headers: IncomingHttpHeaders) => {
    stream.on('error', () => undefined);
    if (headers.authorization !== `Bearer ${apiKey}`) return stream.respond(UNAUTHENTICATED, { endStream: true });
    const onward = upstream.request(without(headers));
    let trailers: OutgoingHttpHeaders = {};
    onward.on('error', () => stream.destroy());
    onward.on('trailers', (received) => {
      trailers = without(received);
    });
    onward.on('response', (received, flags) => {
      if (stream.destroyed) return;
      const endStream = (flags & 1) === 1;
      stream.respond(without(received), { endStream, waitForTrailers: !endStream });
      if (!endStream) onward.pipe(stream);
    });
    stream.on('wantTrailers', () => stream.sendTrailers(trailers));
    stream.on('close', () => onward.close());
    return stream.pipe(onward);
  });
  await new Promise<void>((resolve) => {
    door.listen(0, '127.0.0.1', resolve);
  });
  const { port } = door.address() as AddressInfo;
  return {
    address: `127.0.0.1:${port}`,
    async stop(): Promise<void> {
      for (const session of sessions) session.destroy();
      upstream.close();
      await new Promise((resolve) => door.close(resolve));
    },
  };
}

const without = (headers: IncomingHttpHeaders): OutgoingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !OF_ONE_HOP.includes(name)));
