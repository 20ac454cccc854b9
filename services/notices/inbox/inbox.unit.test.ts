import { DatabaseSync } from 'node:sqlite';
import type { ViewEvent } from '@junkan/kit/views/view.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { CONTEXTS } from '@junkan/proto/contexts.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { initial } from '../settings/settings.ts';
import { noticesOf, unreadOf } from './notices.ts';
import { happened } from './row.ts';
import { view } from './view.ts';
import { RECIPIENTS } from './who.ts';

const city: Actor = { person: 'per_c', organisation: 'org_a', roles: ['proposer.officer'] };
const lender: Actor = { person: 'per_s', organisation: 'spo_a', roles: ['sponsor.officer'] };
const rival: Actor = { person: 'per_r', organisation: 'spo_b', roles: ['sponsor.officer'] };
const verifier: Actor = { person: 'per_v', organisation: 'secretariat', roles: ['secretariat.verifier'] };

type Said = readonly [aggregate: string, stream: string, type: string, data: object, actor?: string];
const CONTEXT: Readonly<Record<string, string>> = {
  project: 'project',
  milestone: 'project',
  funding: 'matching',
  agreement: 'disbursement',
  passport: 'sponsor',
  signatory: 'programme',
  'action-plan': 'programme',
  'progress-report': 'programme',
  'training-session': 'programme',
  certificate: 'programme',
};
const usd = (amount: string) => ({ amount, currency: 'USD' });

/** One after the other, a minute apart, each with its version in its stream. */
function feedOf(...said: readonly Said[]): ViewEvent[] {
  const versions = new Map<string, number>();
  return said.map(([aggregate, stream, type, data, actor = 'system:workflow'], index) => {
    const version = (versions.get(stream) ?? 0) + 1;
    versions.set(stream, version);
    return {
      context: CONTEXT[aggregate] ?? '',
      aggregate,
      stream,
      version,
      type,
      schema: 1,
      data: { ...data },
      actor,
      at: `2026-11-24T00:${String(index).padStart(2, '0')}:00.000Z`,
      correlationId: 'r',
      causationId: 'r',
      clockOffset: 0,
      sequence: index + 1,
      place: 0,
    };
  });
}

function folded(events: readonly ViewEvent[]): DatabaseSync {
  const db = new DatabaseSync(':memory:');
  db.exec(view.ddl);
  const rows = view.rows(db);
  for (const event of events) rows.fold(event);
  rows.write();
  return db;
}

const LIFE = feedOf(
  ['project', 'prj_a', 'ProjectDrafted', { proposer: 'org_a', proposal: { title: 'Compost' }, by: 'per_c' }, 'per_c'],
  ['project', 'prj_a', 'ProjectSubmitted', { submission: 1, by: 'per_c' }, 'per_c'],
  ['funding', 'fnd_a', 'FundingOpened', { project: 'prj_a', round: 1, proposer: 'org_a' }],
  ['funding', 'fnd_a', 'OfferProposed', { offer: 'off_a', sponsor: 'spo_a', amount: usd('60'), by: 'per_s' }, 'per_s'],
  ['funding', 'fnd_a', 'OfferBacked', { offer: 'off_a', terms: 1 }],
  ['funding', 'fnd_a', 'OfferAccepted', { offer: 'off_a', terms: 1, by: 'per_c' }, 'per_c'],
  ['agreement', 'agr_a', 'AgreementDrafted', { project: 'prj_a', proposer: 'org_a', shares: [{ sponsor: 'spo_a' }, { sponsor: 'spo_b' }] }],
  ['agreement', 'agr_a', 'AgreementVoided', { because: 'signature-declined', party: 'spo_b', by: 'per_r' }, 'per_r'],
  ['agreement', 'agr_a', 'AgreementDrafted', { project: 'prj_a', proposer: 'org_a', shares: [{ sponsor: 'spo_a' }] }],
  ['milestone', 'mst_a', 'MilestoneBegun', { project: 'prj_a', agreement: 'agr_a', proposer: 'org_a', number: 1, amount: usd('60') }],
  ['milestone', 'mst_a', 'MilestoneReportSubmitted', { report: 1, note: 'txt_a', evidence: ['f'], by: 'per_c' }, 'per_c'],
  ['milestone', 'mst_a', 'ReminderSent', { matter: 'verification', role: 'secretariat.verifier', organisation: 'secretariat' }],
  ['milestone', 'mst_a', 'MilestoneRejected', { report: 1, rest: 'cancelled', note: 'txt_b', by: 'per_v' }, 'per_v'],
);

const page = { unread: false, limit: 50, cursor: '' };
const noticesFor = (db: DatabaseSync, actor: Actor, settings = initial) =>
  noticesOf((sql) => db.prepare(sql), { actor, settings, matched: [] }, page).notices.map(({ event, item }) => `${event} ${item}`);

test('each party is notified of what concerns it, the newest first, and nobody of their own act', () => {
  const db = folded(LIFE);
  expect(noticesFor(db, city)).toEqual([
    'MilestoneRejected mst_a',
    'AgreementDrafted agr_a',
    'AgreementVoided agr_a',
    'AgreementDrafted agr_a',
    'OfferBacked fnd_a',
  ]);
  expect(noticesFor(db, lender)).toEqual([
    'MilestoneRejected mst_a',
    'MilestoneReportSubmitted mst_a',
    'AgreementDrafted agr_a',
    'AgreementVoided agr_a',
    'AgreementDrafted agr_a',
    'OfferAccepted fnd_a',
    'OfferBacked fnd_a',
  ]);
  // It has no part in the second draft, and did not see the milestones.
  expect(noticesFor(db, rival)).toEqual(['AgreementDrafted agr_a']);
  expect(noticesFor(db, verifier)).toEqual(['ReminderSent mst_a', 'MilestoneReportSubmitted mst_a']);
});

test('the feeds of several contexts come to the same, however they are interleaved and however often an event comes', () => {
  const rowsOf = (events: readonly ViewEvent[]) =>
    JSON.stringify(folded(events).prepare('SELECT * FROM notice ORDER BY organisation, place').all());
  const whole = rowsOf(LIFE);
  const contexts = [...new Set(LIFE.map(({ context }) => context))];
  fc.assert(
    fc.property(fc.shuffledSubarray([...LIFE.keys()], { minLength: LIFE.length, maxLength: LIFE.length }), (order) => {
      const turns = order.map((index) => LIFE[index]?.context ?? '');
      const feeds = new Map(contexts.map((context) => [context, LIFE.filter((event) => event.context === context)]));
      const mixed = turns.flatMap((context) => feeds.get(context)?.splice(0, 1) ?? []);
      expect(rowsOf(mixed)).toBe(whole);
      expect(rowsOf(mixed.flatMap((event) => [event, event]))).toBe(whole);
    }),
    { numRuns: 40 },
  );
});

test('what is muted or was read is not counted as unread, and pages lead to all of it', () => {
  const db = folded(LIFE);
  const prepare = (sql: string) => db.prepare(sql);
  expect(noticesFor(db, city, { ...initial, mutedKinds: ['agreement'] })).toEqual(['MilestoneRejected mst_a', 'OfferBacked fnd_a']);
  expect(noticesFor(db, city, { ...initial, mutedProjects: ['prj_a'] })).toEqual([]);
  const all = noticesOf(prepare, { actor: city, settings: initial, matched: [] }, page).notices;
  const settings = { ...initial, readTo: all[1]?.place ?? '' };
  expect(unreadOf(prepare, { actor: city, settings: initial, matched: [] })).toEqual({ count: all.length, more: false });
  expect(unreadOf(prepare, { actor: city, settings, matched: [] })).toEqual({ count: 1, more: false });
  const found: string[] = [];
  for (let cursor = ''; ; ) {
    const { notices, next } = noticesOf(prepare, { actor: city, settings: initial, matched: [] }, { unread: false, limit: 2, cursor });
    found.push(...notices.map(({ place }) => place));
    if (next === '') break;
    cursor = next;
  }
  expect(found).toEqual(all.map(({ place }) => place));
});

test('what searches have found is at its place in time, on one page and unless it is muted', () => {
  const prepare = (sql: string) => folded(LIFE).prepare(sql);
  const places = ['2026-11-24T00:00:30.000Z', '2026-11-24T00:05:30.000Z', '2026-11-24T09:00:00.000Z'];
  const matched = places.map((at, index) => ({
    ...({
      place: `${at}/prj_${index}@00000003`,
      kind: 'match',
      event: 'ProjectMatched',
      item: `prj_${index}`,
      project: `prj_${index}`,
    } as const),
    actor: '',
    data: '{}',
  }));
  const asked = { actor: lender, settings: initial, matched };
  const all = noticesOf(prepare, asked, page).notices.map(({ place }) => place);
  expect(all).toEqual([...all].sort().reverse());
  expect(all.filter((place) => matched.some((each) => each.place === place)).length).toBe(3);
  for (const limit of [1, 2, 3]) {
    const found: string[] = [];
    for (let cursor = ''; ; ) {
      const { notices, next } = noticesOf(prepare, asked, { unread: false, limit, cursor });
      found.push(...notices.map(({ place }) => place));
      if (next === '') break;
      cursor = next;
    }
    expect(found).toEqual(all);
  }
  expect(unreadOf(prepare, { ...asked, settings: { ...initial, readTo: all[0] ?? '' } }).count).toBe(0);
  expect(unreadOf(prepare, { ...asked, settings: { ...initial, mutedKinds: ['match'] } }).count).toBe(all.length - 3);
  expect(unreadOf(prepare, { ...asked, settings: { ...initial, mutedProjects: ['prj_1'] } }).count).toBe(all.length - 1);
});

test('words and lists stay with the item, and what only overseers may read is shown to them alone', () => {
  const db = folded(LIFE);
  const dataOf = (actor: Actor, event: string): unknown =>
    JSON.parse(
      noticesOf((sql) => db.prepare(sql), { actor, settings: initial, matched: [] }, page).notices.find((each) => each.event === event)
        ?.data ?? '',
    );
  expect(dataOf(lender, 'MilestoneReportSubmitted')).toEqual({ report: 1, by: 'per_c' });
  expect(dataOf(city, 'MilestoneRejected')).toEqual({ report: 1, rest: 'cancelled', by: 'per_v' });
});

test('who has a seat, or waits for one, is notified of what becomes of it, and nobody else of the organisation', () => {
  const hana: Actor = { person: 'per_h', organisation: 'org_a', roles: ['proposer.officer'] };
  const ken: Actor = { ...hana, person: 'per_k' };
  const session = 'ses_a';
  const seat = ({ person }: Actor) => ({ person, organisation: 'org_a' });
  const db = folded(
    feedOf(
      ['training-session', session, 'SessionScheduled', { training: 'trn_a', title: 'Measure it' }],
      ['training-session', session, 'Enrolled', seat(hana), 'per_h'],
      ['training-session', session, 'Enrolled', seat(ken), 'per_k'],
      ['training-session', session, 'SeatOffered', { person: 'per_k', until: '2026-12-01T00:00:00.000Z' }],
      ['training-session', session, 'SessionChanged', { trainer: 'per_t', trainerOf: 'ptn_a' }],
      ['training-session', session, 'EnrolmentCancelled', seat(hana), 'per_h'],
      ['training-session', session, 'SessionCancelled', { note: 'txt_a' }],
      ['certificate', 'crt_a', 'CertificateProposed', { holder: 'per_h', organisation: 'org_a' }],
      ['certificate', 'crt_a', 'CertificateIssued', { code: 'ABC' }],
    ),
  );
  expect(noticesFor(db, ken)).toEqual(['SessionCancelled ses_a', 'SessionChanged ses_a', 'SeatOffered ses_a']);
  expect(noticesFor(db, hana)).toEqual(['CertificateIssued crt_a', 'SessionChanged ses_a']);
  expect(noticesFor(db, city)).toEqual([]);
});

test('every event of which somebody is notified is of a stream that has notices', () => {
  const all = Object.values(CONTEXTS).flatMap(({ EVENT_AUDIENCES }) =>
    Object.entries(EVENT_AUDIENCES as Record<string, Record<string, string>>).flatMap(([aggregate, events]) =>
      Object.keys(events).map((type) => [aggregate, `${aggregate}_a`, type, { offer: 'off_a', payment: 'pay_a' }] as const),
    ),
  );
  const told = feedOf(...all).filter(({ type }) => Object.hasOwn(RECIPIENTS, type));
  expect(told.filter((event) => !happened(event, '')).map(({ aggregate, type }) => `${aggregate} ${type}`)).toEqual([]);
});

test('nobody is shown more than the contracts permit', () => {
  const audiences = Object.values(CONTEXTS).flatMap(({ EVENT_AUDIENCES }) =>
    Object.values(EVENT_AUDIENCES as Record<string, Record<string, string>>).flatMap((of) => Object.entries(of)),
  );
  const WHO: Readonly<Record<string, readonly string[]>> = {
    proposer: ['everyone', 'everyone-once-submitted', 'proposer', 'proposer-alone', 'parties', 'offer-sides'],
    sponsors: ['everyone', 'everyone-once-submitted', 'parties'],
    offer: ['everyone', 'offer-sponsor', 'offer-sides'],
  };
  for (const [type, recipients] of Object.entries(RECIPIENTS))
    for (const [, audience] of audiences.filter(([name]) => name === type))
      for (const to of recipients) expect([type, to, WHO[to]?.includes(audience) ?? true]).toEqual([type, to, true]);
});

const SIGNING = feedOf(
  ['signatory', 'sgn_a', 'CityInvited', { declaration: 'dcl_a', city: 'org_a', attempt: 1, by: 'per_o' }, 'per_o'],
  ['signatory', 'sgn_a', 'MandateGiven', { person: 'per_z', from: '2027-01-09', document: 'f', by: 'per_c' }, 'per_c'],
  ['signatory', 'sgn_a', 'DeclarationSigned', { version: 1, by: 'per_z' }, 'per_z'],
  ['signatory', 'sgn_a', 'SignatureChecked', { by: 'per_o' }, 'per_o'],
  ['signatory', 'sgn_a', 'SignatoryAdmitted', { on: '2027-01-20', rule: { reminders: [90, 30, 7] }, by: 'per_p' }, 'per_p'],
  ...(
    [
      ['opened', 0],
      ['reminded', 30],
      ['reminded', 7],
      ['overdue', 0],
      ['help-offered', 0],
      ['certifier-reminded', 0],
    ] as const
  ).map(([rung, days]): Said => ['signatory', 'sgn_a', 'RungReached', { obligation: 'plan', rung, days, due: '2029-03-31' }]),
  ['signatory', 'sgn_a', 'NoticePrepared', { obligation: 'plan', note: 'txt_a', by: 'per_o' }, 'per_o'],
  ['signatory', 'sgn_a', 'NoticeIssued', { obligation: 'plan', on: '2029-06-01', by: 'per_p' }, 'per_p'],
  ['signatory', 'sgn_a', 'NoticeAnswered', { obligation: 'plan', note: 'txt_b', by: 'per_z' }, 'per_z'],
  ['signatory', 'sgn_a', 'SignatorySuspended', { obligation: 'plan', on: '2029-08-01', by: 'per_p' }, 'per_p'],
);

test('a city and the secretariat hear of what the other does, and each step of the ladder goes to who has to act', () => {
  const db = folded(SIGNING);
  const told = (person: string, organisation: string, role: Actor['roles'][number]) =>
    noticesOf((sql) => db.prepare(sql), { actor: { person, organisation, roles: [role] }, settings: initial, matched: [] }, page)
      .notices.map(({ event, data }) => {
        const { rung, days } = JSON.parse(data) as { rung?: string; days?: number };
        return rung ? `${rung}${days ? ` ${days}` : ''}` : event;
      })
      .toReversed();
  const suspended = ['NoticeIssued', 'SignatorySuspended'];
  expect(told('per_c', 'org_a', 'proposer.officer')).toEqual([
    ...['CityInvited', 'SignatoryAdmitted', 'opened', 'reminded 30', 'reminded 7', 'overdue'],
    ...suspended,
  ]);
  expect(told('per_z', 'org_a', 'proposer.certifier')).toEqual([
    ...['CityInvited', 'MandateGiven', 'SignatoryAdmitted', 'reminded 7', 'overdue', 'certifier-reminded'],
    ...suspended,
  ]);
  expect(told('per_q', 'secretariat', 'secretariat.officer')).toEqual(['DeclarationSigned', 'overdue', 'help-offered', 'NoticeAnswered']);
  expect(told('per_q', 'secretariat', 'secretariat.approver')).toEqual(['SignatureChecked', 'NoticePrepared', 'NoticeAnswered']);
  // Nobody hears of their own acts, nor of another city’s.
  expect(told('per_o', 'secretariat', 'secretariat.officer')).toEqual(['DeclarationSigned', 'overdue', 'help-offered', 'NoticeAnswered']);
  expect(told('per_c', 'org_b', 'proposer.officer')).toEqual([]);
});

const HANDED_IN = feedOf(
  ['action-plan', 'pln_a', 'PlanOpened', { signatory: 'sgn_a', city: 'org_a', by: 'per_c' }, 'per_c'],
  ['action-plan', 'pln_a', 'PlanDrafted', { edition: 1, by: 'per_c' }, 'per_c'],
  ['action-plan', 'pln_a', 'PlanSubmitted', { signatory: 'sgn_a', edition: 1, by: 'per_z' }, 'per_z'],
  ['action-plan', 'pln_a', 'PlanReturned', { signatory: 'sgn_a', edition: 1, by: 'per_v' }, 'per_v'],
  [
    'progress-report',
    'rpt_a',
    'ReportOpened',
    { signatory: 'sgn_a', city: 'org_a', number: 1, by: 'system:workflows' },
    'system:workflows',
  ],
  ['progress-report', 'rpt_a', 'ValueContested', { edition: 1, contest: 1, key: 'results', note: 'txt_a', by: 'per_c' }, 'per_c'],
  ['progress-report', 'rpt_a', 'ContestJudged', { contest: 1, outcome: 'stands', note: 'txt_b', by: 'per_w' }, 'per_w'],
  ['progress-report', 'rpt_a', 'ReportSubmitted', { signatory: 'sgn_a', number: 1, edition: 1, by: 'per_z' }, 'per_z'],
  ['progress-report', 'rpt_a', 'ReportPublished', { number: 1, edition: 1 }, 'per_w'],
  ['series', 'ser_a', 'SeriesOpened', { city: 'org_a', indicator: 'tonnes', by: 'per_c' }, 'per_c'],
  ['series', 'ser_a', 'SeriesCorrectionProposed', { correction: 1, period: 1, note: 'txt_c', by: 'per_c' }, 'per_c'],
  ['series', 'ser_a', 'SeriesCorrectionAccepted', { correction: 1, period: 1, edition: 2, by: 'per_w' }, 'per_w'],
);

test('who reviews hears of what is handed in, and the city of what became of it', () => {
  const db = folded(HANDED_IN);
  const told = (person: string, organisation: string, role: Actor['roles'][number]) =>
    noticesOf((sql) => db.prepare(sql), { actor: { person, organisation, roles: [role] }, settings: initial, matched: [] }, page)
      .notices.map(({ event }) => event)
      .toReversed();
  const ofCity = ['PlanReturned', 'ContestJudged', 'ReportPublished', 'SeriesCorrectionAccepted'];
  expect(told('per_c', 'org_a', 'proposer.officer')).toEqual(ofCity);
  expect(told('per_z', 'org_a', 'proposer.certifier')).toEqual(ofCity);
  expect(told('per_v', 'secretariat', 'secretariat.verifier')).toEqual([
    'PlanSubmitted',
    'ValueContested',
    'ReportSubmitted',
    'SeriesCorrectionProposed',
  ]);
  expect(told('per_c', 'org_b', 'proposer.officer')).toEqual([]);
});
