import type { Schemas } from '@junkan/client/operations.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { beforeAll, expect, test } from 'vitest';
import { bodyOf, refusal, type Someone } from '../http.ts';
import { openSystem } from '../open-system.ts';

type Funding = Schemas['Funding'];

const { system, actors, web } = await openSystem();
let funding: Funding;
let people: Readonly<Record<'city' | 'asker' | 'rival' | 'elsewhere' | 'auditor', Someone>>;
beforeAll(async () => {
  const [city, elsewhere] = [await actors.city(), await actors.city('Elsewhere')];
  const [asker, rival] = [await actors.sponsor(), await actors.sponsor()];
  const someone = (organisation: string, ...roles: Someone['roles']): Someone => ({ person: `p of ${organisation}`, organisation, roles });
  people = {
    city: someone(city, 'proposer.officer'),
    asker: someone(asker.sponsor, 'sponsor.officer'),
    rival: someone(rival.sponsor, 'sponsor.officer'),
    elsewhere: someone(elsewhere, 'proposer.officer'),
    auditor: someone('secretariat', 'auditor'),
  };
  funding = (await actors.opened(await actors.submitted(city))) as Funding;
});

const of = () => ({ id: funding.id });
const ask = (who: Someone, note: string, visibility: 'asker' | 'all') => web.ask(who, 'askQuestion', of(), { note, visibility });
const questionsFor = async (who: Someone) => bodyOf<Funding>(await web.ask(who, 'getFunding', of())).questions ?? [];
const seenBy = async (who: Someone) =>
  (await questionsFor(who)).map(({ number, sponsor, asked, answer }) => [number, sponsor ? 'named' : 'unnamed', asked.note, answer?.note]);
const readBy = async (who: Someone): Promise<string> =>
  (await web.ask(who, 'getTimeline', { id: funding.project, kind: 'question' })).bytes.toString();

test('a question for its sponsor is read by that sponsor, the city and overseers; one for all by all, and nobody learns who asked', async () => {
  const { version } = funding;
  expect((await ask(people.asker, 'Who runs it?', 'asker')).status).toBe(200);
  expect((await ask(people.rival, 'Which wards?', 'all')).status).toBe(200);
  const own = [1, 'named', 'Who runs it?', undefined];
  const others = [2, 'named', 'Which wards?', undefined];
  expect(await seenBy(people.asker)).toEqual([own, [2, 'unnamed', 'Which wards?', undefined]]);
  expect(await seenBy(people.rival)).toEqual([others]);
  expect(await seenBy(people.elsewhere)).toEqual([[2, 'unnamed', 'Which wards?', undefined]]);
  for (const who of [people.city, people.auditor]) expect(await seenBy(who)).toEqual([own, others]);
  // What is said moves nothing of the round.
  expect(bodyOf<Funding>(await web.ask(people.city, 'getFunding', of())).version).toBe(version);
});

test('the city has both in its work, the sponsor sees that its own waits, and each learns of what it may read', async () => {
  await settled(system.api);
  const waiting = async (who: Someone, waits: string) =>
    bodyOf<{ work: { kind: string; question?: number; href: string }[] }>(
      await web.ask(who, 'listWork', { waits, project: funding.project }),
    )
      .work.filter(({ kind }) => kind === 'question-to-answer')
      .map(({ question, href }) => [question, href]);
  const href = `/v1/fundings/${funding.id}`;
  expect((await waiting(people.city, 'me')).sort()).toEqual([
    [1, href],
    [2, href],
  ]);
  expect([await waiting(people.asker, 'all'), await waiting(people.rival, 'all'), await waiting(people.elsewhere, 'all')]).toEqual([
    [[1, href]],
    [[2, href]],
    [],
  ]);
  const { may } = bodyOf<Funding>(await web.ask(people.city, 'getFunding', of()));
  expect(may?.filter(({ operation }) => operation === 'answerQuestion').map(({ question, answer }) => [question, answer])).toEqual([
    [1, 'allowed'],
    [2, 'allowed'],
  ]);
  expect(await readBy(people.asker)).toContain('asked question 1');
  for (const who of [people.rival, people.elsewhere]) {
    const timeline = await readBy(who);
    expect([timeline.includes('question 1'), timeline.includes('Who runs it?'), timeline.includes(people.asker.organisation)]).toEqual([
      false,
      false,
      false,
    ]);
    expect(timeline).toContain('Question 2 can now be read by everybody who may see the round.');
  }
});

test('the answer may publish the question, never hide one, and is given once', async () => {
  const answer = (number: number, note: string, visibility?: string) =>
    web.ask(people.city, 'answerQuestion', { ...of(), number }, { note, ...(visibility ? { visibility } : {}) });
  expect(await refusal(answer(2, 'Three and four.', 'asker'))).toEqual([409, '/problems/question-is-public']);
  expect(await refusal(answer(3, 'What?'))).toEqual([404, '/problems/question-is-unknown']);
  expect((await answer(2, 'Three and four.')).status).toBe(200);
  expect((await answer(1, 'The water board.', 'all')).status).toBe(200);
  expect(await refusal(answer(1, 'Somebody else.'))).toEqual([409, '/problems/question-is-answered']);
  const all = [
    [1, 'unnamed', 'Who runs it?', 'The water board.'],
    [2, 'unnamed', 'Which wards?', 'Three and four.'],
  ];
  expect(await seenBy(people.elsewhere)).toEqual(all);
  await settled(system.api);
  expect(await readBy(people.elsewhere)).toContain('Question 1, with its answer, can now be read by everybody who may see the round.');
});

test('what was recorded is as it may be', async () => {
  await settled(system.api);
  const { invariants } = await system.verify();
  expect(invariants.flatMap(({ broken }) => broken)).toEqual([]);
});
