import { statementsOf } from '@junkan/kit/views/statements.ts';
import type { Actor, Role } from '@junkan/proto/actor.ts';
import { WORK_SCOPES } from '@junkan/proto/junkan/catalogue/v1/language.ts';
import { expect, test } from 'vitest';
import { catalogueOf, drafted, explained, type FeedEvent, proposed } from '../view/feed.fixture.ts';
import { ANY_WORK, type WorkAsked, workCounts, workPage, workTotal } from './work.ts';

const SCOPE = { schema: '1', origin: 'o' };
const money = (amount: number) => ({ amount: String(amount), currency: 'USD' });
const at = (stream: string, type: string, data: object): FeedEvent => ({ stream, type, data: { ...data } });

const round = (stream: string, project: string, proposer: string): FeedEvent =>
  at(stream, 'FundingOpened', {
    project,
    round: 1,
    proposer,
    target: money(100),
    minimumClose: money(100),
    deadline: '2027-02-01T00:00:00.000Z',
  });
const offered = (stream: string, offer: string, sponsor: string, amount: number): FeedEvent[] => [
  at(stream, 'OfferProposed', {
    offer,
    sponsor,
    mandate: 'man_a',
    envelope: 'env_a',
    amount: money(amount),
    terms: 1,
    by: 'per_s',
    expiresAt: '',
  }),
  at(stream, 'OfferBacked', { offer, terms: 1 }),
];

/** Drafts and submissions of two cities; a round with offers of two sponsors, one of them accepted and to be approved. */
const FEED_EVENTS: readonly FeedEvent[] = [
  drafted('prj_d', { title: 'Draft' }, 'org_a'),
  ...proposed('prj_a', { title: 'One', amount: 300n }, 'org_a'),
  ...proposed('prj_b', { title: 'Two', amount: 200n }, 'org_b'),
  round('fnd_a', 'prj_a', 'org_a'),
  ...offered('fnd_a', 'off_a', 'spo_a', 60),
  ...offered('fnd_a', 'off_b', 'spo_b', 70),
  round('fnd_b', 'prj_b', 'org_b'),
  ...offered('fnd_b', 'off_c', 'spo_a', 100),
  at('fnd_b', 'OfferAccepted', { offer: 'off_c', terms: 1, by: 'per_o' }),
  at('fnd_b', 'FundingReachedTarget', { accepted: money(100) }),
  at('fnd_b', 'FundingClosed', { accepted: money(100), ended: [] }),
  at('prj_b', 'ProjectDeclaredEligible', { submission: 1, by: 'per_v', openingDue: '2027-01-01T00:00:00.000Z' }),
];
const db = catalogueOf(FEED_EVENTS);
const prepare = statementsOf(db);

const actor = (organisation: string, roles: readonly Role[], person = 'per_new'): Actor => ({ organisation, roles, person });
const asked = (by: Actor, more: Partial<WorkAsked> = {}): WorkAsked => ({
  waits: 'me',
  by,
  now: '2027-01-15T00:00:00.000Z',
  ...ANY_WORK,
  ...more,
});
const page = (each: WorkAsked, more: { sort?: string; limit?: number; cursor?: string } = {}) =>
  workPage(prepare, { sort: '', limit: 50, cursor: '', ...each, ...more }, SCOPE);
const listOf = (by: Actor, more: Partial<WorkAsked> = {}, sort = ''): string[] =>
  page(asked(by, more), { sort }).work.map(({ kind, item, of }) => `${kind} ${of.offer ?? item}`);

const secretary = actor('secretariat', ['secretariat.officer', 'secretariat.approver']);
const officer = actor('org_a', ['proposer.officer']);

test('what waits for a person is listed by role and organisation, what is due first', () => {
  expect(listOf(secretary)).toEqual(['screening prj_a', 'project-to-open prj_b']);
  expect(listOf(officer).toSorted()).toEqual(['offer-to-answer off_a', 'offer-to-answer off_b', 'proposal-to-submit prj_d']);
  expect(listOf(officer).at(-1)).toBe('proposal-to-submit prj_d');
  expect(listOf(actor('org_b', ['proposer.officer']))).toEqual([]);
  expect(listOf(actor('org_a', ['proposer.certifier', 'secretariat.officer']))).toEqual([]);
  expect(listOf(actor('spo_a', ['sponsor.approver']))).toEqual(['offer-to-approve off_c']);
  expect(listOf(actor('spo_b', ['sponsor.approver']))).toEqual([]);
});

test('what waits for the reader’s organisation is all that waits for its roles, also those of others', () => {
  const ours = (by: Actor) => listOf(by, { waits: 'ours' }).toSorted();
  expect(ours(officer)).toEqual(['offer-to-answer off_a', 'offer-to-answer off_b', 'proposal-to-submit prj_d']);
  expect(ours(actor('org_a', ['proposer.certifier']))).toEqual(ours(officer));
  expect(ours(actor('spo_a', ['sponsor.officer'], 'per_s'))).toEqual(['offer-to-approve off_c']);
  expect(ours(actor('secretariat', ['auditor']))).toEqual(['project-to-open prj_b', 'screening prj_a']);
  expect(ours(actor('org_c', ['proposer.officer']))).toEqual([]);
});

test('work is counted by the days on which the wait began', () => {
  const began = (more: Partial<WorkAsked>) => workTotal(prepare, asked(secretary, more)).count;
  const { work } = page(asked(secretary));
  const [first = ''] = work.map(({ since }) => since.slice(0, 10)).toSorted();
  expect(began({ sinceFrom: first })).toBe(work.length);
  expect(began({ sinceTo: first })).toBe(work.filter(({ since }) => since.startsWith(first)).length);
  expect(began({ sinceFrom: '2100-01-01' })).toBe(0);
});

test('whom separated duties keep from it has it among what waits for others, with the reason', () => {
  const preparer = actor('spo_a', ['sponsor.approver'], 'per_s');
  expect(listOf(preparer)).toEqual([]);
  const others = page(asked(preparer, { waits: 'others' })).work;
  expect(others.find(({ of }) => of.offer === 'off_c')).toMatchObject({ mine: false, excludedBy: 'PreparedByTheSamePerson' });
  expect(others.find(({ of }) => of.offer === 'off_a')).toMatchObject({ mine: false, excludedBy: '' });
  expect(listOf(actor('secretariat', ['secretariat.officer'], 'per_a'))).toEqual(['project-to-open prj_b']);
});

test('a party sees what its own matters wait for, overseers see all, and nobody else sees anything', () => {
  const all = (by: Actor) => listOf(by, { waits: 'all' }).toSorted();
  expect(all(actor('spo_b', ['sponsor.officer']))).toEqual(['offer-to-answer off_b']);
  expect(all(actor('spo_a', ['sponsor.officer']))).toEqual(['offer-to-answer off_a', 'offer-to-approve off_c']);
  expect(all(actor('org_c', ['proposer.officer']))).toEqual([]);
  expect(all(actor('secretariat', ['auditor'])).length).toBe(6);
  expect(all(officer)).not.toContain('offer-to-approve off_c');
});

test('for every caller, what waits for the caller and for others is all of it, once, over any pages', () => {
  const readers = [secretary, officer, actor('spo_a', ['sponsor.approver', 'sponsor.officer'], 'per_s'), actor('secretariat', ['auditor'])];
  for (const by of readers)
    for (const sort of ['due', '-due', 'since', '-since', 'amount', '-amount']) {
      const found = Object.fromEntries(WORK_SCOPES.map((waits) => [waits, listOf(by, { waits }, sort)]));
      expect([...(found['me'] ?? []), ...(found['others'] ?? [])].toSorted()).toEqual((found['all'] ?? []).toSorted());
      for (const waits of WORK_SCOPES) {
        const each = asked(by, { waits });
        const listed: string[] = [];
        for (let cursor = '', isFirst = true; isFirst || cursor !== ''; isFirst = false) {
          const { work, nextCursor } = page(each, { sort, limit: 1, cursor });
          listed.push(...work.map(({ kind, item, of }) => `${kind} ${of.offer ?? item}`));
          cursor = nextCursor;
        }
        expect(listed).toEqual(found[waits]);
        expect(workTotal(prepare, each)).toEqual({ count: listed.length, isExact: true });
        expect(workCounts(prepare, each).reduce((sum, { count }) => sum + count, 0)).toBe(listed.length);
      }
    }
});

test('it is found by kind, project and day, and by whether it should have been done', () => {
  expect(listOf(secretary, { kinds: ['project-to-open', 'screening'] })).toEqual(['screening prj_a', 'project-to-open prj_b']);
  expect(listOf(secretary, { kinds: ['project-to-open'] })).toEqual(['project-to-open prj_b']);
  expect(listOf(secretary, { waits: 'all', project: 'prj_b' }).toSorted()).toEqual(['offer-to-approve off_c', 'project-to-open prj_b']);
  expect(listOf(secretary, { dueFrom: '2026-12-25' })).toEqual(['project-to-open prj_b']);
  expect(listOf(secretary, { dueTo: '2026-12-24' })).toEqual(['screening prj_a']);
  expect(listOf(officer, { dueTo: '2099-01-01' })).not.toContain('proposal-to-submit prj_d');
  expect(listOf(secretary, { overdue: true, now: '2026-12-25T00:00:00.000Z' })).toEqual(['screening prj_a']);
  expect(() => page(asked(secretary), { sort: 'title' })).toThrow('FieldIsInvalid');
  expect(() => page(asked(secretary), { cursor: 'nonsense' })).toThrow('CursorIsMalformed');
});

test('a task says since when it waits, by when it should be done, for how much, and how it ends', () => {
  const [screening] = page(asked(secretary)).work;
  expect(screening).toMatchObject({
    title: 'One',
    project: 'prj_a',
    since: '2026-11-24T02:00:00.000Z',
    due: '2026-12-24T23:59:59.999Z',
    overdue: true,
    mine: true,
    amount: { amount: 300n, currency: 'USD' },
    silence: 'escalates',
    operations: ['declareEligible', 'declareIneligible', 'requestInformation'],
  });
});

test('work is read along indexes: no table is passed over, and none sorted but the few rows of a party', () => {
  const { plans, explaining } = explained(db);
  const auditor = actor('secretariat', ['auditor']);
  for (const by of [secretary, officer, auditor])
    for (const waits of WORK_SCOPES)
      for (const kinds of [[], ['screening', 'signature']] as const)
        for (const project of ['', 'prj_a'])
          for (const sort of ['due', '-since', 'amount']) {
            const each = asked(by, { waits, kinds, project });
            workPage(explaining, { ...each, sort, limit: 5, cursor: '' }, SCOPE);
            workCounts(explaining, each);
          }
  expect(plans.length).toBeGreaterThan(500);
  const isOfParty = (plan: string): boolean => plan.includes('FROM task_reader CROSS JOIN');
  expect(plans.filter((plan) => /TEMP B-TREE/.test(plan) && !isOfParty(plan))).toEqual([]);
  expect(plans.filter((plan) => /: SCAN (?!\w+ USING (COVERING )?INDEX|json_each|there|CONSTANT|\(subquery)/.test(plan))).toEqual([]);
});
