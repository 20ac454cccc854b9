import { secretary } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { beforeAll, expect, test } from 'vitest';
import type { Sponsor } from '../actors.ts';
import { admitted, declared, PLACES } from '../signatories.ts';
import { visitor } from './chromium.ts';
import { openSite } from './opened.ts';
import { arrive, faultsOf, sends } from './visits.ts';

// What first-time visitors search for, and where.

const { site, actors, browser } = await openSite();
let city: string;
let sponsor: Sponsor;
let asked: string;
let open: string;
beforeAll(async () => {
  [city, sponsor] = [await actors.city(), await actors.sponsor()];
  open = await actors.submitted(city);
  await actors.opened(open);
  asked = await actors.submitted(city);
  await site.api.as(secretary).requestInformation({ id: asked }, { note: 'Which wards?' });
  await settled(site.api);
});

test('a question is shown next to its answer, which is the first act that is offered', async () => {
  const someone = await visitor(browser);
  const { page, complaints } = someone;
  await arrive(someone, site.home, `/projects/${asked}`, `${city}/proposer.officer`);
  const acts = page.locator('.acts').first().getByRole('button');
  await acts.first().waitFor();
  expect(await acts.first().textContent()).toBe('Answer the request');
  await acts.first().press('Enter');
  const form = page.getByRole('form', { name: 'Answer the request' });
  await form.getByText('Which wards?').waitFor();
  expect(await faultsOf(someone)).toEqual([]);
  await form.getByLabel('Note').fill('The three at the river.');
  await sends(page, 'Answer the request');
  await page.getByText('The answer is sent.').waitFor();
  expect(complaints).toEqual([]);
});

test('an open project leads every reader to its round', async () => {
  const someone = await visitor(browser, { viewport: { width: 320, height: 800 } });
  const { page, complaints } = someone;
  await arrive(someone, site.home, `/projects/${open}`, `${sponsor.sponsor}/sponsor.officer`);
  const way = page.locator('.title').getByRole('link', { name: /^Round 1/ });
  await way.waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  await way.press('Enter');
  await page.getByRole('button', { name: 'Make an offer' }).waitFor();
  expect(complaints).toEqual([]);
});

test('a city for which nothing waits is led from its desk to the declaration and to its first project', async () => {
  const declaration = await declared(site.api);
  const beginner = await actors.city('Matsudo');
  const someone = await visitor(browser, { viewport: { width: 320, height: 800 } });
  const { page, complaints } = someone;
  await arrive(someone, site.home, '/desk', `${beginner}/proposer.officer`);
  await page.getByText('Nothing waits for you.').waitFor();
  const toSign = page.getByRole('main').getByRole('link', { name: 'See how a city signs, and begin' });
  await toSign.waitFor();
  expect(await page.getByRole('link', { name: 'Propose the first project' }).getAttribute('href')).toBe('/projects/new');
  expect(await faultsOf(someone)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  await toSign.press('Enter');
  await page.getByRole('button', { name: /^Say that/ }).waitFor();

  // Who certifies proposes nothing.
  const other = await visitor(browser);
  await arrive(other, site.home, '/desk', `${beginner}/proposer.certifier`);
  await other.page.getByRole('main').getByRole('link', { name: 'See how a city signs, and begin' }).waitFor();
  expect(await other.page.getByRole('link', { name: 'Propose the first project' }).count()).toBe(0);

  await admitted(site.api, declaration, beginner, PLACES.matsudo);
  await settled(site.api);
  await arrive(other, site.home, '/desk', `${beginner}/proposer.certifier`);
  await other.page.getByText('Nothing waits for you.').waitFor();
  await other.idle();
  expect(await other.page.getByRole('link', { name: 'See how a city signs, and begin' }).count()).toBe(0);
  expect(complaints).toEqual([]);
});

test('the operator of the clock lets the time pass until the next deadline, and is offered nothing that others have', async () => {
  const someone = await visitor(browser);
  const { page, complaints } = someone;
  await arrive(someone, site.home, '/clock', 'secretariat/clock.operator');
  const before = (await site.api.as(secretary).getClock()).now;
  expect(
    await page
      .getByRole('banner')
      .getByRole('link', { name: /Notifications|Settings/ })
      .count(),
  ).toBe(0);
  await page.getByRole('button', { name: 'Advance the clock' }).press('Enter');
  await page.getByText('At most until the next deadline').waitFor();
  expect(await faultsOf(someone)).toEqual([]);
  await sends(page, 'Advance the clock');
  await page.getByText('The clock is advanced.').waitFor();
  const { now } = await settled(site.api).then(() => site.api.as(secretary).getClock());
  expect(now.slice(0, 10) > before.slice(0, 10)).toBe(true);
  expect(complaints).toEqual([]);
});
