import { connect } from '@junkan/client/client.ts';
import { liveEvent } from '@junkan/gateway/answers/live.ts';
import { connectNats } from '@junkan/kit/messaging/connect-nats.ts';
import { eventStreamName } from '@junkan/kit/messaging/nats.ts';
import type { Commit } from '@junkan/kit/store/commit.ts';
import { CONTEXT_NAMES } from '@junkan/proto/programs.ts';
import { maker, officerOf, secretary } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { importJWK, SignJWT } from 'jose';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { type Actors, actorsOf, first, proposal } from '../actors.ts';
import { type Http, http, problemOf, type Someone, urlOf } from '../http.ts';
import { type Listener, listener } from '../listening.ts';
import { startTestSystem, type TestSystem } from '../test-system.ts';

let system: TestSystem;
let actors: Actors;
let web: Http;

beforeAll(async () => {
  system = await startTestSystem();
  actors = actorsOf(system.api);
  web = http(system.address);
});
afterAll(() => system.close());

const someone = (organisation: string, ...roles: Someone['roles']): Someone => ({
  person: `${organisation}/listener`,
  organisation,
  roles,
});
const auditor = someone('secretariat', 'auditor');

type Hearing = { cursor?: string; project?: string; address?: string; fetch?: typeof fetch };

async function hearing(who: Someone, { address = system.address, fetch = globalThis.fetch, ...wanted }: Hearing = {}): Promise<Listener> {
  const found = await listener({ address, fetch, token: () => web.tokenOf(who) }, wanted);
  onTestFinished(() => found.stop());
  return found;
}

type Happened = { context: string; stream: string; aggregate: string; type: string; data: Record<string, unknown>; id: string };

/** All that is recorded, straight from the store. */
async function happened(): Promise<Happened[]> {
  const found = CONTEXT_NAMES.map(async (context) => {
    const commits = await system.database(context).collection<Commit>('commits').find().toArray();
    return commits.flatMap(({ stream, aggregate, from, events }) =>
      events.map(({ type, data }, index) => ({ context, stream, aggregate, type, data, id: `${stream}@${from + index}` })),
    );
  });
  return (await Promise.all(found)).flat();
}

const sorted = (ids: Iterable<string>): string[] => [...ids].sort();

/** Waits until everything that the auditor may hear, which is all, was heard; nothing is heard later than that. */
async function heardAll(overseer: Listener, known: ReadonlySet<string>): Promise<Happened[]> {
  await settled(system.api);
  // The holder of a reference is not disclosed.
  const all = (await happened()).filter(({ id, aggregate }) => !known.has(id) && aggregate !== 'project-reference');
  await expect.poll(() => overseer.heard.length).toBeGreaterThanOrEqual(all.length);
  return all;
}

test('a city, two sponsors, the secretariat, a stranger and the public each learn of exactly what they may', async () => {
  const [city, a, b] = [await actors.city(), await actors.sponsor(), await actors.sponsor()];
  const [elsewhere, other] = [await actors.city('Elsewhere'), await actors.sponsor()];
  await settled(system.api);
  const known = new Set((await happened()).map(({ id }) => id));
  const secretariat = await hearing(auditor);
  const hears = {
    city: await hearing(someone(city, 'proposer.officer')),
    a: await hearing(someone(a.sponsor, 'sponsor.officer')),
    b: await hearing(someone(b.sponsor, 'sponsor.approver')),
    stranger: await hearing(someone(elsewhere, 'proposer.officer')),
    rival: await hearing(someone(other.sponsor, 'sponsor.officer')),
  };
  expect(problemOf(await web.ask(undefined, 'listen')).status).toBe(401);

  const project = await actors.submitted(city);
  const poor = await actors.sponsor({ total: '200.00' });
  const funding = await actors.funded(project, [
    [a, '400.00'],
    [b, '600.00'],
  ]);
  const open = await actors.opened(await actors.submitted(city));
  const unbacked = await actors.offer(open.id, poor, '250.00');
  const agreement = await actors.approved(project, funding);
  const milestone = first(await actors.signed(agreement));
  await actors.verified(milestone);
  await settled(system.api);
  await system.api.as(maker).requestPayment({ id: agreement.id }, { tranche: 1, sponsor: a.sponsor });

  const all = await heardAll(secretariat, known);
  expect(sorted(secretariat.ids())).toEqual(sorted(all.map(({ id }) => id)));
  const idsOf = (isHeard: (event: Happened) => boolean): string[] => sorted(all.filter(isHeard).map(({ id }) => id));
  const ofOffer = ({ aggregate, type }: Happened): boolean => aggregate === 'funding' && /^Offer|^Backing/.test(type);
  const ofDraft = ({ type }: Happened): boolean => type === 'ProjectDrafted' || type === 'ProjectRevised';
  const ofParties = ({ aggregate, type }: Happened): boolean =>
    ['project', 'milestone'].includes(aggregate) && /^(Reminder|Matter|MilestoneWaiver)/.test(type);
  const accounts = new Map(
    all.flatMap(({ type, stream, data }) => (type === 'BankAccountProposed' ? [[stream, data['organisation']]] : [])),
  );
  const open1 = (event: Happened): boolean =>
    ['project', 'milestone', 'action', 'proposer', 'clock', 'sponsor', 'mandate', 'funding'].includes(event.aggregate) &&
    !ofOffer(event) &&
    !ofDraft(event) &&
    !ofParties(event);
  const offerOf = (sponsor: string) => funding.offers.find((offer) => offer.sponsor === sponsor)?.id;
  const sponsorHears = (sponsor: string, envelope: string) =>
    idsOf(
      (event) =>
        open1(event) ||
        (ofParties(event) && [project, milestone.id].includes(event.stream)) ||
        event.stream === envelope ||
        accounts.get(event.stream) === sponsor ||
        event.stream === agreement.id ||
        (ofOffer(event) && event.data['offer'] === offerOf(sponsor)),
    );
  const wanted = {
    city: idsOf(
      (event) =>
        open1(event) ||
        ofDraft(event) ||
        ofParties(event) ||
        accounts.get(event.stream) === city ||
        event.stream === agreement.id ||
        (ofOffer(event) && event.data['offer'] !== unbacked && event.type !== 'OfferProposed'),
    ),
    a: sponsorHears(a.sponsor, a.envelope),
    b: sponsorHears(b.sponsor, b.envelope),
    stranger: idsOf(open1),
    rival: idsOf(open1),
  };
  for (const [who, listener] of Object.entries(hears)) {
    const expected = wanted[who as keyof typeof wanted];
    await expect.poll(() => listener.heard.length).toBeGreaterThanOrEqual(expected.length);
    expect([who, sorted(listener.ids())]).toEqual([who, expected]);
  }
  expect(wanted.a.length).toBeGreaterThan(wanted.stranger.length + 5);
  for (const { event } of secretariat.heard) expect(liveEvent.parse(event)).toEqual(event);
  const signed = secretariat.heard.find(({ event }) => event.type === 'AgreementSigned')?.event;
  expect(signed).toEqual({
    id: agreement.id,
    version: expect.any(Number),
    type: 'AgreementSigned',
    at: expect.stringMatching(/Z$/),
    correlationId: expect.stringMatching(/./),
    context: 'disbursement',
    collection: 'agreements',
    href: `/v1/agreements/${agreement.id}`,
    project,
  });
});

test('after a break the missed events come, each once and in order, at whichever gateway', async () => {
  const city = await actors.city();
  await settled(system.api);
  const known = new Set((await happened()).map(({ id }) => id));
  const before = await hearing(auditor);
  await actors.submitted(city);
  await expect.poll(() => before.heard.some(({ event }) => event.type === 'ProjectSubmitted')).toBe(true);
  const cursor = before.heard[0]?.cursor ?? '';
  await before.stop();
  const lender = await actors.sponsor();
  const funding = await actors.opened(await actors.submitted(city));
  await actors.offer(funding.id, lender, '250.00');
  await settled(system.api);

  const replica = await system.replica();
  onTestFinished(() => replica.close());
  const after = await hearing(auditor, { cursor, address: `http://${replica.address}` });
  const all = await heardAll(after, new Set([...known, before.ids()[0] ?? '']));
  expect(sorted(after.ids())).toEqual(sorted(all.map(({ id }) => id)));
  const here = await hearing(auditor, { cursor });
  await expect.poll(() => here.heard.length).toBe(after.heard.length);
  for (const context of ['project', 'sponsor', 'matching']) {
    const inOrder = ({ heard }: Listener) =>
      heard.filter(({ event }) => event.context === context).map(({ event }) => `${event.id}@${event.version}`);
    expect(inOrder(here)).toEqual(inOrder(after));
    for (const versions of Map.groupBy(after.heard, ({ event }) => event.id).values())
      expect(versions.map(({ event }) => event.version)).toEqual(versions.map(({ event }) => event.version).sort((x, y) => x - y));
  }
  // Any event's cursor leads to what came behind it, and to nothing else, as the query's cursor too.
  const middle = after.heard[3];
  const asked = urlOf(system.address, 'listen', { cursor: middle?.cursor });
  const rest = await hearing(auditor, { fetch: (request, init) => fetch(new Request(asked, request as Request), init) });
  await expect.poll(() => rest.heard.length).toBe(after.heard.length - 4);
});

test('who listens to one project hears of it, its milestones, rounds and agreements alone', async () => {
  const city = await actors.city();
  const [mine, lender] = [await actors.submitted(city), await actors.sponsor()];
  const stranger = await hearing(auditor);
  const listening = await hearing(auditor, { project: mine });
  await actors.submitted(city);
  await actors.signed(await actors.approved(mine, await actors.funded(mine, [[lender, '1000.00']])));
  await expect.poll(() => listening.heard.some(({ event }) => event.type === 'MilestoneBegun')).toBe(true);
  expect(new Set(listening.heard.map(({ event }) => event.collection))).toEqual(
    new Set(['projects', 'fundings', 'agreements', 'milestones']),
  );
  expect(new Set(listening.heard.map(({ event }) => event.project))).toEqual(new Set([mine]));
  expect(stranger.heard.length).toBeGreaterThan(listening.heard.length);
});

test('a stream ends with its token', async () => {
  const key = await importJWK(system.issuerKey, 'ES256');
  const token = await new SignJWT({ org: 'secretariat', roles: ['auditor'] })
    .setProtectedHeader({ alg: 'ES256' })
    .setIssuer('junkan:local')
    .setAudience('junkan')
    .setSubject('brief')
    .setIssuedAt()
    .setExpirationTime(Math.floor(Date.now() / 1000) + 2)
    .sign(key);
  const began = Date.now();
  const response = await fetch(urlOf(system.address, 'listen'), { headers: { authorization: `Bearer ${token}` } });
  expect(response.status).toBe(200);
  await actors.city();
  expect(await response.text()).toMatch(/event: ?ProposerRegistered/);
  expect(Date.now() - began).toBeGreaterThan(500);
  expect(Date.now() - began).toBeLessThan(4_000);
  expect(problemOf(await web.ask(undefined, 'listen', {}, undefined, { token }))).toMatchObject({
    status: 401,
    type: '/problems/token-is-not-valid',
  });
});

test('a cursor that is none is named, in the header or in the query', async () => {
  const bad = { status: 400, type: '/problems/cursor-is-malformed' };
  const header = await web.ask(auditor, 'listen', {}, undefined, { headers: { 'last-event-id': '42' } });
  expect(problemOf(header)).toEqual({ ...bad, pointers: ['#header/Last-Event-ID'] });
  expect(problemOf(await web.ask(auditor, 'listen', { cursor: '42' }))).toEqual({ ...bad, pointers: ['#query/cursor'] });
  const beyond = Buffer.from('project.0.1').toString('base64url');
  const unknown = { status: 400, type: '/problems/cursor-is-not-known', pointers: ['#query/cursor'] };
  expect(problemOf(await web.ask(auditor, 'listen', { cursor: beyond }))).toEqual(unknown);
  expect(problemOf(await web.ask(auditor, 'listen', { colour: 'red' })).status).toBe(400);
});

test('a gateway that stops lets its listeners go at once, and they go on elsewhere without a gap', async () => {
  const replica = await system.replica();
  const there = await fetch(urlOf(`http://${replica.address}`, 'listen'), {
    headers: { authorization: `Bearer ${await web.tokenOf(auditor)}` },
  });
  const text = there.text();
  const began = Date.now();
  await replica.close();
  expect(Date.now() - began).toBeLessThan(3_000);
  const cursor = /^id: ?(\S+)$/m.exec(await text)?.[1] ?? '';
  const { id } = await system.api.as(secretary).registerProposer({}, { name: 'Meanwhile', kind: 'city', countries: ['JP'] });
  const here = await hearing(auditor, { cursor });
  await expect.poll(() => here.ids()).toEqual([`${id}@1`]);
});

test('a listener gets how much waits for it, as it changes', async () => {
  const city = await actors.city();
  const officer = someone(city, 'proposer.officer');
  const leaving = new AbortController();
  onTestFinished(() => leaving.abort());
  const received: object[] = [];
  const { listen } = connect({ address: system.address, token: () => web.tokenOf(officer) }).operations;
  const collecting = (async () => {
    for await (const _event of listen({ signal: leaving.signal, onWork: (counts) => received.push(counts) }));
  })();
  await expect.poll(() => received).toEqual([{}]);
  const { id } = await system.api.as(officerOf(city)).draftProject({}, { proposer: city, proposal: proposal() });
  await expect.poll(() => received).toEqual([{}, { 'proposal-to-submit': 1 }]);
  await system.api.as(officerOf(city)).submitProject({ id });
  await expect.poll(() => received).toEqual([{}, { 'proposal-to-submit': 1 }, {}]);
  leaving.abort();
  await collecting;
});

test('a thousand listeners at two gateways are five consumers each at the broker, and each of them hears all that it may', async () => {
  const second = await system.replica();
  onTestFinished(() => second.close());
  const addresses = [system.address, `http://${second.address}`];
  const nats = await connectNats({ JUNKAN_NATS_URL: system.stored.JUNKAN_NATS_URL }, 'test');
  onTestFinished(() => nats.connection.close());
  const consumers = async (): Promise<number> => {
    const streams = CONTEXT_NAMES.map((context) => eventStreamName(system.stored.JUNKAN_NAMESPACE, context));
    const counts = streams.map(async (stream) => (await nats.manager.streams.info(stream)).state.consumer_count);
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
  };
  const before = await consumers();
  const persons = Array.from({ length: 200 }, (_, index): Someone => ({ ...auditor, person: `auditor ${index}` }));
  const listeners = await Promise.all(
    persons.flatMap((person) => Array.from({ length: 5 }, (_, index) => hearing(person, { address: addresses[index % 2] ?? '' }))),
  );
  const city = await actors.city();
  await actors.submitted(city);
  await settled(system.api);
  const [one] = listeners;
  await expect.poll(() => one?.heard.length ?? 0).toBeGreaterThan(0);
  for (const each of listeners) await expect.poll(() => each.heard.length).toBe(one?.heard.length);
  expect((await consumers()) - before).toBe(2 * CONTEXT_NAMES.length);
});
