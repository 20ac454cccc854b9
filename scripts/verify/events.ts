import type { ParkedEvent } from '@junkan/kit/messaging/parking.ts';
import { type Context, type Finding, finding, type Stored } from './facts.ts';
import { type PublishedEvents, placeOf } from './published.ts';

/** Who reads which streams: the read model's collection, by the prefix of the streams that it follows. */
const READERS: readonly {
  readonly reader: keyof Stored;
  readonly collection: string;
  readonly context: keyof Stored;
  readonly prefix: string;
}[] = [
  { reader: 'matching', collection: 'mandate_candidates', context: 'sponsor', prefix: 'man' },
  { reader: 'matching', collection: 'project_candidates', context: 'project', prefix: 'prj' },
  { reader: 'disbursement', collection: 'accounts', context: 'disbursement', prefix: 'agr' },
];

/** 9. Every event published once and seen by every projection; versions without a gap; nothing parked. */
export async function eventsAreSeen(stored: Stored, published: PublishedEvents): Promise<Finding> {
  const { check, result } = finding();
  for (const context of Object.values(stored)) checkPublished(context, published, check);
  for (const { reader, collection, context, prefix } of READERS) {
    const rows = new Map(
      (
        await stored[reader].db
          .collection<{ _id: string; version: number }>(collection)
          .find()
          .project<{ _id: string; version: number }>({ version: 1 })
          .toArray()
      ).map(({ _id, version }) => [_id, version]),
    );
    for (const [stream, events] of stored[context].byStream) {
      if (!stream.startsWith(`${prefix}_`)) continue;
      check(
        rows.get(stream) === events.length,
        () => `${reader}.${collection} has seen ${rows.get(stream) ?? 0} of ${events.length} events of ${stream}`,
      );
    }
  }
  for (const { name, db } of Object.values(stored)) {
    for (const { consumer, stream, version, reason } of await db.collection<ParkedEvent>('parked').find().toArray())
      check(false, () => `${consumer} in ${name} has parked ${stream}@${version}: ${reason}`);
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
