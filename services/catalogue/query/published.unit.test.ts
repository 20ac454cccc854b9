import { statementsOf } from '@junkan/kit/views/statements.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogueOf, drafted, type FeedEvent, proposalOf, submitted } from '../view/feed.fixture.ts';
import { picturesOf } from './pictures.ts';
import { placesOf } from './places.ts';
import { type Flow, STAGES } from './portfolio.ts';
import { progressOf } from './progress.ts';

const USD = 'USD';
const AT = '2026-11-26T09:00:00.000Z';
const money = (amount: number) => ({ amount: String(amount), currency: USD });

type Standing = { readonly id: string; readonly place: readonly [name: string, latitude: string, longitude: string] | undefined };
const standing = ({ id, place }: Standing): FeedEvent[] => {
  const [name, latitude, longitude] = place ?? [];
  const proposal = { ...proposalOf({}), ...(place ? { place: { id: '1', name, country: 'JP', latitude, longitude } } : {}) };
  return [{ stream: id, type: 'ProjectDrafted', data: { proposer: 'org_a', proposal, by: 'per_a' } }, submitted(id)];
};
const everything = { kind: 'project', reader: 'public', filters: [], ranges: [], typed: '' } as const;

test('projects are in the cells of their places, each at the place where most of them are', () => {
  const events = [
    ...standing({ id: 'prj_a', place: ['Yokohama', '35.43333', '139.65000'] }),
    ...standing({ id: 'prj_b', place: ['Tokyo', '35.68950', '139.69171'] }),
    ...standing({ id: 'prj_c', place: ['Tokyo', '35.68950', '139.69171'] }),
    ...standing({ id: 'prj_d', place: ['Jakarta', '-6.21462', '106.84513'] }),
    ...standing({ id: 'prj_e', place: undefined }),
    drafted('prj_f'),
  ];
  const found = placesOf(statementsOf(catalogueOf(events)), everything);
  expect(found).toMatchObject({ placed: 4, unplaced: 1, more: false });
  expect(found.cells.map(({ cell, projects, places, name, project }) => [cell, projects, places, name, project])).toEqual([
    ['n34e138', 3, 2, 'Tokyo', ''],
    ['s08e106', 1, 1, 'Jakarta', 'prj_d'],
  ]);
  const among = placesOf(statementsOf(catalogueOf(events)), {
    ...everything,
    filters: [{ field: 'cell', values: ['s08e106'], all: false }],
  });
  expect(among).toMatchObject({ placed: 1, unplaced: 0 });
});

const of = (stream: string, type: string, data: object = {}): FeedEvent => ({ stream, type, data: { ...data } });

test('a project shows what is settled of each tranche of an agreement that binds, and when all of it is', () => {
  const cells = [
    { tranche: 1, sponsor: 'spo_a', amount: money(60), payment: 'pay_1a' },
    { tranche: 1, sponsor: 'spo_b', amount: money(40), payment: 'pay_1b' },
    { tranche: 2, sponsor: 'spo_a', amount: money(50), payment: 'pay_2a' },
  ];
  const shares = [
    { sponsor: 'spo_a', amount: money(110) },
    { sponsor: 'spo_b', amount: money(40) },
  ];
  const tranches = [1, 2].map((number) => ({ number, title: '', monthsAfterEffective: number, amount: money(number === 1 ? 100 : 50) }));
  const paid = (payment: string, tranche: number, sponsor: string, amount: number): FeedEvent[] => [
    of('agr_a', 'PaymentRequested', { payment, tranche, sponsor, amount: money(amount), milestone: 'mst_a', report: 1 }),
    of('agr_a', 'PaymentApproved', { payment }),
    of('agr_a', 'PaymentInstructed', { payment }),
    of('agr_a', 'PaymentSettled', { payment, at: AT }),
  ];
  const bound = [
    ...standing({ id: 'prj_a', place: undefined }),
    of('agr_a', 'AgreementDrafted', { project: 'prj_a', round: 1, funding: 'fnd_a', proposer: 'org_a', shares, tranches, cells }),
  ];
  const after = (...events: readonly FeedEvent[]) => progressOf(statementsOf(catalogueOf([...bound, ...events])), ['prj_a', 'prj_b']);
  expect(after()).toMatchObject([{ project: 'prj_a', tranches: [], settled: undefined }]);
  const inForce = [of('agr_a', 'AgreementBecameEffective'), ...paid('pay_1a', 1, 'spo_a', 60)];
  expect(after(...inForce)).toMatchObject([
    {
      settled: { amount: 60n, currency: USD },
      tranches: [
        { number: 1, settled: 60n, whole: false },
        { number: 2, settled: 0n, settledAt: '', whole: false },
      ],
    },
  ]);
  const [whole] = after(...inForce, ...paid('pay_1b', 1, 'spo_b', 40));
  expect(whole?.tranches.map((each) => each.whole)).toEqual([true, false]);
  expect(whole?.tranches[0]?.settledAt).toBe(AT);
});

test('what was retained of a tranche is paid of it once it is released, and not before', () => {
  const share = { sponsor: 'spo_a', amount: money(150) };
  const cells = [
    { tranche: 1, sponsor: 'spo_a', amount: money(100), payment: 'pay_1' },
    { tranche: 2, sponsor: 'spo_a', amount: money(50), payment: 'pay_2' },
  ];
  const tranches = cells.map(({ tranche, amount }) => ({ number: tranche, title: '', monthsAfterEffective: tranche, amount }));
  const paid = (payment: string, tranche: number, amount: number, retained: number, at = AT): FeedEvent[] => [
    of('agr_a', 'PaymentRequested', {
      payment,
      tranche,
      sponsor: 'spo_a',
      amount: money(amount),
      milestone: 'mst_a',
      report: 1,
      ...(retained > 0 ? { retained: money(retained) } : {}),
    }),
    of('agr_a', 'PaymentApproved', { payment }),
    of('agr_a', 'PaymentInstructed', { payment }),
    of('agr_a', 'PaymentSettled', { payment, at }),
  ];
  const kept = [
    ...standing({ id: 'prj_a', place: undefined }),
    of('agr_a', 'AgreementDrafted', {
      project: 'prj_a',
      round: 1,
      funding: 'fnd_a',
      proposer: 'org_a',
      shares: [share],
      tranches,
      cells,
    }),
    of('agr_a', 'AgreementBecameEffective'),
    ...paid('pay_1', 1, 95, 5),
    ...paid('pay_2', 2, 48, 2),
  ];
  const after = (...events: readonly FeedEvent[]) => progressOf(statementsOf(catalogueOf([...kept, ...events])), ['prj_a']);
  expect(after()).toMatchObject([
    {
      settled: { amount: 143n },
      tranches: [
        { settled: 95n, whole: false, settledAt: AT },
        { settled: 48n, whole: false, settledAt: AT },
      ],
    },
  ]);
  const later = '2027-01-26T09:00:00.000Z';
  expect(after(...paid('pay_r', 0, 7, 0, later))).toMatchObject([
    {
      settled: { amount: 150n },
      tranches: [
        { settled: 100n, whole: true, settledAt: later },
        { settled: 50n, whole: true, settledAt: later },
      ],
    },
  ]);
});

const flow: fc.Arbitrary<Flow> = fc.record({
  stage: fc.constantFrom(...STAGES),
  sponsor: fc.constant(''),
  countries: fc.oneof(
    fc.constant([]),
    fc.integer({ min: 0, max: 30 }).map((number) => [`C${number}`]),
    fc.constant(['IN', 'NP']),
  ),
  status: fc.constantFrom('open', 'in-implementation', 'completed'),
  currency: fc.constantFrom('JPY', 'USD'),
  amount: fc.bigInt({ min: 1n, max: 10n ** 20n }),
});
const sum = (all: readonly { readonly amount: bigint }[]): bigint => all.reduce((whole, { amount }) => whole + amount, 0n);

test('what comes to a node of a picture and what leaves it is what the node says, and every unit is in it once', () => {
  fc.assert(
    fc.property(fc.array(flow, { maxLength: 80 }), (flows) => {
      for (const { currency, amount, nodes, links } of picturesOf(flows)) {
        const own = flows.filter(
          (each) => each.currency === currency && !['offered', 'guaranteed', 'guarantee-paid', 'in-kind'].includes(each.stage),
        );
        expect(amount).toBe(sum(own));
        nodes.forEach((node, at) => {
          const [inwards, outwards] = [links.filter(({ target }) => target === at), links.filter(({ source }) => source === at)];
          if (node.kind !== 'countries' && node.kind !== 'others') expect(sum(inwards)).toBe(node.amount);
          if (node.kind !== 'stage') expect(sum(outwards)).toBe(node.amount);
        });
        for (const kinds of [['countries', 'others'], ['status'], ['stage']])
          expect(sum(nodes.filter(({ kind }) => kinds.includes(kind)))).toBe(amount);
        expect(nodes.filter(({ kind }) => kind === 'countries').length).toBeLessThanOrEqual(16);
      }
    }),
    { numRuns: 100, seed: 20261126 },
  );
});
