import { statementsOf } from '@junkan/kit/views/statements.ts';
import { expect, test } from 'vitest';
import type { KindName } from '../kinds.ts';
import { catalogueOf, type FeedEvent } from '../view/feed.fixture.ts';
import { citationsOf } from './citations.ts';
import { pageOf, totalOf } from './list.ts';
import type { PageQuery } from './list-query.ts';

const usd = (amount: number) => ({ amount: String(amount), currency: 'USD' });

const begun = (stream: string, project: string, number: number, dueOn: string): FeedEvent => ({
  stream,
  type: 'MilestoneBegun',
  data: {
    project,
    agreement: project === 'prj_a' ? 'agr_1' : 'agr_2',
    proposer: 'org_a',
    number,
    title: `Step ${number}`,
    dueOn,
    amount: usd(number),
  },
});
const reported = (stream: string, report: number, evidence: readonly string[]): FeedEvent => ({
  stream,
  type: 'MilestoneReportSubmitted',
  data: { report, evidence, indicators: [], note: '', verificationDue: '', at: '', by: 'per_a', uploadedBy: [] },
});
const drafted = (stream: string, proposer: string, sponsors: readonly string[], signingDue: string): FeedEvent => ({
  stream,
  type: 'AgreementDrafted',
  data: {
    project: 'prj_a',
    round: 1,
    funding: 'fnd_a',
    proposer,
    signingDue,
    shares: sponsors.map((sponsor) => ({ sponsor, amount: usd(5) })),
  },
});
const requested = (stream: string, payment: string, sponsor: string, tranche: number): FeedEvent => ({
  stream,
  type: 'PaymentRequested',
  data: { payment, tranche, sponsor, amount: usd(tranche), milestone: `mst_a${tranche}`, report: 1, submittedBy: 'per_a', by: 'per_a' },
});

const prepare = statementsOf(
  catalogueOf([
    begun('mst_b3', 'prj_b', 3, '2026-12-01'),
    begun('mst_a10', 'prj_a', 10, '2027-12-01'),
    begun('mst_b1', 'prj_b', 1, '2026-11-30'),
    begun('mst_a2', 'prj_a', 2, '2026-12-01'),
    reported('mst_a2', 1, ['f', 'g']),
    { stream: 'mst_a2', type: 'MilestoneReportReturned', data: { report: 1, note: '', by: 'per_b' } },
    reported('mst_a2', 2, ['h']),
    reported('mst_b1', 1, ['f']),
    drafted('agr_1', 'org_a', ['spo_a', 'spo_b'], '2026-12-24'),
    drafted('agr_2', 'org_b', ['spo_b'], '2027-01-24'),
    drafted('agr_3', 'org_d', ['spo_c'], '2026-12-24'),
    { stream: 'agr_1', type: 'AgreementBecameEffective', data: { at: '2027-01-01' } },
    { stream: 'agr_2', type: 'AgreementBecameEffective', data: { at: '2027-01-01' } },
    requested('agr_2', 'pay_1', 'spo_b', 1),
    requested('agr_1', 'pay_2', 'spo_a', 1),
    requested('agr_1', 'pay_3', 'spo_b', 2),
    { stream: 'agr_1', type: 'PaymentApproved', data: { payment: 'pay_2', by: 'per_b', at: '' } },
    { stream: 'env_1', type: 'EnvelopeOpened', data: { sponsor: 'spo_a', total: usd(9), periodEnd: '2027-12-31' } },
    { stream: 'env_2', type: 'EnvelopeOpened', data: { sponsor: 'spo_b', total: usd(9) } },
    { stream: 'spo_a', type: 'SponsorRegistered', data: { name: 'Grün Fonds', kind: 'fund' } },
    { stream: 'org_a', type: 'ProposerRegistered', data: { name: '横浜市', kind: 'city', countries: ['JP'] } },
    { stream: 'man_a', type: 'MandatePublished', data: { sponsor: 'spo_a', terms: { title: 'Circular cities of the coast' } } },
    { stream: 'man_b', type: 'MandatePublished', data: { sponsor: 'spo_a', terms: { title: 'Circular' } } },
    { stream: 'ddp_1', type: 'DueDiligenceRequested', data: { subject: 'org_a', request: 1, by: 'per_a' } },
    { stream: 'ddp_2', type: 'DueDiligenceRequested', data: { subject: 'org_b', request: 1, by: 'per_a' } },
    { stream: 'ddp_2', type: 'SubjectCleared', data: { clearance: 1, validUntil: '2027-11-30', note: '', by: 'per_b' } },
  ]),
);

const asked = (kind: KindName, more: Partial<PageQuery> = {}): PageQuery => ({
  kind,
  reader: undefined,
  filters: [],
  ranges: [],
  typed: '',
  sort: '',
  limit: 50,
  cursor: '',
  ...more,
});
const listOf = (kind: KindName, more?: Partial<PageQuery>): string[] =>
  pageOf(prepare, asked(kind, more), { schema: '1', origin: 'o' }).docs.map((doc) => String(JSON.parse(doc).id));
const having = (field: string, ...values: string[]) => ({ filters: [{ field, values, all: false }] });

test('milestones come project by project in the order of their numbers', () => {
  expect(listOf('milestone')).toEqual(['mst_a2', 'mst_a10', 'mst_b1', 'mst_b3']);
});

test('milestones of all projects are found by status and day', () => {
  expect(listOf('milestone', having('status', 'submitted'))).toEqual(['mst_a2', 'mst_b1']);
  expect(listOf('milestone', { ranges: [{ field: 'due', from: '2026-12-01', to: '2026-12-31' }], sort: '-due' })).toEqual([
    'mst_a2',
    'mst_b3',
  ]);
});

test('milestones are found by the sponsors of their agreements, as far as the reader may see those', () => {
  const of = (sponsor: string, reader?: string) => listOf('milestone', { ...having('sponsor', sponsor), reader });
  expect(of('spo_a')).toEqual(['mst_a2', 'mst_a10']);
  expect(of('spo_b', 'spo_b')).toEqual(['mst_a2', 'mst_a10', 'mst_b1', 'mst_b3']);
  expect(of('spo_b', 'org_a')).toEqual(['mst_a2', 'mst_a10']);
  expect(of('spo_a', 'org_b')).toEqual([]);
});

test('milestones, mandates, sponsors and proposers are searched by their words, best first, and by no others', () => {
  expect(listOf('milestone', { typed: 'step 10' })).toEqual(['mst_a10']);
  expect(listOf('milestone', { typed: 'step', ...having('project', 'prj_b') }).sort()).toEqual(['mst_b1', 'mst_b3']);
  expect(listOf('sponsor', { typed: 'fnd' })).toEqual([]);
  expect(listOf('sponsor', { typed: 'grün' })).toEqual(['spo_a']);
  expect(listOf('organisation', { typed: '横浜' })).toEqual(['org_a']);
  expect(listOf('mandate', { typed: 'circular' })).toEqual(['man_b', 'man_a']);
  expect(() => listOf('agreement', { typed: 'step' })).toThrow('FieldIsInvalid');
});

test('a file is cited by each milestone of which any report has named it', () => {
  const cited = citationsOf(prepare, ['f', 'h', 'f', 'x']).map(({ hash, milestone, project }) => [hash, milestone, project]);
  expect(cited).toEqual([
    ['f', 'mst_b1', 'prj_b'],
    ['f', 'mst_a2', 'prj_a'],
    ['h', 'mst_a2', 'prj_a'],
  ]);
});

test('agreements are listed for their parties and for overseers, and for nobody else', () => {
  const seenBy = (reader: string | undefined) => [listOf('agreement', { reader }), totalOf(prepare, asked('agreement', { reader })).count];
  expect(seenBy('org_a')).toEqual([['agr_1'], 1]);
  expect(seenBy('spo_b')).toEqual([['agr_1', 'agr_2'], 2]);
  expect(seenBy('org_c')).toEqual([[], 0]);
  expect(seenBy(undefined)).toEqual([['agr_1', 'agr_2', 'agr_3'], 3]);
});

test('agreements are found by party, status and day, within what the reader may see', () => {
  expect(listOf('agreement', having('sponsor', 'spo_a'))).toEqual(['agr_1']);
  expect(listOf('agreement', { ...having('sponsor', 'spo_b'), reader: 'org_a' })).toEqual(['agr_1']);
  expect(listOf('agreement', having('status', 'draft', 'void'))).toEqual(['agr_3']);
  expect(listOf('agreement', { ranges: [{ field: 'due', from: '', to: '2026-12-31' }] })).toEqual(['agr_3']);
});

test('payments come in the order in which they were first requested, and each is found by its own fields', () => {
  const paymentsOf = (more: Partial<PageQuery>): string[] =>
    pageOf(prepare, asked('payment', more), { schema: '1', origin: 'o' }).docs.map((doc) => String(JSON.parse(doc).payment.id));
  expect(paymentsOf(having('agreement', 'agr_1'))).toEqual(['pay_2', 'pay_3']);
  expect(paymentsOf({ filters: [...having('agreement', 'agr_1').filters, ...having('sponsor', 'spo_b').filters] })).toEqual(['pay_3']);
  expect(paymentsOf(having('milestone', 'mst_a1'))).toEqual(['pay_1', 'pay_2']);
  expect(paymentsOf(having('status', 'approved'))).toEqual(['pay_2']);
  expect(paymentsOf({ reader: 'org_b' })).toEqual(['pay_1']);
});

test('envelopes are listed for their own sponsor and for overseers', () => {
  expect(listOf('envelope')).toEqual(['env_1', 'env_2']);
  expect(listOf('envelope', { reader: 'spo_a' })).toEqual(['env_1']);
  expect(listOf('envelope', { ...having('sponsor', 'spo_a'), reader: 'spo_b' })).toEqual([]);
});

test('passports are found by subject, status and last day', () => {
  expect(listOf('passport', having('subject', 'org_a'))).toEqual(['ddp_1']);
  expect(listOf('passport', having('status', 'cleared', 'flagged'))).toEqual(['ddp_2']);
  expect(listOf('passport', { ranges: [{ field: 'due', from: '2027-11-01', to: '' }] })).toEqual(['ddp_2']);
});
