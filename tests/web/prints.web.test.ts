import { settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { first } from '../actors.ts';
import type { Visitor } from './chromium.ts';
import { openSite } from './opened.ts';
import { people } from './people.ts';
import { faultsOf } from './visits.ts';

const { site, browser, actors, narrow } = await openSite();
const SHOTS = process.env['JUNKAN_SHOTS'];

/** Prints a page by the keyboard, and answers where its code leads to. */
async function printed({ page }: Visitor): Promise<string> {
  await page.evaluate('window.print = () => { window.printings = (window.printings ?? 0) + 1 }');
  await page.getByRole('button', { name: 'Print' }).press('Enter');
  const stamp = page.locator('.stamp');
  await stamp.waitFor({ state: 'attached' });
  await expect.poll(() => page.evaluate('window.printings')).toBe(1);
  expect(await stamp.isVisible()).toBe(false);
  await page.emulateMedia({ media: 'print' });
  await page.getByRole('img', { name: 'QR code that leads to the check of this print' }).waitFor();
  await page.emulateMedia({ media: 'screen' });
  const address = (await stamp.getByRole('link', { includeHidden: true }).getAttribute('href')) ?? '';
  await page.evaluate("window.dispatchEvent(new Event('afterprint'))");
  await stamp.waitFor({ state: 'detached' });
  return address.replace(site.home, '');
}

test('an agreement, a milestone’s money and a statement of account are printed with a code that anybody checks', async () => {
  const { at, complaints } = people(browser, site.home);
  const city = await actors.city('Nodi Para');
  const lender = await actors.sponsor();
  const agreement = await actors.agreed(city, [[lender, '1000.00']]);
  const milestone = first(await actors.signed(agreement));
  await settled(site.api);
  const officer = `${city}/proposer.officer`;

  const paper = await printed(await at(officer, `/agreements/${agreement.id}`));
  const anybody = await narrow('', paper);
  await anybody.page.getByText('This is the print of this installation.').waitFor();
  for (const said of ['Nodi Para', 'USD 1,000.00', 'Effective']) await anybody.page.getByText(said).first().waitFor();
  expect(await anybody.page.getByRole('link', { name: 'Open it as it is now' }).count()).toBe(0);
  if (SHOTS) await anybody.page.screenshot({ path: `${SHOTS}/check-print.png`, fullPage: true });
  expect(await faultsOf(anybody)).toEqual([]);
  expect(await anybody.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);

  const { page } = await at(officer, paper);
  await page.getByRole('link', { name: 'Open it as it is now' }).press('Enter');
  await page.getByRole('heading', { name: 'Agreement', exact: true }).first().waitFor();

  for (const [path, kind] of [
    [`/milestones/${milestone.id}/money`, 'Milestone and its money'],
    ['/ledger', 'Statement of account'],
  ] as const) {
    const { page: check } = await at(officer, await printed(await at(officer, path)));
    await check.getByText('This is the print of this installation.').waitFor();
    await check.locator('main').getByText(kind, { exact: true }).waitFor();
  }
  expect(complaints()).toEqual([]);
});

test('a code that was changed is said to be of no print', async () => {
  const { page } = await narrow('', '/check#no.such.code');
  await page.getByRole('alert').getByText('No print of this installation has this code.').waitFor();
  await page.getByRole('link', { name: 'Check a certificate' }).press('Enter');
  await page.getByRole('link', { name: 'Check a print' }).press('Enter');
  await page.getByRole('heading', { name: 'Check a print' }).waitFor();
});
