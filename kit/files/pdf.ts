import { constants, inflateSync } from 'node:zlib';
import type { FileFault } from './types.ts';

const MAX_OBJECTS_BYTES = 64 * 1024 * 1024;
const DELIMITED = '(?=[\\s\\0/<>\\[\\](){}%]|$)';

/**
 * The names without which a reader runs, starts, opens or sends nothing: scripts and what starts them, programs, files within the file, forms that send or
 * contain scripts, and media with players of their own.
 */
const ACTIVE = new RegExp(`/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|ImportData|SubmitForm|XFA|Movie|Rendition)${DELIMITED}`);
const LOCKED = new RegExp(`/Encrypt${DELIMITED}`);
/** A stream of objects names where its first object begins. */
const STRUCTURE = /\/First(?![A-Za-z0-9])|\bendobj\b|\bobj\b|endstream|stream/g;
const DEFLATED = /\/(?:FlateDecode|Fl)(?![A-Za-z0-9])/g;
/** How streams of objects are never written, and could be hidden. */
const UNFOLLOWED =
  /\/(?:ASCIIHexDecode|AHx|ASCII85Decode|A85|LZWDecode|LZW|RunLengthDecode|RL|Crypt|Predictor|DecodeParms|DP|F)(?![A-Za-z0-9])|\/Filter\s*\d/;
/** In front of a stream: what belongs to it is not further away. */
const MAX_HEAD = 64 * 1024;

/** What is wrong with a PDF. Names are searched for in all of its bytes, as a reader may be sent into the middle of anything, and in its packed objects. */
export function faultOfPdf(file: Buffer): FileFault | undefined {
  const raw = file.toString('latin1');
  const text = named(raw);
  if (!text.startsWith('%PDF-')) return 'mistyped';
  const end = text.lastIndexOf('%%EOF');
  if (end < 0 || !/\bstartxref\s+\d+\s+%%EOF/.test(text.slice(Math.max(0, end - MAX_HEAD)))) return 'damaged';
  if (!/^[\s\0]*$/.test(text.slice(end + '%%EOF'.length))) return 'double';
  if (LOCKED.test(text)) return 'locked';
  return ACTIVE.test(text) ? 'active' : faultOfObjects(file, raw);
}

/** Names may be written by the codes of their letters: `/J#61vaScript`. */
const named = (text: string): string => text.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

function faultOfObjects(file: Buffer, raw: string): FileFault | undefined {
  let unpacked = 0;
  for (const { head, at } of streamsOfObjects(raw)) {
    const packings = head.match(DEFLATED)?.length ?? 0;
    if (UNFOLLOWED.test(head) || packings > 1) return 'unclear';
    if (packings === 0) continue;
    const objects = inflated(file.subarray(at), MAX_OBJECTS_BYTES - unpacked);
    if (typeof objects === 'string') return objects;
    unpacked += objects.length;
    if (ACTIVE.test(named(objects.toString('latin1')))) return 'active';
  }
  return undefined;
}

/** Where the bytes of such streams begin, and what is written in front of each. One reading of the whole: hostile files are long. */
function* streamsOfObjects(raw: string): Iterable<{ readonly head: string; readonly at: number }> {
  let [hasFirst, begin] = [false, 0];
  for (const { 0: word, index } of raw.matchAll(STRUCTURE)) {
    if (word === 'stream') {
      const head = named(raw.slice(Math.max(begin, index - MAX_HEAD), index));
      if (hasFirst || /\/First(?![A-Za-z0-9])/.test(head)) yield { head, at: index + word.length + lineEnd(raw, index + word.length) };
      [hasFirst, begin] = [false, index + word.length];
    } else if (word.startsWith('/')) hasFirst = true;
    else [hasFirst, begin] = [false, index + word.length];
  }
}

const lineEnd = (raw: string, at: number): number => (raw.startsWith('\r\n', at) ? 2 : raw[at] === '\n' || raw[at] === '\r' ? 1 : 0);

/** The end of the packed bytes is not looked for: what follows them is left alone. */
function inflated(packed: Uint8Array, most: number): Buffer | FileFault {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, most), finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'oversized' : 'unclear';
  }
}
