import type { ViewFile } from '@junkan/kit/views/files.ts';
import { type Context, type Finding, finding, type Stored } from './facts.ts';
import { type PublishedEvents, placeOf } from './published.ts';

/**
 * 9. Every event was published once and seen by every view on this host; versions without a gap; nothing parked. While the services do not
 * run, a view may be behind: it catches up when they start.
 */
export function eventsAreSeen(stored: Stored, published: PublishedEvents, views: readonly ViewFile[], isRunning: boolean): Finding {
  const { check, result } = finding();
  for (const context of Object.values(stored)) checkPublished(context, published, check);
  for (const { label, contexts, versions, parked } of views) {
    const seen = versions();
    for (const { name, byStream } of Object.values(stored)) {
      if (!contexts.includes(name)) continue;
      for (const [stream, { length }] of byStream)
        check(
          isRunning ? seen.get(stream) === length : (seen.get(stream) ?? 0) <= length,
          () => `${label} has seen ${seen.get(stream) ?? 0} of ${length} events of ${stream}`,
        );
    }
    for (const { event, reason } of parked().events) check(false, () => `${label} has parked ${event.stream}@${event.version}: ${reason}`);
  }
  return result();
}

function checkPublished(
  { name, commits, byStream }: Context,
  { ofContext }: PublishedEvents,
  check: (holds: boolean, fault: () => string) => void,
): void {
  const times = new Map<string, number>();
  for (const { event } of ofContext[name] ?? []) if (event) times.set(placeOf(event), (times.get(placeOf(event)) ?? 0) + 1);
  for (const [stream, events] of byStream) {
    for (const [index, { version, type }] of events.entries()) {
      check(type !== 'unrecognised', () => `${stream}@${version} is of a type that this version does not know`);
      const published = times.get(`${stream}@${version}`) ?? 0;
      check(version === index + 1, () => `${stream} has event ${version} in place ${index + 1}`);
      check(published === 1, () => `${stream}@${version} is published ${published} times`);
      times.delete(`${stream}@${version}`);
    }
  }
  for (const id of times.keys()) check(false, () => `${id} is published, but not recorded in ${name}`);
  for (const { _id, relayed } of commits) check(relayed > 0, () => `commit ${_id} is not marked as relayed`);
}
