import type { BodyOf } from '@junkan/client/operations.ts';
import {
  type Api,
  approver,
  approverOf,
  certifierOf,
  expertOf,
  jurorOf,
  nameOf,
  officerOf,
  type Person,
  secondApproverOf,
  secondVerifier,
  secretary,
  sponsorOfficerOf,
} from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { actorsOf, first, type Sponsor, usd } from './actors.ts';
import { dayFrom, marks } from './awarding.ts';
import { passedTo } from './joined-city.ts';

// A call for projects: who has opened it, its reviewers, what answers it, and how it gets to its decision.

const meanings = ['none', 'told', 'measured', 'partly', 'mostly', 'wholly'];
const CRITERIA: BodyOf<'draftCall'>['content']['criteria'] = [
  { code: 'results', weightBasisPoints: 6000, tieOrder: 1, title: 'Results', meanings },
  { code: 'depth', weightBasisPoints: 4000, tieOrder: 2, title: 'Depth', meanings },
];
const asked = (text: string) => [{ language: 'en', text }];
export const QUESTIONS: BodyOf<'draftCall'>['content']['questions'] = [
  { id: 'who', text: asked('Who will run it?'), kind: 'text', mostWords: 100, choices: [], required: true },
  { id: 'site', text: asked('Is there a site?'), kind: 'choice', choices: ['yes', 'no'], required: true },
  { id: 'people', text: asked('How many people does it reach?'), kind: 'number', choices: [], required: false },
];
export const ANSWERS: BodyOf<'answerCall'>['answers'] = [
  { question: 'who', note: 'A cooperative of repairers.' },
  { question: 'site', value: 'yes' },
  { question: 'people', value: '1200' },
];

export const contentOf = (now: string): BodyOf<'draftCall'>['content'] => ({
  title: asked('Repair in every ward'),
  text: asked('We look for places where things are repaired.'),
  countries: ['JP'],
  themes: ['reuse'],
  closesOn: dayFrom(now, 10),
  judgingUntil: dayFrom(now, 40),
  available: usd('1500.00'),
  least: usd('200.00'),
  greatest: usd('1000.00'),
  questions: [...(QUESTIONS ?? [])],
  criteria: [...CRITERIA],
  minimumReadiness: 1,
});

/** Who does what in a call: its officer drafts, one approver opens, and another decides. */
export type Owner = { readonly officer: Person; readonly opens: Person; readonly decides: Person; readonly mandate: string };
export const ofSecretariat: Owner = { officer: secretary, opens: approver, decides: { ...approver, second: true }, mandate: '' };
export const ofSponsor = ({ sponsor, mandate }: Sponsor): Owner => ({
  officer: sponsorOfficerOf(sponsor),
  opens: approverOf(sponsor),
  decides: secondApproverOf(sponsor),
  mandate,
});

export type Calling = Awaited<ReturnType<typeof calling>>;

/** A juror of a partner, another or an expert of it, and somebody of who has opened the call. */
export async function reviewersOf(api: Api, { officer: { organisation, role } }: Owner) {
  const partner = await actorsOf(api).partner();
  const own: Person = role === 'sponsor.officer' ? { organisation, role, second: true } : secondVerifier;
  const guest: Person = role === 'sponsor.officer' ? { ...jurorOf(partner), second: true } : expertOf(partner);
  const reviewers: Person[] = [jurorOf(partner), guest, own];
  return { partner, reviewers };
}

/** An open call with reviewers of a partner, and of who has opened it. */
export async function calling(api: Api, owner: Owner, { more = [] as readonly Person[], change = {} as object } = {}) {
  const by = api.as;
  const { partner, reviewers: usual } = await reviewersOf(api, owner);
  const reviewers = [...usual, ...more];
  const { now } = await settled(api);
  const content = { ...contentOf(now), ...change };
  const { id } = await by(owner.officer).draftCall({}, { ...(owner.mandate ? { mandate: owner.mandate } : {}), content });
  for (const each of reviewers) await by(owner.officer).appointReviewer({ id }, { person: nameOf(each), organisation: each.organisation });
  await by(owner.opens).openCall({ id });
  await settled(api);
  return { id, owner, partner, reviewers, closesOn: content.closesOn, judgingUntil: content.judgingUntil };
}

/** Each city answers with a project of its own, and signs that off. */
export async function answered(
  api: Api,
  { id: call }: Pick<Calling, 'id'>,
  cities: readonly string[],
  amount = '800.00',
): Promise<string[]> {
  const ids: string[] = [];
  for (const city of cities) {
    const project = await actorsOf(api).submitted(city);
    const { id } = await api.as(officerOf(city)).answerCall({}, { call, project, amount: usd(amount), answers: [...(ANSWERS ?? [])] });
    await api.as(certifierOf(city)).signOffAnswer({ id });
    ids.push(id);
  }
  await settled(api);
  return ids;
}

/** The call is over, and all answers are eligible. */
export async function answersScreened(api: Api, { closesOn, owner }: Calling, answers: readonly string[]): Promise<void> {
  await passedTo(api, `${dayFrom(`${closesOn}T00:00:00Z`, 1)}T03:00:00.000Z`);
  await settled(api);
  for (const id of answers) await api.as(owner.officer).screenAnswer({ id }, { reasons: [] });
}

/** All reviewers answer that they have no interest, and reviews are assigned. */
export async function reviewingBegun(api: Api, { id, owner, reviewers }: Calling, answers: readonly string[]): Promise<void> {
  for (const each of reviewers) await api.as(each).declareReviewInterests({ id }, { answered: [...answers], interested: [] });
  await api.as(owner.officer).assignReviews({ id });
  await settled(api);
}

/** Every reviewer seals what is assigned, the first answer with the best marks. */
export async function reviewsSealed(api: Api, { id, reviewers }: Calling, answers: readonly string[]): Promise<void> {
  for (const [index, each] of reviewers.entries()) {
    const { answers: own } = await api.as(each).readOwnReviews({ id });
    for (const { answer, state } of own) {
      if (state !== 'waiting' && state !== 'begun') continue;
      const isFirst = answer === first(answers);
      await api.as(each).sealReview({ id, answer }, { marks: [...marks(isFirst ? 5 : 3, Math.min(index + (isFirst ? 2 : 1), 4))] });
    }
  }
}

export async function reviewingOver(api: Api, { judgingUntil }: Calling): Promise<void> {
  await passedTo(api, `${dayFrom(`${judgingUntil}T00:00:00Z`, 1)}T03:00:00.000Z`);
  await settled(api);
}
