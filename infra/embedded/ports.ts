import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

export const LOOPBACK = '127.0.0.1';

/** Binds the port (0: any) for a moment; the port it got, or undefined where somebody else has it. */
function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host: LOOPBACK, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
    });
  });
}

/** Below those that systems give to outgoing connections, from 32768 on. */
const [MIN_PORT, MAX_PORT] = [10_000, 32_000];
const ATTEMPTS = 20;

/**
 * The preferred port if it is free, else any that is no outgoing connection's: who is started again at its port finds it free, whoever has
 * connected to whom meanwhile.
 */
export async function freePort(preferred: number | undefined): Promise<number> {
  const tried = [
    ...(preferred === undefined ? [] : [preferred]),
    ...Array.from({ length: ATTEMPTS }, () => randomInt(MIN_PORT, MAX_PORT)),
    0,
  ];
  for (const each of tried) {
    const port = await tryPort(each);
    if (port !== undefined) return port;
  }
  throw new Error(`No free port on ${LOOPBACK}`);
}
