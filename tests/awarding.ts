import type { BodyOf } from '@junkan/client/operations.ts';
import {
  type Api,
  approver,
  certifierOf,
  jurorOf,
  nameOf,
  officerOf,
  type Person,
  secretary,
  verifier,
} from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { actorsOf } from './actors.ts';
import { passedTo } from './joined-city.ts';
import { CHECKS, DECLARATION, fileOf, textOf } from './signatory.ts';

// An award: its cities, its jury, and how they get to its outcome.

const meanings = ['none', 'told', 'measured', 'partly', 'mostly', 'wholly'];
export const CRITERIA: BodyOf<'draftAwardCycle'>['criteria'] = [
  { code: 'results', weightBasisPoints: 6000, tieOrder: 1, title: 'Results', meanings },
  { code: 'depth', weightBasisPoints: 4000, tieOrder: 2, title: 'Depth', meanings },
];
export const CATEGORY = 'first-steps';
const CATEGORIES: BodyOf<'draftAwardCycle'>['categories'] = [{ code: CATEGORY, title: 'First steps' }];

const DAY_MS = 86_400_000;
export const dayFrom = (now: string, days: number): string => new Date(Date.parse(now) + days * DAY_MS).toISOString().slice(0, 10);

/** A city that has signed, planned and assessed itself: what the category asks for. */
async function firstSteps(api: Api, declaration: string, city: string, place: string) {
  const by = api.as;
  const [officer, certifier] = [by(officerOf(city)), by(certifierOf(city))];
  const { id } = await by(secretary).inviteCity({}, { declaration, city, place });
  const { now } = await settled(api);
  const today = now.slice(0, 10);
  const { hash: document } = await fileOf(officer);
  await officer.recordCouncilDecision({ id }, { decidedOn: today, decisionNumber: '3', document });
  await officer.recordMandate({ id }, { person: nameOf(certifierOf(city)), from: today, document });
  await certifier.signDeclaration(
    { id },
    await textOf({ declaration, city, id, officer, certifier, mandated: nameOf(certifierOf(city)), today }),
  );
  await by(secretary).checkSignature({ id }, { checks: CHECKS });
  await by(approver).admitSignatory({ id });
  const { id: assessment } = await officer.beginAssessment({ id });
  const { draft } = await officer.getAssessment({ id: assessment });
  const level = { known: 'level', level: 1, reason: '', evidence: [], addresses: [], target: 3, targetYear: 2035 } as const;
  for (const dimension of draft?.dimensions ?? []) await officer.answerDimension({ id: assessment }, { edition: 1, dimension, ...level });
  await certifier.signOffAssessment({ id: assessment }, { edition: 1 });
  const { id: plan } = await officer.openPlan({ id });
  const action = { title: 'A market for used goods', commitments: ['C1'], seeksMoney: true };
  const planned = { decidedOn: today, decisionNumber: '44', document, objectives: ['Half is used again.'], actions: [action], left: [] };
  await officer.draftPlan({ id: plan }, { edition: 1, ...planned });
  await certifier.signOffPlan({ id: plan }, { edition: 1 });
  await by(verifier).acceptPlan({ id: plan }, { edition: 1 });
  return id;
}

const PLACES = ['1859642', '1857553', '1853909', '1850147'];

export type Award = Awaited<ReturnType<typeof awarding>>;

/** An open award, cities that may be nominated, and a jury of so many. `more`: persons of other organisations who judge, too. */
export async function awarding(api: Api, { cities = 2, jurors = 3, more = [] as readonly Person[], own = [] as readonly string[] } = {}) {
  const by = api.as;
  const actors = actorsOf(api);
  const { id: declaration } = await by(secretary).draftDeclaration({}, { text: DECLARATION });
  await by(approver).publishDeclaration({ id: declaration }, { number: 1 });
  const all: string[] = [...own];
  while (all.length < cities) all.push(await actors.city());
  const signatories: string[] = [];
  for (const [index, city] of all.entries()) signatories.push(await firstSteps(api, declaration, city, PLACES[index] ?? PLACES[0] ?? ''));
  const partner = await actors.partner();
  const other = await actors.partner();
  const persons: Person[] = [jurorOf(partner), { ...jurorOf(partner), second: true }, jurorOf(other), { ...jurorOf(other), second: true }];
  const jury = [...persons.slice(0, jurors), ...more];
  const { now } = await settled(api);
  const [closesOn, judgingUntil] = [dayFrom(now, 10), dayFrom(now, 40)];
  const drafted = { declaration, title: 'Award', closesOn, judgingUntil, categories: CATEGORIES, criteria: CRITERIA };
  const { id } = await by(secretary).draftAwardCycle({}, drafted);
  for (const juror of jury)
    await by(approver).appointJuror({ id }, { category: CATEGORY, person: nameOf(juror), organisation: juror.organisation });
  await by(secretary).openAwardCycle({ id });
  await settled(api);
  return { id, declaration, cities: all, signatories, partner, jury, closesOn, judgingUntil };
}

/** Every city nominates itself and signs that off. */
export async function nominated(
  api: Api,
  { id, cities }: Award,
  actions: Readonly<Record<string, readonly string[]>> = {},
): Promise<string[]> {
  const ids: string[] = [];
  for (const city of cities) {
    const said = { title: `What ${city.slice(-4)} began`, note: 'We began.', actions: [...(actions[city] ?? [])] };
    const { id: nomination } = await api.as(officerOf(city)).nominate({}, { cycle: id, category: CATEGORY, city, ...said });
    await api.as(certifierOf(city)).signOffNomination({ id: nomination });
    ids.push(nomination);
  }
  return ids;
}

/** The call is over, and all nominations are eligible. */
export async function screened(api: Api, { id, closesOn }: Award, nominations: readonly string[]): Promise<void> {
  await passedTo(api, `${dayFrom(`${closesOn}T00:00:00Z`, 1)}T03:00:00.000Z`);
  await api.as(secretary).closeNominations({ id });
  for (const nomination of nominations) await api.as(secretary).screenNomination({ id: nomination }, { reasons: [] });
}

/** All jurors answer that they have no interest, and ballots are assigned. */
export async function judgingBegun(api: Api, { id, jury }: Award, nominations: readonly string[]): Promise<void> {
  for (const juror of jury)
    await api.as(juror).declareAwardInterests({ id }, { category: CATEGORY, answered: [...nominations], interested: [] });
  await api.as(secretary).assignBallots({ id });
}

export const marks = (results: number, depth: number) =>
  [
    { criterion: 'results', mark: results, ...said(results) },
    { criterion: 'depth', mark: depth, ...said(depth) },
  ] as const;
const said = (mark: number) => ([0, 1, 5].includes(mark) ? { note: SECRET } : {});
/** What jurors say to nominees. */
export const SECRET = 'The baseline is missing in one ward.';

/** Every juror seals what is assigned; each by a level of their own. */
export async function sealed(api: Api, { id, jury }: Award, nominations: readonly string[]): Promise<void> {
  for (const [index, juror] of jury.entries()) {
    const { ballots } = await api.as(juror).readOwnBallot({ id });
    for (const { nomination, state } of ballots.flatMap((each) => each.nominations)) {
      if (state !== 'waiting' && state !== 'begun') continue;
      const isFirst = nomination === nominations[0];
      await api.as(juror).sealBallot({ id, nomination }, { marks: marks(isFirst ? 5 : 3, Math.min(index + (isFirst ? 2 : 1), 4)) });
    }
  }
}

export async function judgingOver(api: Api, { id, judgingUntil }: Award): Promise<void> {
  await passedTo(api, `${dayFrom(`${judgingUntil}T00:00:00Z`, 1)}T03:00:00.000Z`);
  await api.as(secretary).closeJudging({ id });
}

export async function announced(api: Api, { id }: Award): Promise<void> {
  await api.as(secretary).decideOutcome({ id }, { category: CATEGORY });
  await api.as(approver).announceOutcome({ id });
  await settled(api);
}
