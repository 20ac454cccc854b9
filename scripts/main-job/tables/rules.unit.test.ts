import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { offersFor, outcomeOf, reasonFor } from './offers.ts';
import type { ProjectRow } from './projects.ts';
import { agencyOf, cohortOf, matches, milestoneCount, planOf, screeningOf, targetOf, themesOf } from './rules.ts';
import type { WindowRow } from './windows.ts';

const india = { key: 'IN', countries: ['IN'] };
const southAsia = { key: 'South Asia', countries: ['IN', 'NP'] };

const aRow = (but: Partial<ProjectRow> = {}): ProjectRow => ({
  id: 'P1',
  region: 'South Asia',
  country: 'India',
  place: india,
  name: 'Waste of Pune',
  topics: ['solid-waste'],
  agency: 'Pune',
  status: 'Active',
  approvalDate: '2020-01-31',
  effectiveDate: '2020-06-30',
  closingDate: '2026-06-30',
  projectCost: 900n,
  arms: { ibrd: 60n, ida: undefined, grant: 40n },
  totalCommitment: 100n,
  lendingInstrument: undefined,
  ...but,
});

const aWindow = (but: Partial<WindowRow> = {}): WindowRow => ({
  window: 'IBRD loan: India',
  arm: 'ibrd',
  country: 'India',
  place: india,
  ticketMinimum: 10n,
  ticketMaximum: 80n,
  usualTicket: undefined,
  total: 1_000n,
  instruments: [],
  ...but,
});
const grants = (but: Partial<WindowRow> = {}): WindowRow => aWindow({ window: 'Trust-fund grant: India', arm: 'grant', ...but });

describe('what a row asks for', () => {
  test('the total commitment, else the sum of the arms, else the cost, else nothing', () => {
    const none = { ibrd: undefined, ida: undefined, grant: undefined };
    expect(targetOf(aRow({ totalCommitment: 99n }))).toBe(99n);
    expect(targetOf(aRow({ totalCommitment: undefined }))).toBe(100n);
    expect(targetOf(aRow({ totalCommitment: 0n, arms: none }))).toBe(900n);
    const empty = aRow({ totalCommitment: undefined, arms: none, projectCost: 0n });
    expect(targetOf(empty)).toBe(0n);
    expect(screeningOf(empty)).toEqual({ eligible: false, because: 'target-is-not-positive' });
    expect(screeningOf(aRow())).toEqual({ eligible: true });
  });

  test('no topic means other urban, and a missing agency is named after the country', () => {
    expect(themesOf(aRow({ topics: [] }))).toEqual(['other-urban']);
    expect(themesOf(aRow())).toEqual(['solid-waste']);
    expect(agencyOf(aRow({ agency: '' }))).toBe('unnamed agency, India');
  });

  test.each([
    ['2020-06-30', '2026-06-30', 6],
    ['2020-06-30', '2026-06-29', 5],
    ['2020-06-30', '2020-12-31', 1],
    ['2026-06-30', '2020-06-30', 1],
    [undefined, '2026-06-30', 6],
    ['2020-06-30', undefined, 1],
  ])('from %s to %s it has %i milestones', (effectiveDate, closingDate, count) => {
    expect(milestoneCount(aRow({ effectiveDate, closingDate, approvalDate: '2020-01-31' }))).toBe(count);
  });

  test('its milestones fall due year by year and sum to the target to the cent', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 12n), fc.integer({ min: 2021, max: 2045 }), (totalCommitment, closing) => {
        const plan = planOf(aRow({ totalCommitment, closingDate: `${closing}-12-31` }));
        expect(plan.map(({ monthsAfterEffective }) => monthsAfterEffective)).toEqual(plan.map((_, index) => 12 * (index + 1)));
        expect(plan.length).toBe(closing - 2020);
        expect(plan.reduce((sum, { amount }) => sum + amount.amount, 0n)).toBe(totalCommitment * 100n);
      }),
    );
  });
});

test('a window matches where it covers every country and takes a target as small', () => {
  expect(matches(aRow(), aWindow({ ticketMinimum: 100n, ticketMaximum: 100n }))).toBe(true);
  expect(matches(aRow(), aWindow({ ticketMinimum: 101n }))).toBe(false);
  expect(matches(aRow({ place: southAsia }), aWindow())).toBe(false);
  expect(matches(aRow(), aWindow({ place: southAsia }))).toBe(true);
});

test('the cohort is what runs or is planned, and the three closed ones of each region approved last, in the order of the table', () => {
  const closed = (id: string, approvalDate: string | undefined, region = 'South Asia') =>
    aRow({ id, approvalDate, region, status: 'Closed' });
  const rows = [
    closed('P1', '2019-01-01'),
    closed('P2', '2020-01-01'),
    closed('P3', '2020-01-01'),
    closed('P4', undefined),
    closed('P5', '2021-01-01'),
    aRow({ id: 'P6', status: 'Dropped' }),
    aRow({ id: 'P7', status: 'Pipeline', approvalDate: undefined }),
    aRow({ id: 'P8' }),
    closed('P9', '1990-01-01', 'East Asia and Pacific'),
    { ...closed('P0', '2024-01-01'), totalCommitment: 0n, arms: { ibrd: 0n, ida: 0n, grant: 0n }, projectCost: undefined },
  ];
  expect(cohortOf(rows).map(({ id }) => id)).toEqual(['P2', 'P3', 'P5', 'P7', 'P8', 'P9']);
  expect(cohortOf([closed('P1', '2020-01-01'), ...rows]).map(({ id }) => id)).not.toContain('P1');
});

describe('the windows of its own country offer a row what its arms gave', () => {
  const given = (row: ProjectRow, ...windows: WindowRow[]) => offersFor(row, windows, ({ total }) => total);
  const amounts = (row: ProjectRow, ...windows: WindowRow[]) =>
    given(row, ...windows).offers.map(({ window, amount }) => [window.arm, amount]);

  test('in the order of the arms, and never more than the gap', () => {
    expect(amounts(aRow(), grants(), aWindow())).toEqual([
      ['ibrd', 60n],
      ['grant', 40n],
    ]);
    expect(amounts(aRow({ totalCommitment: 75n }), aWindow(), grants())).toEqual([
      ['ibrd', 60n],
      ['grant', 15n],
    ]);
    expect(amounts(aRow({ totalCommitment: 60n }), aWindow(), grants())).toEqual([['ibrd', 60n]]);
  });

  test.each([
    ['no window', [grants()], 'there is no window IBRD loan: India'],
    ['no window of its own country', [grants(), aWindow({ place: southAsia })], 'there is no window IBRD loan: India'],
    [
      'a target below the smallest ticket',
      [grants(), aWindow({ ticketMinimum: 101n, ticketMaximum: 200n })],
      'the target of 100 is below the smallest ticket of 101 (IBRD loan: India)',
    ],
    [
      'an offer below the smallest ticket',
      [grants(), aWindow({ ticketMinimum: 61n })],
      'the offer of 60 is below the smallest ticket of 61 (IBRD loan: India)',
    ],
    [
      'an offer above the largest ticket',
      [grants(), aWindow({ ticketMaximum: 59n })],
      'the offer of 60 is above the largest ticket of 59 (IBRD loan: India)',
    ],
    [
      'an envelope that is too small',
      [grants(), aWindow({ total: 59n })],
      'the offer of 60 is above the rest of the envelope, 59 (IBRD loan: India)',
    ],
  ])('nothing for %s, and it says so', (_, windows, reason) => {
    const result = given(aRow(), ...windows);
    expect(result.offers.map(({ window }) => window.arm)).toEqual(['grant']);
    expect(result.gap).toBe(60n);
    expect(reasonFor(result)).toBe(reason);
  });

  test('a row whose arms gave nothing, or less than its target, stays unfunded without any fault of a window', () => {
    expect(reasonFor(given(aRow({ arms: { ibrd: undefined, ida: 0n, grant: undefined } }), aWindow()))).toBe('no arm gave an amount');
    expect(reasonFor(given(aRow({ totalCommitment: 120n }), aWindow(), grants()))).toBe('the offers leave 20 of the target open');
  });
});

test('only a project that reaches its target spends from an envelope', () => {
  const rows = [aRow({ id: 'P1', totalCommitment: 200n }), aRow({ id: 'P2' }), aRow({ id: 'P3' })];
  const { funded, unfunded, paid, milestonesPaid } = outcomeOf(rows, [aWindow({ total: 100n }), grants()]);
  expect(funded.map(({ row }) => row.id)).toEqual(['P2']);
  expect(unfunded.map(({ row }) => row.id)).toEqual(['P1', 'P3']);
  expect([...paid]).toEqual([
    ['IBRD loan: India', 60n],
    ['Trust-fund grant: India', 40n],
  ]);
  expect(milestonesPaid).toBe(6);
});
