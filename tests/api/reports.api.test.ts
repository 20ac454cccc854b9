import { dayIn, daysAfter } from '@junkan/kit/pure/dates.ts';
import { approver, auditor, secondVerifier, secretary, verifier } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorsOf, first, refused } from '../actors.ts';
import { verifiedFaults } from '../breaking.ts';
import { type Joined, joinedCity, passedTo } from '../joined-city.ts';
import { type MemorySystem, startMemorySystem } from '../memory-system.ts';
import { verifiedOf } from '../verified-result.ts';

const DIMENSIONS = [
  'roles',
  'vision',
  'awareness',
  'coordination',
  'coherence',
  'engagement',
  'scale',
  'regulation',
  'financing',
  'capacity',
  'innovation',
  'data',
] as const;
const ANSWER = { known: 'level', reason: '', evidence: [], addresses: [], target: 3, targetYear: 2031 } as const;

const inSystem = () => {
  let system: MemorySystem | undefined;
  beforeAll(async () => {
    system = await startMemorySystem();
  });
  afterAll(() => system?.close());
  return () => {
    if (!system) throw new Error('the system is not started');
    return system;
  };
};

const obligation = async ({ officer, id }: Joined, name: string) =>
  (await officer.getSignatory({ id })).obligations?.find((each) => each.name === name);

/** Answers all dimensions of an edition alike. */
async function answered(
  { officer }: Joined,
  assessment: string,
  edition: number,
  level: number,
  dimensions: readonly string[] = DIMENSIONS,
) {
  for (const dimension of dimensions)
    await officer.answerDimension(
      { id: assessment },
      { ...ANSWER, edition, dimension, level, addresses: ['https://city.example/minutes'] },
    );
}

/** A plan that is accepted. */
async function planned(joined: Joined, by: MemorySystem['api']['as']) {
  const { officer, certifier, id, document, day } = joined;
  const plan = {
    edition: 1,
    decidedOn: day(1, '05-20'),
    decisionNumber: '44',
    document,
    objectives: ['Half of the waste is used again.'],
    actions: [{ title: 'A market for used goods', commitments: ['C1'], seeksMoney: true }],
    left: [{ commitment: 'C2', reason: 'The province does it.' }],
  };
  const { id: drafted } = await officer.openPlan({ id });
  await officer.draftPlan({ id: drafted }, plan);
  await certifier.signOffPlan({ id: drafted }, { edition: 1 });
  await by(verifier).acceptPlan({ id: drafted }, { edition: 1 });
  return { drafted, plan };
}

/** The report that its day has opened. */
async function openedReport({ officer, id }: Joined) {
  const { reports } = await officer.listProgressReports({ signatory: id });
  return first(reports).id;
}

const sections = async ({ officer }: Joined, report: string, names: readonly string[], note: string) => {
  for (const section of names) await officer.writeSection({ id: report }, { edition: 1, section: section as 'learning', note });
};

describe('years in time', () => {
  const system = inSystem();

  test('assessment, plan and report: each by the city, signed off by another, and the report accepted by the secretariat and published', async () => {
    const { api } = system();
    const by = api.as;
    const joined = await joinedCity(api);
    const { officer, certifier, id, until, document, day } = joined;
    const other = api.as({ organisation: await actorsOf(api).city(), role: 'proposer.officer' });

    const { id: assessment } = await officer.beginAssessment({ id });
    expect(
      await refused(officer.answerDimension({ id: assessment }, { ...ANSWER, edition: 1, dimension: 'roles', level: 2 })),
    ).toMatchObject({ type: '/problems/evidence-is-missing', status: 422 });
    expect(
      await refused(
        officer.answerDimension(
          { id: assessment },
          { ...ANSWER, edition: 1, dimension: 'roles', level: 2, addresses: ['see the minutes'] },
        ),
      ),
    ).toMatchObject({
      type: '/problems/request-is-malformed',
      status: 400,
      pointers: ['/addresses/0'],
    });
    await answered(joined, assessment, 1, 1);
    await officer.answerDimension({ id: assessment }, { ...ANSWER, edition: 1, dimension: 'roles', level: 2, evidence: [document] });
    expect(await refused(other.getAssessment({ id: assessment }))).toMatchObject({ type: '/problems/assessment-not-found' });
    expect((await by(secretary).getAssessment({ id: assessment })).draft).toBeUndefined();
    await certifier.signOffAssessment({ id: assessment }, { edition: 1 });
    expect(await other.getAssessment({ id: assessment })).toMatchObject({ status: 'signed-off', edition: 1, open: true });
    expect(
      await refused(officer.answerDimension({ id: assessment }, { ...ANSWER, edition: 1, dimension: 'vision', level: 0 })),
    ).toMatchObject({ type: '/problems/edition-is-locked', status: 409, facts: { correction: 'correctAssessment' } });
    await settled(api);
    expect(await obligation(joined, 'assessment-1')).toMatchObject({ standing: 'accepted' });
    // A year on the next one is begun by its day, and a steep rise has to be explained.
    await until(1, '01-05');
    const second = await officer.getAssessment({ id: assessment });
    expect(second.draft).toMatchObject({ number: 2, obligation: 'assessment-2' });
    const steep = { ...ANSWER, edition: 2, dimension: 'vision', level: 3, evidence: [document] };
    expect(await refused(officer.answerDimension({ id: assessment }, steep))).toMatchObject({
      type: '/problems/reason-is-missing',
      status: 422,
    });
    await officer.answerDimension({ id: assessment }, { ...steep, reason: 'The council adopted it.' });
    await answered(
      joined,
      assessment,
      2,
      1,
      DIMENSIONS.filter((each) => each !== 'vision'),
    );
    await certifier.signOffAssessment({ id: assessment }, { edition: 2 });
    const standing = await other.getAssessment({ id: assessment });
    expect(standing.editions?.map(({ status }) => status)).toEqual(['superseded', 'signed-off']);
    expect(standing.changes).toEqual([
      { dimension: 'roles', before: 2, level: 1 },
      { dimension: 'vision', before: 1, level: 3 },
    ]);
    expect(standing.gaps).toHaveLength(11);

    await until(1, '06-01');
    const empty = { edition: 1, objectives: [], actions: [], left: [] };
    const { id: plan } = await officer.openPlan({ id });
    await officer.draftPlan({ id: plan }, empty);
    expect(await refused(certifier.signOffPlan({ id: plan }, { edition: 1 }))).toMatchObject({
      type: '/problems/council-decision-is-missing',
    });
    const decided = { ...empty, decidedOn: day(1, '05-20'), decisionNumber: '44', document };
    await officer.draftPlan({ id: plan }, decided);
    expect(await refused(certifier.signOffPlan({ id: plan }, { edition: 1 }))).toMatchObject({
      type: '/problems/commitment-without-action',
      facts: { commitments: ['C1', 'C2'] },
    });
    const whole = {
      ...decided,
      objectives: ['Half of the waste is used again.'],
      actions: [{ title: 'A market for used goods', commitments: ['C1'], seeksMoney: true }],
      left: [{ commitment: 'C2', reason: 'The province does it.' }],
    };
    await officer.draftPlan({ id: plan }, whole);
    await certifier.signOffPlan({ id: plan }, { edition: 1 });
    const remarks = [{ section: 'objectives', reason: 'Which half?' }] as const;
    await by(verifier).returnPlan({ id: plan }, { edition: 1, remarks });
    expect((await officer.getActionPlan({ id: plan })).current?.remarks).toEqual(remarks);
    await officer.draftPlan({ id: plan }, { ...whole, objectives: ['Half of the food waste is used again.'] });
    await certifier.signOffPlan({ id: plan }, { edition: 1 });
    await by(verifier).acceptPlan({ id: plan }, { edition: 1 });
    expect(await refused(officer.draftPlan({ id: plan }, whole))).toMatchObject({
      type: '/problems/edition-is-locked',
      facts: { correction: 'draftPlan' },
    });
    await settled(api);
    expect(await obligation(joined, 'plan')).toMatchObject({ standing: 'accepted' });

    // 180 days before it is due, the report is there, with what is known.
    await until(2, '10-03');
    const report = await openedReport(joined);
    const opened = await officer.getProgressReport({ id: report });
    expect(opened.current).toMatchObject({ status: 'opened', values: 31, filled: 31 });
    const cell = (key: string) => opened.current?.cells.find((each) => each.key === key);
    expect(cell('governance/vision')).toMatchObject({ value: '3', certainty: 'reported', state: 'filled' });
    expect(cell('commitments/C1')).toMatchObject({ value: '1' });
    expect(cell('commitments/C2')).toMatchObject({ value: '0' });
    const typed = {
      edition: 1,
      section: 'learning',
      key: 'learning/courses',
      value: '3',
      unit: '',
      certainty: 'reported',
      note: '',
    } as const;
    await officer.typeValue({ id: report }, typed);
    expect(await refused(certifier.signOffProgressReport({ id: report }, { edition: 1 }))).toMatchObject({
      type: '/problems/section-is-missing',
      facts: { sections: ['actions', 'results', 'evidence'] },
    });
    await sections(joined, report, ['actions', 'results', 'evidence'], 'Nothing was funded yet.');
    await officer.explainValue({ id: report }, { edition: 1, key: 'commitments/C2', note: 'The province does it.' });
    expect((await officer.getProgressReport({ id: report })).current).toMatchObject({ values: 32, filled: 31 });
    expect((await by(secretary).getProgressReport({ id: report })).current).toBeUndefined();
    await certifier.signOffProgressReport({ id: report }, { edition: 1 });
    await by(verifier).reviewCell({ id: report }, { edition: 1, key: 'learning/courses', verdict: 'questioned', note: 'Whose?' });
    expect(await refused(by(verifier).acceptProgressReport({ id: report }, { edition: 1 }))).toMatchObject({
      type: '/problems/cell-is-open',
      facts: { keys: ['learning/courses'] },
    });
    expect(await refused(officer.writeSection({ id: report }, { edition: 1, section: 'next', note: 'More.' }))).toMatchObject({
      type: '/problems/progress-report-is-in-another-status',
    });
    await by(verifier).returnProgressReport({ id: report }, { edition: 1, remarks: [{ section: 'learning', reason: 'Whose courses?' }] });
    await officer.typeValue({ id: report }, { ...typed, note: 'Of the ministry.' });
    await certifier.signOffProgressReport({ id: report }, { edition: 1 });
    await by(verifier).acceptProgressReport({ id: report }, { edition: 1 });
    const published = await other.getProgressReport({ id: report });
    expect(published).toMatchObject({ status: 'published', open: true, edition: 1, publishedOn: day(2, '10-03') });
    expect(first(published.editions ?? []).signedOffBy ?? '').toBe('');
    expect(await refused(officer.writeSection({ id: report }, { edition: 1, section: 'next', note: 'More.' }))).toMatchObject({
      type: '/problems/edition-is-locked',
      status: 409,
      facts: { correction: 'proposeReportEdition' },
    });
    await settled(api);
    expect(await obligation(joined, 'report-1')).toMatchObject({ standing: 'accepted' });
    // What is published is corrected by an edition of its own; the first stays readable until another person accepts the second.
    await officer.proposeReportEdition({ id: report }, { note: 'A course was counted twice.' });
    await officer.typeValue({ id: report }, { ...typed, edition: 2, value: '2' });
    expect(await other.getProgressReport({ id: report })).toMatchObject({ status: 'published', edition: 1 });
    await certifier.signOffProgressReport({ id: report }, { edition: 2 });
    await by(verifier).acceptProgressReport({ id: report }, { edition: 2 });
    const corrected = await other.getProgressReport({ id: report });
    expect(corrected.editions?.map(({ status }) => status)).toEqual(['superseded', 'published']);
    await settled(api);
    expect((await other.listProgressReports({ status: 'published' })).reports.map((each) => each.id)).toEqual([report]);
    expect(await verifiedFaults(system())).toEqual({});
  });
});

describe('a report that comes late', () => {
  const system = inSystem();

  test('is overdue, noticed, suspended, accepted and reinstated, each rung on its day', async () => {
    const { api } = system();
    const by = api.as;
    const joined = await joinedCity(api);
    const { officer, certifier, id, until, day } = joined;
    await until(1, '06-01');
    await planned(joined, by);
    await until(3, '04-10');
    const report = await openedReport(joined);
    await sections(joined, report, ['actions', 'results', 'learning', 'governance', 'evidence'], 'We were busy.');
    await certifier.signOffProgressReport({ id: report }, { edition: 1 });
    await until(3, '05-20');
    await by(verifier).returnProgressReport({ id: report }, { edition: 1, remarks: [{ section: 'results', reason: 'Which?' }] });
    await settled(api);
    expect(await refused(by(secretary).prepareNotice({ id }, { obligation: 'report-1', note: 'Late.' }))).toMatchObject({
      type: '/problems/too-early',
      facts: { from: day(3, '07-11') },
    });
    await until(3, '07-15');
    await by(secretary).prepareNotice({ id }, { obligation: 'report-1', note: 'Your report is missing.' });
    await by(approver).issueNotice({ id }, { obligation: 'report-1' });
    expect((await obligation(joined, 'report-1'))?.notice).toMatchObject({ suspensionFrom: day(3, '09-13') });
    await until(3, '09-16');
    await by(approver).suspendSignatory({ id }, { obligation: 'report-1' });
    expect(await officer.getSignatory({ id })).toMatchObject({ status: 'suspended', standing: 'suspended' });
    // Money is untouched by it: meanwhile a milestone of the city is reported, verified and paid.
    const milestone = await by(auditor).getMilestone({ id: await verifiedOf(api, joined.city) });
    const { payments } = await by(auditor).findPayments({ project: milestone.project });
    expect([milestone.status, payments.map(({ status }) => status)]).toEqual(['verified', ['settled']]);
    expect((await officer.getSignatory({ id })).status).toBe('suspended');
    // What comes filled of it says since when it is so.
    const { entries } = await by(auditor).getTimeline({ id: milestone.project, limit: 500 });
    const last = (type: string) => entries.find((each) => each.type === type)?.at;
    const { current } = await officer.getProgressReport({ id: report });
    const since = (key: string) => current?.cells.find((cell) => cell.key === `actions/${milestone.project}/${key}`)?.since;
    expect({ state: since('state'), met: since('milestones-met'), paid: since('paid') }).toEqual({
      state: last('ProjectClosed'),
      met: last('MilestoneVerified'),
      paid: payments[0]?.settledAt,
    });
    const again = (await settled(api)).now;
    await officer.writeSection({ id: report }, { edition: 1, section: 'results', note: 'Three hundred tonnes.' });
    await certifier.signOffProgressReport({ id: report }, { edition: 1 });
    const [accepted, reinstated] = [daysAfter(again, 19), daysAfter(again, 27)];
    await passedTo(api, accepted);
    await by(secondVerifier).acceptProgressReport({ id: report }, { edition: 1 });
    await passedTo(api, reinstated);
    await by(approver).reinstateSignatory({ id });
    const late = await obligation(joined, 'report-1');
    const on = Object.fromEntries((late?.rungs ?? []).map((rung) => [rung.days ? `${rung.name}-${rung.days}` : rung.name, rung.on]));
    expect({ due: late?.due, ...on }).toMatchObject({
      due: day(3, '03-31'),
      opened: day(2, '10-02'),
      overdue: day(3, '04-01'),
      'help-offered': day(3, '05-26'),
      'certifier-reminded': day(3, '06-11'),
      'notice-may-be-issued': day(3, '07-11'),
      'last-reminder': day(3, '08-10'),
      'suspension-may-be-decided': day(3, '09-13'),
    });
    expect(late?.turns).toEqual([
      { fact: 'submitted', on: day(3, '04-10') },
      { fact: 'returned', on: day(3, '05-20') },
      { fact: 'submitted', on: dayIn('Asia/Tokyo', again) },
      { fact: 'accepted', on: dayIn('Asia/Tokyo', accepted) },
    ]);
    expect(await officer.getSignatory({ id })).toMatchObject({ status: 'active', reinstatedOn: dayIn('Asia/Tokyo', reinstated) });
    expect(await obligation(joined, 'report-2')).toMatchObject({ due: day(5, '09-30') });
    // The next one waits for nothing but its day: it is of its kind behind this one.
    const { id: next } = await officer.openReport({ id }, { number: 2 });
    expect(await officer.getProgressReport({ id: next })).toMatchObject({ number: 2, status: 'opened' });
    expect(await verifiedFaults(system())).toEqual({});
  });
});
