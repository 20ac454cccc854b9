import { openXml, pngOf, printed, printedInJapan, WEBP_LOSSLESS } from '@junkan/kit/files/made.fixture.ts';
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

const EVIL = '<script>document.title="run"</script><img src=x onerror="document.title=\'run\'">';
const rows = Array.from({ length: 250 }, (_, day) => `${day + 1},"12,5","${EVIL.replaceAll('"', '""')}"`);

test('a picture, a table and a text are looked into within the page, nothing in them is run, and other files are downloaded alone', async () => {
  const someone = await narrow(`${city}/proposer.officer`, `/milestones/${milestone}/report/evidence`);
  const { page } = someone;
  await page.getByLabel('Add files').setInputFiles([
    { name: 'site.png', mimeType: 'image/png', buffer: pngOf(640, 480) },
    { name: 'weights.csv', mimeType: 'text/csv', buffer: Buffer.from(['day,tonnes,note', ...rows].join('\n')) },
    { name: 'account.txt', mimeType: 'text/plain', buffer: Buffer.from(`Wards 3 and 4.\n${EVIL}`) },
    { name: 'plan.docx', mimeType: '', buffer: openXml('docx') },
  ]);
  await page.getByRole('link', { name: 'plan.docx' }).waitFor();
  await page.getByRole('listitem').filter({ hasText: 'plan.docx' }).waitFor();
  const look = (name: string) => page.getByText(`Look into ${name}`);
  for (const name of ['site.png', 'weights.csv', 'account.txt']) await look(name).press('Enter');
  expect(await look('plan.docx').count()).toBe(0);

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
  expect(await table.getByRole('row').count()).toBe(201);
  expect(await table.getByRole('row').nth(1).getByRole('cell').allTextContents()).toEqual(['1', '12,5', EVIL]);
  await page.getByText('The rest is in the file itself.').waitFor();
  expect(await page.locator('pre.preview').textContent()).toBe(`Wards 3 and 4.\n${EVIL}`);
  expect(await page.title()).not.toBe('run');
  expect(await faultsOf(someone)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  expect(someone.complaints).toEqual([]);
});

/** How many different colours a drawing has. */
const colours = (node: unknown): number => {
  const canvas = node as { width: number; height: number; getContext(kind: '2d'): { getImageData(...of: number[]): { data: Uint8Array } } };
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  return new Set(Array.from({ length: data.length / 4 }, (_, at) => data.slice(4 * at, 4 * at + 3).join())).size;
};

test('a printed document is drawn page by page, also with letters that are in no file; other pictures, tables and places are shown as well', async () => {
  const someone = await narrow(`${city}/proposer.officer`, `/milestones/${milestone}/report/evidence`);
  const { page } = someone;
  await page.getByLabel('Add files').setInputFiles([
    { name: 'plan.pdf', mimeType: 'application/pdf', buffer: printed('Twelve hubs', 'Their costs') },
    { name: '計画.pdf', mimeType: 'application/pdf', buffer: printedInJapan('循環の計画') },
    { name: 'site.webp', mimeType: 'image/webp', buffer: WEBP_LOSSLESS },
    { name: 'sites.geojson', mimeType: '', buffer: Buffer.from('{"type":"Point","coordinates":[139.6,35.4]}') },
    { name: 'weights.tsv', mimeType: '', buffer: Buffer.from('day\ttonnes\n1\t12.5\n') },
  ]);
  await page.getByText('Look into weights.tsv').waitFor();
  await page.getByText('Look into plan.pdf').press('Enter');
  const drawing = page.getByRole('img', { name: 'plan.pdf, page 1 of 2' });
  await drawing.waitFor();
  await expect.poll(() => drawing.evaluate(colours)).toBeGreaterThan(1);
  await page.getByText('Twelve hubs').waitFor();
  expect(await page.getByRole('button', { name: 'Page before' }).isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'Page after' }).press('Enter');
  await page.getByText('Their costs').waitFor();
  await page.getByText('Page 2 of 2', { exact: true }).waitFor();
  expect(await page.getByRole('button', { name: 'Page after' }).isDisabled()).toBe(true);
  await page.getByText('Look into 計画.pdf').press('Enter');
  await page.getByText('循環の計画').waitFor();
  await expect.poll(() => page.getByRole('img', { name: '計画.pdf, page 1 of 1' }).evaluate(colours)).toBeGreaterThan(1);
  for (const name of ['site.webp', 'sites.geojson', 'weights.tsv']) await page.getByText(`Look into ${name}`).press('Enter');
  await page.getByRole('img', { name: 'site.webp' }).waitFor();
  await page.locator('pre.preview', { hasText: '"coordinates":[139.6,35.4]' }).waitFor();
  const cells = page.getByRole('group', { name: 'weights.tsv' }).getByRole('cell');
  await expect.poll(() => cells.allTextContents()).toEqual(['1', '12.5']);
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
