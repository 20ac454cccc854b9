/** Thrown at a closed gate. */
export class Stopped extends Error {}

export type Gate = ReturnType<typeof gate>;

/** Where actors wait while nothing new may begin; what has begun goes on behind it and is counted. */
export function gate() {
  let opened = Promise.withResolvers<void>();
  let isOpen = true;
  let isStopped = false;
  let underWay = 0;
  /** A woken waiter checks again: the gate may have been shut since. */
  const pass = async (): Promise<void> => {
    while (!isOpen) await opened.promise;
    if (isStopped) throw new Stopped();
  };
  return {
    pass,
    /** Counts what must come to its end before the gate is shut for good. */
    async during<Result>(work: () => Promise<Result>): Promise<Result> {
      do await pass();
      while (!isOpen);
      underWay += 1;
      try {
        return await work();
      } finally {
        underWay -= 1;
      }
    },
    shut(): void {
      if (isStopped) return;
      isOpen = false;
      opened = Promise.withResolvers();
    },
    open(): void {
      isOpen = true;
      opened.resolve();
    },
    /** Rejects all who wait, and all who come later. */
    stop(): void {
      isStopped = true;
      this.open();
    },
    get underWay(): number {
      return underWay;
    },
  };
}
