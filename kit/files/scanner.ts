import { connect } from 'node:net';

const PART_BYTES = 64 * 1024;
const MAX_REPLY = 1_024;

export type Scanner = {
  /** The name of what was found in the bytes, if anything was. @throws Error where there is no verdict within this time. */
  scan(bytes: Uint8Array, withinMs: number): Promise<string | undefined>;
};

/** ClamAV’s clamd, which listens at host:port: the bytes go to it in parts (INSTREAM), and one line comes back, which a null ends. */
export function clamd(address: string): Scanner {
  const [host = '', port] = address.split(':');
  return {
    async scan(bytes, withinMs) {
      const reply = await asked({ host, port: Number(port) }, bytes, withinMs);
      const [, found] = /^stream: (.+) FOUND$/.exec(reply) ?? [];
      if (found !== undefined) return found;
      if (reply !== 'stream: OK') throw new Error(`the scanner at ${address} gave no verdict: ${reply === '' ? 'it said nothing' : reply}`);
      return undefined;
    },
  };
}

type Place = { readonly host: string; readonly port: number };

function asked(place: Place, bytes: Uint8Array, withinMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(place);
    let reply = '';
    const end = (failed?: Error): void => {
      clearTimeout(timer);
      socket.destroy();
      if (failed) reject(failed);
      else resolve(reply.includes('\0') ? (reply.split('\0', 1)[0]?.trim() ?? '') : '');
    };
    const timer = setTimeout(() => end(new Error(`the scanner gave no verdict within ${withinMs} ms`)), withinMs);
    socket
      .setEncoding('latin1')
      .on('connect', () => sent(bytes, (part) => void socket.write(part)))
      .on('data', (text: string) => {
        reply += text;
        // It answers before the end where the file is larger than it takes.
        if (reply.includes('\0') || reply.length > MAX_REPLY) end();
      })
      .on('end', () => end())
      .on('error', (error) => (reply === '' ? end(error) : end()));
  });
}

/** Each part behind its length, and an empty one last. */
function sent(bytes: Uint8Array, write: (part: Uint8Array | string) => void): void {
  write('zINSTREAM\0');
  for (let at = 0; at < bytes.length; at += PART_BYTES) {
    const part = bytes.subarray(at, at + PART_BYTES);
    write(lengthOf(part));
    write(part);
  }
  write(lengthOf(new Uint8Array()));
}

function lengthOf({ length }: Uint8Array): Uint8Array {
  const written = Buffer.alloc(4);
  written.writeUInt32BE(length);
  return written;
}
