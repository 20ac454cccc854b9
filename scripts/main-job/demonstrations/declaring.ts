import { type Acting, type Api, approver, secretary, verifier } from '../api.ts';
import type { DeclarationSummary } from '../summary.ts';
import type { DemoParties } from './demo-parties.ts';
import { awardSummary, judge } from './judging.ts';
import { learn } from './learning-from.ts';
import { assessed, type City, invited, planned, type Steps, signed, stepsOf, TEXT } from './signing.ts';
import type { Time } from './time.ts';

const SECTIONS = ['standing', 'actions', 'results', 'commitments', 'governance', 'learning', 'next', 'evidence'] as const;

/** Invented cities, each with a place by whose time zone its days are counted. */
const CITIES = [
  { key: 'melati', name: 'Kota Melati', country: 'JP', place: '1859642' },
  { key: 'wangi', name: 'Teluk Wangi', country: 'ID', place: '1622786' },
  { key: 'luntian', name: 'Bayan Luntian', country: 'PH', place: '1717512' },
  { key: 'harukawa', name: 'Harukawa', country: 'JP', place: '1857553' },
] as const;

type Parts = { readonly api: Api; readonly time: Time; readonly demoParties: DemoParties };
/**
 * Four invented cities sign a declaration, two of them as a group. The first is the city of all demonstrations: its report comes filled with what its
 * projects have verified. The last is late: overdue, noticed, suspended, reinstated. It takes years, which pass together with those of the projects.
 */
export async function declare({ api, time, demoParties }: Parts): Promise<DeclarationSummary> {
  const steps = stepsOf(api, `declaration${demoParties.edition}`);
  const by = steps.as;
  const { id: declaration } = await by(secretary).draftDeclaration({}, { text: TEXT });
  await by(approver).publishDeclaration({ id: declaration }, { number: 1 });
  const drafted = (await by(secretary).getDeclaration({ id: declaration })).versions[0];
  if (!drafted) throw new Error('the declaration has no version');
  const decidedOn = drafted.draftedAt.slice(0, 10);

  const cities: City[] = [];
  for (const city of CITIES)
    cities.push(
      await invited(steps, { ...city, declaration, decidedOn, ...(city.key === CITIES[0].key ? { own: demoParties.city } : {}) }),
    );
  const [first, second, third, late] = cities as [City, City, City, City];
  const shared = { declaration, title: 'Around the strait', groupKind: 'shared', sharedCommitments: ['C2'] } as const;
  const { id: group } = await third.officer.formGroup({}, shared);
  await third.officer.inviteToGroup({ id: group }, { city: second.id });
  for (const { officer, signatory } of [third, second]) await officer.joinGroup({ id: signatory }, { group });
  const hash = drafted.texts.find(({ language }) => language === 'en')?.hash ?? '';
  for (const city of cities) await signed(by, city, { declaration, hash });
  for (const city of cities) await assessed(city);
  for (const city of cities) await planned(by, city, decidedOn);

  const admittedOn = (await first.officer.getSignatory({ id: first.signatory })).admittedOn ?? '';
  const { edition } = demoParties;
  const award = await judge({ api, time, edition, declaration, cities: [first, third, second, late], admittedOn });
  const due = await dueOf(late, 'report-1');
  const after = (days: number) => time.until(async ({ now }) => now >= `${dayAfter(due, days)}T12:00:00.000Z`);
  await after(-170);
  await reported(by, first);
  // The lead reports for both. An earlier version sent a report of the second city, too: what comes after it keeps its place.
  steps.pass(SECTIONS.length + 3);
  await reported(by, third);
  const exchange = await learn({ api, time, edition, from: first, declaration, hash, decidedOn });
  await after(61);
  await by(secretary).prepareNotice({ id: late.signatory }, { obligation: 'report-1', note: 'The first report is missing.' });
  await by(approver).issueNotice({ id: late.signatory }, { obligation: 'report-1' });
  await late.certifier.answerNotice({ id: late.signatory }, { obligation: 'report-1', note: 'It is being written.' });
  await after(125);
  await by(approver).suspendSignatory({ id: late.signatory }, { obligation: 'report-1' });
  await reported(by, late);
  await time.until(async () => (await dueStanding(late)) === 'accepted');
  await by(approver).reinstateSignatory({ id: late.signatory });
  return summaryOf(by(secretary), {
    cities,
    admittedOn,
    group,
    ...(exchange ? { exchange } : {}),
    ...(award ? { award: await awardSummary(by(secretary), award) } : {}),
  });
}

/** Opened by its day, written, signed off by the certifier, and accepted by a verifier who has verified none of its milestones. */
async function reported(by: Steps['as'], { signatory, officer, certifier }: City): Promise<void> {
  const { id } = await officer.openReport({ id: signatory }, { number: 1 });
  for (const section of SECTIONS) await officer.writeSection({ id }, { edition: 1, section, note: 'As planned.' });
  await certifier.signOffProgressReport({ id }, { edition: 1 });
  await by({ ...verifier, second: true }).acceptProgressReport({ id }, { edition: 1 });
}

const obligationOf = async ({ officer, signatory }: City, name: string) =>
  (await officer.getSignatory({ id: signatory })).obligations?.find((each) => each.name === name);
const dueOf = async (city: City, name: string): Promise<string> => (await obligationOf(city, name))?.due ?? '';
const dueStanding = async (city: City): Promise<string> => (await obligationOf(city, 'report-1'))?.standing ?? '';

const DAY_MS = 86_400_000;
const dayAfter = (day: string, days: number): string => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

type Told = { readonly cities: readonly City[] } & Pick<DeclarationSummary, 'admittedOn' | 'exchange' | 'award'> & {
    readonly group: string;
  };

async function summaryOf(as: Acting, { cities, admittedOn, group, exchange, award }: Told): Promise<DeclarationSummary> {
  const signatories = await Promise.all(
    cities.map(async ({ name, signatory }) => {
      const { status, standing } = await as.getSignatory({ id: signatory });
      return { name, status, standing };
    }),
  );
  const [first, late] = [cities[0], cities.at(-1)] as [City, City];
  const { reports } = await as.listProgressReports({ signatory: first.signatory });
  const report = await as.getProgressReport({ id: reports[0]?.id ?? '' });
  const edition = report.editions?.at(-1);
  const cells = edition?.cells ?? [];
  const { members = [] } = await as.getSignatoryGroup({ id: group });
  const { rungs = [] } = (await obligationOf({ ...late, officer: as }, 'report-1')) ?? {};
  return {
    admittedOn,
    signatories,
    groupMembers: members.length,
    report: {
      status: report.status,
      values: edition?.values ?? 0,
      filled: edition?.filled ?? 0,
      verified: cells.filter(({ certainty }) => certainty === 'verified').length,
    },
    ...(exchange ? { exchange } : {}),
    ...(award ? { award } : {}),
    ladder: rungs.map(({ name, on, days }) => `${on} ${name}${days ? ` ${days}` : ''}`),
  };
}
