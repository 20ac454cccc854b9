import { GRANT, GUARANTEE, IN_KIND } from '@junkan/kit/testing/financing.fixture.ts';
import { expect, test } from 'vitest';
import { type Part, partIn, sharesOf } from './portfolio.ts';

const usd = (amount: bigint) => ({ amount, currency: 'USD' });
const project = (status: string) =>
  partIn(
    'project',
    { id: 'prj_a', status, submission: 1, proposer: 'org_a', proposal: { target: usd(100n), countries: [], themes: [] } },
    '2027',
  );
const offers = [
  { sponsor: 'spo_a', status: 'approved', terms: 1, amount: usd(100n), financing: GRANT },
  { sponsor: 'spo_b', status: 'approved', terms: 1, amount: usd(900n), financing: GUARANTEE },
  { sponsor: 'spo_b', status: 'approved', terms: 1, amount: usd(80n), financing: IN_KIND },
];
const stages = (...parts: readonly ({ readonly part: Part } | undefined)[]) => {
  const { open, full } = sharesOf(parts.flatMap((each) => (each ? [each.part] : [])));
  return [open, full].map((all) => all.map(({ stage, sponsor, amount }) => [stage, sponsor, amount]));
};

test('guarantees and contributions in kind are shown separately, and are no part of the money of a round or an agreement', () => {
  const round = (status: string) => partIn('funding', { id: 'fnd_a', project: 'prj_a', round: 1, status, target: usd(100n), offers }, '');
  expect(stages(project('funded'), round('closed'))).toEqual([
    [
      ['held', '', 100n],
      ['guaranteed', '', 900n],
      ['in-kind', '', 80n],
    ],
    [
      ['held', 'spo_a', 100n],
      ['guaranteed', 'spo_b', 900n],
      ['in-kind', 'spo_b', 80n],
    ],
  ]);
  expect(stages(project('open'), round('open'))[0]).toEqual([['sought', '', 100n]]);
  const cells = [{ tranche: 1, sponsor: 'spo_a', amount: usd(100n), payment: 'pay_a' }];
  const [one, ...beside] = offers.map((offer, at) => ({ ...offer, offer: `off_${at}`, envelope: 'env_a' }));
  const shares = [
    { ...one, parts: [] },
    { ...beside[0], amount: usd(0n), parts: beside },
  ];
  const signed = { id: 'agr_a', project: 'prj_a', status: 'effective', cells, shares, payments: [], trancheSums: [] };
  const agreement = partIn('agreement', { ...signed, drawings: [] }, '');
  expect(stages(project('in-implementation'), agreement)).toEqual([
    [
      ['committed', '', 100n],
      ['guaranteed', '', 900n],
      ['in-kind', '', 80n],
    ],
    [
      ['committed', 'spo_a', 100n],
      ['guaranteed', 'spo_b', 900n],
      ['in-kind', 'spo_b', 80n],
    ],
  ]);
  const call = { kind: 'call', offer: 'off_1', amount: usd(300n) };
  const drawings = [
    { ...call, status: 'paid' },
    { ...call, amount: usd(50n), status: 'reported' },
    { ...call, kind: 'receipt', offer: 'off_2', amount: usd(30n), status: 'accepted' },
  ];
  // What was paid under the guarantee is guaranteed no more.
  expect(stages(project('in-implementation'), partIn('agreement', { ...signed, drawings }, ''))[1]).toEqual([
    ['committed', 'spo_a', 100n],
    ['guaranteed', 'spo_b', 600n],
    ['guarantee-paid', 'spo_b', 300n],
    ['in-kind', 'spo_b', 80n],
  ]);
});
