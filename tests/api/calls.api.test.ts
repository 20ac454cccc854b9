import { approverOf, auditor, certifierOf, nameOf, officerOf, secondVerifier, secretary } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { first, proposal, refused, usd } from '../actors.ts';
import { dayFrom, marks, SECRET } from '../awarding.ts';
import { verifiedFaults } from '../breaking.ts';
import {
  ANSWERS,
  answered,
  answersScreened,
  calling,
  contentOf,
  ofSecretariat,
  ofSponsor,
  reviewingBegun,
  reviewingOver,
  reviewsSealed,
} from '../calling.ts';
import { passedTo } from '../joined-city.ts';
import { openSystem } from '../open-system.ts';

const { system, api, actors, store } = await openSystem();
const by = api.as;
/** The answer that a sponsor has selected. */
let offered = '';
/** The call that was decided otherwise than its order, and that of a sponsor. */
let [departed, within] = ['', ''];
/** One that was screened for the first of them. */
let screenedOf = '';
/** What was handed in for a call that was cancelled. */
let ended = '';

test('a call of the secretariat runs from its draft to a decision, and who was not selected reads why', async () => {
  const call = await calling(api, ofSecretariat);
  const { id, owner } = call;
  departed = id;
  const cities = [await actors.city(), await actors.city()];
  const answers = await answered(api, call, cities);
  const [winner = '', other = ''] = answers;
  screenedOf = other;
  expect(await by(officerOf(first(cities))).getCallAnswer({ id: winner })).toMatchObject({
    status: 'submitted',
    facts: { countries: ['JP'], themes: ['reuse'], readiness: 2 },
  });
  await answersScreened(api, call, answers);
  await reviewingBegun(api, call, answers);
  await reviewsSealed(api, call, answers);
  await reviewingOver(api, call);
  expect(await by(secretary).getProjectCall({ id })).toMatchObject({ status: 'deciding' });
  const dueOf = async (kind: 'reviews-to-open' | 'call-to-decide', who: typeof owner.decides) =>
    (await by(who).listWork({ kind })).work.flatMap(({ item, due }) => (item === id ? [due] : []));
  expect(await dueOf('reviews-to-open', owner.officer)).toEqual([`${dayFrom(`${call.judgingUntil}T00:00:00Z`, 14)}T23:59:59.999Z`]);
  await by(owner.officer).openReviews({ id });
  const { now: openedAt } = await settled(api);
  expect((await dueOf('call-to-decide', owner.decides)).map((due = '') => due.slice(0, 10))).toEqual([dayFrom(openedAt, 14)]);
  const told = await by(owner.decides).getProjectCall({ id });
  // What has its order is decided, and not cancelled any more.
  expect(await refused(by(owner.opens).cancelCall({ id }, { note: 'No.' }))).toMatchObject({
    type: '/problems/project-call-is-in-another-status',
    facts: { status: 'deciding' },
  });
  expect(told.order?.order.map(({ answer, place, reviews }) => [answer, place, reviews])).toEqual([
    [winner, 1, 3],
    [other, 2, 3],
  ]);
  // Who has had a part in it does not decide.
  expect(await refused(by(owner.opens).decideCall({ id }, { selected: [winner] }))).toMatchObject({ status: 403 });
  expect(await refused(by(owner.decides).decideCall({ id }, { selected: answers }))).toMatchObject({
    type: '/problems/selection-exceeds-the-sum',
    facts: { selected: usd('1600.00'), available: usd('1500.00') },
  });
  expect(await refused(by(owner.decides).decideCall({ id }, { selected: [other] }))).toMatchObject({
    type: '/problems/selection-needs-a-reason',
    status: 409,
  });
  await by(owner.decides).decideCall({ id }, { selected: [other], note: 'Its ward has nothing yet.' });
  await settled(api);
  const seen = await by(officerOf(first(cities))).getPublicProjectCall({ id });
  expect(seen).toMatchObject({ status: 'decided', selected: [{ answer: other }], endNote: 'Its ward has nothing yet.' });
  // Everybody finds it by the project, and not by one that was not selected.
  const [chosen = '', left = ''] = await Promise.all(
    [other, winner].map(async (of) => (await by(secretary).getCallAnswer({ id: of })).project),
  );
  const found = async (selectedProjects: string) => (await by(officerOf(first(cities))).listPublicCalls({ selectedProjects })).calls;
  expect(await found(chosen)).toMatchObject([{ id }]);
  expect(await found(left)).toEqual([]);
  expect(await by(officerOf(first(cities))).getCallAnswer({ id: winner })).toMatchObject({ status: 'not-selected' });
  const { criteria } = await by(officerOf(first(cities))).readAnswerFeedback({ id: winner });
  expect(criteria[0]).toMatchObject({ criterion: 'results', mean: '5', lowest: '3', highest: '5', words: [SECRET, SECRET, SECRET] });
  expect(await refused(by(officerOf(cities[1] ?? '')).readAnswerFeedback({ id: winner }))).toMatchObject({ status: 404 });
  expect(await verifiedFaults(system)).toEqual({});
});

test('a call of a sponsor lies within its mandate, and its officer makes an offer to what is selected', async () => {
  const sponsor = await actors.sponsor();
  const owner = ofSponsor(sponsor);
  const { now } = await settled(api);
  const content = contentOf(now);
  for (const [change, terms] of [
    [{ countries: ['JP', 'ID'] }, ['countries']],
    [{ greatest: usd('3000.00'), available: usd('3000.00') }, ['ticketMaximum']],
    [{ least: usd('50.00') }, ['ticketMinimum']],
  ] as const)
    expect(await refused(by(owner.officer).draftCall({}, { mandate: sponsor.mandate, content: { ...content, ...change } }))).toMatchObject({
      type: '/problems/call-exceeds-the-mandate',
      status: 422,
      facts: { terms },
    });
  expect(await refused(by(owner.officer).draftCall({}, { content }))).toMatchObject({ facts: { terms: ['sponsor'] } });
  const call = await calling(api, owner);
  const { id } = call;
  const cities = [await actors.city(), await actors.city()];
  const answers = await answered(api, call, cities);
  await answersScreened(api, call, answers);
  await reviewingBegun(api, call, answers);
  await reviewsSealed(api, call, answers);
  await reviewingOver(api, call);
  await by(owner.officer).openReviews({ id });
  [offered, within] = [first(answers), id];
  await by(owner.decides).decideCall({ id }, { selected: [offered] });
  await settled(api);
  const waiting = await by(owner.officer).listWork({ kind: 'offer-to-make' });
  expect(waiting.work).toMatchObject([{ item: first(answers) }]);
  // An offer for it ends that, until it is retracted.
  const { project } = await by(owner.officer).getCallAnswer({ id: first(answers) });
  const { id: funding } = await actors.opened(project);
  await settled(api);
  const offer = await actors.offer(funding, sponsor, '800.00');
  await settled(api);
  expect((await by(owner.officer).listWork({ kind: 'offer-to-make' })).work).toEqual([]);
  await by(owner.officer).retractOffer({ id: funding, offer });
  await settled(api);
  expect((await by(owner.officer).listWork({ kind: 'offer-to-make' })).work).toMatchObject([{ item: first(answers) }]);
  await by(owner.officer).followUpSelection({ id: first(answers) }, { note: 'We offer the whole of it.' });
  await settled(api);
  expect((await by(owner.officer).listWork({ kind: 'offer-to-make' })).work).toEqual([]);
  expect(await by(officerOf(first(cities))).getCallAnswer({ id: first(answers) })).toMatchObject({
    status: 'selected',
    note: 'We offer the whole of it.',
  });
  // Another sponsor learns of the call and of what is selected, and of no answer.
  const rival = approverOf((await actors.sponsor()).sponsor);
  expect(await by(rival).getProjectCall({ id })).toMatchObject({ selected: [{ answer: first(answers) }], entries: [] });
  expect(await refused(by(rival).getCallAnswer({ id: first(answers) }))).toMatchObject({ status: 404 });
  const { decidedAt = '' } = await by(auditor).getProjectCall({ id });
  expect(decidedAt).not.toBe('');
  expect(await verifiedFaults(system)).toEqual({});
});

test('a call is drafted, staffed and opened by its rules, and answered in time, by two persons, with what it asks', async () => {
  const { now } = await settled(api);
  const content = contentOf(now);
  const [one, two] = content.criteria;
  const [text, choice] = content.questions ?? [];
  if (!one || !two || !text || !choice) throw new Error('two criteria and two questions');
  const draft = (change: object) => by(secretary).draftCall({}, { content: { ...content, ...change } });
  for (const [change, type] of [
    [{ criteria: [one, { ...two, weightBasisPoints: 3000 }] }, 'weights-do-not-sum'],
    [{ criteria: [one, { ...two, tieOrder: 1 }] }, 'criteria-are-unclear'],
    [{ questions: [text, text] }, 'questions-are-unclear'],
    [{ questions: [{ ...choice, choices: ['yes'] }] }, 'questions-are-unclear'],
    [{ least: usd('1200.00') }, 'call-sums-do-not-fit'],
    [{ judgingUntil: content.closesOn }, 'dates-are-out-of-order'],
    [{ themes: ['reusing'] }, 'codes-are-unknown'],
  ] as const)
    expect(await refused(draft(change))).toMatchObject({ type: `/problems/${type}`, status: 422 });
  const [titled] = content.title;
  if (!titled) throw new Error('a title');
  expect(await refused(draft({ title: [titled, titled], text: [{ language: 'zz', text: 'x' }], countries: ['JP', 'JP'] }))).toMatchObject({
    type: '/problems/call-content-is-unclear',
    status: 422,
    pointers: ['/content/title/1/language', '/content/text/0/language', '/content/countries/1'],
  });
  const { id } = await draft({});
  expect(await refused(by(ofSecretariat.opens).openCall({ id }))).toMatchObject({
    type: '/problems/reviewers-are-too-few',
    facts: { needed: 3 },
  });
  const stranger = await actors.city();
  expect(await refused(by(officerOf(stranger)).getProjectCall({ id }))).toMatchObject({ status: 404 });
  expect(
    await refused(by(secretary).appointReviewer({ id }, { person: nameOf(officerOf(stranger)), organisation: stranger })),
  ).toMatchObject({ type: '/problems/person-is-of-another-organisation' });

  const call = await calling(api, ofSecretariat);
  const city = await actors.city();
  const [officer, certifier] = [by(officerOf(city)), by(certifierOf(city))];
  const project = await actors.submitted(city);
  const said = { call: call.id, project, amount: usd('800.00'), answers: [...(ANSWERS ?? [])] };
  for (const [change, type] of [
    [{ answers: [{ question: 'why', note: 'So.' }] }, 'question-answer-is-unfit'],
    [{ answers: [{ question: 'site', value: 'perhaps' }] }, 'question-answer-is-unfit'],
    [{ answers: [{ question: 'people', value: 'many' }] }, 'question-answer-is-unfit'],
    [{ answers: [{ question: 'site', value: 'yes', note: 'And a garden.' }] }, 'question-answer-is-unfit'],
    [{ answers: [{ question: 'who', note: 'word '.repeat(101) }] }, 'question-answer-is-unfit'],
    [{ amount: { amount: '800', currency: 'JPY' } }, 'wrong-currency'],
  ] as const)
    expect(await refused(officer.answerCall({}, { ...said, ...change }))).toMatchObject({ type: `/problems/${type}`, status: 422 });
  expect(await refused(by(officerOf(stranger)).answerCall({}, said))).toMatchObject({
    type: '/problems/call-project-is-unknown',
    status: 404,
  });
  const { id: answer } = await officer.answerCall({}, { ...said, amount: usd('1100.00'), answers: [{ question: 'site', value: 'no' }] });
  expect(await refused(certifier.signOffAnswer({ id: answer }))).toMatchObject({
    type: '/problems/questions-are-unanswered',
    facts: { questions: ['who'] },
  });
  await officer.reviseAnswer({ id: answer }, { amount: usd('1100.00'), answers: said.answers });
  // Its reader learns before it is signed off what it would be refused for.
  expect(await officer.getCallAnswer({ id: answer })).toMatchObject({ unmet: ['sum-is-outside'] });
  expect(await refused(certifier.signOffAnswer({ id: answer }))).toMatchObject({
    type: '/problems/call-rule-is-not-met',
    facts: { rule: 'sum-is-outside' },
  });
  expect(await refused(by(secretary).getCallAnswer({ id: `ans_${'0'.repeat(26)}` }))).toMatchObject({ status: 404 });
  await officer.reviseAnswer({ id: answer }, { amount: usd('900.00'), answers: said.answers });
  expect(await refused(officer.answerCall({}, said))).toMatchObject({ type: '/problems/answered-already', status: 409 });
  expect(await refused(officer.signOffAnswer({ id: answer }))).toMatchObject({ status: 403 });
  await certifier.signOffAnswer({ id: answer });
  expect(await refused(by(secretary).screenAnswer({ id: answer }, { reasons: [] }))).toMatchObject({
    type: '/problems/too-early',
    facts: { from: dayFrom(`${call.closesOn}T00:00:00Z`, 1) },
  });
  await certifier.withdrawAnswer({ id: answer });
  await officer.answerCall({}, said);
  await certifier.signOffAnswer({ id: answer });
  await settled(api);
  const others = await answered(api, call, [await actors.city()]);
  await answersScreened(api, call, others);
  expect(await refused(certifier.withdrawAnswer({ id: answer }))).toMatchObject({ type: '/problems/call-is-not-open', status: 409 });
  expect(await refused(by(secretary).assignReviews({ id: call.id }))).toMatchObject({ type: '/problems/answers-are-unscreened' });
  await by(secretary).screenAnswer({ id: answer }, { reasons: ['answers-are-unclear'] });
  expect(await officer.getCallAnswer({ id: answer })).toMatchObject({ status: 'ineligible', reasons: ['answers-are-unclear'] });
  await officer.reviseAnswer({ id: answer }, { amount: usd('850.00'), answers: said.answers });
  await certifier.signOffAnswer({ id: answer });
  await by(secretary).screenAnswer({ id: answer }, { reasons: [] });
  const reviewer = first(call.reviewers);
  // Whose answer it is a reviewer reads before they answer for their interests, and nothing that the city says.
  const toDeclare = await by(reviewer).readOwnReviews({ id: call.id, with: 'names' });
  const { name } = await by(secretary).getProposer({ id: city });
  expect(toDeclare.answers.find((each) => each.answer === answer)).toMatchObject({ project, city, title: proposal().title, answers: [] });
  expect(toDeclare.names?.[city]?.text).toBe(name);
  expect(await refused(by(reviewer).sealReview({ id: call.id, answer }, { marks: [...marks(3, 3)] }))).toMatchObject({
    type: '/problems/review-interests-are-missing',
    status: 409,
  });
  expect(await refused(by(reviewer).declareReviewInterests({ id: call.id }, { answered: [answer], interested: [] }))).toMatchObject({
    type: '/problems/review-interests-are-missing',
    facts: { answers: others },
  });
  for (const each of call.reviewers)
    await by(each).declareReviewInterests(
      { id: call.id },
      { answered: [answer, ...others], interested: each === reviewer ? [answer] : [] },
    );
  // Two are left for that answer.
  expect(await refused(by(secretary).assignReviews({ id: call.id }))).toMatchObject({ type: '/problems/reviewers-are-too-few' });
  await by(reviewer).declareReviewInterests({ id: call.id }, { answered: [answer, ...others], interested: [] });
  await by(secretary).assignReviews({ id: call.id });
  const [results, depth] = marks(3, 3);
  const seal = (given: readonly object[]) => by(reviewer).sealReview({ id: call.id, answer }, { marks: given as never });
  expect(await refused(seal([{ ...results, mark: 6 }, depth]))).toMatchObject({ type: '/problems/mark-is-outside-the-scale', status: 422 });
  expect(await refused(seal([{ ...results, mark: 5 }, depth]))).toMatchObject({ type: '/problems/sentence-is-missing', status: 422 });
  await by(reviewer).markReview({ id: call.id, answer }, { marks: [results] });
  const own = (await by(reviewer).readOwnReviews({ id: call.id })).answers.find((each) => each.answer === answer);
  expect(own).toMatchObject({ state: 'begun', answers: [{ note: 'A cooperative of repairers.' }, { value: 'yes' }, { value: '1200' }] });
  expect(JSON.stringify(own)).not.toContain(nameOf(officerOf(city)));
  await reviewingOver(api, call);
  expect(await refused(seal([results, depth]))).toMatchObject({ type: '/problems/reviewing-is-closed', status: 409 });
  expect(await refused(by(secretary).openReviews({ id: call.id }))).toMatchObject({ type: '/problems/reviews-are-too-few', status: 409 });
  const until = dayFrom((await settled(api)).now, 9);
  await by(call.owner.opens).prolongReviews({ id: call.id }, { judgingUntil: until });
  await by(call.owner.opens).cancelCall({ id: call.id }, { note: 'The money went elsewhere.' });
  expect(await by(officerOf(city)).getPublicProjectCall({ id: call.id })).toMatchObject({
    status: 'cancelled',
    note: 'The money went elsewhere.',
  });
  // What was handed in has ended with it, and a draft is waited for no more: neither is revised or signed off.
  await settled(api);
  expect(await officer.getCallAnswer({ id: answer })).toMatchObject({ status: 'ended' });
  expect(await refused(officer.reviseAnswer({ id: answer }, { amount: usd('840.00'), answers: said.answers }))).toMatchObject({
    type: '/problems/call-answer-is-in-another-status',
  });
  expect(await verifiedFaults(system)).toEqual({});
});

test('a project that was withdrawn after its answer is not screened as eligible, and one that was withdrawn later is not selected', async () => {
  const call = await calling(api, ofSecretariat);
  const { id, owner } = call;
  const cities = await Promise.all(Array.from({ length: 3 }, () => actors.city()));
  const answers = await answered(api, call, cities);
  const [gone = '', later = '', kept = ''] = answers;
  const withdrawn = async (answer: string, at: number) => {
    const { project } = await by(secretary).getCallAnswer({ id: answer });
    await by(officerOf(cities[at] ?? '')).withdrawProject({ id: project }, { note: 'The site is sold.' });
    await settled(api);
  };
  await withdrawn(gone, 0);
  await answersScreened(api, call, [later, kept]);
  const cannot = { type: '/problems/project-cannot-answer', facts: { status: 'withdrawn' } };
  expect(await refused(by(owner.officer).screenAnswer({ id: gone }, { reasons: [] }))).toMatchObject(cannot);
  await by(owner.officer).screenAnswer({ id: gone }, { reasons: ['answers-are-unclear'] });
  await passedTo(api, `${dayFrom(`${call.closesOn}T00:00:00Z`, 12)}T03:00:00.000Z`);
  await settled(api);
  await reviewingBegun(api, call, answers);
  await reviewsSealed(api, call, [later, kept]);
  await withdrawn(later, 1);
  await reviewingOver(api, call);
  await by(owner.officer).openReviews({ id });
  expect(await refused(by(owner.decides).decideCall({ id }, { selected: [later] }))).toMatchObject({
    type: '/problems/selection-is-unknown',
    facts: { answers: [later] },
  });
  await by(owner.decides).decideCall({ id }, { selected: [kept], note: 'The other was withdrawn.' });
  await settled(api);
  expect(await by(secretary).getProjectCall({ id })).toMatchObject({ selected: [{ answer: kept }] });
  expect(await verifiedFaults(system)).toEqual({});
});

test('a draft is waited for until its call takes no more answers, and what was handed in as long as the call goes on', async () => {
  const call = await calling(api, ofSecretariat);
  const { id, owner } = call;
  const city = await actors.city();
  const [officer, certifier] = [by(officerOf(city)), by(certifierOf(city))];
  const draft = async (): Promise<string> => {
    const project = await actors.submitted(city);
    return (await officer.answerCall({}, { call: id, project, amount: usd('800.00'), answers: [...(ANSWERS ?? [])] })).id;
  };
  const [left, handedIn] = [await draft(), await draft()];
  await settled(api);
  const dues = async (who: typeof owner.officer, kind: 'answer-to-sign-off' | 'answer-to-screen') =>
    Object.fromEntries((await by(who).listWork({ kind })).work.map(({ item, due }) => [item, due?.slice(0, 10)]));
  expect(await dues(certifierOf(city), 'answer-to-sign-off')).toEqual({ [left]: call.closesOn, [handedIn]: call.closesOn });
  await certifier.signOffAnswer({ id: handedIn });
  await settled(api);
  expect(await dues(owner.officer, 'answer-to-screen')).toMatchObject({ [handedIn]: call.judgingUntil });
  await passedTo(api, `${dayFrom(`${call.closesOn}T00:00:00Z`, 1)}T03:00:00.000Z`);
  await settled(api);
  expect(await dues(certifierOf(city), 'answer-to-sign-off')).toEqual({});
  expect(await refused(certifier.signOffAnswer({ id: left }))).toMatchObject({ type: '/problems/call-is-not-open' });
  expect((await dues(owner.officer, 'answer-to-screen'))[handedIn]).toBe(call.judgingUntil);
  await by(owner.opens).cancelCall({ id }, { note: 'The money went elsewhere.' });
  await settled(api);
  expect((await dues(owner.officer, 'answer-to-screen'))[handedIn]).toBeUndefined();
  expect(await by(officerOf(city)).listAnswers({ call: id, status: 'ended' })).toMatchObject({ answers: [{ id: handedIn }] });
  [ended] = [handedIn];
  expect(await verifiedFaults(system)).toEqual({});
});

test('verify names an order that does not follow, a review that is not as sealed, who decides without being free to, and what was not eligible', async () => {
  const events = (type: string, where: object = {}) => ({ in: 'programme', type, where }) as const;
  const opened = await store.changed(events('ReviewsOpened'), ({ reviews }) => {
    reviews[0].marks[0].mark = reviews[0].marks[0].mark === 2 ? 3 : 2;
  });
  expect(opened[75]).toContainEqual(expect.stringMatching(/is not what was sealed$/));
  const ranked = await store.changed(events('ReviewsOpened'), ({ order }) => {
    order[0].place = 2;
  });
  expect(ranked[75]).toEqual([expect.stringMatching(/has another place for ans_/)]);
  const reasonless = await store.changed(events('CallDecided', { stream: departed }), (data) => {
    data['note'] = '';
  });
  expect(reasonless[76]).toEqual([expect.stringMatching(/is another than the order, without a reason$/)]);
  const asked = await store.changed(events('CallDecided'), ({ selected }) => {
    selected[0].amount.amount = '900000';
  });
  expect(asked[76]).toEqual([
    expect.stringMatching(/asks for 900000, and the call has 150000$/),
    expect.stringMatching(/asked for another sum$/),
  ]);
  const wide = await store.changed(events('CallDrafted', { stream: within }), ({ content }) => {
    content.countries.push('ID');
  });
  expect(wide[76]).toEqual([expect.stringMatching(/goes beyond man_\w+ in its countries$/)]);
  const screened = await store.changed(events('AnswerScreened', { stream: offered }), (data) => {
    data['eligible'] = false;
  });
  expect(screened[76]).toEqual([expect.stringMatching(/was never found eligible$/)]);
  const barred = await store.changed(events('ReviewInterestsDeclared', { stream: departed }), (data) => {
    data['found'] = [{ reviewer: data['person'], answer: data['answered'][0], interest: 'same-group', bars: 'category' }];
  });
  expect(barred[75]?.filter((each) => each.endsWith('whom an interest bars'))).toHaveLength(2);
  const alone = await store.changed(events('CallDecided', { stream: departed }), (_, commit) => {
    commit.actor = { ...commit.actor, person: nameOf(secretary) };
  });
  expect(alone[76]).toContainEqual(expect.stringMatching(/who has screened in it$/));
  const goesOn = await store.appended(events('AnswerSubmitted', { stream: ended }));
  expect(goesOn[76]).toEqual([expect.stringMatching(/^ans_\w+ goes on, and cal_\w+@\d+ was cancelled$/)]);
  const late = await store.changed(events('CallDecided', { stream: departed }), (_, commit) => {
    commit.events = commit.events.map((event) => ({ ...event, type: 'CallCancelled' }));
  });
  expect(late[76]).toContainEqual(expect.stringMatching(/was cancelled, and its reviews are opened$/));
  for (const [type, where] of [
    ['ReviewsAssigned', { stream: departed }],
    ['ReviewsOpened', { stream: departed }],
    ['AnswerScreened', { stream: screenedOf }],
  ] as const) {
    const reviewing = await store.changed(events(type, where), (_, commit) => {
      commit.actor = { ...commit.actor, person: nameOf(secondVerifier) };
    });
    expect(reviewing[76]).toContainEqual(expect.stringMatching(new RegExp(`^${type} of cal_\\w+ is by .*, who reviews in it$`)));
  }
  const told = await store.changed(events('ReviewSealed'), (data) => {
    data['marks'] = [{ criterion: 'results', mark: 4 }];
  });
  expect(told[62]).toEqual([expect.stringMatching(/^ReviewSealed of rvw_.* tells more than a hash$/)]);
});
