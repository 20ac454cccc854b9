/** All bytes of an upload, as long as there are no more than so many. */
export async function gatheredWithin(
  requests: AsyncIterable<{ readonly part: Uint8Array }>,
  most: number,
  tooMany: (most: string) => Error,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const { part } of requests) {
    size += part.length;
    if (size > most) throw tooMany(String(most));
    parts.push(part);
  }
  return Buffer.concat(parts);
}

export async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}
