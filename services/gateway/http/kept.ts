/** Keeps an outcome for a while: however often it is asked for meanwhile, one run at a time and seldom. */
export function kept<Result>(run: () => Promise<Result>, forMs: number): () => Promise<Result> {
  let last: Promise<Result> | undefined;
  return () => {
    if (!last) {
      const begun = run();
      last = begun;
      const forget = (): void => {
        if (last === begun) last = undefined;
      };
      begun.then(() => void setTimeout(forget, forMs).unref(), forget);
    }
    return last;
  };
}
