import { hash } from 'node:crypto';
import { closeSync, constants, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { SigningKeys } from './messages.ts';
import type { View } from './view.ts';

/** A message of a feed, and its position there. */
type Message = { readonly subject: string; readonly seq: number; readonly data: Uint8Array };

/**
 * Remembers which messages of a feed carried a valid signature of the owner of their context, so that rebuilding a file need not verify
 * them again, which costs more than everything else. It is stored next to the file of the view and trusted as much: a process that can
 * write one can write the other.
 */
export type Verified = {
  /** Whether it is byte for byte, on the same subject and under the same keys, what was added for its place. */
  has(message: Message): boolean;
  add(message: Message): void;
  /** Writes what was added. What a crash takes away or tears is found out again. */
  keep(): void;
  close(): void;
};

/** The first half of a SHA-256. */
const BYTES = 16;
/** As many messages as a batch may have, and more than come at a time while nothing is built. */
const WINDOW = 4_096;

/** @throws where the folder cannot be written in. */
export function verifiedIn(folder: string, { name }: Pick<View, 'name'>, { publicKeys, owners }: SigningKeys) {
  return (context: string): Verified => {
    const file = openSync(join(folder, `${name}-${context}.verified`), constants.O_RDWR | constants.O_CREAT);
    // Entries made with other keys are ignored.
    const keys = hash('sha256', JSON.stringify([publicKeys, owners[context]]));
    const digestOf = ({ subject, data }: Message): Buffer =>
      hash('sha256', Buffer.concat([Buffer.from(`${keys}\n${subject}\n`), data]), 'buffer').subarray(0, BYTES);

    /** The digests from a sequence on, as the file holds them or is about to. */
    let window = { from: 1, digests: digestsFrom(file, 1) };
    let added: { least: number; most: number } | undefined;

    const placeOf = (seq: number): number => (seq - window.from) * BYTES;
    const moveTo = (seq: number): void => {
      if (seq >= window.from && seq < window.from + WINDOW) return;
      keep();
      window = { from: seq, digests: digestsFrom(file, seq) };
    };
    function keep(): void {
      if (!added) return;
      const { least, most } = added;
      writeSync(file, window.digests, placeOf(least), (most - least + 1) * BYTES, (least - 1) * BYTES);
      added = undefined;
    }

    return {
      has(message) {
        moveTo(message.seq);
        return digestOf(message).equals(window.digests.subarray(placeOf(message.seq), placeOf(message.seq + 1)));
      },
      add(message) {
        const { seq } = message;
        moveTo(seq);
        digestOf(message).copy(window.digests, placeOf(seq));
        added = { least: Math.min(seq, added?.least ?? seq), most: Math.max(seq, added?.most ?? seq) };
      },
      keep,
      close: () => closeSync(file),
    };
  };
}

/** Beyond the end of the file all digests are zeros, which no message has. */
function digestsFrom(file: number, seq: number): Buffer {
  const digests = Buffer.alloc(WINDOW * BYTES);
  readSync(file, digests, 0, digests.length, (seq - 1) * BYTES);
  return digests;
}
