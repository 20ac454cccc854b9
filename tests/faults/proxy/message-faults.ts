import { Transform } from 'node:stream';
import type { Rng } from '../../rng.ts';
import { type Frame, natsFrames } from './nats-frames.ts';

/** How many messages of a stream were meddled with, by what was done. */
type Meddled = { duplicated: number; delayed: number; reordered: number };

/** How often, of a hundred messages; and how many in all, so that it ends. */
export type MessageFaults = { percent: number; left: number; readonly done: Meddled };

export const noMessageFaults = (): MessageFaults => ({ percent: 0, left: 0, done: { duplicated: 0, delayed: 0, reordered: 0 } });

/**
 * Only what a durable consumer is given: the broker would deliver that again, and late, after any outage. To an ordered consumer, which the library names so,
 * it never does; where that sees a gap it begins again, after most of a minute.
 */
const DELIVERED = /^\$JS\.ACK\.[^.]+\.(?!oc_)/;
const LATE_MS = [50, 120, 400, 1_500];
/** For so long a message waits for the one that is to overtake it. */
const OVERTAKEN_MS = 200;

/** Passes what a NATS server sends, while some delivered messages come twice, late, or behind the next. */
export function disturbing(messageFaults: MessageFaults, rng: Rng): Transform {
  const frames = natsFrames();
  let overtaken: Frame | undefined;

  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      for (const frame of frames(chunk)) pass(frame);
      done();
    },
    flush(done) {
      release();
      done();
    },
  });

  function send({ bytes }: Frame): void {
    if (!stream.writableEnded && !stream.destroyed) stream.push(bytes);
  }

  function release(): void {
    const held = overtaken;
    overtaken = undefined;
    if (held) send(held);
  }

  function pass(frame: Frame): void {
    const isDelivered = DELIVERED.test(frame.reply);
    if (isDelivered && !overtaken && messageFaults.left > 0 && rng.is(messageFaults.percent)) meddle(frame);
    else {
      send(frame);
      if (isDelivered) release();
    }
  }

  function meddle(frame: Frame): void {
    messageFaults.left -= 1;
    const how = rng.of(['duplicated', 'delayed', 'reordered'] as const);
    messageFaults.done[how] += 1;
    switch (how) {
      case 'duplicated':
        send(frame);
        send(frame);
        return;
      case 'delayed':
        setTimeout(send, rng.of(LATE_MS), frame).unref();
        return;
      case 'reordered':
        overtaken = frame;
        setTimeout(() => overtaken === frame && release(), OVERTAKEN_MS).unref();
    }
  }

  return stream;
}
