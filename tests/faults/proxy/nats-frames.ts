/** One protocol message of a NATS server, as its bytes; of a delivered message also where it wants its answer. */
export type Frame = { readonly bytes: Buffer; readonly reply: string };

const LINE_END = Buffer.from('\r\n');

/**
 * Cuts what a NATS server sends into whole protocol messages: `MSG <subject> <sid> [reply] <size>` and
 * `HMSG <subject> <sid> [reply] <header size> <total size>` have a payload behind their line, all others are one line.
 */
export function natsFrames(): (chunk: Buffer) => Frame[] {
  let rest: Buffer = Buffer.alloc(0);
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    const frames: Frame[] = [];
    for (let frame = first(rest); frame; frame = first(rest)) {
      frames.push(frame);
      rest = rest.subarray(frame.bytes.length);
    }
    return frames;
  };
}

/** The first message, where all of it is there. */
function first(bytes: Buffer): Frame | undefined {
  const end = bytes.indexOf(LINE_END);
  if (end < 0) return undefined;
  const [operation = '', ...words] = bytes.toString('latin1', 0, end).trim().split(/\s+/);
  const sizes = { MSG: 1, HMSG: 2 }[operation.toUpperCase()] ?? 0;
  const payload = sizes === 0 ? 0 : Number(words.at(-1)) + LINE_END.length;
  const length = end + LINE_END.length + payload;
  if (bytes.length < length) return undefined;
  // Subject and subscription come first, the sizes last: what is between is the reply.
  return { bytes: Buffer.from(bytes.subarray(0, length)), reply: sizes > 0 ? (words.slice(2, -sizes)[0] ?? '') : '' };
}
