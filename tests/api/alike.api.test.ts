import { hills, jpegOf, pngOf } from '@junkan/kit/files/made.fixture.ts';
import { withRecord } from '@junkan/kit/files/taken-record.ts';
import { auditor, officerOf, type Person, sponsorOfficerOf, verifier } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { beforeAll, expect, test } from 'vitest';
import { first, passUntil } from '../actors.ts';
import { openSystem } from '../open-system.ts';

const { api, actors } = await openSystem();

/** A site, another one for each number. */
const photo = (number: number, size: number, quality = 90) => jpegOf(size, size, hills(number, size), quality);

let city: string;
let lender: Person;
const due: string[] = [];
beforeAll(async () => {
  city = await actors.city();
  const sponsor = await actors.sponsor();
  lender = sponsorOfficerOf(sponsor.sponsor);
  for (let made = 0; made < 2; made += 1) {
    const agreement = await actors.agreed(city, [[sponsor, '1000.00']]);
    due.push(first(await actors.signed(agreement)).id);
  }
  for (const id of due) await passUntil(api, async () => (await api.as(officerOf(city)).getMilestone({ id })).status !== 'scheduled');
});

async function reported(id: string, files: readonly { bytes: Buffer; type: string; name: string }[]): Promise<void> {
  const officer = api.as(officerOf(city));
  const evidence: string[] = [];
  for (const { bytes, type, name } of files) evidence.push((await officer.upload(new Uint8Array(bytes), type, { name })).hash);
  await officer.reportMilestone({ id }, { evidence });
  await settled(api);
}
const seenBy = async (as: Person, id: string) =>
  Object.fromEntries(
    ((await api.as(as).getMilestone({ id })).reports ?? []).flatMap(({ files = [] }) =>
      files.map(({ name = '', usedBefore, looksLike }) => [name, { usedBefore, looksLike }] as const),
    ),
  );

test('who judges sees of a picture which other milestones have it smaller and packed anew, and who uploads does not', async () => {
  const [earlier = '', later = ''] = due;
  const jpeg = 'image/jpeg';
  const others = Array.from({ length: 20 }, (_, at) => ({ bytes: photo(at + 2, 160), type: jpeg, name: `other ${at}.jpg` }));
  await reported(earlier, [
    { bytes: photo(1, 320), type: jpeg, name: 'site.jpg' },
    { bytes: photo(30, 160), type: jpeg, name: 'gate.jpg' },
  ]);
  await reported(later, [
    { bytes: photo(1, 160, 50), type: jpeg, name: 'smaller.jpg' },
    { bytes: pngOf(120, 120, hills(1, 120)), type: 'image/png', name: 'format.png' },
    { bytes: photo(30, 160), type: jpeg, name: 'same.jpg' },
    ...others,
  ]);
  const expected = {
    'smaller.jpg': { usedBefore: [], looksLike: [earlier] },
    'format.png': { usedBefore: [], looksLike: [earlier] },
    'gate.jpg': { usedBefore: [earlier], looksLike: [] },
    ...Object.fromEntries(others.map(({ name }) => [name, { usedBefore: [], looksLike: [] }])),
  };
  for (const as of [verifier, auditor]) expect(await seenBy(as, later)).toEqual(expected);
  expect((await seenBy(verifier, earlier))['site.jpg']).toEqual({ usedBefore: [], looksLike: [later] });
  for (const as of [officerOf(city), lender])
    expect(Object.values(await seenBy(as, later)).flatMap(({ looksLike }) => looksLike)).toEqual([]);
});

test('who reads a report reads when and where its pictures were taken, by their own record, with what is to be asked about it', async () => {
  const third = first(await actors.signed(await actors.agreed(city, [[await actors.sponsor(), '1000.00']]))).id;
  await passUntil(api, async () => (await api.as(officerOf(city)).getMilestone({ id: third })).status !== 'scheduled');
  const now = (await settled(api)).now.slice(0, 19);
  const records = {
    'now.jpg': { at: `${now}+00:00`, latitude: '35.443700', longitude: '-139.638000' },
    'long ago.jpg': { at: '2001-05-05T05:05:05' },
  };
  const files = Object.entries(records).map(([name, record], at) => ({
    bytes: withRecord(photo(60 + at, 96), { description: 'Hub', ...record }),
    type: 'image/jpeg',
    name,
  }));
  await reported(third, [...files, { bytes: photo(70, 96), type: 'image/jpeg', name: 'silent.jpg' }]);
  for (const as of [officerOf(city), verifier, auditor]) {
    const { reports = [] } = await api.as(as).getMilestone({ id: third });
    expect(Object.fromEntries(reports.flatMap((report) => report.files.map(({ name, taken }) => [name, taken] as const)))).toEqual({
      'now.jpg': { ...records['now.jpg'], remarks: [] },
      'long ago.jpg': { ...records['long ago.jpg'], remarks: ['before-the-agreement'] },
      'silent.jpg': undefined,
    });
  }
});
