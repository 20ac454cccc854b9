import type { Database } from '@junkan/kit/mongo.ts';
import type { Acted, Recorded, Stored } from './facts.ts';

type Scan = { readonly _id: string; readonly state: string; readonly since: string };

/** A verdict may come while a command is under way that found the file free. */
const UNDER_WAY_MS = 60_000;
/**
 * What came to name a file, was proven by it or judged by it after a scanner had found something in it. `citing`: events that say all of
 * their files each time, of which every one must be free; others carry on what was there, and only what is new in them must.
 */
export async function restingOnInfected(stored: Stored, db: Database, citing: readonly Recorded['type'][]): Promise<string[]> {
  const infected = await db.collection<Scan>('scans').find({ state: 'infected' }).toArray();
  const streams = Object.values(stored).flatMap(({ byStream }) => [...byStream.values()]);
  return infected.flatMap((scan) => streams.flatMap((events) => restingOn(scan, events, citing)));
}

function restingOn({ _id: hash, since }: Scan, events: readonly Acted[], citing: readonly Recorded['type'][]): string[] {
  const end = new Date(Date.parse(since) + UNDER_WAY_MS).toISOString();
  const naming = new Map(events.map((event) => [event, names(event, hash)]));
  const first = events.find((event) => naming.get(event));
  const rests = (event: Acted): boolean => {
    if (event.type === 'MilestoneVerified') return naming.get(reportBefore(event, events) ?? event) === true;
    return citing.includes(event.type) ? naming.get(event) === true : event === first;
  };
  return events
    .filter((event) => event.at > end && rests(event))
    .map(({ type, version, stream }) => `${type} ${version} of ${stream} rests on the file ${hash}, in which something had been found`);
}

const names = ({ data }: Recorded, hash: string): boolean => JSON.stringify(data).includes(hash);
const reportBefore = ({ version }: Recorded, events: readonly Acted[]): Acted | undefined =>
  events.findLast((event) => event.type === 'MilestoneReportSubmitted' && event.version < version);
