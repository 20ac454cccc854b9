import { officerOf } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { LANGUAGES, type Language } from '@junkan/words/languages.ts';
import { textsOf } from '@junkan/words/texts.fixture.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { proposal } from '../actors.ts';
import { visitor } from './chromium.ts';
import { openSite } from './opened.ts';
import { arrive, faultsOf, signIn } from './visits.ts';

const { site, actors, browser } = await openSite();
let city: string;
let project: string;
beforeAll(async () => {
  city = await actors.city();
  const funding = await actors.opened(await actors.submitted(city));
  project = funding.project;
  await settled(site.api);
});

describe('the public portfolio', () => {
  test('shows everybody where the money is, each sum as the API gives it', async () => {
    const someone = await visitor(browser);
    await someone.page.goto(site.home);
    await someone.page.getByRole('heading', { name: 'Where the money stands' }).waitFor();
    const totals = (await (await fetch(`${site.home}/v1/public/totals`)).json()) as {
      stages: { stage: string; amount: { amount: string; currency: string } }[];
    };
    const expected = totals.stages
      .filter(({ stage }) => stage !== 'offered')
      .map(({ stage, amount: { amount, currency } }) => [`public/totals/${currency}/${stage}`, amount, currency]);
    const shown = await someone.page
      .locator('data[data-of^="public/totals/"]')
      .evaluateAll((all) =>
        all.map((each) => [each.getAttribute('data-of'), each.getAttribute('value'), each.getAttribute('data-currency')]),
      );
    expect(shown.sort()).toEqual(expected.sort());
    expect(someone.complaints).toEqual([]);
  });

  test('leads to a project, filters by what the address says, and says so where nothing fits', async () => {
    const { page, complaints } = await visitor(browser);
    await page.goto(site.home);
    await page.locator('.proj tbody a').first().click();
    await page.getByRole('heading', { name: 'Plan' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/projects/${project}`);
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    await page.goto(`${site.home}/?status=closed`);
    await page.getByText('No project fits these filters.').waitFor();
    expect(complaints).toEqual([]);
  });

  test('what cannot be searched for is refused within the page, and the page stays', async () => {
    const { page } = await visitor(browser);
    await page.goto(site.home);
    await page.getByRole('searchbox', { name: 'Search', exact: true }).fill('%');
    await page.getByRole('button', { name: 'Apply' }).press('Enter');
    await page.getByRole('alert').waitFor();
    await page.getByRole('alert').getByRole('link', { name: 'Go to the portfolio' }).click();
    await page.getByRole('searchbox', { name: 'Search', exact: true }).fill('ward');
    await page.getByRole('button', { name: 'Apply' }).press('Enter');
    await page.waitForURL(`${site.home}/?q=ward`);
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Apply');
  });

  test.each(['/?country=IN,VN', '/?q=12345', '/projects/prj_nosuch'])('an address that somebody wrote breaks nothing: %s', async (path) => {
    const { page } = await visitor(browser);
    await page.goto(`${site.home}${path}`);
    await page.getByRole('navigation', { name: 'Main' }).waitFor();
    await page.getByText(/No project (fits these filters|is found for)|There is nothing here/).waitFor();
    expect(await page.getByText('Trial installation.').count()).toBe(1);
  });

  test('a page that there is not says so, and leads back', async () => {
    const { page } = await visitor(browser);
    await page.goto(`${site.home}/projects/prj_${'0'.repeat(26)}`);
    await page.getByRole('link', { name: 'Go to the portfolio' }).click();
    await page.getByRole('heading', { name: 'Where the money stands' }).waitFor();
  });
});

describe('signed in', () => {
  test('by the keyboard alone a person comes to what waits, and signs out again', async () => {
    const officer = await visitor(browser);
    const { page } = officer;
    await page.goto(`${site.home}/desk`);
    await page.getByText('This page is for those who take part').waitFor();
    await signIn(officer, 'secretariat/secretariat.approver');
    expect(new URL(page.url()).pathname).toBe('/desk');
    await page.getByText('Nothing waits for you.').or(page.getByRole('table')).waitFor();
    await page.getByRole('button', { name: 'Sign out' }).first().press('Enter');
    await page.getByRole('heading', { name: 'Sign out of the trial?' }).waitFor();
    // The browser puts the focus there once the page is whole.
    await page.locator('button.leave:focus').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Sign in' }).first().waitFor();
    expect(officer.complaints).toEqual([]);
  });
});

test('a page says to its reader that they are signed in, and is kept nowhere; to others it is the same for all', async () => {
  const someone = await visitor(browser);
  const { page } = someone;
  const open = await page.goto(`${site.home}/how`);
  expect(open?.headers()).toMatchObject({ 'cache-control': 'no-cache', etag: expect.stringMatching(/^"/) });
  expect(await page.locator('#session').count()).toBe(0);
  const asked: string[] = [];
  page.on('request', (request) => void asked.push(new URL(request.url()).pathname));
  await arrive(someone, site.home, '/desk', 'secretariat/secretariat.verifier');
  const own = await page.reload();
  expect(own?.headers()).toMatchObject({ 'cache-control': 'no-store' });
  await page.locator('.mast .seal').waitFor({ state: 'attached' });
  expect(JSON.parse((await page.locator('#session').textContent()) ?? '')).toMatchObject({ organisation: 'secretariat', settings: {} });
  expect(asked.filter((path) => ['/v1/session', '/v1/settings'].includes(path))).toEqual([]);
});

test('a city finds its draft from its desk, which everybody else does not know of', async () => {
  const { id } = await site.api.as(officerOf(city)).draftProject({}, { proposer: city, proposal: proposal() });
  await settled(site.api);
  const officer = await visitor(browser, { viewport: { width: 360, height: 800 } });
  const { page } = officer;
  await page.goto(`${site.home}/projects/${id}`);
  await page.getByRole('heading', { name: 'There is nothing here' }).waitFor();
  await signIn(officer, `${city}/proposer.officer`);
  await page.getByRole('heading', { name: 'Plan' }).waitFor();
  await page.locator('summary', { hasText: 'Menu' }).click();
  await page.getByRole('link', { name: 'Desk' }).click();
  await page.getByText('Submit the proposal').waitFor();
  await page.getByRole('link', { name: 'Money flow' }).first().waitFor({ state: 'hidden' });
  await page.getByRole('link', { name: 'Submit the proposal' }).click();
  await page.getByRole('heading', { name: 'Plan' }).waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
});

test('what somebody wrote is shown as text, wherever it appears', async () => {
  const evil = '<img src=x onerror=alert(1)>=HYPERLINK("http://evil")';
  const said = { proposer: city, proposal: { reference: 'evil', title: evil, description: evil, operator: evil } };
  const { id } = await site.api.as(officerOf(city)).draftProject({}, said);
  const someone = await visitor(browser);
  await arrive(someone, site.home, `/projects/${id}`, `${city}/proposer.officer`);
  await someone.page.getByRole('heading', { name: evil }).waitFor();
  expect(await someone.page.locator('img').count()).toBe(0);
  expect(someone.complaints).toEqual([]);
});

describe('in nine languages', () => {
  const titleIn = (language: Language): string => textsOf('portfolio', language)['whereMoneyStands'] ?? '';

  test.each(LANGUAGES)('the browser’s own language is spoken: %s', async (language) => {
    const { page, complaints } = await visitor(browser, { locale: language });
    await page.goto(site.home);
    await page.getByRole('heading', { name: titleIn(language) }).waitFor();
    expect(await page.evaluate('document.documentElement.lang')).toBe(language);
    expect(complaints).toEqual([]);
  });

  test.each([
    ['zh-CN', 'zh-Hans'],
    ['fr, hi-IN;q=0.5', 'hi'],
    ['fr', 'en'],
  ])('where it is not there as such, the nearest is: %s', async (wanted, language) => {
    const page = await (await fetch(site.home, { headers: { accept: 'text/html', 'accept-language': wanted } })).text();
    expect(page).toContain(`<html lang="${language}">`);
  });

  test('another one is chosen, and stays so', async () => {
    const someone = await visitor(browser, { locale: 'en' });
    const { page } = someone;
    await page.goto(`${site.home}/?sort=title`);
    await page.getByRole('button', { name: 'Language' }).press('Enter');
    await page.getByRole('button', { name: 'हिन्दी' }).press('Enter');
    await page.getByRole('heading', { name: titleIn('hi') }).waitFor();
    expect(page.url()).toBe(`${site.home}/?sort=title`);
    await page.waitForFunction("[...document.fonts].some(({ family, status }) => family.includes('Devanagari') && status === 'loaded')");
    expect(await faultsOf(someone)).toEqual([]);
    await page.goto(`${site.home}/projects/${project}`);
    await page.getByRole('table').waitFor();
    expect(await page.evaluate('document.documentElement.lang')).toBe('hi');
  });
});

describe.each([
  [1280, 'light'],
  [320, 'dark'],
] as const)('at %i, %s', (width, colorScheme) => {
  test('no page has an automatically detected fault, and none scrolls sideways', async () => {
    const someone = await visitor(browser, { viewport: { width, height: 800 }, colorScheme });
    const { page } = someone;
    for (const [path, heading] of [
      ['/', 'Where the money stands'],
      [`/projects/${project}`, 'Plan'],
      ['/nowhere', 'There is nothing here'],
    ] as const) {
      await page.goto(`${site.home}${path}`);
      await page.getByRole('heading', { name: heading }).waitFor();
      expect(await faultsOf(someone)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    }
  });
});
