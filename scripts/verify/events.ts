import type { ViewFile } from '@junkan/kit/views/files.ts';
import { type Context, type Finding, finding, type Stored } from './facts.ts';
import type { Comparison } from './published.ts';

/**
 * 9. Every event was published once and seen by every view on this host; versions without a gap; nothing parked. While the services do not
 * run, a view may be behind: it catches up when they start.
 */
export function eventsAreSeen(
  stored: Stored,
  comparisons: ReadonlyMap<string, Comparison>,
  views: readonly ViewFile[],
  isRunning: boolean,
): Finding {
  const { check, result } = finding();
  for (const context of Object.values(stored)) {
    const comparison = comparisons.get(context.name);
    if (comparison) checkPublished(context, comparison, check);
  }
  for (const { label, contexts, versions, parked } of views) {
    const versionsSeen = versions();
    for (const { name, byStream } of Object.values(stored)) {
      if (!contexts.includes(name)) continue;
      for (const [stream, { length }] of byStream) {
        const seen = versionsSeen.get(stream) ?? 0;
        // Of a stream that goes on, this stays the same as long as the view does.
        check(!isRunning || seen >= length, () => `${label} has seen ${seen} events of ${stream}, and more are recorded`);
        check(seen <= length, () => `${label} has seen ${seen} events of ${stream}, and only ${length} are recorded`);
      }
    }
    for (const { event, reason } of parked().events) check(false, () => `${label} has parked ${event.stream}@${event.version}: ${reason}`);
  }
  return result();
}

/** Views that have not seen all that is recorded: what they show is compared with nothing. */
export const viewsBehind = (stored: Stored, views: readonly ViewFile[]): string[] =>
  views.flatMap(({ label, contexts, versions }) => {
    const seen = versions();
    const lacks = ([stream, { length }]: readonly [string, readonly unknown[]]): boolean => (seen.get(stream) ?? 0) < length;
    return Object.values(stored).some(({ name, byStream }) => contexts.includes(name) && [...byStream].some(lacks)) ? [label] : [];
  });

function checkPublished(
  { name, byStream }: Context,
  { times, unrecorded, unmarked }: Comparison,
  check: (holds: boolean, fault: () => string) => void,
): void {
  for (const [stream, events] of byStream) {
    for (const [index, { version, type }] of events.entries()) {
      check(type !== 'unrecognised', () => `${stream}@${version} is of a type that this version does not know`);
      check(version === index + 1, () => `${stream} has event ${version} in place ${index + 1}`);
      const published = times(stream, version);
      check(published === 1, () => `${stream}@${version} is published ${published} times`);
    }
  }
  for (const id of unrecorded) check(false, () => `${id} is published, but not recorded in ${name}`);
  for (const id of unmarked) check(false, () => `commit ${id} is not marked as relayed`);
}
