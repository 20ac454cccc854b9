import { DatabaseSync } from 'node:sqlite';
import { view } from '@junkan/catalogue/view/view.ts';
import * as disbursement from '@junkan/disbursement/mapping.ts';
import type { Aggregate, Folded } from '@junkan/kit/store/event-store.ts';
import type { ViewEvent } from '@junkan/kit/views/view.ts';
import * as matching from '@junkan/matching/mapping.ts';
import * as registry from '@junkan/project-registry/mapping.ts';
import { Agreement } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import { Funding } from '@junkan/proto/junkan/matching/v1/model.ts';
import { Milestone, Project, Proposer } from '@junkan/proto/junkan/project/v1/model.ts';
import { Envelope, Mandate, Sponsor } from '@junkan/proto/junkan/sponsor/v1/model.ts';
import * as sponsors from '@junkan/sponsor-registry/mapping.ts';
import { expect, test } from 'vitest';
import { recordedEvents } from './recorded.ts';

type Message = { fromJSON(object: unknown): unknown; toJSON(message: never): unknown };
// biome-ignore lint/suspicious/noExplicitAny: every aggregate of every context, each with its own state
type Owner = readonly [context: string, kind: string, Aggregate<any, any, any, any>, (id: string, folded: Folded<any>) => unknown, Message];

const OWNERS: readonly Owner[] = [
  ['project', 'project', registry.projects, registry.projectMessage, Project],
  ['project', 'milestone', registry.milestones, registry.milestoneMessage, Milestone],
  ['project', 'organisation', registry.proposers, registry.proposerMessage, Proposer],
  ['sponsor', 'sponsor', sponsors.sponsors, sponsors.sponsorMessage, Sponsor],
  ['sponsor', 'mandate', sponsors.mandates, sponsors.mandateMessage, Mandate],
  ['sponsor', 'envelope', sponsors.envelopes, sponsors.envelopeMessage, Envelope],
  ['matching', 'funding', matching.fundings, matching.fundingMessage, Funding],
  ['disbursement', 'agreement', disbursement.agreements, disbursement.agreementMessage, Agreement],
];

function catalogueOf(events: readonly ViewEvent[], batch: number): DatabaseSync {
  const db = new DatabaseSync(':memory:');
  db.exec(view.ddl);
  const rows = view.rows(db);
  for (let at = 0; at < events.length; at += batch) {
    for (const event of events.slice(at, at + batch)) rows.fold(event);
    rows.write();
  }
  return db;
}

const all = view.contexts.flatMap(recordedEvents);
const db = catalogueOf(all, 7);

test.each(OWNERS)('%s: the catalogue lists each %s as its owner answers it', (context, kind, aggregate, messageOf, message) => {
  const own = all.filter((event) => event.context === context && event.aggregate === aggregate.aggregate);
  const streams = Map.groupBy(own, ({ stream }) => stream);
  for (const [stream, events] of streams) {
    const state = events.map((event) => aggregate.codec.decode(event)).reduce(aggregate.evolve, aggregate.initial);
    const told = message.toJSON(messageOf(stream, { state, version: events.length }) as never);
    const row = db.prepare(`SELECT doc FROM ${kind} JOIN ${kind}_doc USING (n) WHERE id = ?`).get(stream);
    expect(message.toJSON(message.fromJSON(JSON.parse(String(row?.['doc']))) as never)).toEqual(told);
  }
  expect(streams.size).toBeGreaterThan(0);
  expect(db.prepare(`SELECT count(*) AS count FROM ${kind}`).get()?.['count']).toBe(streams.size);
});

const tablesIn = (of: DatabaseSync): Record<string, string[]> => {
  const tables = of.prepare(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%_text%' AND name NOT LIKE 'spelling%'",
  );
  const rowsIn = (name: unknown) =>
    of
      .prepare(`SELECT * FROM ${name}`)
      .all()
      .map((row) => JSON.stringify(row));
  return Object.fromEntries(tables.all().map(({ name }) => [name, rowsIn(name).sort()]));
};

test('the rows of a feed are the same, however it is cut into batches', () => {
  for (const batch of [1, 1_000]) expect(tablesIn(catalogueOf(all, batch))).toEqual(tablesIn(db));
});
