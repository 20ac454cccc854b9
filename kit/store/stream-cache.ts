const MOST = 20_000;

type Entry = { state: unknown; version: number };

/** The newest states that this process has folded, the least recently used forgotten first. */
export function streamCache() {
  const entries = new Map<string, Entry>();
  return {
    get<State>(stream: string): { state: State; version: number } | undefined {
      const entry = entries.get(stream);
      if (!entry) return undefined;
      entries.delete(stream);
      entries.set(stream, entry);
      return entry as { state: State; version: number };
    },
    set(stream: string, entry: Entry): void {
      entries.delete(stream);
      entries.set(stream, entry);
      if (entries.size > MOST) entries.delete(entries.keys().next().value ?? stream);
    },
  };
}
