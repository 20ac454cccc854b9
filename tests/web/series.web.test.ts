import { settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import type { Visitor } from './chromium.ts';
import { openSite } from './opened.ts';
import { people } from './people.ts';
import { faultsOf, sends } from './visits.ts';
import { overBudget } from './weighed.ts';

const { site, browser, actors } = await openSite();
const city = await actors.city('Nodi Para');
const officer = `${city}/proposer.officer`;
const SHOTS = process.env['JUNKAN_SHOTS'];

/** What a screen shows has no fault, and on a narrow telephone nothing is wider than the page. */
async function isFaultless(someone: Visitor, name: string): Promise<void> {
  for (const width of [320, 1280]) {
    await someone.page.setViewportSize({ width, height: 900 });
    if (SHOTS) await someone.page.screenshot({ path: `${SHOTS}/${name}-${width}.png`, fullPage: true });
    expect(await faultsOf(someone)).toEqual([]);
    expect(await someone.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  }
}

test('an indicator is followed: its values are told, its target set, and its course is a picture and a table of the same', async () => {
  const { at, act, complaints } = people(browser, site.home);
  const opening = await at(officer, '/series');
  const { page } = opening;
  await page.getByText('There are no series here.').waitFor();
  await page.getByRole('link', { name: 'Follow an indicator' }).press('Enter');
  const form = page.getByRole('form', { name: 'Follow an indicator' });
  await form.getByRole('button', { name: 'Follow an indicator' }).press('Enter');
  await page.getByText('Area is missing').first().waitFor();
  await form.getByLabel('Indicator').selectOption({ label: 'Recycling rate' });
  await form.getByRole('searchbox').fill('Matsudo');
  await form
    .getByRole('button', { name: /^Matsudo/ })
    .first()
    .press('Enter');
  await form.getByLabel('What is measured').fill('Waste of households');
  await form.getByLabel('Area').fill('Within the city limits');
  await form.getByLabel('Method').fill('Weighed at the gate.');
  await form.getByLabel('Source').fill('Bureau of the environment');
  await isFaultless(opening, 'series-opening');
  await sends(page, 'Follow an indicator');
  await page.getByRole('heading', { name: 'Recycling rate', level: 1 }).waitFor();
  const path = new URL(page.url()).pathname;
  await page.getByText('No value is told yet.').waitFor();
  const values = { '2024': '30', '2025': '36' };
  for (const [year, numerator] of Object.entries(values))
    await act(officer, path, 'Tell the value of a period', {
      From: `${year}-01-01`,
      Until: `${year}-12-31`,
      Numerator: numerator,
      Denominator: '120',
    });
  const aimed = await act(officer, path, 'Set the target', { Target: '50', 'To be reached by': '2035-12-31' });
  await aimed.page.getByRole('img', { name: /^Recycling rate.*25 per cent \(30 of 120\).*30 per cent.*target 50/ }).waitFor();
  const table = aimed.page.getByRole('region', { name: 'Values' }).getByRole('row');
  expect(await table.count()).toBe(3);
  const corrected = await act(officer, path, 'Correct the value', { Numerator: '33', Denominator: '120', Note: 'A day was missing.' });
  await corrected.page.getByText('edition 1: 25 per cent (30 of 120)').waitFor();
  await isFaultless(corrected, 'series');
  expect(await overBudget(corrected, site.home, { name: 'series', path, account: 'who is there' })).toEqual([]);
  await settled(site.api);
  const other = await at(`${await actors.city('Harukawa')}/proposer.officer`, path);
  await other.page.getByText('27.5 per cent (33 of 120)').first().waitFor();
  expect(await other.page.getByText('A day was missing.').count()).toBe(0);
  const listed = await at(officer, '/series');
  await listed.page.getByRole('link', { name: 'Recycling rate' }).waitFor();
  await isFaultless(listed, 'series-list');
  expect(complaints()).toEqual([]);
});
