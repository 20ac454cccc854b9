import { DatabaseSync } from 'node:sqlite';
import type { ViewEvent } from '@junkan/kit/views/view.ts';
import { view } from './view.ts';

const AT = Date.parse('2026-11-24T00:00:00.000Z');

/** An event of a stream as the feed would send it; versions and sequences are counted by `feed`. */
export type FeedEvent = Pick<ViewEvent, 'stream' | 'type' | 'data'>;

const AGGREGATES: Readonly<Record<string, readonly [context: string, aggregate: string]>> = {
  prj: ['project', 'project'],
  mst: ['project', 'milestone'],
  org: ['project', 'proposer'],
  fnd: ['matching', 'funding'],
  agr: ['disbursement', 'agreement'],
  spo: ['sponsor', 'sponsor'],
  man: ['sponsor', 'mandate'],
  ddp: ['sponsor', 'passport'],
  env: ['sponsor', 'envelope'],
};

/** These events in this order, each an hour after the one before. */
export function feed(feedEvents: readonly FeedEvent[]): ViewEvent[] {
  const versions = new Map<string, number>();
  return feedEvents.map(({ stream, type, data }, index) => {
    const version = (versions.get(stream) ?? 0) + 1;
    versions.set(stream, version);
    const [context = '', aggregate = ''] = AGGREGATES[stream.slice(0, 3)] ?? [];
    const cause = { schema: 1, actor: 'per_a', correlationId: 'req_a', causationId: 'req_a', clockOffset: 0 };
    const at = new Date(AT + index * 3_600_000).toISOString();
    return { context, aggregate, stream, version, type, data, at, sequence: index + 1, place: 0, ...cause };
  });
}

/** A catalogue in memory that has read these events, in batches. `afresh`: after each as after a restart, when what streams have come to is read from the file again. */
export function readInto(events: readonly ViewEvent[], batch: number, afresh = false): DatabaseSync {
  const db = new DatabaseSync(':memory:');
  db.exec(view.ddl);
  const rows = view.rows(db);
  for (let at = 0; at < events.length; at += batch) {
    for (const event of events.slice(at, at + batch)) rows.fold(event);
    rows.write();
    if (afresh) rows.forget();
  }
  return db;
}
export const catalogueOf = (feedEvents: readonly FeedEvent[], batch = 5): DatabaseSync => readInto(feed(feedEvents), batch);

type Proposed = { readonly title?: string; readonly steps?: readonly string[]; readonly countries?: readonly string[] } & {
  readonly themes?: readonly string[];
  readonly amount?: bigint;
  readonly currency?: string;
  readonly reference?: string;
};

export const proposalOf = ({
  title = '',
  steps = [],
  countries = ['JP'],
  themes = [],
  amount = 100n,
  currency = 'USD',
  reference = '',
}: Proposed) => ({
  reference,
  title,
  countries,
  themes,
  target: { amount: String(amount), currency },
  milestones: steps.map((step, index) => ({ number: index + 1, title: step, monthsAfterEffective: index + 1 })),
});

export const drafted = (stream: string, proposed: Proposed = {}, proposer = 'org_a'): FeedEvent => ({
  stream,
  type: 'ProjectDrafted',
  data: { proposer, proposal: proposalOf(proposed), by: 'per_a' },
});

export const submitted = (stream: string): FeedEvent => ({
  stream,
  type: 'ProjectSubmitted',
  data: { submission: 1, screeningDue: '2026-12-24T23:59:59.999Z', by: 'per_a' },
});

/** A project that everybody may see. */
export const proposed = (stream: string, given: Proposed = {}, proposer = 'org_a'): FeedEvent[] => [
  drafted(stream, given, proposer),
  submitted(stream),
];

/** Prepares statements, and keeps how each is carried out: its text, and a step of its plan. */
export function explained(db: ReturnType<typeof catalogueOf>) {
  const plans: string[] = [];
  const explaining = (sql: string) => {
    const values = Array(sql.split('?').length - 1).fill(1);
    const steps = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values);
    plans.push(...steps.map(({ detail }) => `${sql}: ${detail}`));
    return db.prepare(sql);
  };
  return { plans, explaining };
}
