import { settled } from '@junkan/scripts/main-job/clock.ts';
import { beforeAll, expect, test } from 'vitest';
import { type Visitor, visitor } from './chromium.ts';
import { openSite } from './opened.ts';
import { arrive, faultsOf } from './visits.ts';

const { site, actors, browser } = await openSite();
let account: string;
beforeAll(async () => {
  const city = await actors.city();
  account = `${city}/proposer.officer`;
  await actors.opened(await actors.submitted(city));
  await settled(site.api);
});

const press = async ({ page }: Visitor, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().press('Enter');
const widthOf = ({ page }: Visitor): Promise<number> => page.evaluate('document.documentElement.scrollWidth');

test('what concerns a person is shown in sentences, read, and muted, by the keyboard alone', async () => {
  const someone = await visitor(browser);
  const { page, complaints } = someone;
  await arrive(someone, site.home, '/desk', account);
  const bell = page.getByRole('banner').getByRole('link', { name: /^Notifications ?, 2 unread$/ });
  await bell.press('Enter');
  await page.getByRole('heading', { name: 'Notifications', level: 1 }).waitFor();
  await page.getByRole('link', { name: /The project was declared eligible/ }).waitFor();
  expect(await faultsOf(someone)).toEqual([]);
  await press(someone, 'Mark all as read');
  await page.getByRole('status').getByText('You have read everything.').waitFor();
  await page.getByRole('banner').getByRole('link', { name: 'Notifications', exact: true }).waitFor();
  await page.getByLabel('Mute', { exact: true }).first().press('Enter');
  await press(someone, 'Tell me nothing more of: Projects');
  await page.getByText('Nothing has happened yet that concerns you.').waitFor();
  await press(someone, 'Tell me again: Projects');
  await page.getByRole('link', { name: /The project was declared eligible/ }).waitFor();
  expect(complaints).toEqual([]);
});

test('settings hold in every browser of the person', async () => {
  const one = await visitor(browser);
  await arrive(one, site.home, '/settings', account);
  const near = one.page.locator('optgroup[label="Asia and the Pacific"]');
  expect(await near.locator('option[value="Asia/Tokyo"]').textContent()).toBe('Tokyo (Japan Standard Time, UTC+09:00)');
  await one.page.getByLabel('Time zone').selectOption('Asia/Tokyo');
  await one.page.getByLabel('Density').selectOption('compact');
  await one.page.getByLabel('Keyboard shortcuts').selectOption('off');
  await one.page.getByLabel('Mail', { exact: true }).selectOption('weekly');
  await press(one, 'Save');
  await one.page.getByText('Give the address to which mail is to go, or turn mail off.').waitFor();
  // The browser itself writes what is refused on its console.
  one.complaints.length = 0;
  await one.page.getByLabel('Mail address').fill('clerk@city.example');
  expect(await faultsOf(one)).toEqual([]);
  await press(one, 'Save');
  await one.page.getByText('Your settings are saved.').waitFor();
  await one.page.getByRole('heading', { name: 'Your identifier' }).waitFor();
  const other = await visitor(browser);
  await arrive(other, site.home, '/notifications', account);
  await expect.poll(() => other.page.locator('html').getAttribute('data-density')).toBe('compact');
  await other.page.reload();
  await other.page.getByRole('heading', { name: 'Notifications', level: 1 }).waitFor();
  expect(await other.page.evaluate("localStorage.getItem('junkan-zone')")).toBe('Asia/Tokyo');
  await other.page.locator('body').press('/');
  expect(await other.page.getByRole('dialog').count()).toBe(0);
  expect([...one.complaints, ...other.complaints]).toEqual([]);
});

test('a search is kept from its list, leads back to it, is renamed and removed', async () => {
  const someone = await visitor(browser);
  const { page, complaints } = someone;
  await arrive(someone, site.home, '/?q=ward', account);
  await page.getByText('Keep this search').press('Enter');
  await page.getByLabel('Name').fill('Wards');
  await page.getByLabel('Name').press('Enter');
  await page.getByText('The search is kept.').waitFor();
  await arrive(someone, site.home, '/searches', account);
  await press(someone, /^Rename/);
  await page.getByLabel('Name').fill('In every ward');
  await page.getByLabel('Name').press('Enter');
  const link = page.getByRole('link', { name: 'In every ward' });
  await link.waitFor();
  expect(await faultsOf(someone)).toEqual([]);
  await link.press('Enter');
  await page.waitForURL(`${site.home}/?q=ward`);
  await arrive(someone, site.home, '/searches', account);
  await press(someone, /^Remove/);
  await page.getByText(/You have kept no search/).waitFor();
  expect(complaints).toEqual([]);
});

test('on a page of 320 pixels nothing is cut off', async () => {
  const narrow = await visitor(browser, { viewport: { width: 320, height: 640 } });
  for (const path of ['/notifications', '/settings', '/searches']) {
    await arrive(narrow, site.home, path, account);
    expect([path, await widthOf(narrow)]).toEqual([path, 320]);
  }
  expect(narrow.complaints).toEqual([]);
});
