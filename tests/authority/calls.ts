import { nameOf } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { first, usd } from '../actors.ts';
import { dayFrom, marks } from '../awarding.ts';
import { ANSWERS, answered, type Calling, contentOf, ofSponsor, reviewersOf, reviewingOver, reviewsSealed } from '../calling.ts';
import { passedTo } from '../joined-city.ts';
import { asRole, type Part, type Possible, type Scene } from './moments.ts';

const NOTE = { note: 'because' };
const LATE = 'T03:00:00.000Z';
type Done = Possible & { readonly by: ReturnType<typeof asRole> };
const at =
  (id: string) =>
  (act: Possible['act'], body?: object): Possible => ({ act, of: { id }, ...(body ? { body } : {}) });
const moment = (state: string, done: Done, others: readonly Possible[] = []) => {
  const { by: _, ...possible } = done;
  return { state, possible: [possible, ...others], done };
};
/** What only the person may do whom it is about. */
const own = (state: string, done: Done) => ({ state, possible: [], done });

/** A call of the secretariat that is drafted and cancelled, and one of a sponsor that runs to what follows its decision. */
export async function* lifeOfCall(scene: Scene): Part<void> {
  yield* cancelled(scene);
  const call = yield* opening(scene);
  const answer = yield* answering(scene, call);
  const [other = ''] = await answered(scene.api, call, [await scene.actors.city()]);
  yield* screening(scene, call, [answer, other]);
  yield* reviewing(scene, call, [answer, other]);
  const { sponsor } = scene.lender;
  yield moment('project selected', { ...at(answer)('followUpSelection', NOTE), side: 'sponsor', by: asRole(sponsor) });
}

async function* cancelled({ api }: Scene): Part<void> {
  const content = contentOf((await settled(api)).now);
  const by = () => ({ side: 'secretariat' as const, by: asRole('secretariat') });
  const draft: Done = { act: 'draftCall', body: { content }, by: asRole('secretariat') };
  const { id = '' } = yield moment('no other call', draft);
  yield moment('other call drafted', { ...at(id)('cancelCall', NOTE), ...by() });
}

async function* opening({ api, lender }: Scene): Part<Calling> {
  const { sponsor, mandate } = lender;
  const content = contentOf((await settled(api)).now);
  const by = () => ({ side: 'sponsor' as const, by: asRole(sponsor) });
  const draft: Done = { act: 'draftCall', body: { mandate, content }, by: asRole(sponsor) };
  const { id = '' } = yield moment('no call', draft);
  const revised = { content: { ...content, minimumReadiness: 2 } };
  yield moment('call drafted', { ...at(id)('reviseCall', revised), ...by() });
  const owner = ofSponsor(lender);
  const { partner, reviewers } = await reviewersOf(api, owner);
  const [one, ...more] = reviewers;
  if (!one) throw new Error('a call has reviewers');
  const appoint = at(id)('appointReviewer', { person: nameOf(one), organisation: one.organisation });
  yield moment('call revised', { ...appoint, ...by() });
  for (const each of more) await api.as(owner.officer).appointReviewer({ id }, { person: nameOf(each), organisation: each.organisation });
  yield moment('reviewers appointed', { ...at(id)('openCall'), ...by() });
  const { closesOn, judgingUntil } = content;
  return { id, owner, partner, reviewers, closesOn, judgingUntil };
}

async function* answering({ actors, city }: Scene, { id: call }: Calling): Part<string> {
  const project = await actors.submitted(city);
  const by = () => ({ by: asRole(city) });
  const body = { call, project, amount: usd('800.00'), answers: ANSWERS };
  // A project is of its city: of others there is none.
  const { id = '' } = yield own('call open', { act: 'answerCall', body, ...by() });
  const revised = { amount: usd('900.00'), answers: ANSWERS };
  yield moment('answer begun', { ...at(id)('reviseAnswer', revised), ...by() });
  yield moment('answer revised', { ...at(id)('signOffAnswer'), ...by() }, [at(id)('withdrawAnswer')]);
  return id;
}

/** The one reviewer who is of who has opened the call. */
const ownReviewer = ({ reviewers }: Calling) => {
  const reviewer = reviewers.at(-1);
  if (!reviewer) throw new Error('a call has reviewers');
  return { reviewer, byReviewer: { by: asRole(reviewer.organisation, nameOf(reviewer)) } };
};

async function* screening({ api, lender }: Scene, call: Calling, [answer = '', other = '']: readonly string[]): Part<void> {
  const { id, closesOn, owner } = call;
  await passedTo(api, `${dayFrom(`${closesOn}T00:00:00Z`, 1)}${LATE}`);
  await settled(api);
  const said = { answered: [answer, other], interested: [] };
  yield own('answers over', { ...at(id)('declareReviewInterests', said), ...ownReviewer(call).byReviewer });
  yield moment('answer handed in', { ...at(answer)('screenAnswer', { reasons: [] }), side: 'sponsor', by: asRole(lender.sponsor) });
  await api.as(owner.officer).screenAnswer({ id: other }, { reasons: [] });
  await settled(api);
}

async function* reviewing({ api, lender }: Scene, call: Calling, answers: readonly string[]): Part<void> {
  const { id, reviewers, judgingUntil } = call;
  const on = at(id);
  const { reviewer, byReviewer } = ownReviewer(call);
  const by = () => ({ side: 'sponsor' as const, by: asRole(lender.sponsor) });
  const said = { answered: [...answers], interested: [] };
  for (const each of reviewers.filter((other) => other !== reviewer)) await api.as(each).declareReviewInterests({ id }, said);
  yield moment('interests declared', { ...on('assignReviews'), ...by() });
  const of = { id, answer: first(answers) };
  yield own('reviews begun', { act: 'markReview', of, body: { marks: marks(4, 2) }, ...byReviewer });
  yield own('review begun', { act: 'sealReview', of, body: { marks: marks(5, 4) }, ...byReviewer });
  await reviewsSealed(api, call, answers);
  const until = dayFrom(`${judgingUntil}T00:00:00Z`, 1);
  yield moment('all reviews sealed', { ...on('prolongReviews', { judgingUntil: until }), ...by() });
  await reviewingOver(api, { ...call, judgingUntil: until });
  yield moment('reviews over', { ...on('openReviews'), ...by() }, [{ ...on('cancelCall', NOTE), side: 'sponsor' }]);
  yield moment('reviews opened', { ...on('decideCall', { selected: [first(answers)] }), ...by() });
  await settled(api);
}
