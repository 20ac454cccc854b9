import { auditor, sponsorOfficerOf } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { beforeAll, expect, test } from 'vitest';
import type { Sponsor } from '../actors.ts';
import { visitor } from './chromium.ts';
import { openSite } from './opened.ts';
import { faultsOf, sends, signIn } from './visits.ts';

const { site, actors, browser } = await openSite();
let fund: Sponsor;
beforeAll(async () => {
  fund = await actors.sponsor();
  await actors.opened(await actors.submitted(await actors.city()));
});

const read = () => site.api.as(auditor).getMandate({ id: fund.mandate });
async function at(account: string, path: string) {
  const someone = await visitor(browser, { viewport: { width: 320, height: 800 } });
  await someone.page.goto(`${site.home}${path}`);
  await signIn(someone, account);
  return someone;
}

test('a mandate is revised with its differences before the eyes, to what is shown and nothing else', async () => {
  const officer = await at(`${fund.sponsor}/sponsor.officer`, `/mandates/${fund.mandate}`);
  const { page } = officer;
  await page.getByRole('link', { name: 'Revise the terms' }).press('Enter');
  await page.getByLabel('Largest ticket').fill('3,000');
  await page.getByLabel('Smallest ticket').fill('100');
  await page.getByText('One project would fit.').waitFor();
  await page.getByRole('button', { name: 'Review before publishing' }).press('Enter');
  const differences = page.getByRole('table');
  await differences.waitFor();
  expect(await differences.locator('tbody tr').count()).toBe(1);
  expect(await faultsOf(officer)).toEqual([]);

  // A colleague was faster: what is shown changes, and has to be read first.
  const terms = { title: 'Circular cities of Japan', countries: ['JP'] };
  const tickets = { ticketMinimum: { amount: '100.00', currency: 'USD' }, ticketMaximum: { amount: '2500.00', currency: 'USD' } };
  await site.api
    .as(sponsorOfficerOf(fund.sponsor))
    .reviseMandate({ id: fund.mandate }, { terms: { ...terms, ...tickets } }, { version: 1 });
  await page.getByRole('button', { name: 'I have looked again' }).press('Enter');
  expect(await differences.locator('tbody tr').count()).toBe(2);
  await page.getByRole('button', { name: 'Revise the terms' }).press('Enter');
  await page.getByRole('heading', { name: 'Terms, version 3' }).waitFor();
  expect(await read()).toMatchObject({ revision: 3, terms: { title: 'Circular cities', ticketMaximum: { amount: '3000.00' } } });
  await page.getByText(/^Version 3,/).press('Enter');
  await page.locator('del').getByText('Circular cities of Japan').waitFor();
  expect(await faultsOf(officer)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  expect(officer.complaints).toEqual([]);
});

test('a mandate is paused, matches nothing, and is retired for good', async () => {
  const officer = await at(`${fund.sponsor}/sponsor.officer`, `/mandates/${fund.mandate}`);
  const { page } = officer;
  await page.getByText(/1 fit this mandate/).waitFor();
  await page.getByRole('button', { name: 'Pause the mandate' }).press('Enter');
  await sends(page, 'Pause the mandate');
  await page.getByText('The mandate is paused: no project is matched').waitFor();
  await settled(site.api);
  expect((await site.api.as(sponsorOfficerOf(fund.sponsor)).listMatches({})).fitting).toBe(0);
  await page.getByRole('button', { name: 'Retire the mandate' }).press('Enter');
  await sends(page, 'Retire the mandate');
  await page.getByText('The mandate is retired: nothing new is matched with it').waitFor();
  expect(await page.getByRole('link', { name: 'Revise the terms' }).count()).toBe(0);
  expect(await faultsOf(officer)).toEqual([]);
  expect((await read()).status).toBe('retired');
  await page.goto(`${site.home}/matches`);
  await page.getByText('All mandates of your organisation are paused or retired.').waitFor();
  expect(await faultsOf(officer)).toEqual([]);
  await page.getByRole('link', { name: 'To your mandates' }).press('Enter');
  await page.waitForURL(`${site.home}/mandates?state=retired`);
  expect(officer.complaints).toEqual([]);
});

test('an auditor finds the mandates of all sponsors, and changes none', async () => {
  const someone = await at('secretariat/auditor', '/mandates?state=retired');
  const { page } = someone;
  await page.getByRole('link', { name: 'Circular cities' }).press('Enter');
  await page.getByText('The mandate is retired: nothing new is matched with it').waitFor();
  expect(await page.getByRole('button', { name: /mandate/ }).count()).toBe(0);
  await page.goto(`${site.home}/mandates?q=nothing`);
  await page.getByText('No mandate fits.').waitFor();
  expect(await faultsOf(someone)).toEqual([]);
  expect(someone.complaints).toEqual([]);
});
