import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { batching } from './batching.ts';

/** Notes what is asked; each question is answered when the test says so. */
function asked() {
  const questions: { readonly items: readonly number[]; answer(): void; fail(): void }[] = [];
  const ask = (items: readonly number[]): Promise<readonly string[]> =>
    new Promise((resolve, reject) => {
      questions.push({
        items,
        answer: () => resolve(items.map((item) => `answer to ${item}`)),
        fail: () => reject(new Error('out of reach')),
      });
    });
  const turns = async (): Promise<void> => {
    for (let turn = 0; turn < 5; turn += 1) await nextTurn();
  };
  return { questions, ask, turns };
}

test('what is asked at once is one question, and everybody gets the answer to its own item', async () => {
  const { questions, ask, turns } = asked();
  const answerTo = batching(ask);
  const answers = Promise.all([answerTo(1), answerTo(2), answerTo(1)]);
  await turns();
  questions[0]?.answer();
  expect(await answers).toEqual(['answer to 1', 'answer to 2', 'answer to 1']);
  expect(questions.map(({ items }) => items)).toEqual([[1, 2, 1]]);
});

test('what is asked while a question is under way is answered by a question that began after it', async () => {
  const { questions, ask, turns } = asked();
  const answerTo = batching(ask);
  const first = answerTo(1);
  await turns();
  const later = [answerTo(1), answerTo(3)];
  await turns();
  expect(questions).toHaveLength(1);
  questions[0]?.answer();
  await first;
  await turns();
  expect(questions.map(({ items }) => items)).toEqual([[1], [1, 3]]);
  questions[1]?.answer();
  expect(await Promise.all(later)).toEqual(['answer to 1', 'answer to 3']);
});

test('a question that fails fails for those who asked it, and for nobody after them', async () => {
  const { questions, ask, turns } = asked();
  const answerTo = batching(ask);
  const first = Promise.allSettled([answerTo(1), answerTo(2)]);
  await turns();
  const later = answerTo(3);
  questions[0]?.fail();
  expect((await first).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await turns();
  questions[1]?.answer();
  expect(await later).toBe('answer to 3');
});

test('a question holds no more items than it may', async () => {
  const { questions, ask, turns } = asked();
  const answerTo = batching(ask, 2);
  const answers = Promise.all([1, 2, 3].map(answerTo));
  await turns();
  questions[0]?.answer();
  await turns();
  questions[1]?.answer();
  expect(await answers).toHaveLength(3);
  expect(questions.map(({ items }) => items)).toEqual([[1, 2], [3]]);
});
