import { type Fraction, fraction, NOTHING, textOf } from '@junkan/kit/pure/fraction.ts';
import { figuresOf, type Sums } from '@junkan/programme/figures/results.fixture.ts';
import { approver, certifierOf, nameOf, officerOf, secretary } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { rollupFacts } from '@junkan/scripts/verify/rollup-facts.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RESULT_COLUMNS } from '../../web/src/exports/action-columns.ts';
import { actorsOf, first, refused } from '../actors.ts';
import { verifiedFaults } from '../breaking.ts';
import { type MemorySystem, startMemorySystem } from '../memory-system.ts';
import { admitted, invited } from '../signatory.ts';

let system: MemorySystem;
beforeAll(async () => {
  system = await startMemorySystem();
});
afterAll(() => system.close());

const PLACE = '1857553';
const content = { title: 'A market without waste' };
const COMPOSTED = 'tonnes-composted';
const plannedIndicators = [{ code: COMPOSTED, unit: 't', baseline: '0', target: '500', method: 'Weighbridge', milestones: [1] }];

type Column = 'city' | 'country' | 'touched' | 'attributed' | 'payer' | 'certainty';

async function totals(of: { readonly city?: string; readonly sponsor?: string; readonly by?: Column }) {
  await settled(system.api);
  return (await system.api.as(secretary).getPublicResults(of)).totals;
}

test('of actions that are said to be part of one another at once, none becomes part of a part', async () => {
  const { api } = system;
  const officer = api.as(officerOf(await actorsOf(api).city()));
  const planned = await Promise.all(['A', 'B', 'C', 'D'].map((title) => officer.planAction({}, { place: PLACE, content: { title } })));
  const ids = planned.map(({ id }) => id);
  const rounds = ids.flatMap((id, at) => [1, 2, 3].map((step) => [id, ids[(at + step) % ids.length] ?? ''] as const));
  await Promise.allSettled(rounds.map(([id, partOf]) => officer.tagAction({ id }, { tags: { partOf } })));
  const wholes = new Map(await Promise.all(ids.map(async (id) => [id, (await officer.getAction({ id })).partOf ?? ''] as const)));
  expect([...wholes.values()].filter((whole) => whole !== '' && wholes.get(whole) !== '')).toEqual([]);
  // What was refused keeps nobody from saying it later.
  for (const id of ids) await officer.tagAction({ id }, { tags: {} });
  const [a = '', b = '', c = ''] = ids;
  await settled(api);
  await officer.tagAction({ id: a }, { tags: { partOf: b } });
  await officer.tagAction({ id: a }, { tags: { partOf: c } });
  await settled(api);
  await officer.tagAction({ id: b }, { tags: { partOf: c } });
  expect(await refused(officer.tagAction({ id: c }, { tags: { partOf: b } }))).toMatchObject({ type: '/problems/nested-twice' });
});

test('a city plans an action, tells its results, and takes out of the whole what a part of it counts', async () => {
  const { api } = system;
  const city = await actorsOf(api).city();
  const officer = api.as(officerOf(city));
  const { id: whole } = await officer.planAction({}, { place: PLACE, content });
  const { id: part } = await officer.planAction({}, { place: PLACE, content: { title: 'One of its halls' } });
  const year = { indicator: COMPOSTED, from: '2025-01-01', to: '2025-12-31' };
  expect(await refused(officer.recordResult({ id: whole }, { ...year, value: '900' }))).toMatchObject({
    type: '/problems/action-is-in-another-status',
  });
  for (const id of [whole, part]) await officer.startAction({ id });
  expect(await refused(officer.recordResult({ id: whole }, { ...year, to: '2099-01-01', value: '1' }))).toMatchObject({
    type: '/problems/period-is-ahead',
    pointers: ['/to'],
  });
  expect(await refused(officer.recordResult({ id: whole }, { ...year, value: '900', notAvailable: 'not-measured-yet' }))).toMatchObject({
    type: '/problems/value-is-ambiguous',
  });
  await officer.recordResult({ id: whole }, { ...year, value: '900500', unit: 'kg' });
  expect(await refused(officer.tagAction({ id: whole }, { tags: { partOf: whole } }))).toMatchObject({ type: '/problems/part-of-itself' });
  await officer.tagAction({ id: part }, { tags: { partOf: whole, fiveR: 'recover', code: 'recover-organic' } });
  await settled(api);
  expect(await refused(officer.recordResult({ id: part }, { ...year, value: '900.6' }))).toMatchObject({
    type: '/problems/parts-exceed-the-whole',
    facts: { whole: '1801/2', parts: '4503/5' },
  });
  await officer.recordResult({ id: part }, { ...year, from: '2025-03-01', value: '80' });
  const { results } = await officer.getAction({ id: part });
  await officer.correctResult({ id: part }, { result: first(results).source, value: '90', note: 'The second scale was not counted.' });
  expect(await totals({ city })).toMatchObject([
    { indicator: COMPOSTED, unit: 't', kind: 'sum', sum: '1801/2', reported: '1801/2', verified: '0', atoms: 2 },
  ]);
  const { atoms: rows, total } = await api.as(secretary).listPublicResultRows({ city });
  expect(total).toBe(2);
  // Who reported it is for the city, and for those who oversee it.
  const reportersFor = async (by: typeof officer) =>
    (await by.listActions({ city })).actions.flatMap(({ results }) => results.map(({ recordedBy }) => recordedBy));
  expect(await reportersFor(officer)).toEqual([nameOf(officerOf(city)), nameOf(officerOf(city))]);
  expect(await reportersFor(api.as(officerOf(await actorsOf(api).city())))).toEqual([undefined, undefined]);
  const { actions: open } = await officer.listPublicActions({ city });
  expect(open.flatMap(({ results }) => results.map(({ recordedBy }) => recordedBy))).toEqual([undefined, undefined]);
  expect(rows.map(({ action, amount }) => [action, amount]).toSorted()).toEqual(
    [
      [whole, '1621/2'],
      [part, '90'],
    ].toSorted(),
  );
  expect(await verifiedFaults(system)).toEqual({});
});

test('a funded project is an action by itself: what its verified report measured counts once, and for each sponsor its part', async () => {
  const { api } = system;
  const actors = actorsOf(api);
  const city = await actors.city();
  const officer = api.as(officerOf(city));
  const [one, two] = [await actors.sponsor(), await actors.sponsor()];
  const agreement = await actors.agreed(
    city,
    [
      [one, '600.00'],
      [two, '400.00'],
    ],
    { plannedIndicators },
  );
  const milestone = first(await actors.signed(agreement));
  await settled(api);
  const { actions } = await api.as(secretary).listActions({ project: agreement.project });
  const { id, status } = first(actions);
  expect(status).toBe('under-way');
  const year = { indicator: COMPOSTED, from: '2025-01-01', to: '2025-12-31', value: '1' };
  expect(await refused(officer.recordResult({ id }, year))).toMatchObject({
    type: '/problems/results-come-from-the-project',
    facts: { project: agreement.project },
  });
  // Only a signatory is asked which commitments a project serves.
  const untagged = async () => (await officer.listWork({ kind: 'project-without-commitments' })).work.map(({ item }) => item);
  expect(await untagged()).toEqual([]);
  const joining = await invited(api, city);
  await admitted(api, joining);
  await settled(api);
  expect(await untagged()).toEqual([id]);

  const wet = [{ code: COMPOSTED, value: '430', unit: 't' }];
  await actors.verified(milestone, wet, [{ code: COMPOSTED, value: '420', because: 'Ten tonnes were water.' }]);
  const inCity = await totals({ city, by: 'payer' });
  expect(inCity.map(({ name, sum, verified }) => [name, sum, verified]).toSorted()).toEqual(
    [
      [one.sponsor, '252', '252'],
      [two.sponsor, '168', '168'],
    ].toSorted(),
  );
  expect(await totals({ sponsor: one.sponsor })).toMatchObject([
    { sum: '252', atoms: 1, costs: [{ currency: 'USD', cost: '60000', perUnit: '5000/21' }] },
  ]);
  const { results } = await officer.getAction({ id });
  expect(results).toMatchObject([{ source: milestone.id, certainty: 'verified', edition: 1, measured: { value: '420', unit: 't' } }]);
  await officer.tagAction({ id }, { tags: { fiveR: 'recover' } });
  await actors.paid(await actors.agreement(agreement.project), 1);
  await actors.closed(agreement.project);
  expect((await officer.getAction({ id })).status).toBe('completed');
  expect(await verifiedFaults(system)).toEqual({});
});

test('all figures are those of an independent computation: two projects with two sponsors each, and an action with a part', async () => {
  const { api } = system;
  const actors = actorsOf(api);
  const words = (text: string) => [{ language: 'en', text }];
  const commitments = ['C1', 'C2'].map((code) => ({ code, fiveR: 'recover' as const, text: words(code) }));
  const rule = {
    planMonths: 24,
    firstReportMonths: 36,
    reportEveryMonths: 24,
    align: [],
    openedDays: 180,
    reminders: [],
    helpDays: 14,
    secondDays: 30,
    noticeDays: 60,
    lastDays: 90,
    suspensionDays: 120,
    afterNoticeDays: 60,
    afterReturnDays: 30,
    extensionDays: 90,
    reviewDays: 45,
    settleDays: 180,
    lapseMonths: 24,
    firstAssessmentMonths: 6,
    assessmentEveryMonths: 12,
  };
  const text = { title: words('A declaration'), preamble: words('We mean to.'), commitments, rule, marked: 'Placeholder' };
  const { id: declaration } = await api.as(secretary).draftDeclaration({}, { text });
  await api.as(approver).publishDeclaration({ id: declaration }, { number: 1 });
  const [one, two, three] = [await actors.sponsor(), await actors.sponsor(), await actors.sponsor()];
  const city = await actors.city();
  const officer = api.as(officerOf(city));
  const { id: whole } = await officer.planAction({}, { place: PLACE, content, tags: { declaration, commitments: ['C1', 'C2'] } });
  await officer.startAction({ id: whole });
  const agreements = [
    await actors.agreed(
      city,
      [
        [one, '700.00'],
        [two, '300.00'],
      ],
      { plannedIndicators },
    ),
    await actors.agreed(
      city,
      [
        [two, '100.00'],
        [three, '900.00'],
      ],
      { plannedIndicators },
    ),
  ];
  for (const [index, agreement] of agreements.entries()) {
    await actors.verified(first(await actors.signed(agreement)), [{ code: COMPOSTED, value: `${100 + index}.5`, unit: 't' }]);
    await settled(api);
    const { id } = first((await officer.listActions({ project: agreement.project })).actions);
    const wrong = { tags: { declaration, commitments: ['C9'] } };
    expect(await refused(officer.tagAction({ id }, wrong))).toMatchObject({
      type: '/problems/commitment-is-unknown',
      facts: { commitments: ['C9'] },
    });
    await officer.tagAction({ id }, { tags: { declaration, commitments: ['C2'], ...(index === 0 ? { partOf: whole } : {}) } });
  }
  const { results } = await officer.getAction({ id: first((await officer.listActions({ partOf: whole })).actions).id });
  const { from, to } = first(results);
  await settled(api);
  expect(await refused(officer.recordResult({ id: whole }, { indicator: COMPOSTED, from, to, value: '100' }))).toMatchObject({
    type: '/problems/parts-exceed-the-whole',
  });
  await officer.recordResult({ id: whole }, { indicator: COMPOSTED, from, to, value: '1000' });

  // What a group does counts once, and is shown at its members by their populations.
  const other = await actors.city();
  const { id: own } = await api.as(secretary).inviteCity({}, { declaration, city, place: PLACE });
  const { id: others } = await api.as(secretary).inviteCity({}, { declaration, city: other, place: '1848354' });
  const sharing = { declaration, title: 'Bay', groupKind: 'shared', sharedCommitments: ['C1'] } as const;
  const { id: group } = await officer.formGroup({}, sharing);
  const joint = { place: PLACE, group, content: { title: 'A boat for both' }, tags: { declaration, commitments: ['C1'] } };
  expect(await refused(officer.planAction({}, joint))).toMatchObject({ type: '/problems/not-in-a-group' });
  await officer.inviteToGroup({ id: group }, { city: other });
  const { now } = await settled(api);
  for (const [id, member] of [[own, city] as const, [others, other] as const]) {
    const [by, certifier, mandated] = [api.as(officerOf(member)), api.as(certifierOf(member)), nameOf(certifierOf(member))];
    await by.joinGroup({ id }, { group });
    // Only who has signed shares in what a group does.
    if (member === city) expect(await refused(officer.planAction({}, joint))).toMatchObject({ type: '/problems/not-in-a-group' });
    await admitted(api, { declaration, city: member, id, officer: by, certifier, mandated, today: now.slice(0, 10) });
  }
  expect(await refused(api.as(officerOf(other)).planAction({}, joint))).toMatchObject({
    type: '/problems/not-the-lead',
    pointers: ['/group'],
    facts: { lead: city },
  });
  const { id: boat } = await officer.planAction({}, joint);
  await officer.startAction({ id: boat });
  await officer.recordResult({ id: boat }, { indicator: COMPOSTED, from: '2025-01-01', to: '2025-12-31', value: '200' });
  expect((await officer.getAction({ id: boat })).group).toMatchObject({ id: group, members: [{ city }, { city: other }] });
  await settled(api);
  expect(await refused(officer.tagAction({ id: boat }, { tags: { partOf: whole } }))).toMatchObject({
    type: '/problems/part-is-of-another-group',
  });

  const worked = figuresOf(rollupFacts(await system.stored()))[COMPOSTED] as Sums;
  expect(await totals({})).toMatchObject([{ indicator: COMPOSTED, sum: worked.total, atoms: worked.atoms }]);
  const columns = {
    city: 'by_city',
    country: 'by_country',
    touched: 'touched',
    attributed: 'attributed',
    payer: 'by_payer',
    certainty: 'by_certainty',
  } as const;
  for (const [by, name] of Object.entries(columns)) {
    const shown = await totals({ by: by as Column });
    expect(Object.fromEntries(shown.map((each) => [each.name, each.sum])), by).toEqual(worked[name]);
  }
  // Each atom once: the rows of a page add up to what it says.
  const { atoms } = await api.as(secretary).listPublicResultRows({ city, sponsor: two.sponsor });
  expect(atoms.map(({ amount }) => amount).toSorted()).toEqual(['203/20', '603/20'].toSorted());
  expect(await totals({ city, sponsor: two.sponsor })).toMatchObject([{ sum: '403/10', atoms: 2 }]);

  // What the file of results has in its column `amount` adds up to what is shown.
  const file = await api.as(secretary).listPublicResultRows({ with: 'names' });
  const [indicatorOf, amountOf] = ['indicator', 'amount'].map((wanted) => RESULT_COLUMNS.find(({ key }) => key === wanted)?.value);
  const added = new Map<unknown, Fraction>();
  for (const row of file.atoms) {
    const indicator = indicatorOf?.(row, {});
    added.set(indicator, (added.get(indicator) ?? NOTHING).add(fraction(String(amountOf?.(row, {})))));
  }
  expect([...added].map(([indicator, sum]) => [indicator, textOf(sum)])).toEqual(
    (await totals({})).map(({ indicator, sum }) => [indicator, sum]),
  );
  expect(await verifiedFaults(system)).toEqual({});
});
