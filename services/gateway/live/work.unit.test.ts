import { pino } from 'pino';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type WorkCounts, workNotifier } from './work.ts';

const log = pino({ level: 'silent' });

/** A listener, with its messages and the queries of the list; `answers` come one after the other, and the last one from then on. */
function listening(...answers: readonly (WorkCounts | Error)[]) {
  const [sent, asked]: [WorkCounts[], (readonly string[])[]] = [[], []];
  const ended = new AbortController();
  onTestFinished(() => ended.abort());
  const counts = async (after: readonly string[]): Promise<WorkCounts> => {
    const answer = answers[Math.min(asked.push(after), answers.length) - 1] ?? {};
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const send = async (found: WorkCounts): Promise<void> => void sent.push(found);
  return { sent, asked, ended, ...workNotifier({ counts, send, signal: ended.signal, log, everyMs: 20 }) };
}

test('a listener gets at once how much waits, and then only what has changed', async () => {
  const { sent, asked, touch } = listening({ screening: 1 }, { screening: 1 }, { screening: 2 });
  await expect.poll(() => sent).toEqual([{ screening: 1 }]);
  touch('project', 'prj_a@1');
  await expect.poll(() => asked.length).toBe(2);
  expect(sent.length).toBe(1);
  touch('project', 'prj_a@2');
  await expect.poll(() => sent).toEqual([{ screening: 1 }, { screening: 2 }]);
});

test('many events are one question, which the list answers once it has seen the newest of each context', async () => {
  const { asked, touch } = listening({});
  await expect.poll(() => asked.length).toBe(1);
  for (let version = 1; version <= 100; version += 1) touch('project', `prj_a@${version}`);
  touch('matching', 'fnd_a@1');
  await expect.poll(() => asked).toEqual([[], ['prj_a@100', 'fnd_a@1']]);
});

test('a list that is late is asked again', async () => {
  const { sent } = listening(new Error('late'), new Error('late'), { screening: 1 });
  await expect.poll(() => sent).toEqual([{ screening: 1 }]);
});

test('once the listener is gone nothing is asked', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const { asked, ended, touch } = listening({});
  await vi.advanceTimersByTimeAsync(0);
  touch('project', 'prj_a@1');
  ended.abort();
  touch('project', 'prj_a@2');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked.length).toBe(1);
});
