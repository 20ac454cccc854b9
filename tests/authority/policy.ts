import { dayIn } from '@junkan/kit/pure/dates.ts';
import { certifierOf, expertOf, nameOf, officerOf } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { first } from '../actors.ts';
import { fileOf, passedTo } from '../joined-city.ts';
import { advised, FEE, PARAGRAPHS } from '../policy.ts';
import { TOKYO } from '../signatory.ts';
import { asRole, type Part, type Possible, type Scene } from './moments.ts';

const NOTE = { note: 'because' };
const S = 'secretariat';
/** What the secretariat has entered is its own. */
const OWNED = { side: 'secretariat' } as const;
type Done = Possible & { readonly by: ReturnType<typeof asRole> };
const at =
  (id: string) =>
  (act: Possible['act'], body?: object): Possible => ({ act, of: { id }, ...(body ? { body } : {}) });
const moment = (state: string, done: Done, others: readonly Possible[] = []) => {
  const { by: _, ...possible } = done;
  return { state, possible: [possible, ...others], done };
};
/** What only the person may do who advises, or who is in a circle. */
const own = (state: string, done: Done, others: readonly Possible[] = []) => ({ state, possible: others, done });
/** An entry of the library; a request that begins with it, up to what came of its adoption; and one that is not adopted. */
export async function* lifeOfRequest(scene: Scene): Part<void> {
  const { api, actors, city } = scene;
  const { id: entry = '' } = yield moment('no policy', { act: 'draftInstrument', body: FEE, by: asRole(S) });
  const ofEntry = at(entry);
  const partner = await actors.partner();
  const expert = asRole(partner, nameOf(expertOf(partner)));
  await api.as(expertOf(partner)).muteNotices({}, { kinds: ['match'], projects: [] });
  yield moment('policy drafted', { ...ofEntry('publishInstrument'), ...OWNED, by: asRole(S) }, [
    { ...ofEntry('reviseInstrument', FEE.content), ...OWNED },
  ]);
  const asked = { title: 'A fee', type: 'payt', place: TOKYO, question: 'How?', templates: [entry] };
  const { id = '' } = yield moment('policy published', { act: 'requestSupport', body: asked, by: asRole(city) });
  const on = at(id);
  const accept = { ...on('acceptRequest'), by: asRole(S) };
  yield moment('request submitted', accept, [on('declineRequest', { declinedBecause: 'too-vague', ...NOTE })]);
  const assign = { ...on('assignExpert', { person: expert.person }), by: asRole(S) };
  yield moment('request accepted', assign);
  yield own('expert assigned', { ...on('declareExpertInterests', { interests: [] }), by: expert }, [on('releaseExpert', NOTE)]);
  yield own('in work', { ...on('offerDraft', { base: 0, paragraphs: PARAGRAPHS }), by: expert });
  yield moment('draft offered', { ...on('openCommentWindow', { draft: 1, days: 7 }), by: asRole(city) });
  yield* commenting(scene, id, expert);
  yield own('window closed', { ...on('deliverDraft', { draft: 1 }), by: expert });
  yield* adopting(scene, id);
  yield* notAdopting(scene);
  yield moment('request over', { ...ofEntry('supersedeInstrument', NOTE), ...OWNED, by: asRole(S) });
}

async function* commenting({ api, city }: Scene, id: string, expert: Done['by']): Part<void> {
  const on = at(id);
  const comment = (circle: string) => on('commentOnDraft', { draft: 1, paragraph: 1, circle, note: 'Low at first.' });
  const answer = { commentOutcome: 'not-taken-up', ...NOTE };
  const internally = on('commentInternally', { draft: 1, paragraph: 1, note: 'Low at first.' });
  yield moment('window open', { ...internally, by: asRole(city) });
  const within: Done = { act: 'answerInternalComment', of: { id, comment: '1' }, body: answer, by: asRole(city) };
  yield moment('said within', within);
  yield own('answered within', { ...comment('public'), by: asRole(city) });
  const hide: Possible = { act: 'hideComment', of: { id, comment: '1' }, body: { hiddenBecause: 'insults' } };
  yield own('said publicly', { act: 'answerComment', of: { id, comment: '1' }, body: answer, by: expert }, [hide]);
  const { windows } = await api.as(officerOf(city)).getSupportRequest({ id });
  await passedTo(api, first(windows).until);
  await settled(api);
}

async function* adopting({ api, city }: Scene, id: string): Part<void> {
  const on = at(id);
  const document = await fileOf(api.as(officerOf(city)), 'Decided.');
  const decidedOn = dayIn('Asia/Tokyo', (await settled(api)).now);
  const record = on('recordAdoption', { draft: 1, decidedOn, decisionNumber: '7', documents: [document] });
  yield moment('draft delivered', { ...record, by: asRole(city) }, [on('recordNotAdopted', { notAdoptedBecause: 'costs' })]);
  yield moment('adoption recorded', { ...on('returnAdoption', NOTE), by: asRole(S) });
  yield moment('adoption returned', { ...record, by: asRole(city) });
  yield moment('adoption recorded again', { ...on('checkAdoption'), by: asRole(S) });
  await passedTo(api, `${Number(decidedOn.slice(0, 4)) + 1}${decidedOn.slice(4)}T15:00:00.000Z`);
  await settled(api);
  yield moment('a year after', { ...on('tellOutcomeOfAdoption', { afterAdoption: 'works', ...NOTE }), by: asRole(city) });
}

async function* notAdopting({ api, actors }: Scene): Part<void> {
  const { id, expert, city } = await advised(api, actors);
  await expert.deliverDraft({ id }, { draft: 1 });
  await api.as(certifierOf(city)).recordNotAdopted({ id }, { notAdoptedBecause: 'costs' });
  await settled(api);
  yield moment('not adopted', { ...at(id)('closeRequest'), by: asRole(S) });
}
