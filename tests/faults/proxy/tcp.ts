import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { LOOPBACK } from '@junkan/infra/embedded/ports.ts';

export type TcpProxy = Awaited<ReturnType<typeof startProxy>>;

type Options = {
  /** The port, on loopback, of the server behind it. */
  readonly to: number;
  /** What the bytes from the server pass on each connection, where something is to be done to them. */
  readonly answers?: () => Duplex;
};

/** A way from one process to another that can be made bad: everything passes it, on loopback only. */
export async function startProxy({ to, answers }: Options) {
  const open = new Set<Socket>();
  let delayMs = 0;
  let refuses = false;
  let held = Promise.withResolvers<void>();
  held.resolve();

  /** What passes while the way is held waits, as it does where a network loses packets and sends them again. */
  async function* passing(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of source) {
      await held.promise;
      if (delayMs > 0) await sleep(delayMs);
      yield chunk;
    }
  }

  async function join(client: Socket): Promise<void> {
    await held.promise;
    const server = connect({ port: to, host: LOOPBACK, noDelay: true });
    const both = [client, server];
    const end = (): void => {
      for (const socket of both) {
        open.delete(socket);
        breakOff(socket);
      }
    };
    for (const socket of both) {
      open.add(socket);
      socket.on('error', () => undefined);
    }
    try {
      await once(server, 'connect');
      const back = answers ? pipeline(server, passing, answers(), client) : pipeline(server, passing, client);
      await Promise.all([pipeline(client, passing, server), back]);
    } catch {
      // One side is gone: so is the other.
    } finally {
      end();
    }
  }

  const listener = createServer({ noDelay: true, allowHalfOpen: true }, (client) => {
    client.on('error', () => undefined);
    if (refuses) breakOff(client);
    else void join(client);
  });
  listener.listen({ port: 0, host: LOOPBACK });
  await once(listener, 'listening');
  const bound = listener.address();

  return {
    port: typeof bound === 'object' ? (bound?.port ?? 0) : 0,
    /** Breaks every connection that is open; answers how many. */
    cut(): number {
      const broken = [...open];
      for (const socket of broken) breakOff(socket);
      return broken.length;
    },
    /** Each piece takes so much longer, both ways. */
    delay(milliseconds: number): void {
      delayMs = milliseconds;
    },
    /** New connections are broken at once; those that are open stay. */
    refuse(): void {
      refuses = true;
    },
    /** Nothing passes, and nobody is notified. */
    hold(): void {
      held.resolve();
      held = Promise.withResolvers<void>();
    },
    /** The way is good again; what was held arrives. */
    heal(): void {
      delayMs = 0;
      refuses = false;
      held.resolve();
    },
    async close(): Promise<void> {
      held.resolve();
      listener.close();
      for (const socket of open) breakOff(socket);
    },
  };
}

/** As a machine does that is gone. A socket that is being closed already cannot be reset: it would stay open for ever. */
function breakOff(socket: Socket): void {
  if (socket.destroyed) return;
  if (socket.writableEnded) socket.destroy();
  else socket.resetAndDestroy();
}
