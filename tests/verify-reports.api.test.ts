import { secondVerifier, secretary, verifier } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { first, refused } from './actors.ts';
import { FOLLOWED } from './followed.ts';
import { fileOf, type Joined, joinedCity } from './joined-city.ts';
import { openSystem } from './open-system.ts';
import { TOKYO } from './signatory.ts';

const { system, api, actors, store } = await openSystem();
let report: string;
let milestone: string;
let project: string;
let series: string;
let joined: Joined;

const REPORTED = { certainty: 'reported', evidence: [] } as const;
const KEY = () => `results/${milestone}/tonnes-recycled`;

beforeAll(async () => {
  const [city, lender] = [await actors.city(), await actors.sponsor()];
  joined = await joinedCity(api, city);
  const { officer, certifier, id } = joined;
  const planned = { unit: 't', baseline: '0', target: '1200', method: 'Weighed.' };
  const agreement = await actors.agreed(city, [[lender, '1000.00']], {
    plannedIndicators: [{ code: 'tonnes-recycled', ...planned, milestones: [1] }],
  });
  const begun = first(await actors.signed(agreement));
  milestone = begun.id;
  ({ project } = agreement);
  await actors.verified(begun, [{ code: 'tonnes-recycled', unit: 't', value: '300' }]);
  await settled(api);
  ({ id: series } = await officer.openSeries({}, { place: TOKYO, ...FOLLOWED }));
  await officer.setSeriesTarget({ id: series }, { target: '100', targetOn: '2035-12-31' });
  const values = { '2023': '70', '2024': '80.5', '2025': '85' };
  for (const [year, value] of Object.entries(values))
    await officer.recordSeriesValue({ id: series }, { ...REPORTED, from: `${year}-01-01`, to: `${year}-12-31`, value });
  await settled(api);
  const { id: assessment } = await officer.beginAssessment({ id });
  const { draft } = await officer.getAssessment({ id: assessment });
  for (const dimension of draft?.dimensions ?? [])
    await officer.answerDimension(
      { id: assessment },
      {
        edition: 1,
        dimension,
        known: 'level',
        level: 2,
        reason: '',
        evidence: [],
        addresses: ['https://city.example'],
        target: 3,
        targetYear: 2031,
      },
    );
  await certifier.signOffAssessment({ id: assessment }, { edition: 1 });
  const { id: plan } = await officer.openPlan({ id });
  await officer.draftPlan(
    { id: plan },
    {
      edition: 1,
      decidedOn: joined.day(0, '01-19'),
      decisionNumber: '44',
      document: joined.document,
      objectives: ['Half of the waste is used again.'],
      actions: [{ title: 'A market for used goods', commitments: ['C1', 'C2'], seeksMoney: true }],
      left: [],
    },
  );
  await certifier.signOffPlan({ id: plan }, { edition: 1 });
  await api.as(verifier).acceptPlan({ id: plan }, { edition: 1 });
  ({ id: report } = await officer.openReport({ id }, { number: 1 }));
  for (const section of ['learning', 'commitments', 'next'] as const)
    await officer.writeSection({ id: report }, { edition: 1, section, note: 'As before.' });
});

describe('what the money path has verified', () => {
  test('comes filled, with its source; it is explained or contested, never overwritten', async () => {
    const { officer } = joined;
    const { current, sums } = await officer.getProgressReport({ id: report });
    const cell = current?.cells.find(({ key }) => key === KEY());
    expect(cell).toMatchObject({ section: 'results', value: '300', unit: 't', certainty: 'verified', state: 'filled', milestone, project });
    expect(sums).toEqual([
      { edition: 1, section: 'actions', paid: { amount: '0.00', currency: 'USD' }, count: 1 },
      { edition: 1, section: 'results', indicator: 'tonnes-recycled', value: '300', unit: 't', count: 1 },
    ]);
    expect(cell?.source).toMatch(new RegExp(`^${milestone}@\\d+$`));
    expect(current?.cells.filter(({ section }) => section === 'actions').map(({ value }) => value)).toEqual([
      expect.any(String),
      '1/1',
      '0',
    ]);
    expect(current?.cells.some(({ section }) => section === 'evidence')).toBe(true);
    const own = { edition: 1, section: 'results', key: KEY(), value: '310', unit: 't', certainty: 'reported', note: '' } as const;
    expect(await refused(officer.typeValue({ id: report }, own))).toMatchObject({
      type: '/problems/value-is-verified',
      status: 409,
      facts: { key: KEY() },
    });
    await officer.explainValue({ id: report }, { edition: 1, key: KEY(), note: 'Without the market.' });
    await officer.contestValue({ id: report }, { edition: 1, key: KEY(), value: '310', note: 'Ten more were weighed.' });
    const contested = (await officer.getProgressReport({ id: report })).current?.cells.find(({ key }) => key === KEY());
    expect(contested).toMatchObject({ value: '300', state: 'contested', note: 'Ten more were weighed.' });
  });

  test('is judged and reviewed by a verifier who did not verify it', async () => {
    const { certifier } = joined;
    await settled(api);
    const waiting = async (by: typeof verifier) => {
      const { work } = await api.as(by).listWork({ waits: 'me', kind: 'contest-to-judge,progress-report-to-review' });
      return work.filter(({ item }) => item === report).map(({ kind, mine }) => [kind, mine]);
    };
    expect(await waiting(secondVerifier)).toEqual([['contest-to-judge', true]]);
    expect(await waiting(verifier)).toEqual([]);
    const judged = { outcome: 'stands', note: 'The scale is calibrated.' } as const;
    expect(await refused(api.as(verifier).judgeContest({ id: report, contest: '1' }, judged))).toMatchObject({
      type: '/problems/verified-its-milestones',
      status: 403,
    });
    await certifier.signOffProgressReport({ id: report }, { edition: 1 });
    expect(await refused(api.as(secondVerifier).acceptProgressReport({ id: report }, { edition: 1 }))).toMatchObject({
      type: '/problems/cell-is-open',
    });
    await api.as(secondVerifier).judgeContest({ id: report, contest: '1' }, judged);
    expect(await refused(api.as(verifier).acceptProgressReport({ id: report }, { edition: 1 }))).toMatchObject({
      type: '/problems/verified-its-milestones',
    });
    await settled(api);
    expect(await waiting(secondVerifier)).toEqual([['progress-report-to-review', true]]);
    await api.as(secondVerifier).acceptProgressReport({ id: report }, { edition: 1 });
    expect((await api.as(secretary).getProgressReport({ id: report })).contests?.[0]).toMatchObject({ outcome: 'stands' });
    await settled(api);
  });
});

describe('what a published report has used of a series', () => {
  const ofSeries = async () => {
    const { editions } = await joined.officer.getProgressReport({ id: report });
    return (editions[0]?.cells ?? []).filter(({ source }) => source?.startsWith(series)).map(({ key, value }) => [key, value]);
  };
  const standing = async (by = joined.officer) =>
    (await by.getSeries({ id: series })).periods.map(({ number, standing: of, lockedBy }) => [number, of?.measured?.value, lockedBy]);

  test('is its last values, how they moved, and where they should go', async () => {
    const key = `results/${series}/tonnes-composted`;
    expect(await ofSeries()).toEqual([
      [`${key}/2024-01-01`, '161/2'],
      [`${key}/2025-01-01`, '85'],
      [`${key}/trend`, '9/2'],
      [`next/${series}/tonnes-composted`, '100'],
    ]);
    expect(await standing()).toEqual([
      [1, '70', undefined],
      [2, '161/2', report],
      [3, '85', report],
    ]);
  });

  test('changes by a correction alone, which the city proposes with its reason and the secretariat decides', async () => {
    const { officer } = joined;
    const other = { ...REPORTED, value: '90', note: 'The second scale was not counted.' };
    await officer.correctSeriesValue({ id: series, period: '1' }, { ...other, value: '71' });
    expect(await refused(officer.correctSeriesValue({ id: series, period: '3' }, other))).toMatchObject({
      type: '/problems/edition-is-locked',
      status: 409,
      facts: { edition: 1, correction: 'proposeSeriesCorrection' },
    });
    expect(await refused(officer.proposeSeriesCorrection({ id: series, period: '3' }, other))).toMatchObject({
      type: '/problems/evidence-is-missing',
      status: 422,
    });
    expect(
      await refused(officer.proposeSeriesCorrection({ id: series, period: '1' }, { ...other, evidence: [joined.document] })),
    ).toMatchObject({
      type: '/problems/period-is-not-locked',
      status: 409,
    });
    const evidence = [await fileOf(officer, 'Weighed again.')];
    await officer.proposeSeriesCorrection({ id: series, period: '3' }, { ...other, evidence });
    await settled(api);
    const { work } = await api.as(verifier).listWork({ waits: 'me', kind: 'series-correction-to-decide' });
    expect(work).toMatchObject([{ item: series, correction: 1, owner: joined.city, name: 'tonnes-composted' }]);
    expect(await refused(officer.acceptSeriesCorrection({ id: series, correction: '1' }))).toMatchObject({ status: 403 });
    // What is proposed is for the city and the secretariat.
    const [{ series: open }, told] = [
      await officer.listPublicSeries({ city: joined.city }),
      await api.as(secretary).getSeries({ id: series }),
    ];
    expect(first(open).corrections).toEqual([]);
    expect(told.corrections).toMatchObject([{ period: 3, note: 'The second scale was not counted.', evidence }]);
    await api.as(verifier).acceptSeriesCorrection({ id: series, correction: '1' });
    expect(await standing()).toEqual([
      [1, '71', undefined],
      [2, '161/2', report],
      [3, '90', report],
    ]);
    // The report keeps what it was signed off with.
    expect((await ofSeries())[1]?.[1]).toBe('85');
    await settled(api);
    const { notices } = await officer.listNotices({});
    expect(notices.map(({ event }) => event)).toContain('SeriesCorrectionAccepted');
  });
});

describe('verify, of what is handed in', () => {
  beforeAll(() => system.stop());
  const events = (type: string) => ({ in: 'programme', type }) as const;

  test('finds nothing wrong where all of it is as it should be', async () => {
    expect(await store.verified()).toEqual({});
  });

  test('43: names a value whose source was not there, and one that is not what was verified', async () => {
    const later = await store.changed(events('ReportSubmitted'), ({ cells }) => {
      cells[0].source = cells[0].source.replace(/@.*/, '@99');
    });
    expect(later[43]).toEqual([expect.stringMatching(/cites sgn_\w+@99, which was not there when it was signed off$/)]);
    const another = await store.changed(events('ReportSubmitted'), ({ cells }) => {
      const cell = cells.find(({ certainty }: { certainty: string }) => certainty === 'verified');
      cell.value = '310';
    });
    expect(another[43]).toEqual([expect.stringMatching(/is 310, but mst_\w+@\d+ verified 300$/)]);
    const untrue = await store.changed(events('ReportSubmitted'), ({ cells }) => {
      const cell = cells.find(({ key }: { key: string }) => key.startsWith(`results/${series}/`) && !key.endsWith('trend'));
      cell.value = '81';
    });
    expect(untrue[43]).toEqual([expect.stringMatching(/is 81, which ser_\w+@\d+ does not say$/)]);
  });

  test('43: names who signed off what they wrote, and who reviewed what they had verified', async () => {
    const { actor } = await store.commitOf(events('SectionWritten'));
    const own = await store.changed(events('ReportSubmitted'), (_, commit) => {
      commit.actor = actor;
    });
    expect(own[43]).toEqual([`edition 1 of ${report} is written and signed off by ${actor.person}`]);
    const { person } = (await store.commitOf({ in: 'project', type: 'MilestoneVerified' })).actor;
    const verified = await store.changed(events('ReportAccepted'), (_, commit) => {
      commit.actor = { ...commit.actor, person };
    });
    expect(verified[43]).toEqual([
      expect.stringMatching(new RegExp(`^ReportAccepted of .* is by ${person}, who verified its milestones$`)),
    ]);
  });

  test('48: names a locked value that changes otherwise, one person who does both, and what is published unlocked', async () => {
    const proposer = (await store.commitOf(events('SeriesCorrectionProposed'))).actor;
    const own = await store.changed(events('SeriesCorrectionAccepted'), (_, commit) => {
      commit.actor = { ...commit.actor, person: proposer.person };
    });
    expect(own[48]).toEqual([expect.stringMatching(new RegExp(`is proposed and accepted by ${proposer.person}$`))]);
    const another = await store.changed(events('SeriesCorrectionAccepted'), ({ measured }) => {
      measured.value = '99';
    });
    expect(another[48]).toEqual([expect.stringMatching(/is another value than was proposed$/)]);
    const changed = await store.changed(events('SeriesValueCorrected'), (data) => {
      data.period = 3;
    });
    expect(changed[48]).toEqual([
      expect.stringMatching(/^SeriesValueCorrected of .* changes period 3, which a published report has used$/),
    ]);
    const unlocked = await store.changed(events('SeriesPeriodsLocked'), (data) => {
      data.periods = [2];
    });
    expect(unlocked[48]).toContain(`period 3 of ${series} is used by edition 1 of ${report}, and not locked`);
  });

  test('44: names a level that nothing shows, who signed off own answers, and an edition that was changed later', async () => {
    const bare = await store.changed(events('AssessmentSignedOff'), ({ answers }) => {
      answers[0].addresses = [];
    });
    expect(bare[44]).toEqual([expect.stringMatching(/^roles of edition 1 of asm_\w+ is at level 2, and nothing shows it$/)]);
    const { actor } = await store.commitOf(events('DimensionAnswered'));
    const own = await store.changed(events('AssessmentSignedOff'), (_, commit) => {
      commit.actor = actor;
    });
    expect(own[44]).toHaveLength(12);
    const drafter = (await store.commitOf(events('PlanDrafted'))).actor;
    const plan = await store.changed(events('PlanSubmitted'), (_, commit) => {
      commit.actor = drafter;
    });
    expect(plan[44]).toEqual([expect.stringMatching(/^edition 1 of pln_\w+ is drafted and signed off by /)]);
    const changed = await store.appended(events('SectionWritten'));
    expect(changed[44]).toEqual([expect.stringMatching(/^SectionWritten of .* changes edition 1, which never changes any more$/)]);
  });
});
