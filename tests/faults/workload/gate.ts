/** Thrown at whoever comes to a gate that opens no more. */
export class Stopped extends Error {}

export type Gate = ReturnType<typeof gate>;

/** Where actors wait while nothing new may begin; what has begun goes on behind it and is counted. */
export function gate() {
  let opened = Promise.withResolvers<void>();
  let isStopped = false;
  let underWay = 0;
  opened.resolve();
  return {
    async pass(): Promise<void> {
      await opened.promise;
      if (isStopped) throw new Stopped();
    },
    /** Counts what must come to its end before the gate is shut for good. */
    async during<Result>(work: () => Promise<Result>): Promise<Result> {
      await this.pass();
      underWay += 1;
      try {
        return await work();
      } finally {
        underWay -= 1;
      }
    },
    shut(): void {
      opened = Promise.withResolvers();
    },
    open(): void {
      opened.resolve();
    },
    /** Sends away all who wait, and whoever comes. */
    stop(): void {
      isStopped = true;
      opened.promise.catch(() => undefined);
      opened.resolve();
    },
    get underWay(): number {
      return underWay;
    },
  };
}
