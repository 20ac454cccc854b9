import type { Request } from 'express';

/** Below the limit of one gRPC message. */
const PART_BYTES = 256 * 1024;

/** The bytes of a request, in parts, as they arrive: nothing is buffered whole. */
export async function* partsOf(request: Request): AsyncIterable<{ readonly part: Buffer }> {
  yield { part: Buffer.alloc(0) };
  for await (const chunk of request as AsyncIterable<Buffer>)
    for (let at = 0; at < chunk.length; at += PART_BYTES) yield { part: chunk.subarray(at, at + PART_BYTES) };
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
