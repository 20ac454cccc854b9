const MOST = 20_000;

/** A state with the version of its stream that it was folded from. */
export type Folded<State> = { readonly state: State; readonly version: number };

/** The newest states that this process has folded, the least recently used forgotten first. */
export function streamCache() {
  const entries = new Map<string, Folded<unknown>>();
  return {
    get<State>(stream: string): Folded<State> | undefined {
      const entry = entries.get(stream);
      if (!entry) return undefined;
      entries.delete(stream);
      entries.set(stream, entry);
      return entry as Folded<State>;
    },
    set(stream: string, entry: Folded<unknown>): void {
      entries.delete(stream);
      entries.set(stream, entry);
      if (entries.size > MOST) entries.delete(entries.keys().next().value ?? stream);
    },
  };
}
