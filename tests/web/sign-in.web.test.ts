import { secretary } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { CITY, IN_PROGRESS } from '@junkan/trial-sign-in/in-progress.ts';
import { expect, test } from 'vitest';
import { visitor } from './chromium.ts';
import { openSite } from './opened.ts';
import { faultsOf } from './visits.ts';

const { site, actors, browser } = await openSite();

test('by the keyboard alone: an organisation is found by its name, and a person of it chosen, who is called so from then on', async () => {
  const city = await actors.city('Takamatsu');
  await settled(site.api);
  const person = await visitor(browser);
  const { page } = person;
  await page.goto(`${site.home}/auth/login?next=%2Fdesk`);
  await page.getByRole('heading', { level: 1, name: 'Who are you today?' }).waitFor();
  await page.getByLabel('Find a city, a sponsor or a partner').fill('Takamatsu');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Takamatsu', level: 2 }).waitFor();
  expect(await page.evaluate('document.activeElement.value')).toBe(`${city}/proposer.officer`);
  const name = await page.locator('button:focus b').textContent();
  await page.keyboard.press('Enter');
  await page.waitForURL(`${site.home}/desk`);
  await page
    .locator('.mast')
    .getByText(name ?? '')
    .first()
    .waitFor({ state: 'attached' });
  expect(person.complaints).toEqual([]);
});

test.each([
  [1280, 'light'],
  [1280, 'dark'],
  [320, 'light'],
  [320, 'dark'],
] as const)(
  'at a width of %i in %s: what waits is said with the organisation and with the person, without a fault',
  async (width, colorScheme) => {
    const register = { name: CITY, kind: 'city', countries: ['ID'] } as const;
    const { id } = await site.api.as(secretary).registerProposer({}, register, { key: 'city-of-the-trial' });
    await settled(site.api);
    const person = await visitor(browser, { viewport: { width, height: 800 }, colorScheme });
    const { page } = person;
    await page.goto(`${site.home}/auth/login?next=%2Fdesk`);
    await page.getByRole('link', { name: /^Kota Kenanga .* wait$/ }).press('Enter');
    const officer = page.locator(`button[value="${id}/proposer.officer"]:focus`);
    await officer.getByText(IN_PROGRESS['question-open'].title).waitFor();
    expect(await faultsOf(person)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    expect(await page.evaluate('document.fonts.check("1rem Hanken")')).toBe(true);
    expect(person.complaints).toEqual([]);
  },
);
