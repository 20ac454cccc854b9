import { type Keys, keysOf, newKeys } from '@junkan/kit/keys.ts';
import type { Database } from '@junkan/kit/mongo.ts';
import { instant } from '@junkan/kit/pure/dates.ts';
import { type Commit, commitKey } from '@junkan/kit/store/commit.ts';
import { signaturesOf } from '@junkan/kit/store/signatures.ts';

const OWNER = 'project-registry';
/** Commits of one stream, each with one event. */
const EACH = 20;
const BATCH = 1_000;
const BEGUN = Date.UTC(2020, 0, 1);

export const synthetic = newKeys([OWNER, 'operator']);

/** Fills the project registry's database with signed commits, as many as there are events. */
export async function fill(db: Database, events: number, progress: (line: string) => void): Promise<void> {
  const { publicKey, own }: Keys = keysOf(OWNER, synthetic[OWNER]);
  const signatures = signaturesOf({ context: 'project', owner: OWNER, publicKey, own });
  const commits = db.collection<Commit>('commits');
  await Promise.all([
    commits.createIndex({ stream: 1, commandId: 1 }, { unique: true }),
    commits.createIndex({ stream: 1, from: 1 }),
    commits.createIndex({ relayed: 1, _id: 1 }),
  ]);
  let batch: Commit[] = [];
  let before = '';
  for (let index = 0; index < events; index += 1) {
    const from = (index % EACH) + 1;
    if (from === 1) before = '';
    const commit = { ...signatures.sign('commit', { ...saidOf(index, from), before }), relayed: index + 1 } as Commit;
    before = commit.signature;
    batch.push(commit);
    if (batch.length < BATCH && index < events - 1) continue;
    await commits.insertMany(batch);
    batch = [];
    if ((index + 1) % 50_000 === 0) progress(`${index + 1} events are recorded`);
  }
}

function saidOf(index: number, from: number): Omit<Commit, 'before' | 'relayed' | 'signature' | 'signedBy'> {
  const stream = `mst_${String(Math.floor(index / EACH)).padStart(26, '0')}`;
  const at = instant(BEGUN + index * 100);
  const data = {
    milestone: stream,
    number: from,
    indicators: Array.from({ length: 6 }, (_, of) => ({ of: `indicator-${of}`, reached: `${index * of}` })),
  };
  return {
    _id: commitKey(stream, from),
    stream,
    aggregate: 'milestone',
    from,
    to: from,
    events: [{ type: 'MilestoneReportSubmitted', schema: 1, data }],
    commandId: `command-${index}`,
    requestHash: `request-${index}`,
    answer: { status: 'reported' },
    actor: { person: `person-${index % 500}`, organisation: `org_${index % 50}`, roles: ['proposer.officer'] },
    correlationId: `chain-${index}`,
    causationId: `cause-${index}`,
    at,
    clockOffset: 0,
  };
}
