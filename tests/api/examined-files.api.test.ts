import { createHash } from 'node:crypto';
import { HONEST } from '@junkan/kit/files/honest.fixture.ts';
import { HOSTILE } from '@junkan/kit/files/hostile.fixture.ts';
import { officerOf, secretary } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { beforeAll, expect, test } from 'vitest';
import { bodyOf, type Reply, type Someone } from '../http.ts';
import { openSystem } from '../open-system.ts';
import { FEE } from '../policy.ts';

const { api, actors, web } = await openSystem();
let officer: Someone;
beforeAll(async () => {
  const { organisation, role } = officerOf(await actors.city());
  officer = { person: 'officer', organisation, roles: [role as Someone['roles'][number]] };
});

type Sent = { readonly bytes: Buffer; readonly mediaType: string; readonly name: string };
const upload = ({ bytes, mediaType, name }: Sent, language = 'en') =>
  web.ask(officer, 'uploadEvidence', { name }, undefined, {
    raw: new Uint8Array(bytes),
    headers: { 'content-type': mediaType, 'accept-language': language },
  });
const servedAs = ({ status, headers }: Reply) =>
  [status, ...['content-disposition', 'x-content-type-options', 'content-security-policy'].map((name) => headers.get(name))] as const;
const AS_A_FILE = [200, 'attachment', 'nosniff', "default-src 'none'; frame-ancestors 'none'; sandbox"];

type Told = { readonly type: string; readonly detail: string; readonly facts?: { readonly reason?: string }; readonly errors?: object[] };
const isKnown = ({ mediaType }: Sent): boolean => !/svg|html|msdownload/.test(mediaType);
const FITTING = HOSTILE.filter(({ bytes }) => bytes.length < 25 * 1024 * 1024);

test('at least sixty hostile files are refused at the body with their reason in words, and none of them can be read', async () => {
  expect(FITTING.length).toBeGreaterThanOrEqual(60);
  const said = new Map<string, Set<string>>();
  for (const file of FITTING) {
    const reply = await upload(file);
    const { type, detail, facts, errors } = bodyOf<Told>(reply);
    const at = isKnown(file) ? '/problems/file-is-refused' : '/problems/evidence-is-not-taken';
    expect([file.name, reply.status, type, facts?.reason]).toEqual([file.name, 422, at, isKnown(file) ? file.fault : undefined]);
    if (!isKnown(file)) continue;
    expect(errors).toMatchObject([{ pointer: '', detail: expect.stringContaining(`“${file.name}” was not taken.`) }]);
    said.set(file.fault, (said.get(file.fault) ?? new Set()).add(detail.replaceAll(file.name, '')));
    const hash = createHash('sha256').update(file.bytes).digest('hex');
    expect((await web.ask(officer, 'downloadEvidence', { hash })).status).toBe(404);
  }
  // Each reason has a sentence of its own.
  expect([...said.values()].map(({ size }) => size)).toEqual([...said].map(() => 1));
  expect(new Set([...said.values()].flatMap((each) => [...each])).size).toBe(said.size);
});

test('the reason is said in the language of the caller', async () => {
  const [first] = FITTING.filter(({ fault }) => fault === 'markup');
  expect(first && bodyOf<Told>(await upload(first, 'ja')).detail).toContain('ウェブページまたはXMLの図です。');
});

test('at least thirty honest files are taken, and each comes back as it was, as a file to keep', async () => {
  expect(HONEST.length).toBeGreaterThanOrEqual(30);
  for (const file of HONEST) {
    const reply = await upload(file);
    expect([file.name, reply.status]).toEqual([file.name, 201]);
    const { hash, scan } = bodyOf<{ hash: string; scan?: string }>(reply);
    // This installation has no scanner: nothing is said of one.
    expect(scan).toBeUndefined();
    const back = await web.ask(officer, 'downloadEvidence', { hash });
    expect([file.name, ...servedAs(back)]).toEqual([file.name, ...AS_A_FILE]);
    expect(back.bytes.equals(file.bytes)).toBe(true);
  }
});

test('what is for everybody is a file to keep, too', async () => {
  const by = api.as(secretary);
  const [plan] = HONEST;
  const { hash } = await by.upload(new Uint8Array(plan?.bytes ?? []), 'application/pdf');
  const sources = [{ address: FEE.content.sources?.[0]?.address ?? '', file: hash, licence: 'open-licence' as const }];
  const { id } = await by.draftInstrument({}, { ...FEE, content: { ...FEE.content, sources } });
  await settled(api);
  await by.publishInstrument({ id });
  await settled(api);
  expect(servedAs(await web.send('GET', `/v1/public/evidence/${hash}`, {}))).toEqual(AS_A_FILE);
});
