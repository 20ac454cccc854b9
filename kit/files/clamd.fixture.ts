import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

const COMMAND = Buffer.from('zINSTREAM\0');
/** The harmless text that every scanner knows as a virus (EICAR), in two parts: no scanner is to find it in this file. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** Speaks as clamd does (INSTREAM), over a socket; finds the EICAR text, and what it has learnt since. */
export async function fakeClamd(maxBytes = 26_214_400) {
  const known = new Map([[EICAR, 'Eicar-Test-Signature']]);
  const open = new Set<Socket>();
  const files: Buffer[] = [];
  const parts: number[] = [];
  let isSilent = false;
  let reply: ((found: string | undefined) => string) | undefined;

  const undecided = new Set<string>();
  const verdict = (bytes: Buffer): string => {
    if ([...undecided].some((text) => bytes.includes(text))) return 'Can’t allocate memory ERROR\0';
    const found = [...known].find(([text]) => bytes.includes(text))?.[1];
    return reply?.(found) ?? `stream: ${found === undefined ? 'OK' : `${found} FOUND`}\0`;
  };
  const server = createServer((socket) => {
    open.add(socket);
    let came = Buffer.alloc(0);
    socket
      .on('close', () => open.delete(socket))
      .on('error', () => undefined)
      .on('data', (part: Buffer) => {
        came = Buffer.concat([came, part]);
        const stream = partsIn(came);
        const size = stream.parts.reduce((sum, { length }) => sum + length, 0);
        if (isSilent || !(stream.isWhole || size > maxBytes)) return;
        const bytes = Buffer.concat(stream.parts);
        if (size <= maxBytes) {
          files.push(bytes);
          parts.push(stream.parts.length);
        }
        socket.end(size > maxBytes ? 'INSTREAM size limit exceeded. ERROR\0' : verdict(bytes));
      });
  });
  const port = await listening(server, 0);
  const address = `127.0.0.1:${port}`;

  return {
    address,
    /** What it has scanned, and in how many parts each came. */
    files: files as readonly Buffer[],
    parts: parts as readonly number[],
    /** From now on it finds this text, by this name. */
    learn: (text: string, name: string): void => void known.set(text, name),
    forget: (text: string): void => void known.delete(text),
    /** It cannot tell of files with this text; until it is asked to decide. */
    undecided: (text: string): void => void undecided.add(text),
    decide: (text: string): void => void undecided.delete(text),
    /** Whether it takes what comes and answers nothing. */
    silent(is: boolean): void {
      isSilent = is;
    },
    /** What it answers in place of a verdict. */
    answering(with_: typeof reply): void {
      reply = with_;
    },
    async leave(): Promise<void> {
      for (const socket of open) socket.destroy();
      if (!server.listening) return;
      server.close();
      await once(server, 'close');
    },
    comeBack: (): Promise<number> => listening(server, port),
  };
}

async function listening(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** @throws Error where what came is not what the protocol says. */
function partsIn(came: Buffer): { readonly parts: readonly Buffer[]; readonly isWhole: boolean } {
  if (!COMMAND.subarray(0, came.length).equals(came.subarray(0, COMMAND.length))) throw new Error('another command than zINSTREAM came');
  const parts: Buffer[] = [];
  for (let at = COMMAND.length; at + 4 <= came.length; ) {
    const size = came.readUInt32BE(at);
    if (size === 0) return { parts, isWhole: true };
    parts.push(came.subarray(at + 4, at + 4 + size));
    at += 4 + size;
  }
  return { parts, isWhole: false };
}
