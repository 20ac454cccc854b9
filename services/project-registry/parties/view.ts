import type { DatabaseSync } from 'node:sqlite';
import type { Rows, View, ViewEvent } from '@junkan/kit/views/view.ts';
import { type AgreementEvent, decodeAgreementEvent } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import { decodeFundingEvent, type FundingEvent } from '@junkan/proto/junkan/matching/v1/language.ts';
import { decodeMilestoneEvent, type MilestoneEvent } from '@junkan/proto/junkan/project/v1/language.ts';
import { SCHEMA } from './schema.ts';

/**
 * The sponsors that have a part in a project or a milestone, by the events of its round and its agreement, and the milestones that cite a
 * file: who may read what, and nothing that is decided, rests on it. `item`: the round, of which a project names the present one, or the agreement, which a milestone names.
 * `part`: the offer that gives the sponsor its part, or nothing where a share of the agreement does.
 */
const DDL = `
  CREATE TABLE offer (id TEXT PRIMARY KEY, sponsor TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE party (
    item TEXT NOT NULL, sponsor TEXT NOT NULL, part TEXT NOT NULL, PRIMARY KEY (item, sponsor, part)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE citation (hash TEXT NOT NULL, milestone TEXT NOT NULL, PRIMARY KEY (hash, milestone)) STRICT, WITHOUT ROWID;`;

function rows(db: DatabaseSync): Rows {
  const offered = db.prepare('INSERT OR REPLACE INTO offer VALUES (?, ?)');
  const take = db.prepare('INSERT OR IGNORE INTO party SELECT ?, sponsor, id FROM offer WHERE id = ?');
  const drop = db.prepare('DELETE FROM party WHERE item = ? AND part = ?');
  const add = db.prepare("INSERT OR IGNORE INTO party VALUES (?, ?, '')");
  const cite = db.prepare('INSERT OR IGNORE INTO citation VALUES (?, ?)');
  let pending: (() => void)[] = [];

  const ofRound = (round: string, { type, data }: FundingEvent): void => {
    switch (type) {
      case 'OfferProposed':
        pending.push(() => offered.run(data.offer, data.sponsor));
        return;
      case 'OfferAccepted':
        pending.push(() => take.run(round, data.offer));
        return;
      case 'OfferWithdrawn':
        pending.push(() => drop.run(round, data.offer));
        return;
      case 'FundingClosed':
      case 'FundingFellShort':
      case 'FundingCancelled':
        for (const offer of data.ended) pending.push(() => drop.run(round, offer));
        return;
      case 'FundingOpened':
      case 'OfferCountered':
      case 'OfferBacked':
      case 'BackingRefused':
      case 'OfferAgreed':
      case 'OfferDeclined':
      case 'OfferRetracted':
      case 'OfferExpired':
      case 'OfferApproved':
      case 'FundingReachedTarget':
      case 'FundingGapReopened':
      case 'FundingSealed':
        return;
    }
  };
  // Drafted again after a declined signature it has other shares.
  const ofAgreement = (agreement: string, event: AgreementEvent): void => {
    if (event.type !== 'AgreementDrafted') return;
    pending.push(() => drop.run(agreement, ''));
    for (const { sponsor } of event.data.shares) pending.push(() => add.run(agreement, sponsor));
  };

  const ofMilestone = (milestone: string, event: MilestoneEvent): void => {
    if (event.type !== 'MilestoneReportSubmitted') return;
    for (const hash of event.data.evidence) pending.push(() => cite.run(hash, milestone));
  };

  return {
    fold({ aggregate, stream, type, data }: ViewEvent) {
      if (aggregate === 'funding') {
        const event = decodeFundingEvent(type, data);
        if (event !== 'unrecognised') ofRound(stream, event);
      }
      if (aggregate === 'agreement') {
        const event = decodeAgreementEvent(type, data);
        if (event !== 'unrecognised') ofAgreement(stream, event);
      }
      if (aggregate === 'milestone') {
        const event = decodeMilestoneEvent(type, data);
        if (event !== 'unrecognised') ofMilestone(stream, event);
      }
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

export const view: View = { name: 'parties', schema: SCHEMA, contexts: ['matching', 'disbursement', 'project'], ddl: DDL, rows };
