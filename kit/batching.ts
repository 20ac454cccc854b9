import { setImmediate as nextTurn } from 'node:timers/promises';

const MAX_BATCH = 200;

type Waiting<Item, Answer> = {
  readonly item: Item;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * Batches requests that arrive at the same time. Requests that arrive while a batch is running go into the next one, so every answer is
 * read after its request was made, and no request waits for more to arrive.
 *
 * @param ask answers the items in their order; if it throws, every item of its batch is rejected with that error.
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
      // What arrives together is mostly read from its connections in two turns of the event loop.
      await nextTurn();
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
