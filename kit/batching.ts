import { setImmediate as nextTurn } from 'node:timers/promises';

const MAX_BATCH = 200;

type Waiting<Item, Answer> = {
  readonly item: Item;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * Joins what several ask at the same time into one question. What comes while a question is under way is part of the next
 * one, so every answer is of after it was asked for, and nobody waits for others to ask.
 *
 * @param ask answers the items in their order; what it throws is thrown to everybody whose item it was asked.
 */
export function batching<Item, Answer>(
  ask: (items: readonly Item[]) => Promise<readonly Answer[]>,
  max = MAX_BATCH,
): (item: Item) => Promise<Answer> {
  const waiting: Waiting<Item, Answer>[] = [];
  let isAsking = false;

  const askAll = async (): Promise<void> => {
    isAsking = true;
    while (waiting.length > 0) {
      await nextTurn();
      await askFor(waiting.splice(0, max));
    }
    isAsking = false;
  };

  const askFor = async (batch: readonly Waiting<Item, Answer>[]): Promise<void> => {
    try {
      const answers = await ask(batch.map(({ item }) => item));
      for (const [index, { resolve }] of batch.entries()) resolve(answers[index] as Answer);
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  };

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!isAsking) void askAll();
    });
}
