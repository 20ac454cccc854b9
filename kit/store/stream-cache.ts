const MOST = 20_000;

/** A state with the version of its stream that it was folded from. */
export type Folded<State> = { readonly state: State; readonly version: number };

const keyOf = (aggregate: string, stream: string): string => `${aggregate} ${stream}`;

/** The newest states that this process has folded, the least recently used forgotten first. */
export function streamCache() {
  const entries = new Map<string, Folded<unknown>>();
  return {
    get<State>(aggregate: string, stream: string): Folded<State> | undefined {
      const key = keyOf(aggregate, stream);
      const entry = entries.get(key);
      if (!entry) return undefined;
      entries.delete(key);
      entries.set(key, entry);
      return entry as Folded<State>;
    },
    /** What is not there is not kept: whoever asks for streams that do not exist would push out those that do. */
    set(aggregate: string, stream: string, entry: Folded<unknown>): void {
      if (entry.version === 0) return;
      const key = keyOf(aggregate, stream);
      entries.delete(key);
      entries.set(key, entry);
      if (entries.size > MOST) entries.delete(entries.keys().next().value ?? key);
    },
  };
}
