import { auditor, maker as finance } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { openSite } from './opened.ts';
import { faultsOf, sends } from './visits.ts';

const { site, narrow } = await openSite();

const at = (role: string, path: string) => narrow(`secretariat/${role}`, path);

test('the books are closed by two persons, with their trial balance, on a narrow page', async () => {
  const maker = await at('finance.maker', '/periods');
  const { page } = maker;
  await page.getByRole('button', { name: 'Propose to close the books' }).press('Enter');
  const form = page.getByRole('form', { name: 'Propose to close the books' });
  await form.getByLabel('Through').fill('2020-01-15');
  await form.getByRole('button', { name: 'Propose the closing' }).press('Enter');
  await form.getByText('The month ends on').waitFor();
  await form.getByLabel('Through').fill('2020-01-31');
  await form.getByRole('button', { name: 'Propose the closing' }).press('Enter');
  await form.getByText('The closing is proposed.').waitFor();
  expect(await faultsOf(maker)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  await settled(site.api);
  const { periods } = await site.api.as(auditor).listPeriods();

  const checker = await at('finance.checker', `/periods/${periods[0]?.id}`);
  await checker.page.getByText('There was nothing in any account.').waitFor();
  await checker.page.getByRole('button', { name: 'Close the books' }).press('Enter');
  await sends(checker.page, 'Close the books');
  await checker.page.getByText('The books are closed.').waitFor();
  await checker.page.getByText('What happened').press('Enter');
  await checker.page.getByText('A second person closed the books through').waitFor();
  expect(await faultsOf(checker)).toEqual([]);
  expect([...maker.complaints, ...checker.complaints].filter((complaint) => !complaint.includes('422'))).toEqual([]);
  await settled(site.api);
  const books = await at('finance.checker', '/ledger');
  await books.page.getByText('The books are closed through').waitFor();
});

test('a closing that is refused says what waits, with a link to each of it', async () => {
  const of = { source: 'ECB', base: 'EUR', rates: [{ currency: 'USD', rate: '1.05' }], corrects: false };
  const entered = [];
  for (const day of ['2020-02-03', '2020-02-10']) entered.push(await site.api.as(finance).enterRates({}, { ...of, day }));
  await settled(site.api);
  const maker = await at('finance.maker', '/periods');
  const { page } = maker;
  await page.getByRole('button', { name: 'Propose to close the books' }).press('Enter');
  const form = page.getByRole('form', { name: 'Propose to close the books' });
  await form.getByLabel('Through').fill('2020-02-29');
  await form.getByRole('button', { name: 'Propose the closing' }).press('Enter');
  await form.getByText('2 matters of these days wait').waitFor();
  const links = form.getByRole('list', { name: 'Where it can be put right' }).getByRole('link', { name: 'Exchange rates' });
  await links.nth(1).waitFor();
  expect(await Promise.all([0, 1].map((at) => links.nth(at).getAttribute('href')))).toEqual(entered.map(({ id }) => `/rates/${id}`));
  await form.getByText('(Feb 10, 2020)').waitFor();
  expect(await faultsOf(maker)).toEqual([]);
  expect(maker.complaints.filter((complaint) => !complaint.includes('409'))).toEqual([]);
});
