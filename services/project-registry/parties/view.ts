import type { DatabaseSync } from 'node:sqlite';
import { type Handlers, handled } from '@junkan/kit/pure/handled.ts';
import type { Rows, View, ViewEvent } from '@junkan/kit/views/view.ts';
import { decodeEvent, type Event } from '@junkan/proto/contexts.ts';
import { VIEW_SCHEMAS } from '@junkan/proto/versions.ts';
import { NAMED, namesOfProgramme } from './named.ts';

/**
 * Who has acted for which organisation. The sponsors that have a part in a project or a milestone, by the events of its round and its agreement, and the milestones, projects and
 * agreements that cite a file, and what items of the programme name. Only read permissions depend on it, no decision does. `item`: the round, of which a project names the
 * present one, or the agreement, which a milestone names. `part`: the offer that gives the sponsor its part, or empty if a share of the
 * agreement does.
 */
const DDL = `
  CREATE TABLE offer (id TEXT PRIMARY KEY, sponsor TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE party (
    item TEXT NOT NULL, sponsor TEXT NOT NULL, part TEXT NOT NULL, PRIMARY KEY (item, sponsor, part)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE attachment (hash TEXT NOT NULL, project TEXT NOT NULL, PRIMARY KEY (hash, project)) STRICT, WITHOUT ROWID;
  CREATE INDEX attached_to ON attachment (project);
  CREATE TABLE citation (hash TEXT NOT NULL, milestone TEXT NOT NULL, PRIMARY KEY (hash, milestone)) STRICT, WITHOUT ROWID;
  CREATE TABLE proof (hash TEXT NOT NULL, agreement TEXT NOT NULL, PRIMARY KEY (hash, agreement)) STRICT, WITHOUT ROWID;
  CREATE TABLE person (organisation TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (organisation, id)) STRICT, WITHOUT ROWID;
${NAMED}`;

function rows(db: DatabaseSync): Rows {
  const offered = db.prepare('INSERT OR REPLACE INTO offer VALUES (?, ?)');
  const take = db.prepare('INSERT OR IGNORE INTO party SELECT ?, sponsor, id FROM offer WHERE id = ?');
  const drop = db.prepare('DELETE FROM party WHERE item = ? AND part = ?');
  const add = db.prepare("INSERT OR IGNORE INTO party VALUES (?, ?, '')");
  const detach = db.prepare('DELETE FROM attachment WHERE project = ?');
  const attach = db.prepare('INSERT OR IGNORE INTO attachment VALUES (?, ?)');
  const cite = db.prepare('INSERT OR IGNORE INTO citation VALUES (?, ?)');
  const prove = db.prepare('INSERT OR IGNORE INTO proof VALUES (?, ?)');
  const affiliate = db.prepare('INSERT OR IGNORE INTO person VALUES (?, ?)');
  let pending: (() => void)[] = [];

  const endedIn = (event: { readonly data: { readonly ended: readonly string[] } }, round: string): void => {
    for (const offer of event.data.ended) drop.run(round, offer);
  };
  const provenBy = (evidence: readonly string[], agreement: string): void => {
    for (const hash of evidence) prove.run(hash, agreement);
  };
  const citedBy = (evidence: readonly string[], milestone: string): void => {
    for (const hash of evidence) cite.run(hash, milestone);
  };
  const changes: Handlers<Event, [stream: string], void> = {
    PersonAffiliated: ({ data: { person, organisation } }) => void affiliate.run(organisation, person),
    OfferProposed: ({ data: { offer, sponsor } }) => void offered.run(offer, sponsor),
    OfferAccepted: ({ data: { offer } }, round) => void take.run(round, offer),
    OfferWithdrawn: ({ data: { offer } }, round) => void drop.run(round, offer),
    FundingClosed: endedIn,
    FundingFellShort: endedIn,
    FundingCancelled: endedIn,
    // Drafted again after a declined signature it has other shares.
    AgreementDrafted({ data: { shares } }, agreement) {
      drop.run(agreement, '');
      for (const { sponsor } of shares) add.run(agreement, sponsor);
    },
    ProjectDocumentsAttached({ data: { documents } }, project) {
      detach.run(project);
      for (const { hash } of documents) attach.run(hash, project);
    },
    MilestoneReportSubmitted: ({ data: { evidence } }, milestone) => citedBy(evidence, milestone),
    MilestoneInspected: ({ data: { evidence } }, milestone) => citedBy(evidence, milestone),
    ExpenditureSubmitted: ({ data: { evidence } }, agreement) => provenBy(evidence, agreement),
    ConditionReported: ({ data: { evidence } }, agreement) => provenBy(evidence, agreement),
    GuaranteeCalled: ({ data: { evidence } }, agreement) => provenBy(evidence, agreement),
    ReceiptRecorded: ({ data: { evidence } }, agreement) => provenBy(evidence, agreement),
    ...namesOfProgramme(db),
  };

  return {
    fold({ stream, type, data }: ViewEvent) {
      if (!Object.hasOwn(changes, type)) return;
      const event = decodeEvent(type, data);
      if (event !== 'unrecognised') pending.push(() => handled(changes, event, stream));
    },
    write() {
      for (const change of pending) change();
      pending = [];
    },
    forget() {
      pending = [];
    },
  };
}

export const view: View = {
  name: 'parties',
  schema: VIEW_SCHEMAS.parties,
  contexts: ['matching', 'disbursement', 'project', 'programme'],
  ddl: DDL,
  rows,
};
