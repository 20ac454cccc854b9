import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { createEventBuffer, type EventBuffer } from 'better-sse';

const RETRY_MS = 2_000;
const END_MS = 1_000;

/** What is sent of an event. */
export type Message = { readonly type: string; readonly data: object; readonly id: string };

export type Outlet = ReturnType<typeof outlet>;

/**
 * One client's event stream. Sending waits while the client does not read; a client that reads nothing for two beats is disconnected, and
 * may resume. Each beat carries the position of the events, so that a resumption does not read again what the client may not see.
 */
export function outlet(response: Writable, { beatMs, cursor }: { beatMs: number; cursor: () => string }) {
  const ended = new AbortController();
  let stalled = false;

  const write = (compose: (buffer: EventBuffer) => EventBuffer): void => {
    if (!ended.signal.aborted) response.write(compose(createEventBuffer()).read());
  };
  const beat = setInterval(() => {
    if (!response.writableNeedDrain) {
      write((buffer) => buffer.comment('beat').id(cursor()).dispatch());
      stalled = false;
    } else if (stalled) response.destroy();
    else stalled = true;
  }, beatMs);
  response.on('drain', () => {
    stalled = false;
  });
  const stop = (): void => {
    clearInterval(beat);
    ended.abort();
  };
  response.once('close', stop);
  // A client that has already left is not logged again.
  if (response.destroyed) stop();
  write((buffer) => buffer.retry(RETRY_MS).id(cursor()).dispatch());

  return {
    /** Aborts when the client is gone or was sent away. */
    signal: ended.signal,
    /** Resolves when there is room for more. */
    async send({ type, data, id }: Message): Promise<void> {
      write((buffer) => buffer.event(type).id(id).data(data).dispatch());
      while (response.writableNeedDrain && !ended.signal.aborted)
        await once(response, 'drain', { signal: ended.signal }).catch(() => undefined);
    },
    /** Ends it after what was sent; a client that does not take that is cut off. */
    async end(): Promise<void> {
      stop();
      if (response.destroyed) return;
      response.end();
      await once(response, 'close', { signal: AbortSignal.timeout(END_MS) }).catch(() => undefined);
      response.destroy();
    },
  };
}
