import type { Request } from 'express';

/** Below the limit of one gRPC message. */
const PART_BYTES = 256 * 1024;

/** The bytes of a request, as they arrive: nothing is buffered whole. */
export async function* chunksOf(request: Request): AsyncIterable<Buffer> {
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>)
      for (let at = 0; at < chunk.length; at += PART_BYTES) yield chunk.subarray(at, at + PART_BYTES);
  } finally {
    // Who is refused half-way is still sending, and may not read the answer, nor ask anything else, until the whole body is read.
    request.resume();
  }
}

/** The same in parts of a message. */
export async function* partsOf(request: Request): AsyncIterable<{ readonly part: Buffer }> {
  yield { part: Buffer.alloc(0) };
  for await (const part of chunksOf(request)) yield { part };
}

type Part = { readonly part: Uint8Array };

/** The bytes of an answer whose first part was awaited. */
export async function* bytesOf(first: IteratorResult<Part>, rest: AsyncIterator<Part>): AsyncIterable<Uint8Array> {
  try {
    for (let next = first; !next.done; next = await rest.next()) yield next.value.part;
  } finally {
    // A reader that went away ends the call as well.
    await rest.return?.();
  }
}
