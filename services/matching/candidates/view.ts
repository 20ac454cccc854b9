import type { DatabaseSync } from 'node:sqlite';
import type { Rows, View, ViewEvent } from '@junkan/kit/views/view.ts';
import { decodeProjectEvent, type ProjectEvent } from '@junkan/proto/junkan/project/v1/language.ts';
import { Proposal } from '@junkan/proto/junkan/project/v1/model.ts';
import { decodeMandateEvent } from '@junkan/proto/junkan/sponsor/v1/language.ts';
import { MandateTerms } from '@junkan/proto/junkan/sponsor/v1/model.ts';
import { VIEW_SCHEMAS } from '@junkan/proto/versions.ts';

/**
 * What other contexts publish of those who can be matched, as proto3 JSON. `revision` counts the writes of this file, so that an index in
 * memory can read what is new since its last read.
 */
const DDL = `
  CREATE TABLE candidate (id TEXT PRIMARY KEY, doc TEXT NOT NULL, revision INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE INDEX candidate_by_revision ON candidate (revision, id, doc);`;

/** `terms`, `proposal`: as proto3 JSON. `revisions`: all terms, the last in force. */
export type MandateDoc = {
  readonly sponsor: string;
  readonly status: string;
  readonly revisions: readonly { readonly at: string; readonly terms: unknown }[];
};
/** `since`: when it began to seek, and with which version. */
export type ProjectDoc = {
  readonly proposer: string;
  readonly proposal: unknown;
  readonly seeking: boolean;
  readonly since: { readonly at: string; readonly version: number };
};

function rows(db: DatabaseSync): Rows {
  const find = db.prepare('SELECT doc FROM candidate WHERE id = ?');
  const last = db.prepare('SELECT max(revision) AS revision FROM candidate');
  const put = db.prepare('INSERT OR REPLACE INTO candidate VALUES (?, ?, ?)');
  const touched = new Map<string, object>();
  const known = <Doc extends object>(stream: string): Doc | undefined => {
    const doc = touched.get(stream) ?? find.get(stream)?.['doc'];
    return (typeof doc === 'string' ? JSON.parse(doc) : doc) as Doc | undefined;
  };
  return {
    fold(event: ViewEvent) {
      if (event.context === 'sponsor' && event.aggregate === 'mandate') touched.set(event.stream, mandateWith(known(event.stream), event));
      if (event.context === 'project' && event.aggregate === 'project') touched.set(event.stream, projectWith(known(event.stream), event));
    },
    write() {
      if (touched.size === 0) return;
      const revision = Number(last.get()?.['revision'] ?? 0) + 1;
      for (const [id, doc] of touched) put.run(id, JSON.stringify(doc), revision);
      touched.clear();
    },
    forget: () => touched.clear(),
  };
}

function mandateWith(doc: MandateDoc | undefined, { type, data, at }: ViewEvent): MandateDoc {
  const event = decodeMandateEvent(type, data);
  const known = (): MandateDoc => {
    if (!doc) throw new Error(`${type} met a mandate that was never published`);
    return doc;
  };
  // Fields from a newer registry do not change it.
  if (event === 'unrecognised') return known();
  switch (event.type) {
    case 'MandatePublished':
      return { sponsor: event.data.sponsor, status: 'published', revisions: [{ at, terms: termsJson(event.data.terms) }] };
    case 'MandateRevised':
      return { ...known(), revisions: [...known().revisions, { at, terms: termsJson(event.data.terms) }] };
    case 'MandatePaused':
      return { ...known(), status: 'paused' };
    case 'MandateResumed':
      return { ...known(), status: 'published' };
    case 'MandateRetired':
      return { ...known(), status: 'retired' };
  }
}

/** From eligible until its round is over, a project seeks sponsors. */
const SEEKING: { readonly [Type in ProjectEvent['type']]?: boolean } = {
  ProjectDeclaredEligible: true,
  ProjectFunded: false,
  ProjectLeftUnfunded: false,
  ProjectDeclaredIneligible: false,
};

function projectWith(doc: ProjectDoc | undefined, { type, data, at, version }: ViewEvent): ProjectDoc {
  const event = decodeProjectEvent(type, data);
  if (event !== 'unrecognised' && event.type === 'ProjectDrafted') {
    const { proposer, proposal } = event.data;
    return { proposer, proposal: jsonOf(proposal), seeking: false, since: { at, version } };
  }
  if (!doc) throw new Error(`${type} met a project that was never drafted`);
  // Fields from a newer registry do not change it.
  if (event === 'unrecognised') return doc;
  if (event.type === 'ProjectRevised') return { ...doc, proposal: jsonOf(event.data.proposal) };
  const seeking = SEEKING[event.type] ?? doc.seeking;
  return { ...doc, seeking, since: seeking && !doc.seeking ? { at, version } : doc.since };
}

const termsJson = (terms: MandateTerms | undefined): unknown => terms && MandateTerms.toJSON(terms);
const jsonOf = (proposal: Proposal | undefined): unknown => proposal && Proposal.toJSON(proposal);

export const view: View = { name: 'candidates', schema: VIEW_SCHEMAS.candidates, contexts: ['sponsor', 'project'], ddl: DDL, rows };
