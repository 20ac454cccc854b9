import { auditor, certifierOf, officerOf, type Person, secretary, sponsorOfficerOf, verifier } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { refused } from '../actors.ts';
import { verifiedFaults } from '../breaking.ts';
import type { Someone } from '../http.ts';
import { fileOf } from '../joined-city.ts';
import { openSystem } from '../open-system.ts';
import { adopted, advised, FEE } from '../policy.ts';

const { system, api, actors, store, web } = await openSystem();
const by = api.as;
const [source] = FEE.content.sources ?? [];
type Licence = 'public-domain' | 'open-licence' | 'by-permission' | 'signed-in-only';

const withFile = (file: string, licence?: Licence) => ({
  ...FEE.content,
  sources: [{ address: source?.address ?? '', file, ...(licence ? { licence } : {}) }],
});
const someone = ({ organisation, role }: Person): Someone => ({
  person: `${organisation}/${role}`,
  organisation,
  roles: [role as Someone['roles'][number]],
});
/** What becomes of asking for a file: as whom, or without sign-in. */
async function read(hash: string, as?: Person): Promise<string> {
  const path = as ? `/v1/evidence/${hash}` : `/v1/public/evidence/${hash}`;
  const { status, bytes } = await web.send('GET', path, as ? { as: someone(as) } : {});
  return status === 200 ? bytes.toString() : String(status);
}

test('the file of a source is its owner’s until it is published, and then for everybody by licence, else for who is signed in', async () => {
  const officer = by(secretary);
  const [city, { sponsor }] = [await actors.city(), await actors.sponsor()];
  const signedIn = [officerOf(city), sponsorOfficerOf(sponsor), auditor];
  const file = await fileOf(officer, 'Article 1. Bags are paid for.');
  const { id } = await officer.draftInstrument({}, { ...FEE, content: withFile(file, 'open-licence') });
  await settled(api);
  expect(await read(file, secretary)).toBe('Article 1. Bags are paid for.');
  expect(await Promise.all([officerOf(city), sponsorOfficerOf(sponsor), undefined].map((as) => read(file, as)))).toEqual([
    '404',
    '404',
    '404',
  ]);
  await officer.publishInstrument({ id });
  await settled(api);
  for (const as of [...signedIn, undefined]) expect(await read(file, as)).toBe('Article 1. Bags are paid for.');
  const shown = await web.send('GET', `/v1/public/policies/${id}`, {});
  expect(JSON.parse(shown.bytes.toString()).versions[0].content.sources).toMatchObject([{ file, licence: 'open-licence' }]);
  // What the newest version says of it counts.
  for (const licence of ['signed-in-only', undefined] as const) {
    await officer.reviseInstrument({ id }, { ...withFile(file, licence), costs: licence ?? 'not said' });
    await settled(api);
    await officer.publishInstrument({ id });
    await settled(api);
    for (const as of signedIn) expect(await read(file, as)).toBe('Article 1. Bags are paid for.');
    expect(await read(file)).toBe('404');
  }
  expect(await read('0'.repeat(64))).toBe('404');
  expect((await web.send('GET', '/v1/public/evidence/x', {})).status).toBe(400);
});

test('a source names a file that its own organisation has uploaded, and a licence that is known', async () => {
  const city = await actors.city();
  const file = await fileOf(by(officerOf(city)), 'Of a city.');
  const reference = 'JP-2024-other';
  expect(await refused(by(secretary).draftInstrument({}, { ...FEE, reference, content: withFile(file) }))).toMatchObject({
    status: 422,
    type: '/problems/evidence-is-unknown',
    pointers: ['/content/sources/0/file'],
  });
  const unknown = withFile(await fileOf(by(secretary), 'Own.'), 'mine' as Licence);
  expect(await refused(by(secretary).draftInstrument({}, { ...FEE, reference, content: unknown }))).toMatchObject({
    status: 400,
    pointers: ['/content/sources/0/licence'],
  });
  expect(
    (await web.ask(someone(auditor), 'uploadEvidence', {}, undefined, { raw: 'x', headers: { 'content-type': 'text/plain' } })).status,
  ).toBe(403);
});

test('what a city hands in with a file is read by who oversees it, and by no other city', async () => {
  const of = await advised(api, actors);
  const document = await adopted(api, of);
  await settled(api);
  for (const as of [verifier, secretary, auditor, certifierOf(of.city)]) expect(await read(document, as)).not.toMatch(/^\d+$/);
  for (const as of [officerOf(await actors.city()), undefined]) expect(await read(document, as)).toBe('404');
});

test('verify names a file of a source that is not kept', async () => {
  expect(await verifiedFaults(system)).toEqual({});
  const lost = await store.changed({ in: 'programme', type: 'InstrumentDrafted', where: {} }, ({ content }) => {
    content.sources[0].file = 'f'.repeat(64);
  });
  expect(lost[12]).toEqual([`the file ${'f'.repeat(64)} is cited and not kept`]);
});
