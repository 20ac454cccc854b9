/** As many as the API takes at once. */
const MAX_POSITIONS = 16;

/**
 * How far the lists went that were seen, so that no later one is older, whichever server answers it. A position is opaque: which of two
 * is the newer is known only where one was answered to a request that had sent the other. Of requests under way at once all are kept.
 */
export function positions() {
  let newest: readonly string[] = [];
  return {
    /** What to send with the next request. */
    seen: (): string => newest.join(','),
    /** Notes what was answered to a request that had sent so much. */
    note(sent: string, answered: string | null): void {
      if (answered === null) return;
      const before = sent.split(',');
      const left = newest.filter((position) => !before.includes(position));
      newest = [...new Set([...left, ...answered.split(',')])].slice(-MAX_POSITIONS);
    },
  };
}
