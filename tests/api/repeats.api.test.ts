import { ApiProblem } from '@junkan/client/problem.ts';
import { officerOf, sponsorOfficerOf } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { first, proposal, usd } from '../actors.ts';
import { verifiedFaults } from '../breaking.ts';
import { bodyOf, problemOf, type Reply, type Someone } from '../http.ts';
import { openSystem } from '../open-system.ts';

const { system, actors, web } = await openSystem();
let city: string;
let officer: Someone;

beforeAll(async () => {
  city = await actors.city();
  officer = { person: 'officer', organisation: city, roles: ['proposer.officer'] };
});

/** An answer as a client sees it. */
const seen = ({ status, headers, bytes }: Reply) => [status, headers.get('etag'), headers.get('location'), bytes.toString()];
const draft = (key: string | null, body: object, as = officer): Promise<Reply> => web.ask(as, 'draftProject', {}, body, { key });

/** How many commits something adds, when all that follows from it has happened. */
async function added(work: () => Promise<unknown>): Promise<number> {
  await settled(system.api);
  const before = await system.commits();
  await work();
  await settled(system.api);
  return (await system.commits()) - before;
}

describe('an idempotency key', () => {
  test('is needed for every command', async () => {
    const body = { proposer: city, proposal: proposal() };
    for (const key of [null, ''])
      expect(problemOf(await draft(key, body))).toEqual({
        status: 400,
        type: '/problems/idempotency-key-is-missing',
        pointers: ['#header/Idempotency-Key'],
      });
  });

  test('with the same body has one effect and one answer, also after the item has moved on', async () => {
    const body = { proposer: city, proposal: proposal() };
    const drafted = await draft('again', body);
    const { id } = bodyOf<{ id: string }>(drafted);
    expect(seen(drafted)).toEqual([201, '"1"', `/v1/projects/${id}`, JSON.stringify({ id, version: 1, status: 'draft' })]);
    const submit = () => web.ask(officer, 'submitProject', { id }, {}, { key: 'again' });
    const submitted = await submit();
    const repeats = async () => expect([seen(await draft('again', body)), seen(await submit())]).toEqual([seen(drafted), seen(submitted)]);
    expect(await added(repeats)).toBe(0);
  });

  test('with another body is a conflict and changes nothing', async () => {
    await draft('other', { proposer: city, proposal: proposal() });
    const again = async () =>
      expect(problemOf(await draft('other', { proposer: city, proposal: proposal() }))).toMatchObject({
        status: 422,
        type: '/problems/command-id-was-used-for-another-request',
      });
    expect(await added(again)).toBe(0);
  });

  test('of one person is none of another’s', async () => {
    const body = { proposer: city, proposal: proposal() };
    const [one, two] = [await draft('mine', body), await draft('mine', body, { ...officer, person: 'colleague' })];
    expect(bodyOf<{ id: string }>(one).id).not.toBe(bodyOf<{ id: string }>(two).id);
  });
});

describe('If-Match', () => {
  test('lets a command through at the version that it names, and refuses it at any other', async () => {
    const { id } = bodyOf<{ id: string }>(await draft('match', { proposer: city, proposal: proposal() }));
    const submit = (version: string, key = 'submit') =>
      web.ask(officer, 'submitProject', { id }, {}, { key, headers: { 'if-match': version } });
    const refusals = async () => {
      expect(problemOf(await submit('"2"'))).toMatchObject({ status: 412, type: '/problems/version-is-not-expected' });
      expect(problemOf(await submit('W/"1"'))).toEqual({
        status: 400,
        type: '/problems/if-match-is-malformed',
        pointers: ['#header/If-Match'],
      });
    };
    expect(await added(refusals)).toBe(0);
    const submitted = await submit('"1"');
    expect(submitted.headers.get('etag')).toBe('"2"');
    expect(seen(await submit('"1"'))).toEqual(seen(submitted));
    expect(problemOf(await submit('"1"', 'late'))).toMatchObject({ status: 412 });
  });

  test('is needed to put a proposal in the place of another, so that nobody writes over what it has not seen', async () => {
    const { id } = bodyOf<{ id: string }>(await draft('revise', { proposer: city, proposal: proposal() }));
    const put = (headers: Record<string, string>) => web.ask(officer, 'reviseProposal', { id }, proposal(), { headers });
    const refusals = async () => {
      expect(problemOf(await put({}))).toEqual({
        status: 428,
        type: '/problems/precondition-required',
        pointers: ['#header/If-Match'],
      });
      expect(problemOf(await put({ 'if-match': '"2"' }))).toMatchObject({ status: 412 });
    };
    expect(await added(refusals)).toBe(0);
    const { status, headers } = await put({ 'if-match': '"1"' });
    expect([status, headers.get('etag')]).toEqual([200, '"2"']);
  });
});

describe('at the same time', () => {
  const times = <Result>(count: number, work: (index: number) => Promise<Result>): Promise<Result[]> =>
    Promise.all(Array.from({ length: count }, (_, index) => work(index)));

  test('twenty identical requests have one effect and one answer; those that come while it is made are asked to come again', async () => {
    const storm = async (commits: number, send: () => Promise<Reply>, ...answer: unknown[]): Promise<Reply> => {
      let replies: Reply[] = [];
      expect(
        await added(async () => {
          replies = await times(20, send);
        }),
      ).toBe(commits);
      const made = first(replies.filter(({ status }) => status !== 409));
      for (const reply of replies)
        if (reply.status === 409) {
          expect(problemOf(reply)).toMatchObject({ type: '/problems/request-is-in-flight', pointers: ['#header/Idempotency-Key'] });
          expect(reply.headers.get('retry-after')).toBe('1');
        } else expect(seen(reply)).toEqual(seen(made));
      expect(replies.some(({ status }) => status === 409)).toBe(true);
      expect(seen(await send())).toEqual(seen(made));
      expect(seen(made).slice(0, answer.length)).toEqual(answer);
      return made;
    };
    const body = { proposer: city, proposal: proposal() };
    // The draft, and the reference that it takes.
    const { id } = bodyOf<{ id: string }>(await storm(2, () => draft('storm', body), 201, '"1"'));
    await storm(
      1,
      () => web.ask(officer, 'submitProject', { id }, {}, { key: 'storm' }),
      200,
      '"2"',
      null,
      JSON.stringify({ id, version: 2, status: 'submitted' }),
    );
  });

  test('a client that repeats what is under way gets its one answer', async () => {
    const body = { proposer: city, proposal: proposal() };
    const answers = await times(5, () => system.api.as(officerOf(city)).draftProject({}, body, { key: 'patient' }));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  });

  test('ten sponsors’ offers and their acceptances never exceed the target', async () => {
    const lenders = await times(10, () => actors.sponsor());
    const { id, project } = await actors.opened(await actors.submitted(city));
    const offers = await Promise.all(lenders.map((lender) => actors.offer(id, lender, '300.00')));
    await settled(system.api);
    const outcomes = await times(10, async (index) => {
      try {
        await system.api.as(officerOf(city)).acceptOffer({ id, offer: offers[index] ?? '' }, { terms: 1 }, { key: 'take' });
        return 'accepted';
      } catch (error) {
        return error instanceof ApiProblem ? error.problem.type : String(error);
      }
    });
    expect(outcomes.toSorted()).toEqual([
      ...Array.from({ length: 7 }, () => '/problems/amount-exceeds-the-gap'),
      ...Array.from({ length: 3 }, () => 'accepted'),
    ]);
    const last = await actors.offer(id, first(lenders), '100.00');
    await settled(system.api);
    await Promise.all([
      actors.accept({ id, proposer: city }, last),
      ...offers.map((offer) => actors.accept({ id, proposer: city }, offer).catch(() => undefined)),
    ]);
    const funding = await actors.funding(project);
    expect(funding).toMatchObject({ status: 'closed', accepted: usd('1000.00') });
    expect(funding.offers.filter(({ status }) => status === 'lapsed')).toHaveLength(7);
  });

  test('an offer is either accepted or retracted', async () => {
    const lender = await actors.sponsor();
    const funding = await actors.opened(await actors.submitted(city));
    const offer = await actors.offer(funding.id, lender, '500.00');
    await settled(system.api);
    const outcomes = await Promise.allSettled([
      actors.accept(funding, offer),
      system.api.as(sponsorOfficerOf(lender.sponsor)).retractOffer({ id: funding.id, offer }),
    ]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('offers to several projects never take more than the envelope holds', async () => {
    const lender = await actors.sponsor({ total: '700.00' });
    const fundings = await times(5, async () => actors.opened(await actors.submitted(city)));
    await Promise.all(fundings.map(({ id }) => actors.offer(id, lender, '300.00')));
    await settled(system.api);
    const found = await Promise.all(fundings.map(({ project }) => actors.funding(project)));
    expect(found.flatMap(({ offers }) => offers.map(({ status }) => status)).toSorted()).toEqual([
      'live',
      'live',
      'refused',
      'refused',
      'refused',
    ]);
    const envelope = await system.api.as(sponsorOfficerOf(lender.sponsor)).getEnvelope({ id: lender.envelope });
    expect(envelope).toMatchObject({ reserved: usd('600.00'), left: usd('100.00') });
  });
});

test('all that is stored keeps the invariants', async () => {
  await settled(system.api);
  expect(await verifiedFaults(system)).toEqual({});
});
