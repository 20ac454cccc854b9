import type { Acting, Api } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { type Actors, first } from './actors.ts';
import { fileOf } from './joined-city.ts';
import { admitted, invited, type Joining, TOKYO } from './signatory.ts';
import { verifiedOf } from './verified-result.ts';

export const PRACTICE = 'recover-organic';
type Level = { readonly level: number; readonly target: number };

/** A self-assessment that is signed off, of the same level throughout. */
export async function assessed(joining: Pick<Joining, 'id' | 'officer' | 'certifier'>, { level, target }: Level): Promise<string> {
  const { id, officer, certifier } = joining;
  const { id: assessment } = await officer.beginAssessment({ id });
  const evidence = level > 1 ? [await fileOf(officer, `Shows level ${level}.`)] : [];
  const { entries: dimensions } = await officer.getList({ list: 'dimensions' });
  for (const { code: dimension } of dimensions)
    await officer.answerDimension(
      { id: assessment },
      { edition: 1, dimension, known: 'level', level, evidence, addresses: [], target, targetYear: 2035 },
    );
  await certifier.signOffAssessment({ id: assessment }, { edition: 1 });
  return assessment;
}

export const TERMS = { open: true, capacity: 2, languages: ['en'], interpreter: false };

/** A city that wants to learn, and plans what others have done. */
export async function seeking(api: Api, city: string) {
  const joining = await invited(api, city);
  await admitted(api, joining);
  const assessment = await assessed(joining, { level: 1, target: 3 });
  const { officer } = joining;
  await officer.setPeerTerms({}, { ...TERMS, open: false });
  const content = { title: 'A composting hall', themes: ['composting'] };
  const { id: action } = await officer.planAction({}, { place: TOKYO, content, tags: { fiveR: 'recover', code: PRACTICE } });
  await settled(api);
  return { ...joining, assessment, action };
}

/** A city that has done it, with a verified result; how far it is in all dimensions. */
async function proved(api: Api, city: string, { level, target }: Level) {
  await verifiedOf(api, city);
  const joining = await invited(api, city);
  await admitted(api, joining);
  const assessment = await assessed(joining, { level, target });
  const { officer } = joining;
  const { actions } = await officer.listActions({ city });
  await officer.tagAction({ id: first(actions).id }, { tags: { fiveR: 'recover', code: PRACTICE } });
  return { ...joining, assessment };
}

/** One that is open to exchanges. */
export async function teaching(api: Api, city: string) {
  const teacher = await proved(api, city, { level: 3, target: 3 });
  await teacher.officer.setPeerTerms({}, TERMS);
  await settled(api);
  return teacher;
}

/** One that does both: it plans once more what it has done. */
export async function learning(api: Api, city: string, level: number) {
  const both = await proved(api, city, { level, target: 3 });
  await both.officer.setPeerTerms({}, TERMS);
  await both.officer.planAction({}, { place: TOKYO, content: { title: 'A second hall' }, tags: { fiveR: 'recover', code: PRACTICE } });
  await settled(api);
  return both;
}

/** A goal so many days ahead. */
export async function goalIn(api: Api, days = 180) {
  const { now } = await settled(api);
  return [{ text: 'To run a composting hall', by: new Date(Date.parse(now) + days * 86_400_000).toISOString().slice(0, 10) }];
}

export async function invitedTo(api: Api, seeker: { readonly officer: Acting }, provider: string): Promise<string> {
  return (
    await seeker.officer.inviteToExchange({}, { provider, goals: await goalIn(api), travel: 'seeker', note: 'We would like to come.' })
  ).id;
}

/** From the invitation to the conclusion by both. */
export async function concludedBetween(
  api: Api,
  seeker: { readonly officer: Acting },
  provider: { readonly city: string; readonly officer: Acting },
) {
  const id = await invitedTo(api, seeker, provider.city);
  await provider.officer.acceptExchange({ id });
  const { now } = await settled(api);
  await provider.officer.recordVisit({ id }, { form: 'call', on: now.slice(0, 10), note: 'How the hall is aired.' });
  await seeker.officer.concludeExchange({ id }, { note: 'We know how.', public: true });
  await provider.officer.concludeExchange({ id }, { note: 'They know how.', public: true });
  await settled(api);
  return id;
}

export const bothOf = async (api: Api, actors: Actors) => ({
  provider: await teaching(api, await actors.city()),
  seeker: await seeking(api, await actors.city()),
});
