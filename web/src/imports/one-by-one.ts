import { isSignedOut } from '../base/api/problems.ts';

export type Running = {
  /** Whether what is there is changed too. */
  readonly isRevising: boolean;
  readonly isStopped: () => boolean;
  readonly onDone: (done: number) => void;
};

type Ways<Item, Result> = { readonly done: (item: Item) => Promise<Result>; readonly stopped: (item: Item) => Result };

/** Does one item after the other. What is under way when it is stopped is done; what comes after it, or after the end of the session, is not. */
export async function oneByOne<Item, Result extends { readonly error?: unknown }>(
  items: readonly Item[],
  { isStopped, onDone }: Running,
  { done, stopped }: Ways<Item, Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  let isOver = false;
  for (const item of items) {
    const result = isOver || isStopped() ? stopped(item) : await done(item);
    isOver ||= isSignedOut(result.error);
    results.push(result);
    onDone(results.length);
  }
  return results;
}
