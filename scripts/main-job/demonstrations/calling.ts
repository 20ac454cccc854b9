import type { BodyOf } from '@junkan/client/operations.ts';
import {
  type Acting,
  type Api,
  approverOf,
  certifierOf,
  jurorOf,
  nameOf,
  officerOf,
  type Person,
  secondApproverOf,
  sponsorOfficerOf,
} from '../api.ts';
import type { CallSummary } from '../summary.ts';
import { type DemoParties, usd } from './demo-parties.ts';
import type { Time } from './time.ts';

const meanings = [
  'nothing of it',
  'said, and not shown',
  'shown for a small part',
  'shown for half',
  'shown for most',
  'shown for all of it, with what proves it',
];
const CRITERIA: BodyOf<'draftCall'>['content']['criteria'] = [
  { code: 'fit', weightBasisPoints: 4000, tieOrder: 1, title: 'Fits what is sought', meanings },
  { code: 'effect', weightBasisPoints: 3500, tieOrder: 2, title: 'Effect on the circular economy', meanings },
  { code: 'readiness', weightBasisPoints: 2500, tieOrder: 3, title: 'Ready to be done', meanings },
];
/** What answers, for how much, and how good reviewers find it by each criterion: the first two together ask for more than there is. */
const ANSWERING = [
  { title: 'Repair points at every tram stop', amount: '1500.00', marks: [4, 4, 4] },
  { title: 'A bank of textiles', amount: '1200.00', marks: [4, 3, 3] },
  { title: 'Tools that a ward shares', amount: '900.00', marks: [3, 3, 2] },
] as const;
/** By how much a reviewer marks lower than the others. */
const STRICT = [0, 1, 0] as const;
const REASON = 'The second asks for more than the first leaves.';
const SELECTED = [0, 2] as const;

const DAY_MS = 86_400_000;
const daysFrom = (now: string, days: number): string => new Date(Date.parse(now) + days * DAY_MS).toISOString().slice(0, 10);

type Parts = { readonly api: Api; readonly time: Time; readonly demoParties: DemoParties };
type Key = (step: string) => { readonly key: string };

/**
 * A sponsor opens a call within its mandate, and three projects of a city answer. Two jurors of a partner and an officer of the sponsor review; a fourth has
 * to do with an answer, and says so. What is selected is another than the order, with its reason: the sum is not enough for the first two.
 */
export async function call({ api, time, demoParties: { city, fund, partner, edition } }: Parts): Promise<CallSummary> {
  const by = api.as;
  const key: Key = (step) => ({ key: `call${edition}:${step}`, correlationId: 'demonstration:call' });
  const title = `Second lives ${edition}`.trim();
  const officer = sponsorOfficerOf(fund.sponsor);
  const before = (await by(officer).listCalls({ owner: fund.sponsor })).calls.find((each) => each.title[0]?.text === title);
  const { now } = await time.until(async () => true);
  const [closesOn, judgingUntil] = before ? [before.closesOn, before.judgingUntil] : [daysFrom(now, 20), daysFrom(now, 60)];
  const content = contentOf(title, closesOn, judgingUntil);
  const { id } = await by(officer).draftCall({}, { mandate: fund.mandate, content }, key('draft'));
  const barred: Person = { ...jurorOf(partner), third: true };
  const reviewers: readonly Person[] = [jurorOf(partner), { ...jurorOf(partner), second: true }, { ...officer, second: true }];
  for (const each of [...reviewers, barred])
    await by(officer).appointReviewer({ id }, { person: nameOf(each), organisation: each.organisation }, key(`appoint:${nameOf(each)}`));
  await by(approverOf(fund.sponsor)).openCall({ id }, {}, key('open'));
  const answers: string[] = [];
  for (const [index, said] of ANSWERING.entries()) answers.push(await answered(api, { id, city, index, said }, key));
  const isPast = (status: string) => time.until(async () => (await by(officer).getProjectCall({ id })).status !== status);
  await isPast('open');
  for (const answer of answers) await by(officer).screenAnswer({ id: answer }, { reasons: [] }, key(`screen:${answer}`));
  for (const each of [...reviewers, barred]) {
    const interested = each === barred ? answers.slice(0, 1) : [];
    await by(each).declareReviewInterests({ id }, { answered: answers, interested }, key(`interests:${nameOf(each)}`));
  }
  await by(officer).assignReviews({ id }, {}, key('assign'));
  for (const [index, each] of reviewers.entries()) await sealAll(api, { id, reviewer: each, index, answers }, key);
  // Who has an interest in one answer reviews the others.
  await sealAll(api, { id, reviewer: barred, index: 0, answers }, key);
  await isPast('judging');
  await by(officer).openReviews({ id }, {}, key('order'));
  const selected = SELECTED.flatMap((at) => answers[at] ?? []);
  await by(secondApproverOf(fund.sponsor)).decideCall({ id }, { selected, note: REASON }, key('decide'));
  await time.until(async () => true);
  for (const answer of selected)
    await by(officer).followUpSelection({ id: answer }, { note: 'An offer follows.' }, key(`follow-up:${answer}`));
  return summaryOf(by(officer), id, answers);
}

const asked = (text: string) => [{ language: 'en', text }];

const contentOf = (title: string, closesOn: string, judgingUntil: string): BodyOf<'draftCall'>['content'] => ({
  title: asked(title),
  text: asked('Places and services that give things a second life.'),
  countries: ['JP'],
  themes: ['demonstration'],
  closesOn,
  judgingUntil,
  available: usd('2500.00'),
  least: usd('500.00'),
  greatest: usd('2000.00'),
  questions: [{ id: 'q1', text: asked('Who will run it?'), kind: 'text', mostWords: 100, choices: [], required: true }],
  criteria: CRITERIA,
  minimumReadiness: 1,
});

type Answering = { readonly id: string; readonly city: string; readonly index: number; readonly said: (typeof ANSWERING)[number] };

/** A project of the city is handed in, answers the call, and its certifier signs that off. */
async function answered(api: Api, { id: call, city, index, said: { title, amount } }: Answering, key: Key): Promise<string> {
  const officer = api.as(officerOf(city));
  const proposal = {
    reference: `demonstration-call-${index + 1}`,
    title,
    countries: ['JP'],
    themes: ['demonstration'],
    readiness: 2,
    target: usd(amount),
    milestones: [{ number: 1, title: 'It runs', monthsAfterEffective: 12, amount: usd(amount) }],
  };
  const { id: project } = await officer.draftProject({}, { proposer: city, proposal }, key(`project:${index}`));
  await officer.submitProject({ id: project }, {}, key(`submit:${index}`));
  const said = { call, project, amount: usd(amount), answers: [{ question: 'q1', note: 'A cooperative of the ward.' }] };
  const { id } = await officer.answerCall({}, said, key(`answer:${index}`));
  await api.as(certifierOf(city)).signOffAnswer({ id }, {}, key(`sign-off:${index}`));
  return id;
}

type Sealing = { readonly id: string; readonly reviewer: Person; readonly index: number; readonly answers: readonly string[] };

/** All that are assigned to a reviewer; run again, it seals the same. */
async function sealAll(api: Api, { id, reviewer, index, answers }: Sealing, key: Key): Promise<void> {
  const { answers: own } = await api.as(reviewer).readOwnReviews({ id });
  for (const { answer, state } of own) {
    if (!['waiting', 'begun', 'sealed'].includes(state)) continue;
    const found = ANSWERING[answers.indexOf(answer)] ?? ANSWERING[0];
    const marks = CRITERIA.map(({ code }, at) => ({ criterion: code, mark: (found.marks[at] ?? 0) - (STRICT[index] ?? 0) })).map((each) =>
      each.mark === 1 ? { ...each, note: 'Say by whom it is run, and from when.' } : each,
    );
    await api.as(reviewer).sealReview({ id, answer }, { marks }, key(`seal:${nameOf(reviewer)}:${answer}`));
  }
}

/** As who has opened it reads it. */
async function summaryOf(as: Acting, id: string, answers: readonly string[]): Promise<CallSummary> {
  const { status, order, selected, interests, available } = await as.getProjectCall({ id });
  return {
    status,
    available,
    interests: interests.length,
    reviews: order?.reviews.length ?? 0,
    firm: order?.firm ?? false,
    order: (order?.order ?? []).map(({ answer, place, points, mean }) => ({
      title: ANSWERING[answers.indexOf(answer)]?.title ?? '',
      place,
      points,
      mean,
      selected: selected.some((each) => each.answer === answer),
    })),
  };
}
