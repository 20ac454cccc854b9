import { printed } from '@junkan/kit/files/made.fixture.ts';
import { officerOf } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { proposal } from '../actors.ts';
import { openSite } from './opened.ts';
import { people } from './people.ts';
import { faultsOf } from './visits.ts';

const { site, actors, browser } = await openSite();

test('a city attaches documents and names whom to ask; the secretariat and a sponsor of the round read both', async () => {
  const [city, lender] = [await actors.city('Kochi'), await actors.sponsor()];
  const { id } = await site.api.as(officerOf(city)).draftProject({}, { proposer: city, proposal: proposal() });
  await settled(site.api);
  const { at, complaints } = people(browser, site.home);
  const read = () => site.api.as(officerOf(city)).getProject({ id });

  const officer = await at(`${city}/proposer.officer`, `/projects/${id}/proposal`);
  const { page } = officer;
  await page.getByRole('link', { name: 'Documents', exact: true }).press('Enter');
  await page.getByText('No documents are attached.').waitFor();
  expect(await faultsOf(officer)).toEqual([]);
  await page.getByLabel('Title of the next document').fill('Feasibility study');
  await page.getByLabel('Language of the next document').selectOption('en');
  const study = { name: 'study.pdf', mimeType: 'application/pdf', buffer: printed('A study of twelve hubs.') };
  await page.getByLabel('Add files').setInputFiles(study);
  await page.getByText('Feasibility study is attached.').waitFor();
  await page.getByLabel('Add files').setInputFiles({ ...study, name: 'permit.pdf', buffer: printed('A permit.') });
  await page.getByText('permit is attached.').waitFor();
  expect((await read()).documents).toMatchObject([{ title: 'Feasibility study', language: 'en' }, { title: 'permit' }]);
  await page.getByRole('button', { name: 'Remove permit' }).press('Enter');
  await page.getByText('permit is removed.').waitFor();
  expect(await faultsOf(officer)).toEqual([]);
  expect((await read()).documents).toHaveLength(1);

  await page.getByRole('link', { name: 'All tasks' }).press('Enter');
  await page.getByRole('link', { name: 'Contacts', exact: true }).press('Enter');
  await page.getByRole('button', { name: 'Add a row' }).press('Enter');
  await page.getByLabel('Email, row 1').fill('hana@example.org');
  await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  await page.getByRole('alert').getByText('Fill in “Name”.').waitFor();
  await page.getByLabel('Name, row 1').fill('Hana Sato');
  expect(await faultsOf(officer)).toEqual([]);
  await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  await page.getByText('The contacts are saved.').waitFor();
  expect((await read()).contacts).toEqual([{ name: 'Hana Sato', email: 'hana@example.org' }]);

  await site.api.as(officerOf(city)).submitProject({ id });
  await settled(site.api);
  const secretary = await at('secretariat/secretariat.officer', `/projects/${id}`);
  await secretary.page.getByRole('link', { name: 'Feasibility study' }).waitFor();
  await secretary.page.getByRole('link', { name: 'hana@example.org' }).waitFor();
  expect(await faultsOf(secretary)).toEqual([]);
  const round = await actors.funded(id, [[lender, '1000.00']]);
  await settled(site.api);
  const sponsor = await at(`${lender.sponsor}/sponsor.officer`, `/fundings/${round.id}`);
  const [document] = (await read()).documents ?? [];
  expect(await sponsor.page.getByRole('link', { name: 'Feasibility study' }).getAttribute('href')).toBe(`/v1/evidence/${document?.hash}`);
  expect(await faultsOf(sponsor)).toEqual([]);

  // What is screened does not change any more, whom to ask does; no button pretends otherwise.
  await page.goto(`${site.home}/projects/${id}`);
  await page.getByRole('link', { name: 'Change the contacts' }).waitFor();
  expect(await page.getByRole('link', { name: 'Attach or remove documents' }).count()).toBe(0);
  for (const name of ['Attach documents', 'Name contacts']) expect(await page.getByRole('button', { name }).count()).toBe(0);
  expect(complaints()).toEqual([]);
});
