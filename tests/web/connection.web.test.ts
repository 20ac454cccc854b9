import { officerOf } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { proposal } from '../actors.ts';
import { openSite } from './opened.ts';
import { people } from './people.ts';
import { faultsOf } from './visits.ts';

const { site, actors, browser } = await openSite();

async function drafted(): Promise<{ readonly city: string; readonly id: string }> {
  const city = await actors.city('Kochi');
  const { id } = await site.api.as(officerOf(city)).draftProject({}, { proposer: city, proposal: proposal() });
  await settled(site.api);
  return { city, id };
}
const SUBMIT = 'Submit the project';

test('without a connection what binds is refused at its button, and nothing is sent once it is back', async () => {
  const { city, id } = await drafted();
  const officer = await people(browser, site.home).at(`${city}/proposer.officer`, `/projects/${id}/proposal/check`);
  const { page, context } = officer;
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET' && request.url().includes(id)) sent.push(request.url());
  });
  const status = async () => (await site.api.as(officerOf(city)).getProject({ id })).status;

  await page.getByRole('button', { name: SUBMIT }).press('Enter');
  const form = page.getByRole('form', { name: SUBMIT });
  await form.getByRole('heading').first().waitFor();
  await context.setOffline(true);
  await form.getByText('There is no connection, so nothing is sent.').waitFor();
  expect(await form.getByRole('button', { name: SUBMIT }).getAttribute('aria-disabled')).toBe('true');
  expect(await faultsOf(officer)).toEqual([]);
  await form.getByRole('button', { name: SUBMIT }).press('Enter');
  await context.setOffline(false);
  await form.getByText('There is no connection').waitFor({ state: 'detached' });
  expect([sent, await status()]).toEqual([[], 'draft']);

  await form.getByRole('button', { name: SUBMIT }).press('Enter');
  await page.getByText('The project is submitted.').waitFor();
  expect([sent.length, await status()]).toEqual([1, 'submitted']);
});

test('a connection that is lost while a binding act is sent leaves it to the reader to send it again, under its number', async () => {
  const { city, id } = await drafted();
  const { page, context } = await people(browser, site.home).at(`${city}/proposer.officer`, `/projects/${id}/proposal/check`);
  const keys: (string | undefined)[] = [];
  let isLost = true;
  await page.route(`**/projects/${id}/submission`, async (route) => {
    keys.push(route.request().headers()['idempotency-key']);
    if (!isLost) return route.continue();
    await context.setOffline(true);
    await route.abort('internetdisconnected');
  });
  await page.getByRole('button', { name: SUBMIT }).press('Enter');
  const form = page.getByRole('form', { name: SUBMIT });
  await form.getByRole('button', { name: SUBMIT }).press('Enter');
  await form.getByText('No answer came.').waitFor();
  isLost = false;
  await context.setOffline(false);
  await form.getByText('There is no connection').waitFor({ state: 'detached' });
  expect((await site.api.as(officerOf(city)).getProject({ id })).status).toBe('draft');
  await form.getByRole('button', { name: SUBMIT }).press('Enter');
  await page.getByText('The project is submitted.').waitFor();
  expect([keys.length, new Set(keys).size]).toEqual([2, 1]);
});

test('a session that ends leaves the page on view, below a dialog that leads to where it goes on', async () => {
  const { city, id } = await drafted();
  const officer = await people(browser, site.home).at(`${city}/proposer.officer`, `/projects/${id}/proposal/about`);
  const { page, context } = officer;
  await page.getByLabel('Operator').fill('A cooperative');
  await context.clearCookies({ name: /^(?!junkan-language).*/ });
  await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('You were signed out.').waitFor();
  expect(await page.getByLabel('Operator').inputValue()).toBe('A cooperative');
  expect(await dialog.getByRole('link', { name: 'Sign in' }).getAttribute('href')).toContain(
    encodeURIComponent(`/projects/${id}/proposal/about`),
  );
  expect(await faultsOf(officer)).toEqual([]);
});

test('the operator of a clock, for whom nothing waits, comes from the desk to the clock', async () => {
  const { at, complaints } = people(browser, site.home);
  const { page } = await at('secretariat/clock.operator', '/clock');
  await page.goto(`${site.home}/desk`);
  await page.waitForURL(`${site.home}/clock`);
  expect(complaints()).toEqual([]);
});
