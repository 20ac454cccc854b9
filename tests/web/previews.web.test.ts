import { deflateSync } from 'node:zlib';
import { officerOf } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { beforeAll, expect, test } from 'vitest';
import { first, passUntil } from '../actors.ts';
import { openSite } from './opened.ts';
import { faultsOf } from './visits.ts';

const { site, actors, narrow } = await openSite();
let city: string;
let milestone: string;
beforeAll(async () => {
  const sponsor = await actors.sponsor();
  city = await actors.city();
  const project = await actors.submitted(city);
  const agreement = await actors.approved(project, await actors.funded(project, [[sponsor, '1000.00']]));
  milestone = first(await actors.signed(agreement)).id;
  await passUntil(site.api, async () => (await site.api.as(officerOf(city)).getMilestone({ id: milestone })).status !== 'scheduled');
  await settled(site.api);
});

const CRC = Array.from({ length: 256 }, (_, n) =>
  Array.from({ length: 8 }).reduce<number>((c) => (c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1), n),
);
const crcOf = (bytes: Uint8Array): number =>
  (bytes.reduce((crc, byte) => (CRC[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;
function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  crc.writeUInt32BE(crcOf(body));
  return Buffer.concat([length, body, crc]);
}

/** A grey picture of this width and height. */
function png(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height, 128);
  for (let row = 0; row < height; row += 1) rows[row * (width + 1)] = 0;
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([start, chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

const EVIL = '<script>document.title="run"</script><img src=x onerror="document.title=\'run\'">';
const rows = Array.from({ length: 150 }, (_, day) => `${day + 1},"12,5","${EVIL.replaceAll('"', '""')}"`);

test('a picture, a table and a text are looked into within the page, nothing in them is run, and other files are downloaded alone', async () => {
  const someone = await narrow(`${city}/proposer.officer`, `/milestones/${milestone}/report/evidence`);
  const { page } = someone;
  await page.getByLabel('Add files').setInputFiles([
    { name: 'site.png', mimeType: 'image/png', buffer: png(640, 480) },
    { name: 'weights.csv', mimeType: 'text/csv', buffer: Buffer.from(['day,tonnes,note', ...rows].join('\n')) },
    { name: 'account.txt', mimeType: 'text/plain', buffer: Buffer.from(`Wards 3 and 4.\n${EVIL}`) },
    { name: 'plan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF\n') },
  ]);
  await page.getByRole('link', { name: 'plan.pdf' }).waitFor();
  await page.getByRole('listitem').filter({ hasText: 'plan.pdf' }).waitFor();
  const look = (name: string) => page.getByText(`Look into ${name}`);
  for (const name of ['site.png', 'weights.csv', 'account.txt']) await look(name).press('Enter');
  expect(await look('plan.pdf').count()).toBe(0);

  const picture = page.getByRole('img', { name: 'site.png' });
  await picture.waitFor();
  await expect
    .poll(() =>
      picture.evaluate((node) => [
        (node as unknown as { naturalWidth: number }).naturalWidth,
        (node as unknown as { naturalHeight: number }).naturalHeight,
      ]),
    )
    .toEqual([640, 480]);
  const table = page.getByRole('group', { name: 'weights.csv' }).getByRole('table');
  await table.waitFor();
  expect(await table.getByRole('columnheader').allTextContents()).toEqual(['day', 'tonnes', 'note']);
  expect(await table.getByRole('row').count()).toBe(101);
  expect(await table.getByRole('row').nth(1).getByRole('cell').allTextContents()).toEqual(['1', '12,5', EVIL]);
  await page.getByText('The rest is in the file itself.').waitFor();
  expect(await page.locator('pre.preview').textContent()).toBe(`Wards 3 and 4.\n${EVIL}`);
  expect(await page.title()).not.toBe('run');
  expect(await faultsOf(someone)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  expect(someone.complaints).toEqual([]);
});

test('what is not the file of its hash is not shown', async () => {
  const someone = await narrow(`${city}/proposer.officer`, `/milestones/${milestone}/report/evidence`);
  const { page } = someone;
  await page.route('**/v1/evidence/*', (route) => route.fulfill({ status: 200, contentType: 'text/plain', body: 'Another text.' }));
  await page.getByText('Look into account.txt').press('Enter');
  await page.getByText('It cannot be shown').waitFor();
  expect(await page.getByText('Another text.').count()).toBe(0);
  expect(someone.complaints).toEqual([]);
});
