import { randomInt } from 'node:crypto';
import { createSocket, type Socket } from 'node:dgram';
import { createServer } from 'node:net';

export const LOOPBACK = '127.0.0.1';

/** Binds the port (0: any) for a moment; returns it, or undefined if another process has it. */
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

const claimed = new Map<number, Socket>();

/**
 * Reserves the port for a child of this process that binds it later: no other caller gets it as a free port until this process ends. Ports
 * of datagrams are separate from those of connections, and the system frees them however a process ends.
 */
function claim(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createSocket('udp4').unref();
    socket.once('error', () => resolve(false));
    socket.bind({ port, address: LOOPBACK, exclusive: true }, () => {
      claimed.set(port, socket);
      resolve(true);
    });
  });
}

/** Below those that systems give to outgoing connections, from 32768 on. */
const [MIN_PORT, MAX_PORT] = [10_000, 32_000];
const ATTEMPTS = 20;

/**
 * The preferred port if it is free, else a free one outside the range of outgoing connections, so that a restarted process finds its port
 * free whatever connections were made meanwhile.
 */
export async function freePort(preferred: number | undefined): Promise<number> {
  if (preferred !== undefined && claimed.has(preferred) && (await tryPort(preferred)) !== undefined) return preferred;
  const tried = [
    ...(preferred === undefined ? [] : [preferred]),
    ...Array.from({ length: ATTEMPTS }, () => randomInt(MIN_PORT, MAX_PORT)),
    0,
  ];
  for (const each of tried) {
    const port = await tryPort(each);
    if (port !== undefined && (await claim(port))) return port;
  }
  throw new Error(`No free port on ${LOOPBACK}`);
}
