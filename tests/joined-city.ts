import { type Acting, type Api, approver, certifierOf, nameOf, officerOf, secretary } from '@junkan/scripts/main-job/api.ts';
import { advance, settled } from '@junkan/scripts/main-job/clock.ts';
import { actorsOf, first } from './actors.ts';

/** A city that is admitted to a declaration, on the twentieth of January after next new year. */

const words = (text: string) => [{ language: 'en', text }];
export const RULE = {
  planMonths: 24,
  firstReportMonths: 36,
  reportEveryMonths: 24,
  align: ['03-31', '09-30'],
  openedDays: 180,
  reminders: [90, 30, 7],
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
} as const;
const TEXT = {
  title: words('A declaration'),
  preamble: words('We mean to use again.'),
  commitments: [
    { code: 'C1', fiveR: 'reuse', text: words('Reuse') },
    { code: 'C2', fiveR: 'reduce', text: words('Reduce') },
  ],
  rule: RULE,
  marked: 'Placeholder',
} as const;

/** Kawasaki, by its number at GeoNames. */
const PLACE = '1859642';
const CHECKS = ['decision-is-legible', 'days-are-in-order', 'signer-is-mandated', 'city-has-a-place'] as const;

export const fileOf = async (by: Acting, text: string): Promise<string> =>
  (await by.upload(new TextEncoder().encode(text), 'text/plain', { name: 'File.txt' })).hash;

/** Lets time pass to an instant, deadline by deadline. */
export async function passedTo(api: Api, to: string): Promise<void> {
  let clock = await settled(api);
  while (clock.earliestDeadline && clock.earliestDeadline < to) clock = await advance(api, clock.earliestDeadline);
  await advance(api, to);
}

export type Joined = Awaited<ReturnType<typeof joinedCity>>;

/** `city`: one that is registered; without it, a new one. */
export async function joinedCity(api: Api, city?: string) {
  const by = api.as;
  const { id: declaration } = await by(secretary).draftDeclaration({}, { text: TEXT });
  await by(approver).publishDeclaration({ id: declaration }, { number: 1 });
  const registered = city ?? (await actorsOf(api).city());
  const { now } = await settled(api);
  const year = Number(now.slice(0, 4)) + 1;
  await passedTo(api, `${year}-01-20T03:00:00.000Z`);
  const [officer, certifier] = [by(officerOf(registered)), by(certifierOf(registered))];
  const { id } = await by(secretary).inviteCity({}, { declaration, city: registered, place: PLACE });
  const document = await fileOf(officer, 'Decided.');
  const on = `${year}-01-08`;
  await officer.recordCouncilDecision({ id }, { decidedOn: on, decisionNumber: '3', document });
  await officer.recordMandate({ id }, { person: nameOf(certifierOf(registered)), from: on, document });
  const { versions } = await certifier.getDeclaration({ id: declaration });
  const { language, hash } = first(first(versions).texts);
  await certifier.signDeclaration({ id }, { version: 1, language, hash });
  await by(secretary).checkSignature({ id }, { checks: CHECKS });
  await by(approver).admitSignatory({ id });
  /** A day after the admission, at noon there: so many years on, in that month. */
  const day = (years: number, monthAndDay: string): string => `${year + years}-${monthAndDay}`;
  const until = (years: number, monthAndDay: string) => passedTo(api, `${day(years, monthAndDay)}T03:00:00.000Z`);
  return { id, city: registered, officer, certifier, document, day, until };
}
