import { auditor, officerOf, secretary } from '@junkan/scripts/main-job/api.ts';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { first } from '../actors.ts';
import { type Visitor, visitor } from './chromium.ts';
import { openShown } from './opened.ts';
import { arrive, faultsOf } from './visits.ts';

const { site, scene: shown, browser } = await openShown();
const { running } = shown.projects;
const TITLE = (await site.api.as(auditor).getProject({ id: running })).proposal.title ?? '';

async function at(account: string, path: string, options: Parameters<typeof visitor>[1] = {}): Promise<Visitor> {
  const someone = await visitor(browser, options);
  await arrive(someone, site.home, path, account);
  return someone;
}
const field = (page: Page) => page.getByRole('dialog').getByRole('combobox');
const option = (page: Page, name: string | RegExp) => page.getByRole('option', { name }).first();
const chosen = (page: Page) => page.locator('[role=option][aria-selected=true]');

test('by the keyboard alone one finds a project, opens it, and has the focus back after Esc', async () => {
  const someone = await at(`${shown.city}/proposer.officer`, '/desk');
  const { page } = someone;
  await page.locator('.skip').focus();
  await page.keyboard.press('Control+k');
  await field(page).waitFor();
  expect(await page.evaluate('document.activeElement.getAttribute("role")')).toBe('combobox');
  await page.keyboard.press('Escape');
  await field(page).waitFor({ state: 'detached' });
  expect(await page.evaluate('document.activeElement.className')).toBe('skip');
  await page.keyboard.press('Meta+k');
  await page.keyboard.type(TITLE);
  await option(page, TITLE).waitFor();
  expect(await faultsOf(someone)).toEqual([]);
  // Nothing is chosen before an arrow is pressed; they go round by way of the field.
  expect(await chosen(page).count()).toBe(0);
  await page.keyboard.press('ArrowDown');
  expect(await chosen(page).textContent()).toContain(TITLE);
  expect(await field(page).getAttribute('aria-activedescendant')).toBe(await chosen(page).getAttribute('id'));
  await page.keyboard.press('ArrowUp');
  expect(await chosen(page).count()).toBe(0);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${site.home}/projects/${running}`);
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect(someone.complaints).toEqual([]);
});

test('Ctrl Enter opens what is chosen in a new tab, and this page stays', async () => {
  const someone = await at(`${shown.city}/proposer.officer`, '/desk');
  const { page, context } = someone;
  await page.keyboard.press('/');
  await field(page).fill(TITLE);
  await option(page, TITLE).waitFor();
  await page.keyboard.press('ArrowDown');
  const opened = context.waitForEvent('page');
  await page.keyboard.press('Control+Enter');
  expect(new URL((await opened).url()).pathname).toBe(`/projects/${running}`);
  expect(new URL(page.url()).pathname).toBe('/desk');
});

test('Enter without a choice leads to all results, and a mistyped word is found', async () => {
  const someone = await at('secretariat/auditor', '/desk');
  const { page } = someone;
  await page.locator('#find').click();
  await field(page).fill('compsting japn');
  await page.getByText('Shown for “composting japan”').waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/search\?q=/);
  await page.getByRole('heading', { name: 'Projects', level: 2 }).waitFor();
  expect(await faultsOf(someone)).toEqual([]);
  expect(someone.complaints).toEqual([]);
});

test('a payment is found by the reference of its bank, and a page of the menu by its name', async () => {
  const { payments } = await site.api.as(auditor).findPayments({ status: 'settled', limit: 1 });
  const { bankReference = '', id, agreement } = first(payments);
  const someone = await at('secretariat/finance.maker', '/desk');
  const { page } = someone;
  await page.locator('#find').click();
  await field(page).fill(bankReference);
  await option(page, bankReference).click();
  await page.waitForURL(`${site.home}/agreements/${agreement}#${id}`);
  await page.keyboard.press('Control+k');
  await field(page).fill('bank stat');
  await option(page, 'Bank statements').click();
  await page.waitForURL(`${site.home}/statements`);
  expect(someone.complaints).toEqual([]);
});

test('what may be done on the page is offered, and what may not be is off, with who may', async () => {
  const waiting = await site.api.as(secretary).listWork({ waits: 'me', kind: 'screening', limit: 1 });
  const { item } = first(waiting.work);
  const someone = await at('secretariat/secretariat.officer', `/projects/${item}`);
  const { page } = someone;
  const act = page.locator('main .acts button').first();
  const label = (await act.textContent()) ?? '';
  await page.keyboard.press('Control+k');
  await option(page, label).waitFor();
  const off = page.locator('[role=option][aria-disabled=true]');
  await off.first().waitFor();
  expect(await off.first().textContent()).toMatch(/Open to:|Not possible now/);
  await off.first().click({ force: true });
  expect(await page.getByRole('dialog').count()).toBe(1);
  expect(await faultsOf(someone)).toEqual([]);
  await option(page, label).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await act.getAttribute('aria-expanded')).toBe('true');
  expect(someone.complaints).toEqual([]);
});

test('where nothing is found, five ways lead on, each to something', async () => {
  const someone = await at(`${shown.bank.sponsor}/sponsor.officer`, '/desk', { colorScheme: 'dark' });
  const { page } = someone;
  await page.locator('#find').click();
  await field(page).fill('japan 2031xyz composting');
  await page.getByText('Nothing is found for').waitFor();
  const ways = page.getByRole('dialog').locator('.ways').getByRole('link');
  expect(await ways.count()).toBe(5);
  expect(await faultsOf(someone)).toEqual([]);
  await ways.filter({ hasText: 'without “2031xyz”' }).press('Enter');
  await page.getByRole('heading', { name: 'Projects', level: 2 }).waitFor();
  expect(someone.complaints).toEqual([]);
});

test('a stranger on a phone has it as a sheet, in Japanese too, without sideways scrolling', async () => {
  for (const [locale, typed, best] of [
    ['en', 'yokohama', 'Projects'],
    ['ja', '日本', '最も近いもの'],
  ] as const) {
    const someone = await visitor(browser, { locale, viewport: { width: 320, height: 640 }, colorScheme: 'dark' });
    const { page } = someone;
    await page.goto(`${site.home}/how`);
    await page.locator('#find').click();
    await field(page).fill(typed);
    await page.getByText(best, { exact: true }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    const box = await page.getByRole('dialog').boundingBox();
    expect([box?.x, box?.width]).toEqual([0, 320]);
    expect(await faultsOf(someone)).toEqual([]);
    expect(someone.complaints).toEqual([]);
  }
});

test('a draft of a city is found by its officer, and not by a stranger', async () => {
  const { projects } = await site.api.as(officerOf(shown.city)).listProjects({ status: 'draft', limit: 1 });
  const title = projects[0]?.proposal.title ?? '';
  const own = await at(`${shown.city}/proposer.officer`, '/desk');
  await own.page.locator('#find').click();
  await field(own.page).fill(title);
  await option(own.page, title).waitFor();
  const stranger = await visitor(browser);
  await stranger.page.goto(`${site.home}/how`);
  await stranger.page.locator('#find').click();
  await field(stranger.page).fill(title);
  await stranger.page.getByText('Nothing is found for').waitFor();
});
