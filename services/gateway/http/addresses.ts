import type { Server } from 'node:http';
import type { Request, RequestHandler } from 'express';
import type { Rate } from './rate.ts';

/** A rate limit for each address, before the caller is known. Behind proxies it is the address that they forward. */
export const paced =
  (rate: Rate): RequestHandler =>
  async (request, response, next) => {
    await rate(addressOf(request), response);
    next();
  };

/** Where a request comes from. An IPv4 address has one spelling. */
export const addressOf = ({ ip = '' }: Pick<Request, 'ip'>): string => ip.replace(/^::ffff:/, '');

/** Where this installation is reached, as the request says. */
export const homeOf = ({ protocol, host }: Request): string => `${protocol}://${host}`;

export const isLoopback = (address: string): boolean => address === '::1' || address.startsWith('127.');

/** Closes connections beyond so many in all, or of one address (0 = no limit). */
export function limitConnections(server: Server, { max, maxPerAddress }: { max: number; maxPerAddress: number }): void {
  server.maxConnections = max;
  if (maxPerAddress === 0) return;
  const open = new Map<string, number>();
  server.on('connection', (socket) => {
    const address = addressOf({ ip: socket.remoteAddress });
    const count = (open.get(address) ?? 0) + 1;
    open.set(address, count);
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left === 0) open.delete(address);
      else open.set(address, left);
    });
    if (count > maxPerAddress) socket.destroy();
  });
}
