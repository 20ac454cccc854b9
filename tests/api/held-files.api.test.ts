import { randomUUID } from 'node:crypto';
import type { Schemas } from '@junkan/client/operations.ts';
import { EICAR, fakeClamd } from '@junkan/kit/files/clamd.fixture.ts';
import { identityOf } from '@junkan/kit/identity.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { first, passUntil, proposal } from '../actors.ts';
import { bodyOf, problemOf, type Reply, type Someone } from '../http.ts';
import { openSystem } from '../open-system.ts';
import { invited } from '../signatory.ts';

// A file in which something was found, or of which that is not known yet, is given to nobody, and nothing depends on it.

const fake = await fakeClamd();
afterAll(() => fake.leave());
const { system, api, actors, web, store } = await openSystem({ env: { JUNKAN_SCANNER: fake.address } });

type Draft = Schemas['ReportDraft'];
type Verdict = { readonly _id: string; readonly state: string; readonly found: string; readonly at: string; readonly since: string };
type Told = { readonly detail: string; readonly facts?: object; readonly errors?: readonly { readonly detail: string }[] };

let city: string;
let milestone: Schemas['Milestone'];
beforeAll(async () => {
  city = await actors.city();
  const sponsor = await actors.sponsor();
  milestone = first(await actors.signed(await actors.agreed(city, [[sponsor, '1000.00']], { milestones: ['1000.00'] })));
  await passUntil(api, async () => bodyOf<Schemas['Milestone']>(await web.ask(officer(), 'getMilestone', of())).status !== 'scheduled');
});

const of = () => ({ id: milestone.id });
const officer = (): Someone => ({ person: `officer of ${city}`, organisation: city, roles: ['proposer.officer'] });
const certifier = (): Someone => ({ person: `certifier of ${city}`, organisation: city, roles: ['proposer.certifier'] });
const verifier: Someone = { person: 'verifier', organisation: 'secretariat', roles: ['secretariat.verifier'] };

const upload = (words: string, language = 'en') =>
  web.ask(officer(), 'uploadEvidence', { name: 'Site visit.txt' }, undefined, {
    raw: new TextEncoder().encode(words),
    headers: { 'content-type': 'text/plain', 'accept-language': language },
  });
async function kept(words: string): Promise<Schemas['Evidence']> {
  const reply = await upload(words);
  expect(reply.status).toBe(201);
  return bodyOf<Schemas['Evidence']>(reply);
}
/** A file that is taken while the scanner gives no verdict. */
async function waiting(words = `A report of ${randomUUID()}`): Promise<{ hash: string; words: string }> {
  fake.undecided(words);
  const { hash, scan } = await kept(words);
  expect(scan).toBe('pending');
  return { hash, words };
}
/** A file in which the scanner finds something only once it was taken. */
async function infected(): Promise<{ hash: string; words: string }> {
  const words = `A report of ${randomUUID()}`;
  const { hash } = await kept(words);
  await find(words);
  return { hash, words };
}
async function find(words: string): Promise<void> {
  fake.learn(words, 'Doc.Dropper.Agent-1');
  expect(problemOf(await upload(words)).type).toBe('/problems/file-is-refused');
}
const draft = async (): Promise<Draft> => bodyOf<Draft>(await web.ask(officer(), 'getReportDraft', of()));
const saveEvidence = async (evidence: readonly string[]) =>
  web.ask(officer(), 'saveDraftEvidence', of(), { version: (await draft()).evidence.version, evidence });
const held = (reply: Reply) => ({ ...problemOf(reply), again: reply.headers.get('retry-after'), said: bodyOf<Told>(reply).detail });
const PENDING = {
  status: 409,
  type: '/problems/file-is-held',
  again: '15',
  said: expect.stringContaining('still being scanned for viruses'),
};
const INFECTED = { status: 409, type: '/problems/file-is-held', again: null, said: expect.stringContaining('A virus was found') };

test('a file in which something is found is refused, in words, in the language of the caller, and nothing of it is kept', async () => {
  const reply = await upload(`A report ${EICAR}`);
  expect(problemOf(reply)).toEqual({ status: 422, type: '/problems/file-is-refused', pointers: [''] });
  expect(bodyOf<Told>(reply).facts).toMatchObject({ reason: 'infected' });
  expect(bodyOf<Told>(reply).detail).toContain('“Site visit.txt” was not taken. The scanner found a virus in it.');
  expect(bodyOf<Told>(await upload(EICAR, 'ja')).detail).toContain('ウイルスが見つかりました');
});

test('one in which nothing is found is free at once, and says so', async () => {
  const { hash, scan } = await kept('A plain report');
  expect(scan).toBe('clean');
  expect((await web.ask(officer(), 'downloadEvidence', { hash })).status).toBe(200);
  expect((await saveEvidence([hash])).status).toBe(200);
  expect((await draft()).files).toMatchObject([{ hash, scan: { state: 'clean', at: expect.any(String) } }]);
  expect((await saveEvidence([])).status).toBe(200);
});

describe.each([
  ['it has no verdict', waiting, PENDING],
  ['something was found in it', infected, INFECTED],
] as const)('while a file is held because %s', (_, make, problem) => {
  let hash: string;
  beforeAll(async () => {
    ({ hash } = await make());
  });

  test('nobody downloads it', async () => {
    expect(held(await web.ask(officer(), 'downloadEvidence', { hash }))).toEqual({ ...problem, pointers: [] });
    // For whom it does not exist, it is not held either.
    expect((await web.ask(verifier, 'downloadEvidence', { hash })).status).toBe(404);
  });

  test('the draft of a report does not cite it', async () => {
    expect(held(await saveEvidence([hash]))).toEqual({ ...problem, pointers: ['/evidence'] });
    const { hash: plain } = await kept('Another plain report');
    expect(held(await saveEvidence([plain, hash]))).toEqual({ ...problem, pointers: ['/evidence'] });
    expect((await draft()).evidence.evidence).toEqual([]);
  });

  test('nor does a report', async () => {
    const reply = await web.ask(officer(), 'reportMilestone', of(), { evidence: [hash], indicators: [], note: 'Built.' });
    expect(held(reply)).toEqual({ ...problem, pointers: ['/evidence'] });
  });

  test('nor a project among its documents', async () => {
    const drafted = await web.ask(officer(), 'draftProject', {}, { proposer: city, proposal: proposal({ milestones: ['400.00'] }) });
    const { id, version } = bodyOf<{ id: string; version: string }>(drafted);
    const document = (of: string) => ({ title: 'Study', hash: of, language: 'en' });
    const { hash: plain } = await kept('A study');
    const headers = { 'if-match': `"${version}"` };
    const reply = await web.ask(officer(), 'attachDocuments', { id }, { documents: [document(plain), document(hash)] }, { headers });
    expect(held(reply)).toEqual({ ...problem, pointers: ['/documents/1/hash'] });
  });

  test('nor a decision of the city, in another service', async () => {
    const { id, today } = await invited(api, city);
    const decision = { decidedOn: today, decisionNumber: '3/2026', document: hash };
    const reply = await web.ask(officer(), 'recordCouncilDecision', { id }, decision);
    expect(held(reply)).toEqual({ ...problem, pointers: ['/document'] });
  });
});

test('one that waited is free once the scanner has its verdict', async () => {
  const { hash, words } = await waiting();
  expect((await web.ask(officer(), 'downloadEvidence', { hash })).status).toBe(409);
  fake.decide(words);
  expect((await kept(words)).scan).toBe('clean');
  expect((await web.ask(officer(), 'downloadEvidence', { hash })).status).toBe(200);
});

test('what was found in cited files can be taken out of a draft one by one, and no draft is handed in with it', async () => {
  const files = [await kept(`One of ${randomUUID()}`), await kept('Two of the draft'), await kept('Three of the draft')];
  const [one, two, three] = files.map(({ hash }) => hash);
  expect((await saveEvidence([one ?? '', two ?? '', three ?? ''])).status).toBe(200);
  for (const words of ['Two of the draft', 'Three of the draft']) await find(words);
  const states = (await draft()).files?.map(({ hash, scan }) => [hash, scan?.state, scan?.found]);
  expect(states).toEqual(expect.arrayContaining([[two, 'infected', 'Doc.Dropper.Agent-1']]));
  const { version } = await draft();
  const sent = await web.ask(officer(), 'sendDraft', of(), { version });
  expect(held(sent)).toEqual({ ...INFECTED, pointers: [] });
  expect((await saveEvidence([one ?? '', two ?? ''])).status).toBe(200);
  // What was taken out does not come back.
  expect(held(await saveEvidence([one ?? '', two ?? '', three ?? '']))).toEqual({ ...INFECTED, pointers: ['/evidence'] });
  expect((await saveEvidence([one ?? ''])).status).toBe(200);
});

test('what is found once a report is at the certifier, or handed in, keeps it from being signed and verified; it can be returned', async () => {
  const { hash } = await kept('The photographs of the site');
  expect((await saveEvidence([hash])).status).toBe(200);
  await web.ask(officer(), 'saveDraftNarrative', of(), { version: (await draft()).narrative.version, note: 'Built.' });
  const sent = await web.ask(officer(), 'sendDraft', of(), { version: (await draft()).version });
  expect(sent.status).toBe(200);
  await find('The photographs of the site');
  const { version } = await draft();
  expect(held(await web.ask(certifier(), 'signOffReport', of(), { version }))).toEqual({ ...INFECTED, pointers: [] });
  // It was a mistake, and then it was none.
  fake.forget('The photographs of the site');
  expect((await kept('The photographs of the site')).scan).toBe('clean');
  const signing = randomUUID();
  const signed = await web.ask(certifier(), 'signOffReport', of(), { version }, { key: signing });
  expect(signed.status).toBe(200);
  await find('The photographs of the site');
  await settled(api);
  const verify = () => web.ask(verifier, 'verifyMilestone', of(), { report: 1 });
  expect(held(await verify())).toEqual({ ...INFECTED, pointers: [] });
  // What was accepted before is answered as it was.
  const repeated = await web.ask(certifier(), 'signOffReport', of(), { version }, { key: signing });
  expect([repeated.status, repeated.bytes.toString()]).toEqual([200, signed.bytes.toString()]);
  // Only who may verify learns of it.
  const stranger = await web.ask(officer(), 'verifyMilestone', of(), { report: 1 });
  expect(problemOf(stranger)).toMatchObject({ status: 403, type: '/problems/role-is-missing' });
  expect(held(await web.ask(verifier, 'downloadEvidence', { hash }))).toEqual({ ...INFECTED, pointers: [] });
  const read = bodyOf<Schemas['Milestone']>(await web.ask(verifier, 'getMilestone', of()));
  expect(read.reports?.[0]?.files).toMatchObject([{ hash, scan: { state: 'infected', found: 'Doc.Dropper.Agent-1' } }]);
  expect((await web.ask(verifier, 'returnReport', of(), { report: 1, note: 'Without the virus, please.' })).status).toBe(200);
});

describe('verify', () => {
  const verdicts = () => system.database('project').collection<Verdict>('scans');
  let evidence: string;
  beforeAll(async () => {
    await settled(api);
    evidence = (await kept('The photographs, made again')).hash;
    const again = await web.ask(officer(), 'reportMilestone', of(), { evidence: [evidence], indicators: [], note: 'Again.' });
    expect([again.status, again.bytes.toString()]).toEqual([200, expect.anything()]);
    expect((await web.ask(verifier, 'verifyMilestone', of(), { report: 2 })).status).toBe(200);
    await settled(api);
    await system.stop();
  });

  test('finds nothing in what was recorded by the rules', async () => {
    expect(await store.verified()).toEqual({});
  });

  test('36: names a verdict that somebody has changed', async () => {
    const found = (await verdicts().findOne({ state: 'infected' })) ?? expect.fail('nothing was found');
    await verdicts().updateOne({ _id: found._id }, { $set: { state: 'clean' } });
    expect(await store.verified()).toEqual({ 36: [`the scan of ${found._id} in project is not signed`] });
    await verdicts().updateOne({ _id: found._id }, { $set: { state: 'infected' } });
  });

  test('12: names what rests on a file in which something had been found before', async () => {
    const { signaturesIn } = identityOf('project-registry', system.settings['project-registry']);
    const {
      signature: _,
      signedBy: __,
      ...clean
    } = ((await verdicts().findOne({ _id: evidence })) ?? {}) as Verdict & Record<string, unknown>;
    const since = '2020-01-01T00:00:00.000Z';
    const said = { ...clean, _id: evidence, state: 'infected', found: 'Doc.Dropper.Agent-1', since };
    await verdicts().replaceOne({ _id: evidence }, signaturesIn('project').sign('scan', said));
    const broken = (await store.verified())[12] ?? [];
    const stream = milestone.id;
    expect(broken.map((fault) => fault.replace(/ \d+ of /, ' of '))).toEqual([
      `MilestoneReportSubmitted of ${stream} rests on the file ${evidence}, in which something had been found`,
      `MilestoneVerified of ${stream} rests on the file ${evidence}, in which something had been found`,
    ]);
  });
});
