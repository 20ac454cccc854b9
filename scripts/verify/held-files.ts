import type { Database } from '@junkan/kit/mongo.ts';
import type { Acted, Recorded, Stored } from './facts.ts';

type Scan = { readonly _id: string; readonly state: string; readonly since: string };

/** A verdict may come while a command is under way that found the file free. */
const UNDER_WAY_MS = 60_000;
/** These say all of their files each time: every one of them must be free. Of others, which carry on what was there, only what is new. */
const PROVING: readonly Recorded['type'][] = [
  'MilestoneReportSubmitted',
  'MilestoneVerified',
  'ExpenditureSubmitted',
  'ConditionReported',
  'GuaranteeCalled',
  'ReceiptRecorded',
];

/** What came to name a file, was proven by it or judged by it after a scanner had found something in it. */
export async function restingOnInfected(stored: Stored, db: Database): Promise<string[]> {
  const infected = await db.collection<Scan>('scans').find({ state: 'infected' }).toArray();
  const streams = Object.values(stored).flatMap(({ byStream }) => [...byStream.values()]);
  return infected.flatMap((scan) => streams.flatMap((events) => restingOn(scan, events)));
}

function restingOn({ _id: hash, since }: Scan, events: readonly Acted[]): string[] {
  const end = new Date(Date.parse(since) + UNDER_WAY_MS).toISOString();
  const naming = new Map(events.map((event) => [event, names(event, hash)]));
  const first = events.find((event) => naming.get(event));
  const rests = (event: Acted): boolean => {
    if (!PROVING.includes(event.type)) return event === first;
    const report = event.type === 'MilestoneVerified' ? reportBefore(event, events) : event;
    return report !== undefined && naming.get(report) === true;
  };
  return events
    .filter((event) => event.at > end && rests(event))
    .map(({ type, version, stream }) => `${type} ${version} of ${stream} rests on the file ${hash}, in which something had been found`);
}

const names = ({ data }: Recorded, hash: string): boolean => JSON.stringify(data).includes(hash);
const reportBefore = ({ version }: Recorded, events: readonly Acted[]): Acted | undefined =>
  events.findLast((event) => event.type === 'MilestoneReportSubmitted' && event.version < version);
