import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { until } from '../installation.fixture.ts';
import { ProblemError } from '../problem.ts';
import { call, dialled, problemOf, started } from './echo.fixture.ts';

describe('an upload and a download', () => {
  test('come whole and in order', async () => {
    const { address } = await started();
    const { client } = dialled(address);
    const parts = Array.from({ length: 300 }, (_, index) => ({ words: `${index},`.padEnd(5_000, '.') }));
    const whole = parts.map(({ words }) => words).join('');
    async function* upload() {
      yield* parts;
    }
    expect(await client.collect(upload(), call)).toEqual({ words: whole });
    const letters = await Array.fromAsync(client.spell({ words: 'junkan' }, call));
    expect(letters.map(({ words }) => words)).toEqual(['j', 'u', 'n', 'k', 'a', 'n']);
  });

  test('an upload whose source fails is broken off with that failure, and the server never takes it for a whole one', async () => {
    let isUnderWay = false;
    let isWhole = false;
    let isOver = false;
    const { address } = await started({
      async collect(requests) {
        try {
          for await (const _ of requests) isUnderWay = true;
          isWhole = true;
        } finally {
          isOver = true;
        }
        return { words: '' };
      },
    });
    async function* failing() {
      yield { words: 'a' };
      await until(() => isUnderWay);
      throw new Error('the sender went away');
    }
    await expect(dialled(address).client.collect(failing(), call)).rejects.toThrow('the sender went away');
    await until(() => isOver);
    expect(isWhole).toBe(false);
  });

  test('a download whose reader leaves ends at the server too, also while it waits for room', async () => {
    let isOver = false;
    const { address } = await started({
      async *spell() {
        try {
          for (;;) yield { words: 'x'.repeat(100_000) };
        } finally {
          isOver = true;
        }
      },
    });
    for await (const _ of dialled(address).client.spell({ words: '' }, call)) break;
    await until(() => isOver);
  });
});

describe('a refusal', () => {
  const problem = { kind: 'conflict', type: 'FundsAreShort', data: { missing: '12' } } as const;

  test.each([0, 3])('of an upload after %i parts comes before its end, and the rest is not read from its source', async (most) => {
    const { address } = await started({
      async collect(requests) {
        let count = 0;
        if (most > 0) for await (const _ of requests) if (++count === most) break;
        throw new ProblemError(problem);
      },
    });
    let isReleased = false;
    async function* endless() {
      try {
        for (;;) {
          yield { words: 'x'.repeat(10_000) };
          await sleep(1);
        }
      } finally {
        isReleased = true;
      }
    }
    expect(await problemOf(dialled(address).client.collect(endless(), call))).toEqual(problem);
    await until(() => isReleased);
  });

  test('in the middle of a download comes after what was sent', async () => {
    const { address } = await started({
      async *spell() {
        yield { words: 'a' };
        throw new ProblemError(problem);
      },
    });
    const parts: string[] = [];
    const download = async (): Promise<void> => {
      for await (const { words } of dialled(address).client.spell({ words: '' }, call)) parts.push(words);
    };
    expect(await problemOf(download())).toEqual(problem);
    expect(parts).toEqual(['a']);
  });
});
