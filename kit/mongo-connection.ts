import type { MongoClientOptions } from 'mongodb';
import { Connection } from 'mongodb/lib/cmap/connection.js';

/**
 * A connection of the driver on which nothing waits for ever. An operation that is begun between the end of its socket and the moment
 * at which the driver hears of that is written nowhere, and then waits until the socket can take more, which it never can (driver
 * 7.9.0, `writeCommand`; no setting bounds it). Here it is woken, finds that the connection is closed, and fails as others do.
 */
class EndingConnection extends Connection {
  override cleanup(error: Error): void {
    super.cleanup(error);
    // After everything that is just about to wait.
    setImmediate(() => this.socket.emit('drain'));
  }
}

/** The driver takes this setting and does not document it: a test holds that operations end when connections do. */
export const ending = { connectionType: EndingConnection } as MongoClientOptions;
