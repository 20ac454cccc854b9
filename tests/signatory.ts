import { type Acting, type Api, approver, certifierOf, nameOf, officerOf, secretary } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { first } from './actors.ts';
import { passedTo, RULE } from './joined-city.ts';

// A declaration, and a city on its way to sign it.

export const wordsOf = (text: string) => [{ language: 'en', text }];
export const DECLARATION = {
  title: wordsOf('A declaration'),
  preamble: wordsOf('We mean to use again.'),
  commitments: [{ code: 'C1', fiveR: 'reuse', text: wordsOf('Reuse') }],
  rule: RULE,
  marked: 'Placeholder',
} as const;
export const TOKYO = '1857553';
export const CHECKS = ['decision-is-legible', 'days-are-in-order', 'signer-is-mandated', 'city-has-a-place'] as const;

export type Joining = Awaited<ReturnType<typeof invited>>;

/** A declaration in force, and the city invited to sign it. */
export async function invited(api: Api, city: string, place = TOKYO) {
  const by = api.as;
  const { id: declaration } = await by(secretary).draftDeclaration({}, { text: DECLARATION });
  await by(approver).publishDeclaration({ id: declaration }, { number: 1 });
  const { id } = await by(secretary).inviteCity({}, { declaration, city, place });
  const { now } = await settled(api);
  return {
    declaration,
    city,
    id,
    officer: by(officerOf(city)),
    certifier: by(certifierOf(city)),
    mandated: nameOf(certifierOf(city)),
    today: now.slice(0, 10),
  };
}

export const fileOf = (by: Acting) => by.upload(new TextEncoder().encode('Decided.'), 'text/plain', { name: 'Decision.txt' });

/** What is read and signed. */
export async function textOf({ certifier, declaration }: Joining) {
  const { versions } = await certifier.getDeclaration({ id: declaration });
  const { language, hash } = first(first(versions).texts);
  return { version: 1, language, hash };
}

export async function signed(joining: Joining): Promise<void> {
  const { id, officer, certifier, mandated, today } = joining;
  const { hash: document } = await fileOf(officer);
  await officer.recordCouncilDecision({ id }, { decidedOn: today, decisionNumber: '3/2026', document });
  await officer.recordMandate({ id }, { person: mandated, from: today, document });
  await certifier.signDeclaration({ id }, await textOf(joining));
}

export async function admitted(api: Api, joining: Joining): Promise<void> {
  await signed(joining);
  await api.as(secretary).checkSignature({ id: joining.id }, { checks: CHECKS });
  await api.as(approver).admitSignatory({ id: joining.id });
}

/** Lets time pass to noon of a day. */
export const until = (api: Api, day: string): Promise<void> => passedTo(api, `${day}T12:00:00.000Z`);
