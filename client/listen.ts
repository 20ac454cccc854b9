import { createParser } from 'eventsource-parser';
import type { Schemas } from './operations.ts';
import { sleep } from './sleep.ts';

/** An event, and the cursor with which to go on behind it, at any time and at any gateway. */
export type Heard = { readonly cursor: string; readonly event: Schemas['LiveEvent'] };

export type Listening = {
  /** Asks for the events behind a cursor; empty = from now. @throws ApiProblem where that is refused for good. */
  readonly open: (cursor: string) => Promise<Response>;
  readonly cursor?: string;
  readonly signal?: AbortSignal | undefined;
  /** Takes how much waits for the caller, by kind, where the stream was opened with `work=true`. */
  readonly onWork?: (counts: Schemas['LiveWork']['counts']) => void;
};

const RETRY_MS = 2_000;

/**
 * Events without end, each once and in the order of its context: a stream that breaks, or ends with its token, is resumed where
 * it broke. @throws ApiProblem for a refusal that does not pass, such as a cursor of events that are no more.
 */
export async function* listen({ open, cursor = '', signal, onWork }: Listening): AsyncGenerator<Heard, void> {
  let seen = cursor;
  let retry = RETRY_MS;
  while (!signal?.aborted) {
    try {
      for await (const { cursor, type, data } of blocks(await open(seen), signal, (milliseconds) => (retry = milliseconds))) {
        seen = cursor;
        if (type === 'work') onWork?.((JSON.parse(data ?? '') as Schemas['LiveWork']).counts);
        else if (data !== undefined) yield { cursor, event: JSON.parse(data) as Heard['event'] };
      }
    } catch (error) {
      // The fetch and its body fail with a TypeError where the way is broken, with the signal's reason where it is no longer wanted.
      if (!signal?.aborted && !(error instanceof TypeError)) throw error;
    }
    await sleep(retry, signal).catch(() => undefined);
  }
}

type Block = { readonly cursor: string; readonly type?: string | undefined; readonly data?: string };

/** The blocks of a stream: events, and ids alone, which say how far was read where there was nothing to send. */
async function* blocks(
  { body }: Response,
  signal: AbortSignal | undefined,
  onRetry: (milliseconds: number) => void,
): AsyncGenerator<Block> {
  const read: Block[] = [];
  const parser = createParser({
    onRetry,
    onId: (cursor) => void read.push({ cursor }),
    // The id of a block comes before its event.
    onEvent: ({ id = '', event: type, data }) => void read.splice(-1, 1, { cursor: id, type, data }),
  });
  const bytes = body ?? new ReadableStream<Uint8Array<ArrayBuffer>>();
  for await (const text of bytes.pipeThrough(new TextDecoderStream(), signal && { signal })) {
    parser.feed(text);
    yield* read.splice(0);
  }
}
