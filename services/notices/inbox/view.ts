import type { DatabaseSync } from 'node:sqlite';
import { type Handlers, handled } from '@junkan/kit/pure/handled.ts';
import type { Rows, View, ViewEvent } from '@junkan/kit/views/view.ts';
import { SECRETARIAT } from '@junkan/proto/actor.ts';
import { decodeEvent, type Event } from '@junkan/proto/contexts.ts';
import { PROGRAMS } from '@junkan/proto/programs.ts';
import type { Relation } from '@junkan/proto/readers.ts';
import { VIEW_SCHEMAS } from '@junkan/proto/versions.ts';
import { type Happened, happened, roleOf, saidTo } from './row.ts';
import { recipientsOf } from './who.ts';

/**
 * The notices of each organisation, by place: one event is one notice of an organisation, however often the feed delivers it. `roles`:
 * those of which one is needed, or persons, a JSON list; empty = any. `concerned`: who has a seat in a session or waits for one, and whose a certificate is. `person`: those who want mail, by their settings. `item`: the project, round or
 * agreement of a stream, or the city of a signatory. `last_reminder`: how many days before a due day a signatory is reminded last. `late`: what happened to milestones, for the sponsors of their agreement, which the feed of another context may
 * deliver before or after.
 */
const DDL = `
  CREATE TABLE item (id TEXT PRIMARY KEY, proposer TEXT NOT NULL, project TEXT NOT NULL, agreement TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE person (id TEXT PRIMARY KEY, person TEXT NOT NULL, organisation TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE concerned (
    item TEXT NOT NULL, person TEXT NOT NULL, organisation TEXT NOT NULL, PRIMARY KEY (item, person)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE last_reminder (id TEXT PRIMARY KEY, days INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE offer (id TEXT PRIMARY KEY, sponsor TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE party (item TEXT NOT NULL, sponsor TEXT NOT NULL, PRIMARY KEY (item, sponsor)) STRICT, WITHOUT ROWID;
  CREATE TABLE notice (
    organisation TEXT NOT NULL, place TEXT NOT NULL, roles TEXT NOT NULL, happened TEXT NOT NULL, data TEXT NOT NULL, late TEXT NOT NULL,
    PRIMARY KEY (organisation, place)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX notice_late ON notice (late) WHERE late <> '';
  CREATE TABLE late (
    agreement TEXT NOT NULL, place TEXT NOT NULL, happened TEXT NOT NULL, data TEXT NOT NULL, PRIMARY KEY (agreement, place)
  ) STRICT, WITHOUT ROWID;`;

type Item = { readonly proposer: string; readonly project: string; readonly agreement: string };
const NO_ITEM: Item = { proposer: '', project: '', agreement: '' };

/** What a notice has to know later: whose a stream is, and who has a part in it. */
const knowingIn = (tables: ReturnType<typeof statements>): Handlers<Event, [stream: string], void> => ({
  ProposerRegistered: (_, id) => tables.know(id, { proposer: id, project: '', agreement: '' }),
  SponsorRegistered: (_, id) => tables.know(id, { proposer: id, project: '', agreement: '' }),
  PartnerRegistered: (_, id) => tables.know(id, { proposer: id, project: '', agreement: '' }),
  ProjectDrafted: ({ data: { proposer } }, id) => tables.know(id, { proposer, project: id, agreement: '' }),
  MilestoneBegun: ({ data: { proposer, project, agreement } }, id) => tables.know(id, { proposer, project, agreement }),
  FundingOpened: ({ data: { proposer, project } }, id) => tables.know(id, { proposer, project, agreement: '' }),
  OfferProposed: ({ data: { offer, sponsor } }, id) => tables.offered(id, offer, sponsor),
  SettingsChanged: ({ data: { person, organisation, digest } }, id) => tables.mail(id, person, organisation, digest || 'off'),
  DueDiligenceRequested: ({ data: { subject } }, id) => tables.know(id, { proposer: subject, project: '', agreement: '' }),
  LimitsProposed: ({ data: { organisation } }, id) => tables.know(id, { proposer: organisation, project: '', agreement: '' }),
  InterestExpressed: ({ data: { city } }, id) => tables.know(id, { proposer: city, project: '', agreement: '' }),
  ActionBegunByProject: ({ data: { proposer, project } }, id) => tables.know(id, { proposer, project, agreement: '' }),
  CityInvited: ({ data: { city } }, id) => tables.know(id, { proposer: city, project: '', agreement: '' }),
  AssessmentBegun: ({ data: { city } }, id) => tables.know(id, { proposer: city, project: '', agreement: '' }),
  PlanOpened: ({ data: { city } }, id) => tables.know(id, { proposer: city, project: '', agreement: '' }),
  ReportOpened: ({ data: { city } }, id) => tables.know(id, { proposer: city, project: '', agreement: '' }),
  SeriesOpened: ({ data: { city } }, id) => tables.know(id, { proposer: city, project: '', agreement: '' }),
  ExchangeInvited({ data: { seeker, provider } }, id) {
    tables.know(id, { proposer: seeker, project: '', agreement: '' });
    tables.bind(id, [provider]);
  },
  InstrumentDrafted: ({ data: { owner } }, id) => tables.know(id, { proposer: owner, project: '', agreement: '' }),
  SupportRequested: ({ data: { city } }, id) => tables.know(id, { proposer: city, project: '', agreement: '' }),
  ExpertAssigned: ({ data: { organisation } }, id) => tables.bind(id, [organisation]),
  Enrolled: ({ data: { person, organisation } }, id) => tables.concern(id, person, organisation),
  EnrolmentCancelled: ({ data: { person } }, id) => tables.release(id, person),
  CertificateProposed: ({ data: { holder, organisation } }, id) => tables.concern(id, holder, organisation),
  NominationBegun: ({ data: { city } }, id) => tables.know(id, { proposer: city, project: '', agreement: '' }),
  CallDrafted: ({ data: { owner } }, id) => tables.know(id, { proposer: owner, project: '', agreement: '' }),
  ReviewerAppointed: ({ data: { reviewer, organisation } }, id) => tables.concern(id, reviewer, organisation),
  AnswerBegun({ data: { city, owner, project } }, id) {
    tables.know(id, { proposer: city, project, agreement: '' });
    tables.bind(id, [owner]);
  },
  SignatoryAdmitted: ({ data: { rule } }, id) => tables.remindLast(id, rule?.reminders ?? []),
  BankAccountProposed: ({ data: { organisation } }, id) => tables.know(id, { proposer: organisation, project: '', agreement: '' }),
  AgreementDrafted({ data: { proposer, project, shares } }, id) {
    tables.know(id, { proposer, project, agreement: id });
    tables.bind(
      id,
      shares.map(({ sponsor }) => sponsor),
    );
  },
});

function rows(db: DatabaseSync): Rows {
  const tables = statements(db);
  const knowing = knowingIn(tables);
  let pending: (() => void)[] = [];

  function notify(event: ViewEvent, known: Event): void {
    const item = tables.itemOf(event.stream);
    const what = happened(event, item.project);
    if (!what) return;
    const roles = new Map<string, string[]>();
    const add = (organisation: string, ...of: string[]) => {
      if (organisation !== '') roles.set(organisation, [...(roles.get(organisation) ?? []), ...of]);
    };
    for (const to of recipientsOf(known, tables.lastReminderOf(event.stream)))
      switch (to) {
        case 'named': {
          const { role, organisation } = known.data as { role: string; organisation: string };
          add(organisation, role);
          break;
        }
        case 'proposer':
          add(item.proposer);
          break;
        case 'proposer.officer':
        case 'proposer.certifier':
          add(item.proposer, to);
          break;
        case 'offer':
          add(tables.sponsorOf((known.data as { offer: string }).offer));
          break;
        case 'person':
        case 'persons': {
          const named = to === 'person' ? (known.data as { person: string }).person : undefined;
          for (const { person, organisation } of tables.concernedBy(event.stream))
            if (named === undefined || named === person) add(organisation, roleOf(person));
          break;
        }
        case 'sponsors':
          if (event.aggregate === 'milestone') tables.tellLate(item.agreement, what, saidTo('partner', event));
          else for (const sponsor of tables.partiesOf(event.stream)) add(sponsor);
          break;
        default:
          add(SECRETARIAT, to);
      }
    for (const [organisation, of] of roles) tables.notify(organisation, of, what, saidTo(relationOf(organisation, item, event), event), '');
  }

  return {
    fold(event: ViewEvent) {
      const known = decodeEvent(event.type, event.data);
      if (known === 'unrecognised') return;
      pending.push(() => {
        handled(knowing, known, event.stream);
        notify(event, known);
      });
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

/** Apart from its own offer, a sponsor receives of a round what rivals may know: only the round knows who is a party. */
function relationOf(organisation: string, { proposer }: Item, { aggregate, data }: ViewEvent): Relation {
  if (organisation === SECRETARIAT) return 'overseer';
  if (organisation === proposer) return 'proposer';
  return aggregate === 'funding' && !('offer' in data) ? 'stranger' : 'partner';
}

/** Longer before its due day nobody is reminded. */
const MAX_DAYS = 730;

function statements(db: DatabaseSync) {
  const know = db.prepare('INSERT OR REPLACE INTO item VALUES (?, ?, ?, ?)');
  const item = db.prepare('SELECT proposer, project, agreement FROM item WHERE id = ?');
  const remind = db.prepare('INSERT OR REPLACE INTO last_reminder VALUES (?, ?)');
  const reminder = db.prepare('SELECT days FROM last_reminder WHERE id = ?');
  const listed = db.prepare('INSERT OR REPLACE INTO person VALUES (?, ?, ?)');
  const unlisted = db.prepare('DELETE FROM person WHERE id = ?');
  const offered = db.prepare('INSERT OR REPLACE INTO offer VALUES (?, ?)');
  const offer = db.prepare('SELECT sponsor FROM offer WHERE id = ?');
  const take = db.prepare('INSERT OR IGNORE INTO party VALUES (?, ?)');
  const leave = db.prepare('DELETE FROM party WHERE item = ?');
  const concern = db.prepare('INSERT OR REPLACE INTO concerned VALUES (?, ?, ?)');
  const release = db.prepare('DELETE FROM concerned WHERE item = ? AND person = ?');
  const concerned = db.prepare('SELECT person, organisation FROM concerned WHERE item = ? ORDER BY person');
  const parties = db.prepare('SELECT sponsor FROM party WHERE item = ? ORDER BY sponsor');
  const put = db.prepare('INSERT OR REPLACE INTO notice VALUES (?, ?, ?, ?, ?, ?)');
  const defer = db.prepare('INSERT OR REPLACE INTO late VALUES (?, ?, ?, ?)');
  const deferred = db.prepare('SELECT happened, data FROM late WHERE agreement = ? ORDER BY place');
  const removeLate = db.prepare("DELETE FROM notice WHERE late = ? AND late <> ''");

  const partiesOf = (id: string): string[] => parties.all(id).map(({ sponsor }) => String(sponsor));
  function notify(organisation: string, roles: readonly string[], what: Happened, data: string, late: string): void {
    put.run(organisation, what.place, JSON.stringify(roles), JSON.stringify(what), data, late);
  }
  return {
    partiesOf,
    notify,
    know: (id: string, { proposer, project, agreement }: Item): void => void know.run(id, proposer, project, agreement),
    itemOf: (id: string): Item => (item.get(id) as Item | undefined) ?? NO_ITEM,
    remindLast: (id: string, reminders: readonly number[]): void => void remind.run(id, Math.min(...reminders, MAX_DAYS)),
    lastReminderOf: (id: string): number => Number(reminder.get(id)?.['days'] ?? 0),
    offered(round: string, id: string, sponsor: string): void {
      offered.run(id, sponsor);
      take.run(round, sponsor);
    },
    mail(id: string, person: string, organisation: string, digest: string): void {
      if (digest === 'off') unlisted.run(id);
      else listed.run(id, person, organisation);
    },
    concern: (item: string, person: string, organisation: string): void => void concern.run(item, person, organisation),
    release: (item: string, person: string): void => void release.run(item, person),
    concernedBy: (item: string) =>
      concerned.all(item).map(({ person, organisation }) => ({ person: String(person), organisation: String(organisation) })),
    sponsorOf: (id: string): string => String(offer.get(id)?.['sponsor'] ?? ''),
    /** Drafted again after a declined signature it has other shares. */
    bind(agreement: string, sponsors: readonly string[]): void {
      leave.run(agreement);
      removeLate.run(agreement);
      for (const sponsor of new Set(sponsors)) {
        take.run(agreement, sponsor);
        for (const { happened: what, data } of deferred.all(agreement))
          notify(sponsor, [], JSON.parse(String(what)) as Happened, String(data), agreement);
      }
    },
    tellLate(agreement: string, what: Happened, data: string): void {
      defer.run(agreement, what.place, JSON.stringify(what), data);
      for (const sponsor of partiesOf(agreement)) notify(sponsor, [], what, data, agreement);
    },
  };
}

/** The notices of organisations from the events of all contexts. */
export const view: View = { name: 'told', schema: VIEW_SCHEMAS.told, contexts: [...PROGRAMS.notices.reads, 'notice'], ddl: DDL, rows };
