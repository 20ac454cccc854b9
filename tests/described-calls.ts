import { type Api, approver, certifierOf, officerOf, secretary } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { actorsOf, first, usd } from './actors.ts';
import { dayFrom, marks } from './awarding.ts';
import {
  ANSWERS,
  answered,
  answersScreened,
  calling,
  contentOf,
  ofSponsor,
  reviewingBegun,
  reviewingOver,
  reviewsSealed,
} from './calling.ts';
import { passedTo } from './joined-city.ts';

const NOTE = { note: 'because' };

/** A call that is cancelled, and one of a sponsor that is decided and followed up. */
export async function callsOf(api: Api): Promise<void> {
  const { as: by } = api;
  const actors = actorsOf(api);
  const content = contentOf((await settled(api)).now);
  const { id: cancelled } = await by(secretary).draftCall({}, { content });
  await by(secretary).reviseCall({ id: cancelled }, { content: { ...content, minimumReadiness: 2 } });
  await by(approver).cancelCall({ id: cancelled }, NOTE);
  const owner = ofSponsor(await actors.sponsor());
  const call = await calling(api, owner);
  const { id, judgingUntil } = call;
  const cities = [await actors.city(), await actors.city()];
  const [third] = await answered(api, call, [await actors.city()]);
  const { city: of = '' } = await by(owner.officer).getCallAnswer({ id: third ?? '' });
  await by(certifierOf(of)).withdrawAnswer({ id: third ?? '' });
  const answers = await answered(api, call, cities);
  await passedTo(api, `${dayFrom(`${call.closesOn}T00:00:00Z`, 1)}T03:00:00.000Z`);
  await settled(api);
  const answer = first(answers);
  await by(owner.officer).screenAnswer({ id: answer }, { reasons: ['answers-are-unclear'] });
  const mended = { amount: usd('850.00'), answers: [...(ANSWERS ?? [])] };
  await by(officerOf(first(cities))).reviseAnswer({ id: answer }, mended);
  await by(certifierOf(first(cities))).signOffAnswer({ id: answer });
  await answersScreened(api, call, answers);
  await reviewingBegun(api, call, answers);
  await by(first(call.reviewers)).markReview({ id, answer }, { marks: [...marks(4, 2)] });
  await reviewsSealed(api, call, answers);
  await by(owner.opens).prolongReviews({ id }, { judgingUntil: dayFrom(`${judgingUntil}T00:00:00Z`, 1) });
  await reviewingOver(api, { ...call, judgingUntil: dayFrom(`${judgingUntil}T00:00:00Z`, 1) });
  await by(owner.officer).openReviews({ id });
  await by(owner.decides).decideCall({ id }, { selected: [answer] });
  await by(owner.officer).followUpSelection({ id: answer }, NOTE);
  await settled(api);
  const officer = by(owner.officer);
  await officer.getProjectCall({ id, with: 'names' });
  await officer.getProjectCallTimeline({ id });
  await officer.listCalls({ counts: 'status', limit: 5 });
  await officer.listPublicCalls({ limit: 5 });
  await officer.getPublicProjectCall({ id });
  await officer.getCallAnswer({ id: answer });
  await officer.getCallAnswerTimeline({ id: answer });
  await officer.listAnswers({ call: id, limit: 5 });
  await officer.readAnswerFeedback({ id: answer });
}
