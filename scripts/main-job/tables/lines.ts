/** One physical line without its end (LF or CRLF), counted from 1. */
export type Line = {
  readonly number: number;
  /** Only the beginning where the line is too long. */
  readonly bytes: Buffer;
  readonly quotes: number;
  readonly commas: number;
  readonly tooLong: boolean;
};

/** The longest line or record that is read, in bytes. */
export const MAX_BYTES = 1_048_576;

/** The part of an overlong line that is kept, to show where it is. */
const KEPT_BYTES = 1_024;

/** Splits a stream into lines and holds one of them at a time: of a line that is too long, only its beginning. A leading byte order mark is dropped. */
export async function* physicalLines(stream: AsyncIterable<Uint8Array | string>): AsyncGenerator<Line> {
  let number = 0;
  let parts: Buffer[] = [];
  let size = 0;
  const keep = (part: Buffer): void => {
    size += part.length;
    if (size <= MAX_BYTES) parts.push(part);
    else if (size - part.length <= MAX_BYTES) parts = [Buffer.concat([...parts, part], KEPT_BYTES)];
  };
  const finish = (): Line => {
    number++;
    const tooLong = size > MAX_BYTES;
    const bytes = Buffer.concat(parts);
    [parts, size] = [[], 0];
    return line(number, number === 1 && bytes.subarray(0, 3).equals(BYTE_ORDER_MARK) ? bytes.subarray(3) : bytes, tooLong);
  };
  for await (const chunk of stream) {
    let buffered = typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    for (let end = buffered.indexOf(LF); end !== -1; end = buffered.indexOf(LF)) {
      keep(buffered.subarray(0, end));
      yield finish();
      buffered = buffered.subarray(end + 1);
    }
    keep(buffered);
  }
  if (size > 0) yield finish();
}

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;
const COMMA = 0x2c;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

function line(number: number, text: Buffer, tooLong: boolean): Line {
  const bytes = text.at(-1) === CR ? text.subarray(0, -1) : text;
  let quotes = 0;
  let commas = 0;
  for (const byte of bytes) {
    if (byte === QUOTE) quotes++;
    else if (byte === COMMA) commas++;
  }
  return { number, bytes, quotes, commas, tooLong };
}
