import { generateKeyPairSync } from 'node:crypto';
import { requestNow } from '@junkan/client/requests.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { importJWK, SignJWT } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { proposal, type Sponsor, usd } from '../actors.ts';
import { bodyOf, problemOf, type Reply, type Someone } from '../http.ts';
import { openSystem } from '../open-system.ts';

const { system, actors, web } = await openSystem();
let city: string;
let officer: Someone;
let lender: Sponsor;
let funding: string;

beforeAll(async () => {
  [city, lender] = [await actors.city(), await actors.sponsor()];
  officer = { person: 'officer', organisation: city, roles: ['proposer.officer'] };
  funding = (await actors.opened(await actors.submitted(city))).id;
});

/** What the API says to a request that must change nothing. */
async function meets(send: () => Promise<Reply>): Promise<ReturnType<typeof problemOf>> {
  await settled(system.api);
  const before = await system.commits();
  const problem = problemOf(await send());
  await settled(system.api);
  expect(await system.commits()).toBe(before);
  return problem;
}

const malformed = (...pointers: string[]) => ({ status: 400, type: '/problems/request-is-malformed', pointers });
const draft = (change: object = {}) => ({ proposer: city, proposal: { ...proposal(), ...change } });
const unknown = (prefix: string): string => `${prefix}_${'0'.repeat(25)}1`;

describe('a body', () => {
  const faults: [string, () => object, string][] = [
    ['a wrong type', () => draft({ title: 5 }), '/proposal/title'],
    ['an unknown field', () => draft({ colour: 'red' }), '/proposal/colour'],
    ['a field that is missing', () => ({ proposal: proposal() }), '/proposer'],
    ['an id of another kind', () => ({ ...draft(), proposer: unknown('spo') }), '/proposer'],
    ['a country that is none', () => draft({ countries: ['JP', 'XX'] }), '/proposal/countries/1'],
    ['negative money', () => draft({ target: usd('-1.00') }), '/proposal/target/amount'],
    ['fractions of a cent', () => draft({ target: usd('10.001') }), '/proposal/target/amount'],
    ['fractions of a yen', () => draft({ target: { amount: '1.5', currency: 'JPY' } }), '/proposal/target/amount'],
    ['money as a number', () => draft({ target: { amount: 10, currency: 'USD' } }), '/proposal/target/amount'],
    ['money beyond the ledger', () => draft({ target: { amount: '999999999999999.999', currency: 'BHD' } }), '/proposal/target/amount'],
    ['an unknown currency', () => draft({ target: { amount: '1.00', currency: 'XQX' } }), '/proposal/target/currency'],
    ['a number out of range', () => draft({ readiness: 2 ** 40 }), '/proposal/readiness'],
    ['no object', () => [draft()], ''],
  ];
  test.each(faults)('with %s is refused at the field', async (_, body, pointer) => {
    expect(await meets(() => web.ask(officer, 'draftProject', {}, body()))).toEqual(malformed(pointer));
  });

  test('with several faults is answered with all of them', async () => {
    const body = draft({ title: 5, countries: ['Japan'], target: usd('0.001') });
    const problem = await meets(() => web.ask(officer, 'draftProject', {}, body));
    expect(problem).toEqual(malformed('/proposal/title', '/proposal/countries/0', '/proposal/target/amount'));
  });

  test('whose numbers do not fit the contract is refused, whichever number it is', async () => {
    const terms = await meets(() => web.ask(officer, 'acceptOffer', { id: funding, offer: unknown('off') }, { terms: 2 ** 40 }));
    const report = await meets(() => web.ask(officer, 'verifyMilestone', { id: unknown('mst') }, { report: 2 ** 32 }));
    const order = { tranche: 1.5, sponsor: lender.sponsor };
    const tranche = await meets(() => web.ask(officer, 'requestPayment', { id: unknown('agr') }, order));
    expect([terms, report, tranche]).toEqual([malformed('/terms'), malformed('/report'), malformed('/tranche')]);
  });

  test('that is not JSON, of another media type or too large is refused unread', async () => {
    const send = (raw: string | Uint8Array<ArrayBuffer>, type: string) => () =>
      web.ask(officer, 'draftProject', {}, undefined, { raw, headers: { 'content-type': type } });
    expect(await meets(send('{"proposer":', 'application/json'))).toEqual({
      status: 400,
      type: '/problems/body-is-not-json',
      pointers: [''],
    });
    const plain = { status: 415, type: '/problems/media-type-is-not-json', pointers: ['#header/Content-Type'] };
    expect(await meets(send(JSON.stringify(draft()), 'text/plain'))).toEqual(plain);
    const large = JSON.stringify({ ...draft(), padding: 'x'.repeat(2_000_000) });
    expect(await meets(send(large, 'application/json'))).toEqual({ status: 413, type: '/problems/body-is-too-large', pointers: [''] });
  });
});

describe('an address', () => {
  test('that no route has is not found', async () => {
    for (const [method, path] of [
      ['GET', '/v1/nothing'],
      ['POST', '/v1/projects/'],
      ['GET', '/'],
    ] as const)
      expect(await meets(() => web.send(method, path, { as: officer }))).toMatchObject({ status: 404, type: '/problems/route-is-unknown' });
  });

  test('that a route has for other methods says which', async () => {
    const reply = await web.send('DELETE', `/v1${requestNow('getProject', { id: unknown('prj') }).path}`, { as: officer });
    expect([problemOf(reply), reply.headers.get('allow')]).toMatchObject([
      { status: 405, type: '/problems/method-is-not-allowed' },
      'GET, HEAD, OPTIONS',
    ]);
  });

  test('with an id of another kind is malformed, with one that nothing has is not found', async () => {
    expect(await meets(() => web.ask(officer, 'getProject', { id: unknown('agr') }))).toEqual(malformed('#params/id'));
    expect(await meets(() => web.ask(officer, 'getProject', { id: unknown('prj') }))).toMatchObject({
      status: 404,
      type: '/problems/project-not-found',
    });
    const submitted = await meets(() => web.ask(officer, 'submitProject', { id: unknown('prj') }));
    expect(submitted).toMatchObject({ status: 404, type: '/problems/project-is-unknown' });
  });

  test('with an unknown or wrong query is refused at its name', async () => {
    expect(await meets(() => web.ask(officer, 'listProjects', { colour: 'red', limit: 0 }))).toEqual(
      malformed('#query/limit', '#query/colour'),
    );
    expect(await meets(() => web.ask(officer, 'listProjects', { cursor: 'x' }))).toMatchObject({
      status: 400,
      type: '/problems/cursor-is-malformed',
      pointers: ['#query/cursor'],
    });
  });
});

describe('a caller', () => {
  type Claims = { issuer?: string; audience?: string; expires?: string; key?: object; roles?: string[] };
  async function tokenOf({
    issuer = 'junkan:local',
    audience = 'junkan',
    expires = '5 minutes',
    key,
    roles = ['proposer.officer'],
  }: Claims) {
    return new SignJWT({ org: city, roles })
      .setProtectedHeader({ alg: 'ES256' })
      .setSubject('officer')
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt(Math.floor(Date.now() / 1000) - 3_600)
      .setExpirationTime(expires)
      .sign(await importJWK({ ...system.issuerKey, ...key }, 'ES256'));
  }

  test('with a good token is let in', async () => {
    const { status } = await web.ask(undefined, 'listProjects', {}, undefined, { token: await tokenOf({}) });
    expect(status).toBe(200);
  });

  test('without a token, or with one that is expired, forged, unsigned, for others or with unknown roles is not', async () => {
    const forger = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
    const [, claims] = (await tokenOf({})).split('.');
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims}.`;
    const bad = [
      await tokenOf({ expires: '1 minute ago' }),
      await tokenOf({ key: forger }),
      await tokenOf({ audience: 'another' }),
      await tokenOf({ issuer: 'another' }),
      await tokenOf({ roles: ['owner'] }),
      unsigned,
      'nonsense',
    ];
    for (const token of bad) {
      const send = () => web.ask(undefined, 'draftProject', {}, draft(), { token });
      expect(await meets(send)).toEqual({ status: 401, type: '/problems/token-is-not-valid', pointers: [] });
    }
    // Somebody else of the organisation may have given a role to a person without one; without any role nothing is done, or read.
    const without = { token: await tokenOf({ roles: [] }) };
    for (const send of [
      () => web.ask(undefined, 'draftProject', {}, draft(), without),
      () => web.ask(undefined, 'listProjects', {}, undefined, without),
    ])
      expect(await meets(send)).toMatchObject({ status: 403, type: '/problems/role-is-missing' });
    const reply = await web.ask(undefined, 'draftProject', {}, draft());
    expect(problemOf(reply)).toEqual({ status: 401, type: '/problems/token-is-missing', pointers: [] });
    expect(reply.headers.get('www-authenticate')).toBe('Bearer');
  });

  test('gets a correlation id with every answer: its own where it sent one', async () => {
    const own = await web.send('GET', '/v1/nothing', { headers: { 'x-correlation-id': 'chain:1' } });
    expect(own.headers.get('x-correlation-id')).toBe('chain:1');
    const other = await web.send('GET', '/v1/nothing', { headers: { 'x-correlation-id': 'not one' } });
    expect(other.headers.get('x-correlation-id')).toMatch(/^req_[0-9a-z]{26}$/);
  });
});

describe('evidence', () => {
  const upload = (raw: Uint8Array<ArrayBuffer>, type: string) => () =>
    web.ask(officer, 'uploadEvidence', {}, undefined, { raw, headers: { 'content-type': type } });

  test('of a type that is not taken, without content or too large is refused', async () => {
    const refusedAt = (pointer: string) => ({ status: 422, type: '/problems/evidence-is-not-taken', pointers: [pointer] });
    expect(await meets(upload(new Uint8Array(2_000_000), 'application/x-msdownload'))).toEqual(refusedAt('#header/Content-Type'));
    expect(await meets(upload(new Uint8Array(), 'text/plain'))).toEqual(refusedAt(''));
    expect(await meets(upload(new Uint8Array(26 * 1024 * 1024), 'text/plain'))).toEqual(refusedAt(''));
  });

  test('that was never uploaded supports no report', async () => {
    const report = { evidence: ['not-a-hash'] };
    expect(await meets(() => web.ask(officer, 'reportMilestone', { id: unknown('mst') }, report))).toEqual(malformed('/evidence/0'));
  });
});

test('time does not advance while a workflow is at work', async () => {
  const operator: Someone = { person: 'operator', organisation: 'secretariat', roles: ['clock.operator'] };
  const { earliestDeadline } = await settled(system.api);
  const looks = system.database('workflows').collection<{ _id: string }>('looks');
  const working = { _id: 'screening:at-work', streams: [], woken: 1, awake: true, wakeAt: '', ended: false };
  await looks.insertOne(working);
  const reply = await web.ask(operator, 'advanceClock', {}, { to: earliestDeadline });
  await looks.deleteOne({ _id: working._id });
  expect(problemOf(reply)).toEqual({ status: 409, type: '/problems/system-is-not-settled', pointers: ['/to'] });
});

describe('every caller is answered in a language that is asked for', () => {
  const inLanguage = (language: string) => ({ headers: { 'accept-language': language } });
  const languageOf = ({ headers }: Reply) => [headers.get('content-language'), /Accept-Language/i.test(headers.get('vary') ?? '')];
  const certifier: Someone = { person: 'certifier', organisation: '', roles: ['proposer.certifier'] };

  test('why a request is refused', async () => {
    const refused = (language: string) => web.ask({ ...certifier, organisation: city }, 'draftProject', {}, draft(), inLanguage(language));
    const [ja, en] = [await refused('ja'), await refused('fr, en;q=0.5')];
    expect([languageOf(ja), languageOf(en)]).toEqual([
      ['ja', true],
      ['en', true],
    ]);
    expect([problemOf(ja), bodyOf<{ facts: object }>(ja).facts]).toEqual([problemOf(en), bodyOf<{ facts: object }>(en).facts]);
    const [detail, inEnglish] = [ja, en].map((reply) => bodyOf<{ detail: string }>(reply).detail);
    expect(inEnglish).toBe('This needs the role Proposer’s officer, which you do not hold. A person who holds it can do this.');
    expect(detail).toMatch(/提案者の担当者.*。$/);
  });

  test('what happened, by the names that are asked for too', async () => {
    const { project } = await system.api.as({ organisation: city, role: 'proposer.officer' }).getFunding({ id: funding });
    const timelineIn = (language: string) => web.ask(officer, 'getTimeline', { id: project, with: 'names' }, {}, inLanguage(language));
    const [hi, en] = [await timelineIn('hi'), await timelineIn('en')];
    expect([languageOf(hi), languageOf(en)]).toEqual([
      ['hi', true],
      ['en', true],
    ]);
    const sentencesOf = (reply: Reply) => bodyOf<{ entries: { summary: string }[] }>(reply).entries.map(({ summary }) => summary);
    expect(sentencesOf(en).length).toBeGreaterThan(3);
    expect(sentencesOf(hi).filter((sentence) => !/[\u0900-\u097f]/.test(sentence))).toEqual([]);
    expect(sentencesOf(en).filter((sentence) => !/^[A-Z].*\.$/.test(sentence))).toEqual([]);
  });
});
