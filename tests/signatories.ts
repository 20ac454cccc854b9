import { type Acting, type Api, approver, certifierOf, nameOf, officerOf, secretary } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { first } from './actors.ts';

const words = (text: string, japanese: string) => [
  { language: 'en', text },
  { language: 'ja', text: japanese },
];

/** A declaration as tests have it: in two languages, with the numbers that ship. */
export const declarationText = {
  title: words('A declaration for circular cities', '循環する都市の宣言'),
  preamble: words('We mean to use less, to use longer and to use again.', '少なく使い、長く使い、繰り返し使う。'),
  commitments: [
    { code: 'C1', fiveR: 'reuse', text: words('Keep things in use', '物を使い続ける') },
    { code: 'C2', fiveR: 'recover', text: words('Collect and recover', '集めて活かす') },
  ],
  rule: {
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
  },
  marked: 'Placeholder: the official wording belongs to its secretariat.',
} as const;

/** Places of the gazetteer. */
export const PLACES = { matsudo: '1857553', yokohama: '1848354' };

/** A declaration that one person has drafted and another published. */
export async function declared(api: Api): Promise<string> {
  const { id } = await api.as(secretary).draftDeclaration({}, { text: declarationText });
  await api.as(approver).publishDeclaration({ id }, { number: 1 });
  return id;
}

const fileOf = (by: Acting) => by.upload(new TextEncoder().encode('Decided.'), 'text/plain', { name: 'Decision.txt' });

/** A city that was invited and has done what is its own: decided, mandated, signed. */
export async function signed(api: Api, declaration: string, city: string, place: string): Promise<string> {
  const { id } = await api.as(secretary).inviteCity({}, { declaration, city, place });
  const officer = api.as(officerOf(city));
  const { hash: document } = await fileOf(officer);
  const today = (await settled(api)).now.slice(0, 10);
  await officer.recordCouncilDecision({ id }, { decidedOn: today, decisionNumber: '3/2026', document });
  await officer.recordMandate({ id }, { person: nameOf(certifierOf(city)), from: today, document });
  const certifier = api.as(certifierOf(city));
  const { language, hash } = first(first((await certifier.getDeclaration({ id: declaration })).versions).texts);
  await certifier.signDeclaration({ id }, { version: 1, language, hash });
  return id;
}

/** The same, admitted into the register. */
export async function admitted(api: Api, declaration: string, city: string, place: string): Promise<string> {
  const id = await signed(api, declaration, city, place);
  const checks = ['decision-is-legible', 'days-are-in-order', 'signer-is-mandated', 'city-has-a-place'] as const;
  await api.as(secretary).checkSignature({ id }, { checks });
  await api.as(approver).admitSignatory({ id });
  return id;
}
