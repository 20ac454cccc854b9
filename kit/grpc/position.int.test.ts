import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { policyClock } from '../clock.ts';
import { silent } from '../installation.fixture.ts';
import { hasReached, positionOf, tokenOf } from '../views/position.ts';
import { waits } from '../views/waits.ts';
import { call, dialled, echo, problemOf, tokensOf } from './echo.fixture.ts';
import type { Answering } from './position.ts';
import { serve, serving } from './serve.ts';

const CONTEXTS = ['bank'];

/** A view of one context, at the position that a test sets. */
function viewAt(first: number) {
  let sequence = first;
  const position = () => ({ bank: { origin: '1', sequence } });
  const waiting = waits(
    (awaited) => {
      const wanted = positionOf(String(awaited));
      if (!wanted) return 'malformed';
      return hasReached(CONTEXTS, position(), wanted) ? 'reached' : 'not-yet';
    },
    { limitMs: 200 },
  );
  return {
    waitFor: waiting.waitFor,
    token: () => tokenOf(position()),
    sequence: () => sequence,
    goTo(next: number): void {
      sequence = next;
      waiting.check();
    },
  };
}

/** A replica that answers how far it is. */
async function replica(view: Answering & { sequence(): number }): Promise<string> {
  const handlers = { say: async () => ({ words: String(view.sequence()) }) };
  const { say } = echo;
  const parts = { listen: '127.0.0.1:0', tokens: tokensOf('matching'), clock: policyClock(true), log: silent, view };
  const { address, close } = await serve([serving({ say }, { say: ['workflows'] }, handlers)], parts);
  onTestFinished(close);
  return address;
}

/** By how many positions one replica is behind. */
const LAG = 8;

test('of two replicas, one of them behind, a caller that sends what it has seen never gets an earlier state; one that does not may', async () => {
  const [prompt, behind] = [viewAt(1 + LAG), viewAt(1)];
  const { client } = dialled((await Promise.all([prompt, behind].map(replica))).join(','));
  let isWriting = true;
  const writing = async (): Promise<void> => {
    for (let sequence = 2 + LAG; isWriting; sequence += 1) {
      prompt.goTo(sequence);
      behind.goTo(sequence - LAG);
      await sleep(2);
    }
  };
  const reading = async (isVisible: boolean): Promise<number> => {
    let [back, last, seen] = [0, 0, ''];
    for (let read = 0; read < 200; read += 1) {
      const onPosition = (position: string): void => {
        seen = position;
      };
      const { words } = await client.say({ words: '' }, { ...call, ...(isVisible ? { seen, onPosition } : {}) });
      if (Number(words) < last) back += 1;
      last = Number(words);
    }
    return back;
  };
  // While nothing moves on, so that no busy machine lets the one catch up between two questions.
  expect(await reading(false)).toBeGreaterThan(0);
  const written = writing();
  expect(await reading(true)).toBe(0);
  isWriting = false;
  await written;
});

test('all that was seen is waited for, each position once, and no longer than there is patience for', async () => {
  const view = viewAt(3);
  const { client } = dialled(await replica(view));
  const at = (sequence: number): string => tokenOf({ bank: { origin: '1', sequence } });
  const say = (seen: string) => client.say({ words: '' }, { ...call, seen });
  expect(await say([at(2), at(3)].join(','))).toEqual({ words: '3' });
  const later = say([at(5), at(4)].join(','));
  view.goTo(4);
  view.goTo(5);
  expect(await later).toEqual({ words: '5' });
  expect(await problemOf(say(at(6)))).toMatchObject({ kind: 'late', type: 'PositionIsNotReached' });
  expect(await problemOf(say('anything'))).toMatchObject({ kind: 'malformed', type: 'PositionIsMalformed' });
});
