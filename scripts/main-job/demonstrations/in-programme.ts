import type { BodyOf, Schemas } from '@junkan/client/operations.ts';
import { IN_PROGRESS, type InProgressName, NEWCOMER, PARTNER } from '@junkan/trial-sign-in/in-progress.ts';
import {
  type Acting,
  type Api,
  approver,
  approverOf,
  certifierOf,
  expertOf,
  jurorOf,
  nameOf,
  officerOf,
  type Person,
  secretary,
  sponsorOfficerOf,
  trainerOf,
} from '../api.ts';
import { allMet } from '../criteria.ts';
import { type DemoParties, usd } from './demo-parties.ts';
import { CRITERIA } from './judging.ts';
import { assessed, invited, planned, type Steps, signed, stepsOf, TEXT } from './signing.ts';
import type { Time } from './time.ts';

/** The city of the declaration whose report is late, and published in the end. */
const REPORTING = 'Harukawa';
/** Jakarta and Surabaya, by their numbers at GeoNames. */
const [PLACE, PLACE_OF_NEWCOMER] = ['1642911', '1625822'];

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const daysFrom = (now: string, days: number): string => new Date(Date.parse(now) + days * DAY_MS).toISOString().slice(0, 10);
/** Projects take half a year to their first milestone: until then a jury and reviewers have begun, and have not ended. */
const [CLOSES_DAYS, JUDGED_DAYS] = [150, 270];

/** Who takes part, and in which declaration. */
export type Programme = {
  readonly api: Api;
  readonly city: string;
  readonly newcomer: string;
  readonly partner: string;
  readonly fund: Pick<DemoParties['fund'], 'sponsor' | 'mandate'>;
  readonly declaration: string;
  readonly hash: string;
};
type Running = { readonly of: Programme; readonly steps: Steps; readonly time: Time };
/** Something of the programme that waits for somebody. `run` takes it there; `found`: where it is; nothing where it is not there. */
type Matter = {
  readonly run: (running: Running) => Promise<unknown>;
  readonly found: (as: Acting, of: Programme) => Promise<string | undefined>;
};
export type Matters = Readonly<Partial<Record<InProgressName, Matter>>>;

type Key = (step: string) => { readonly key: string };

/** The declaration in force: that of the demonstrations where they have been run, or else the same text. */
export async function openProgramme(api: Api, { city, fund }: Pick<DemoParties, 'city' | 'fund'>, key: Key): Promise<Programme> {
  const officer = api.as(secretary);
  const { id: newcomer } = await officer.registerProposer({}, { name: NEWCOMER, kind: 'city', countries: ['ID'] }, key('newcomer'));
  const registered = { name: PARTNER, kind: 'network', country: 'SG', themes: ['recycling'] } as const;
  const { id: partner } = await officer.registerPartner({}, registered, key('partner'));
  const known = (await declarationOf(officer)) ?? (await published(api, key));
  return { api, city, newcomer, partner, fund, ...known };
}

async function published(api: Api, key: Key): Promise<Pick<Programme, 'declaration' | 'hash'>> {
  const { id } = await api.as(secretary).draftDeclaration({}, { text: TEXT }, key('declaration'));
  await api.as(approver).publishDeclaration({ id }, { number: 1 }, key('published'));
  const { versions } = await api.as(secretary).getDeclaration({ id });
  return { declaration: id, hash: hashOf(versions[0]) };
}

/** Of the English text. */
const hashOf = (version: Schemas['CitiesDeclaration']['versions'][number] | undefined): string =>
  version?.texts.find(({ language }) => language === 'en')?.hash ?? '';

/** What is there of it, without beginning anything. */
export async function programmeIn(api: Api, city: string, sponsor: string): Promise<Programme | undefined> {
  const officer = api.as(secretary);
  const [{ proposers }, { partners }, known] = await Promise.all([
    officer.listProposers({ q: NEWCOMER }),
    officer.listPartners({ sort: 'name', limit: 500 }),
    declarationOf(officer),
  ]);
  const newcomer = proposers.find(({ name }) => name === NEWCOMER)?.id;
  const partner = partners.find(({ name }) => name === PARTNER)?.id;
  return newcomer && partner && known ? { api, city, newcomer, partner, fund: { sponsor, mandate: '' }, ...known } : undefined;
}

async function declarationOf(officer: Acting): Promise<Pick<Programme, 'declaration' | 'hash'> | undefined> {
  const { declarations } = await officer.listDeclarations({});
  const found = declarations.find(({ inForce }) => inForce > 0);
  if (!found) return undefined;
  return { declaration: found.id, hash: hashOf(found.versions.find(({ number }) => number === found.inForce)) };
}

const signatoryOf = async (as: Acting, { declaration }: Programme, city: string) =>
  (await as.listSignatories({ declaration, city })).signatories[0];

/** Invited, with its council’s decision and mandate, which are of the day on which this was done first. */
async function joining({ of, steps, time }: Running, city: { readonly id: string; readonly name: string; readonly place: string }) {
  const before = await signatoryOf(of.api.as(secretary), of, city.id);
  const { now } = await time.until(async () => true);
  const decidedOn = before?.decidedOn || now.slice(0, 10);
  const { id: own, name, place } = city;
  return { decidedOn, city: await invited(steps, { name, country: 'ID', place, declaration: of.declaration, decidedOn, own }) };
}

const at = (path: string, id: string | undefined): string | undefined => (id ? `/${path}/${id}` : undefined);

const { title: AWARD } = IN_PROGRESS['ballot-to-seal'];
const CATEGORY = 'first-steps' as const;
const jurorsOf = ({ partner }: Programme): Person[] => [
  jurorOf(partner),
  { ...jurorOf(partner), second: true },
  { ...jurorOf(partner), third: true },
];
const awardOf = async (as: Acting, { declaration }: Programme) =>
  (await as.listAwards({ declaration })).awards.find(({ title }) => title === AWARD);

const { title: CALL } = IN_PROGRESS['answer-to-review'];
const callOf = async (as: Acting, { fund }: Programme) =>
  (await as.listCalls({ owner: fund.sponsor })).calls.find(({ title }) => title[0]?.text === CALL);
const asked = (text: string) => [{ language: 'en', text }];
const contentOf = (closesOn: string, judgingUntil: string): BodyOf<'draftCall'>['content'] => ({
  title: asked(CALL),
  text: asked('Workshops and shops that give furniture to others. Made up for a trial.'),
  countries: ['ID'],
  themes: ['recycling'],
  closesOn,
  judgingUntil,
  available: usd('500000.00'),
  least: usd('1000.00'),
  greatest: usd('300000.00'),
  questions: [{ id: 'q1', text: asked('Who will run it?'), kind: 'text', mostWords: 100, choices: [], required: true }],
  criteria: CRITERIA,
  minimumReadiness: 1,
});

/** Time passes until they are judged. */
export const JUDGED: Matters = {
  'ballot-to-seal': {
    async run(running) {
      const { of, steps, time } = running;
      const { decidedOn, city } = await joining(running, { id: of.city, name: 'Kota Kenanga', place: PLACE });
      await signed(steps.as, city, of);
      await assessed(city);
      await planned(steps.as, city, decidedOn);
      const by = steps.as;
      const before = await awardOf(of.api.as(secretary), of);
      const { now } = await time.until(async () => true);
      const { closesOn, judgingUntil } = before ?? { closesOn: daysFrom(now, CLOSES_DAYS), judgingUntil: daysFrom(now, JUDGED_DAYS) };
      const { declaration } = of;
      const categories = [{ code: CATEGORY, title: 'First steps' }];
      const drafted = { declaration, title: AWARD, closesOn, judgingUntil, categories, criteria: CRITERIA };
      const { id } = await by(secretary).draftAwardCycle({}, drafted);
      for (const juror of jurorsOf(of))
        await by(approver).appointJuror({ id }, { category: CATEGORY, person: nameOf(juror), organisation: of.partner });
      await by(secretary).openAwardCycle({ id });
      const said = { title: 'Composting in every ward', note: 'Twelve wards turn kitchen waste into soil.', actions: [] };
      const { id: nomination } = await by(officerOf(of.city)).nominate({}, { cycle: id, category: CATEGORY, city: of.city, ...said });
      await by(certifierOf(of.city)).signOffNomination({ id: nomination });
      await time.until(async () => (await of.api.as(secretary).getAwardCycle({ id })).status !== 'open');
      await by(secretary).screenNomination({ id: nomination }, { reasons: [] });
      for (const juror of jurorsOf(of))
        await by(juror).declareAwardInterests({ id }, { category: CATEGORY, answered: [nomination], interested: [] });
      await by(secretary).assignBallots({ id });
    },
    found: async (as, of) => at('awards', (await awardOf(as, of))?.id),
  },
  'answer-to-review': {
    async run({ of, steps: { as: by }, time }) {
      const officer = sponsorOfficerOf(of.fund.sponsor);
      const before = await callOf(of.api.as(officer), of);
      const { now } = await time.until(async () => true);
      const { closesOn, judgingUntil } = before ?? { closesOn: daysFrom(now, CLOSES_DAYS), judgingUntil: daysFrom(now, JUDGED_DAYS) };
      const content = contentOf(closesOn, judgingUntil);
      const { id } = await by(officer).draftCall({}, { mandate: of.fund.mandate, content });
      for (const each of jurorsOf(of)) await by(officer).appointReviewer({ id }, { person: nameOf(each), organisation: of.partner });
      await by(approverOf(of.fund.sponsor)).openCall({ id });
      const amount = usd('180000.00');
      const proposal = {
        ...{ reference: 'in-progress-answer', title: 'A hall of furniture', countries: ['ID'], themes: ['recycling'], readiness: 2 },
        description: 'A hall in which furniture is mended and sold again. Made up for a trial.',
        target: amount,
        milestones: [{ number: 1, title: 'It is open', monthsAfterEffective: 12, amount }],
      };
      const { id: project } = await by(officerOf(of.city)).draftProject({}, { proposer: of.city, proposal });
      await by(officerOf(of.city)).submitProject({ id: project });
      await by(secretary).declareEligible({ id: project }, await allMet(of.api));
      const answers = [{ question: 'q1', note: 'A cooperative of menders.' }];
      const { id: answer } = await by(officerOf(of.city)).answerCall({}, { call: id, project, amount, answers });
      await by(certifierOf(of.city)).signOffAnswer({ id: answer });
      await time.until(async () => (await of.api.as(officer).getProjectCall({ id })).status !== 'open');
      await by(officer).screenAnswer({ id: answer }, { reasons: [] });
      for (const each of jurorsOf(of)) await by(each).declareReviewInterests({ id }, { answered: [answer], interested: [] });
      await by(officer).assignReviews({ id });
    },
    found: async (as, of) => at('calls', (await callOf(as, of))?.id),
  },
};

const { title: SESSION } = IN_PROGRESS['seat-to-take'];
const TRAINING: BodyOf<'draftTraining'>['content'] = {
  ...{ course: 'TR-KK', title: SESSION, description: 'Two days beside the heaps.', dimensions: ['capacity'], fromLevel: 1, toLevel: 2 },
  ...{ theme: 'composting', hours: 12, attendancePercent: 80, exercise: '', languages: ['en'], materials: [], validMonths: 36 },
};
const { title: REQUEST } = IN_PROGRESS['draft-to-write'];

const reportOf = async (as: Acting, { declaration }: Programme) => {
  const { proposers } = await as.listProposers({ q: REPORTING });
  const city = proposers.find(({ name }) => name === REPORTING)?.id;
  const signatory = city ? (await as.listSignatories({ declaration, city })).signatories[0]?.id : undefined;
  const reports = signatory ? (await as.listProgressReports({ signatory })).reports : [];
  return reports.find(({ number }) => number === 1);
};

/** No time passes. */
export const BEGUN: Matters = {
  'declaration-to-sign': {
    run: (running) => joining(running, { id: running.of.newcomer, name: NEWCOMER, place: PLACE_OF_NEWCOMER }),
    found: async (as, of) => at('signatories', (await signatoryOf(as, of, of.newcomer))?.id),
  },
  /** The correction of a published report: only where a city has come so far. */
  'report-to-review': {
    async run({ of, steps: { as: by } }) {
      const report = await reportOf(of.api.as(secretary), of);
      if (report?.status !== 'published') return;
      const { id, city } = report;
      await by(officerOf(city)).proposeReportEdition({ id }, { note: 'Two halls were counted twice.' });
      await by(officerOf(city)).writeSection({ id }, { edition: 2, section: 'results', note: 'One hall fewer than we wrote.' });
      await by(certifierOf(city)).signOffProgressReport({ id }, { edition: 2 });
    },
    async found(as, of) {
      const report = await reportOf(as, of);
      return report && (report.open || report.edition > 1) ? at('progress-reports', report.id) : undefined;
    },
  },
  'seat-to-take': {
    async run({ of, steps: { as: by } }) {
      const { id: training } = await by(secretary).draftTraining({}, { content: TRAINING });
      await by(secretary).offerTraining({ id: training });
      // Who has acted for an organisation belongs to it.
      await by(trainerOf(of.partner)).muteNotices({}, { kinds: ['match'], projects: [] });
      const { entries } = await of.api.as(secretary).getTrainingTimeline({ id: training });
      const enrolsFrom = entries.map((each) => each.at).toSorted()[0] ?? '';
      const meetings = [40, 41].map((day) => {
        const begins = Date.parse(enrolsFrom) + day * DAY_MS;
        return { from: new Date(begins).toISOString(), to: new Date(begins + 6 * HOUR_MS).toISOString() };
      });
      const plan = { meetings, mode: 'online', where: '', language: 'en', seats: 1, enrolsFrom, keepsSeats: false } as const;
      const { id } = await by(secretary).scheduleSession({}, { trainer: nameOf(trainerOf(of.partner)), plan, training });
      await by(officerOf(of.newcomer)).enrol({ id });
      await by(officerOf(of.city)).enrol({ id });
      await by(officerOf(of.newcomer)).cancelEnrolment({ id });
    },
    async found(as) {
      const { trainingSessions } = await as.listTrainingSessions({ limit: 500 });
      return at('training-sessions', trainingSessions.find(({ title }) => title === SESSION)?.id);
    },
  },
  'draft-to-write': {
    async run({ of, steps: { as: by } }) {
      const question = 'How do shops give the bottles back that they have not sold?';
      const said = { title: REQUEST, type: 'deposit-refund', place: PLACE, question, templates: [] };
      const { id } = await by(officerOf(of.city)).requestSupport({}, said);
      await by(secretary).acceptRequest({ id });
      const expert = expertOf(of.partner);
      await by(expert).muteNotices({}, { kinds: ['match'], projects: [] });
      await by(secretary).assignExpert({ id }, { person: nameOf(expert) });
      await by(expert).declareExpertInterests({ id }, { interests: [] });
    },
    async found(as, of) {
      const { supportRequests } = await as.listSupportRequests({ city: of.city });
      return at('support-requests', supportRequests.find(({ title }) => title === REQUEST)?.id);
    },
  },
};

export const stepsOfMatter = (api: Api, name: string, edition: string): Steps => stepsOf(api, `in-progress-${name}${edition}`);
