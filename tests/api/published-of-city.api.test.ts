import type { OperationName, Parameters } from '@junkan/client/operations.ts';
import { secretary, verifier } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { beforeAll, expect, test } from 'vitest';
import { first } from '../actors.ts';
import { bodyOf, type Someone } from '../http.ts';
import { type Joined, joinedCity } from '../joined-city.ts';
import { openSystem } from '../open-system.ts';

const { api, actors, web } = await openSystem();

const [OBJECTIVE, REMARK, QUESTION, DRAFTED] = ['Half is used again.', 'Which half?', 'Whose courses?', 'Not yet said.'];
let joined: Joined;
let ids: Readonly<Record<'Assessment' | 'ActionPlan' | 'ProgressReport', string>>;
let elsewhere: Someone;

async function answered({ officer }: Joined, assessment: string, edition: number, level: number): Promise<void> {
  const { entries } = await officer.getList({ list: 'dimensions' });
  const answer = { edition, known: 'level', level, reason: '', evidence: [], addresses: [], target: 3, targetYear: 2031 } as const;
  for (const { code: dimension } of entries) await officer.answerDimension({ id: assessment }, { ...answer, dimension });
}

async function accepted({ officer, certifier, id, document, day }: Joined): Promise<string> {
  const { id: plan } = await officer.openPlan({ id });
  const drafted = { edition: 1, decidedOn: day(1, '05-20'), decisionNumber: '44', document, objectives: [OBJECTIVE] };
  await officer.draftPlan(
    { id: plan },
    { ...drafted, actions: [{ title: 'A market', commitments: ['C1', 'C2'], seeksMoney: true }], left: [] },
  );
  await certifier.signOffPlan({ id: plan }, { edition: 1 });
  await api.as(verifier).returnPlan({ id: plan }, { edition: 1, remarks: [{ section: 'objectives', reason: REMARK }] });
  await officer.draftPlan(
    { id: plan },
    {
      ...drafted,
      objectives: [OBJECTIVE, 'Less of it.'],
      actions: [{ title: 'A market', commitments: ['C1', 'C2'], seeksMoney: true }],
      left: [],
    },
  );
  await certifier.signOffPlan({ id: plan }, { edition: 1 });
  await api.as(verifier).acceptPlan({ id: plan }, { edition: 1 });
  return plan;
}

async function published({ officer, certifier, id }: Joined): Promise<string> {
  const { id: report } = first((await officer.listProgressReports({ signatory: id })).reports);
  for (const section of ['actions', 'results', 'learning', 'governance', 'evidence', 'commitments'] as const)
    await officer.writeSection({ id: report }, { edition: 1, section, note: 'We were busy.' });
  await certifier.signOffProgressReport({ id: report }, { edition: 1 });
  const second = api.as({ ...verifier, second: true });
  await second.reviewCell({ id: report }, { edition: 1, key: 'commitments/C1', verdict: 'questioned', note: QUESTION });
  await second.returnProgressReport({ id: report }, { edition: 1, remarks: [{ section: 'learning', reason: REMARK }] });
  await officer.writeSection({ id: report }, { edition: 1, section: 'learning', note: 'Courses of the ministry.' });
  await certifier.signOffProgressReport({ id: report }, { edition: 1 });
  await second.reviewCell({ id: report }, { edition: 1, key: 'commitments/C1', verdict: 'accepted', note: QUESTION });
  await second.acceptProgressReport({ id: report }, { edition: 1 });
  return report;
}

beforeAll(async () => {
  elsewhere = { person: 'elsewhere/reader', organisation: await actors.city('Elsewhere'), roles: ['proposer.officer'] };
  joined = await joinedCity(api);
  const { officer, certifier, id, until } = joined;
  const { id: assessment } = await officer.beginAssessment({ id });
  await answered(joined, assessment, 1, 1);
  await certifier.signOffAssessment({ id: assessment }, { edition: 1 });
  await until(1, '06-01');
  const plan = await accepted(joined);
  await until(2, '10-03');
  const report = await published(joined);
  await settled(api);
  ids = { Assessment: assessment, ActionPlan: plan, ProgressReport: report };
});

type Fields = Readonly<Record<string, unknown>>;
const readBy = async (someone: Someone | undefined, operation: OperationName, of: Parameters): Promise<Fields> =>
  bodyOf<Fields>(await web.ask(someone, operation, of));
const LISTS = {
  Assessment: ['listPublicAssessments', 'assessments'],
  ActionPlan: ['listPublicActionPlans', 'plans'],
  ProgressReport: ['listPublicProgressReports', 'reports'],
} as const;
const KINDS = Object.keys(LISTS) as (keyof typeof LISTS)[];
const everyObject = (value: unknown): Fields[] =>
  typeof value !== 'object' || value === null
    ? []
    : [...(Array.isArray(value) ? [] : [value as Fields]), ...Object.values(value).flatMap(everyObject)];

test('what is published of a city is read by a stranger, by a city elsewhere and by the secretariat at one address, alike', async () => {
  const secretariat: Someone = { person: 'reader', organisation: 'secretariat', roles: ['secretariat.officer'] };
  for (const kind of KINDS) {
    const [list, field] = LISTS[kind];
    const read = await readBy(undefined, `getPublic${kind}`, { id: ids[kind] });
    expect([kind, read]).toEqual([kind, expect.objectContaining({ id: ids[kind], city: joined.city, edition: 1, open: true })]);
    expect(read['editions']).toHaveLength(1);
    for (const [of, count] of [
      [{ city: joined.city }, 1],
      [{ signatory: joined.id }, 1],
      [{ city: elsewhere.organisation }, 0],
    ] as const)
      expect([kind, of, (await readBy(undefined, list, of))[field]]).toEqual([kind, of, expect.objectContaining({ length: count })]);
    for (const someone of [elsewhere, secretariat]) expect(await readBy(someone, `getPublic${kind}`, { id: ids[kind] })).toEqual(read);
  }
  expect(JSON.stringify(await readBy(undefined, 'getPublicActionPlan', { id: ids.ActionPlan }))).toContain(OBJECTIVE);
});

test('it tells strangers no person, no review and no draft; its city and the secretariat read these', async () => {
  const { officer } = joined;
  await officer.proposeReportEdition({ id: ids.ProgressReport }, { note: DRAFTED });
  // Its next edition has begun by its day.
  const answer = { known: 'not-applicable', level: 0, reason: DRAFTED, evidence: [], addresses: [], target: 0, targetYear: 0 } as const;
  await officer.answerDimension({ id: ids.Assessment }, { ...answer, edition: 2, dimension: 'roles' });
  await officer.draftPlan({ id: ids.ActionPlan }, { edition: 2, objectives: [DRAFTED], actions: [], left: [] });
  await settled(api);
  const PERSONS = ['by', 'preparedBy', 'signedOffBy', 'reviewedBy'];
  for (const kind of KINDS) {
    const [list, field] = LISTS[kind];
    const answers = [
      await readBy(undefined, `getPublic${kind}`, { id: ids[kind], with: 'names' }),
      ...((await readBy(undefined, list, { city: joined.city, with: 'names' }))[field] as Fields[]),
      await readBy(elsewhere, `get${kind}`, { id: ids[kind] }),
    ];
    for (const answer of answers) {
      const text = JSON.stringify(answer);
      for (const hidden of [REMARK, QUESTION, DRAFTED, `${joined.city}/proposer`, 'secretariat/'])
        expect([kind, text]).not.toEqual([kind, expect.stringContaining(hidden)]);
      const said = everyObject(answer).flatMap((each) =>
        [...PERSONS, 'reviewDue', 'verdict', 'endNote', 'before'].filter((name) => String(each[name] ?? '') !== ''),
      );
      expect([kind, said]).toEqual([kind, []]);
      expect([answer['draft'], answer['current']]).toEqual([undefined, undefined]);
    }
  }
  const ofSecretariat = JSON.stringify(await api.as(secretary).getProgressReport({ id: ids.ProgressReport }));
  expect(ofSecretariat).toContain(QUESTION);
  expect(JSON.stringify(await officer.getAssessment({ id: ids.Assessment }))).toContain(DRAFTED);
});

test('what a city has begun, and nothing of which is published, is not there for strangers: neither the item nor a row', async () => {
  const other = await joinedCity(api);
  const [plan, report, assessment] = [
    await other.officer.openPlan({ id: other.id }),
    await other.officer.openReport({ id: other.id }, { number: 1 }),
    await other.officer.beginAssessment({ id: other.id }),
  ];
  await settled(api);
  const begun = { ActionPlan: plan.id, ProgressReport: report.id, Assessment: assessment.id };
  for (const kind of KINDS) {
    const [list, field] = LISTS[kind];
    expect((await web.ask(undefined, `getPublic${kind}`, { id: begun[kind] })).status).toBe(404);
    expect((await readBy(undefined, list, { city: other.city }))[field]).toEqual([]);
  }
});
