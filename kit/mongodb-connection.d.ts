/** What is used of the driver's inside, of which it publishes no types. */
declare module 'mongodb/lib/cmap/connection.js' {
  import type { Socket } from 'node:net';

  export class Connection {
    protected readonly socket: Socket;
    cleanup(error: Error): void;
  }
}
