import { auditor, checker as other } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { openSite } from './opened.ts';
import { faultsOf, sends } from './visits.ts';

const { site, narrow } = await openSite();

const at = (role: string, path: string) => narrow(`secretariat/${role}`, path);

test('rates are typed or brought in a file by one person, and confirmed by another, on a narrow page', async () => {
  const today = (await settled(site.api)).now.slice(0, 10);
  const maker = await at('finance.maker', '/rates');
  const { page } = maker;
  await page.getByRole('button', { name: 'Enter exchange rates' }).press('Enter');
  const form = page.getByRole('form', { name: 'Enter exchange rates' });
  await form.getByLabel('Source').fill('Bank of the harbour');
  await form.getByLabel('Base').fill('eur');
  await form.getByLabel('Day').fill(today);
  await form.getByLabel('Rates, one a line').fill('usd 1.0525\nJPY 0');
  await form.getByRole('button', { name: 'Record the rates' }).press('Enter');
  await form.getByText('A rate is above zero.').waitFor();
  await form.getByLabel('Rates, one a line').fill('usd 1.0525\nJPY 162.05');
  await form.getByRole('button', { name: 'Record the rates' }).press('Enter');
  await form.getByText('The rates of one day wait').waitFor();
  await form.getByLabel('Source').fill('Bank of the file');
  await form.getByLabel('Base').fill('EUR');
  const buffer = Buffer.from('Date,USD,JPY,\n2026-01-06,1.0721,167.35,\n2026-01-05,1.0698,N/A,\n');
  await form.getByLabel('Enter exchange rates from a file').setInputFiles({ name: 'ecb.csv', mimeType: 'text/csv', buffer });
  await form.getByText('The rates of 2 days wait').waitFor();
  expect(await faultsOf(maker)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  await settled(site.api);
  const { sheets } = await site.api.as(auditor).listRates({ sort: '-day' });
  expect(sheets.map(({ day, source, editions }) => [day, source, editions[0]?.rates.length])).toEqual([
    [today, 'Bank of the harbour', 2],
    ['2026-01-06', 'Bank of the file', 2],
    ['2026-01-05', 'Bank of the file', 1],
  ]);

  // The rates of the day before are confirmed: those of the next day are shown with their changes.
  await site.api.as(other).confirmRates({ id: sheets[2]?.id ?? '' }, {});
  await page.goto(`${site.home}/rates/${sheets[1]?.id}`);
  await page.getByRole('row', { name: 'USD' }).getByText('+0.2%').waitFor();
  expect(await page.getByText('look whether it was mistyped').count()).toBe(0);

  const checker = await at('finance.checker', `/rates/${sheets[0]?.id}`);
  await checker.page.getByRole('button', { name: 'Confirm the rates' }).press('Enter');
  await sends(checker.page, 'Confirm the rates');
  await checker.page.getByText('The rates are confirmed.').waitFor();
  await checker.page.getByText('What happened').press('Enter');
  await checker.page.getByText('A second person confirmed edition 1').waitFor();
  expect(await faultsOf(checker)).toEqual([]);
  expect([...maker.complaints, ...checker.complaints].filter((complaint) => !complaint.includes('422'))).toEqual([]);
});
