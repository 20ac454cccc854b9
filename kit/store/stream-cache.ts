import { LRUCache } from 'lru-cache';
import type { Commit } from './commit.ts';
import type { Known } from './commit-log.ts';

const MAX_STATES = 20_000;
/** Of some kilobytes each. */
const MAX_COMMITS = 10_000;

const keyOf = (aggregate: string, stream: string): string => `${aggregate} ${stream}`;

/** A state with how far its stream was known when it was folded. */
export type Seen<State> = Known & { readonly state: State };

/** The newest states that this process has folded, the least recently used forgotten first. */
export function streamCache() {
  const entries = new LRUCache<string, Seen<unknown>>({ max: MAX_STATES });
  return {
    get: <State>(aggregate: string, stream: string): Seen<State> | undefined =>
      entries.get(keyOf(aggregate, stream)) as Seen<State> | undefined,
    /** Missing streams are not cached: requests for them would push out existing ones. */
    set(aggregate: string, stream: string, entry: Seen<unknown>): void {
      if (entry.version > 0) entries.set(keyOf(aggregate, stream), entry);
    },
  };
}

/** The commits of streams that began here or whose histories were asked for, each from the first one on without a gap. */
export function historyCache() {
  const histories = new LRUCache<string, readonly Commit[]>({ maxSize: MAX_COMMITS, sizeCalculation: (commits) => commits.length });
  return {
    get: (stream: string): readonly Commit[] => histories.get(stream) ?? [],
    set(stream: string, commits: readonly Commit[]): void {
      if (commits.length > 0) histories.set(stream, commits);
    },
    /** A commit that this process has appended; one that does not follow what is known here is left out. */
    appended(commit: Commit): void {
      const known = histories.get(commit.stream) ?? [];
      if ((known.at(-1)?.to ?? 0) === commit.from - 1) histories.set(commit.stream, [...known, commit]);
    },
  };
}
