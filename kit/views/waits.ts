const LIMIT_MS = 5_000;
const MAX_WAITS = 100;
const MAX_WAITS_PER_PERSON = 8;

/** What somebody waits for: a version of a stream, or the position that an answer carried as its token. */
export type Awaited = string | { readonly stream: string; readonly version: number };

/** `parked`: an event of the stream cannot be understood, so that it will not come. `busy`: too many wait, of this person or in all. */
export type Outcome = 'reached' | 'late' | 'parked' | 'busy' | 'malformed';

/** What can be said of it now. */
export type Progress = 'reached' | 'parked' | 'malformed' | 'not-yet';

type Limits = { readonly limitMs?: number; readonly max?: number; readonly maxPerPerson?: number };

/**
 * Callers that wait for a view. Each is checked immediately and after every transaction, which costs microseconds; nothing is polled, and
 * their number is limited.
 */
export function waits(
  progress: (awaited: Awaited) => Progress,
  { limitMs = LIMIT_MS, max = MAX_WAITS, maxPerPerson = MAX_WAITS_PER_PERSON }: Limits = {},
) {
  const waiting = new Set<{ readonly person: string; check(): void; end(outcome: Outcome): void }>();

  return {
    waitFor(awaited: Awaited, person: string): Promise<Outcome> {
      const now = progress(awaited);
      if (now !== 'not-yet') return Promise.resolve(now);
      const own = [...waiting].filter((each) => each.person === person).length;
      if (waiting.size >= max || own >= maxPerPerson) return Promise.resolve('busy');
      return new Promise((resolve) => {
        const end = (outcome: Outcome): void => {
          clearTimeout(limit);
          waiting.delete(waiter);
          resolve(outcome);
        };
        const check = (): void => {
          const later = progress(awaited);
          if (later !== 'not-yet') end(later);
        };
        const limit = setTimeout(() => end('late'), limitMs);
        const waiter = { person, check: check, end };
        waiting.add(waiter);
      });
    },
    /** Called after each transaction, and when another file is read. */
    check(): void {
      for (const { check } of waiting) check();
    },
    /** Sends all away. */
    close(): void {
      for (const { end } of waiting) end('late');
    },
  };
}
