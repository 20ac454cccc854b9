import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { visitor } from './chromium.ts';
import { openShown } from './opened.ts';
import { arrive, faultsOf } from './visits.ts';

const { site, browser, scene: shown } = await openShown();
const [paid, reported] = shown.milestones;
/** What the report of the scene has as its evidence. */
const BYTES = Buffer.from(`Report on ${paid}`);

async function stranger(path: string, width = 1280) {
  const someone = await visitor(browser, { viewport: { width, height: 900 } });
  await arrive(someone, site.home, path, '');
  return someone;
}

test('everybody comes from the first page to a proven result, and from the totals to the file that proves it, in three clicks each', async () => {
  const { page, complaints } = await stranger('/');
  const clicks: string[] = [];
  const click = async (place: ReturnType<typeof page.locator>): Promise<void> => {
    await place.click();
    clicks.push(new URL(page.url()).pathname);
  };
  await click(page.getByRole('navigation').getByRole('link', { name: 'Results', exact: true }).first());
  await page.getByRole('heading', { name: 'Results', level: 1 }).waitFor();
  await click(
    page
      .getByRole('listitem')
      .filter({ hasText: 'Waste composted' })
      .getByRole('link', { name: /\d+ results?/ }),
  );
  await page.getByRole('heading', { name: 'What it is made of' }).waitFor();
  await click(page.locator(`main a[href$="/proof/${paid}"]`));
  await page.getByRole('heading', { name: /^Proof: 1\. / }).waitFor();
  expect(clicks.length).toBe(3);
  await page.getByRole('heading', { name: 'Accepted in full' }).waitFor();
  // Since the totals, two; the third opens the file.
  await click(page.getByRole('list', { name: 'Files that prove it' }).locator('summary').first());
  await page.getByText(createHash('sha256').update(BYTES).digest('hex')).waitFor();
  expect(clicks.slice(1).length).toBe(3);
  expect(new URL(page.url()).pathname).toBe(`/proof/${paid}`);
  expect(complaints).toEqual([]);
});

test('the page of a proof says the values, the role and the share, and a file of the reader is told to be one of its files or none', async () => {
  const { page, complaints } = await stranger(`/proof/${paid}`, 320);
  const row = page.getByRole('row').filter({ hasText: 'Waste composted' });
  expect((await row.getByRole('cell').allTextContents()).map((text) => text.trim()).slice(-2)).toEqual(['14,210 tonnes', '14,210 tonnes']);
  await page.getByText('Secretariat verifier').waitFor();
  await page.getByText('File 1, whose name is not public').waitFor();
  const paidBy = page.getByRole('region', { name: 'Who paid for it' });
  const shares = (await paidBy.locator('dd').allTextContents()).map((text) => Number.parseFloat(text));
  expect([shares.length > 1, Math.round(shares.reduce((sum, each) => sum + each, 0))]).toEqual([true, 100]);
  expect(await paidBy.getByRole('link').count()).toBeGreaterThan(0);
  const field = page.getByLabel('Choose a file on this device');
  await field.setInputFiles({ name: 'copy.txt', mimeType: 'text/plain', buffer: BYTES });
  await page.getByText('copy.txt is the same, byte for byte, as File 1').waitFor();
  await field.setInputFiles({ name: 'other.txt', mimeType: 'text/plain', buffer: Buffer.from('something else') });
  await page.getByText(/other\.txt is none of these files\. Its SHA-256 is [0-9a-f]{64}\./).waitFor();
  expect(await faultsOf({ page })).toEqual([]);
  expect(complaints).toEqual([]);
});

test('the page of a project shows planned, reported and accepted next to each other, and of a report under way nothing', async () => {
  const { page, complaints } = await stranger(`/projects/${shown.projects.running}`);
  await page.locator('#h-results').scrollIntoViewIfNeeded();
  await page.getByRole('heading', { name: 'Planned, reported and accepted' }).waitFor();
  const table = page.getByRole('table').filter({ has: page.locator(`a[href$="/proof/${paid}"]`) });
  expect(await table.textContent()).toContain('14,210 tonnes');
  expect(await page.locator(`a[href$="/proof/${reported}"]`).count()).toBe(0);
  expect(await page.textContent('main')).not.toContain('31,700');
  await page.goto(`${site.home}/proof/${reported}`);
  await page.getByText('Nothing of it is proven yet.').waitFor();
  expect(await page.textContent('main')).not.toContain('31,700');
  expect(complaints).toEqual([]);
});
