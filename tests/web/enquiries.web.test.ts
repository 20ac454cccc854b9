import { auditor } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { first } from '../actors.ts';
import { openSite } from './opened.ts';
import { faultsOf, sends } from './visits.ts';

const { site, actors, narrow: at } = await openSite();
const SEND = 'Write to the secretariat';

test('a visitor writes for a city without sign-in, and the secretariat answers, names the registered city and is done', async () => {
  const city = await actors.city('Kota Baru');
  await settled(site.api);
  const visitor = await at('', '/sign');
  const { page } = visitor;
  await page.getByRole('button', { name: 'Write for your city' }).press('Enter');
  const form = page.getByRole('form', { name: SEND });
  await form.getByLabel('Name of the city').fill('Kota Baru');
  await form.getByLabel('Country').selectOption({ label: 'Indonesia' });
  await sends(page, SEND);
  await form.getByText('Fill in “Your name”.').first().waitFor();
  expect(await faultsOf(visitor)).toEqual([]);
  // What a browser knows of who writes it may fill in.
  const filledIn = (label: string) => ['type', 'autocomplete'].map((name) => form.getByLabel(label).getAttribute(name));
  expect(await Promise.all(['Your name', 'Your role in the city', 'Email'].map((label) => Promise.all(filledIn(label))))).toEqual([
    [null, 'name'],
    [null, 'organization-title'],
    ['email', 'email'],
  ]);
  await form.getByLabel('Your name').fill('Dewi Lestari');
  await form.getByLabel('Your role in the city').fill('Head of the waste department');
  await form.getByLabel('Email').fill('dewi at kota baru');
  await form.getByLabel('Language of the answer').selectOption({ label: 'Indonesia' });
  await form.getByLabel('What you would like to say').fill('We would like to sign.');
  await sends(page, SEND);
  await form.getByText('“Email” must be a mail address').first().waitFor();
  await form.getByLabel('Email').fill('dewi@kota-baru.example');
  await sends(page, SEND);
  await page.getByText('Thank you. The secretariat answers by mail').waitFor();
  expect(await faultsOf(visitor)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  await settled(site.api);

  const officer = await at('secretariat/secretariat.officer', '/enquiries?country=ID');
  await officer.page.getByRole('link', { name: 'Kota Baru' }).click();
  await officer.page.getByText('We would like to sign.').waitFor();
  await officer.page.getByRole('link', { name: 'dewi@kota-baru.example' }).waitFor();
  expect(await faultsOf(officer)).toEqual([]);
  await officer.page.getByRole('button', { name: 'Record the answer' }).press('Enter');
  const answer = officer.page.getByRole('form', { name: 'Record the answer' });
  await answer.getByLabel('How it was answered').selectOption({ label: 'By phone' });
  await sends(officer.page, 'Record the answer');
  await officer.page.getByText(/^By phone, on /).waitFor();
  await officer.page.getByRole('button', { name: 'Name the registered city' }).press('Enter');
  const link = officer.page.getByRole('form', { name: 'Name the registered city' });
  await link.getByLabel('The city it led to').selectOption(city);
  await sends(officer.page, 'Name the registered city');
  await officer.page
    .getByRole('definition')
    .getByRole('link', { name: /^Kota Baru/ })
    .waitFor();
  expect(await faultsOf(officer)).toEqual([]);
  const { id } = first((await site.api.as(auditor).listEnquiries({ q: 'Kota Baru' })).enquiries);
  expect(await site.api.as(auditor).getEnquiry({ id })).toMatchObject({ status: 'answered', organisation: city });
});
