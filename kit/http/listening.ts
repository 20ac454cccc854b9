import type { Server } from 'node:http';

/** Longer than most requests take, and shorter than a process may take to stop. */
const DRAIN_MS = 5_000;

/** Idle connections are kept this long. Clients close theirs a second earlier: a request on one that the server closes is lost. */
const KEEP_ALIVE_MS = 20_000;

/** Answers where it listens, with the port that was taken for 0. */
export async function listening(server: Server, listen: string): Promise<string> {
  const [host = '127.0.0.1', port = '0'] = listen.split(':');
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(Number(port), host, resolve);
  });
  const bound = server.address();
  return `${host}:${typeof bound === 'object' ? bound?.port : port}`;
}

/** Answers what has been asked, then closes; neither idle connections nor clients that never finish hold it up. */
export const closing = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
