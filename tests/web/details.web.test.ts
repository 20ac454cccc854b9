import { plusMonths } from '@junkan/kit/pure/dates.ts';
import { approver, auditor, secretary, verifier } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { openSite } from './opened.ts';
import { faultsOf, sends } from './visits.ts';

const { site, actors, narrow: at } = await openSite();

test('the details of a city are proposed from its page with a reason, and confirmed there by a second person', async () => {
  const id = await actors.city('Yokohma');
  const { name: before } = await site.api.as(auditor).getProposer({ id });
  const officer = await at('secretariat/secretariat.officer', `/organisations/${id}`);
  await officer.page.getByRole('button', { name: 'Propose other details' }).press('Enter');
  const form = officer.page.getByRole('form', { name: 'Propose other details' });
  // It begins with what is in force.
  await expect.poll(() => form.getByLabel('Name').inputValue()).toBe(before);
  await form.getByLabel('Name').fill('Yokohama');
  await form.getByLabel('Note').fill('A letter is missing.');
  expect(await faultsOf(officer)).toEqual([]);
  await sends(officer.page, 'Propose other details');
  await officer.page.getByText('The details are proposed.').waitFor();

  const second = await at('secretariat/secretariat.approver', '/desk?kind=change-to-confirm');
  await second.page.getByRole('link', { name: 'Confirm the details of an organisation' }).first().click();
  await second.page.getByText('A letter is missing.').first().waitFor();
  await second.page.getByRole('button', { name: 'Confirm the details' }).press('Enter');
  await second.page.getByText('Compare it with the official register').waitFor();
  await sends(second.page, 'Confirm the details');
  await second.page.getByText('The new details are in force.').waitFor();
  await second.page.getByRole('heading', { name: 'Yokohama', level: 1 }).waitFor();
  await second.page.getByText(`A second person confirmed that ${before} is entered as Yokohama for Japan`).waitFor();
  expect(await faultsOf(second)).toEqual([]);
  expect(await second.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  expect(await site.api.as(auditor).getProposer({ id })).toMatchObject({
    name: 'Yokohama',
    formerNames: [before],
    changes: [{ status: 'made', note: 'A letter is missing.' }],
  });
});

test('whoever decides on a project reads that its city was cleared under another name', async () => {
  const [city, lender] = [await actors.city(), await actors.sponsor()];
  const [one, other] = [site.api.as(secretary), site.api.as(approver)];
  const { id: passport } = await one.requestDueDiligence({}, { subject: city });
  await settled(site.api);
  await site.api.as(verifier).clearSubject({ id: passport }, { validUntil: plusMonths((await settled(site.api)).now.slice(0, 10), 12) });
  const project = await actors.submitted(city);
  await actors.funded(project, [[lender, '1000.00']]);
  await one.proposeProposerChange({ id: city }, { name: 'Minato Works', countries: ['JP'], note: 'It says so.' });
  await other.confirmProposerChange({ id: city }, { proposal: 1 });
  await settled(site.api);
  const someone = await at('secretariat/secretariat.approver', `/projects/${project}`);
  await someone.page.getByText('Due diligence is of another name').waitFor();
  expect(await faultsOf(someone)).toEqual([]);
});

test('the page of a sponsor offers its new name to nobody but the secretariat, and tells everybody its former one', async () => {
  const { sponsor: id } = await actors.sponsor();
  const own = await at(`${id}/sponsor.officer`, `/organisations/${id}`);
  await own.page.getByRole('heading', { name: 'Names and details over time' }).waitFor();
  expect(await own.page.getByRole('button', { name: 'Propose another name' }).count()).toBe(0);
  const officer = await at('secretariat/secretariat.officer', `/organisations/${id}`);
  await officer.page.getByRole('button', { name: 'Propose another name' }).press('Enter');
  const form = officer.page.getByRole('form', { name: 'Propose another name' });
  await form.getByLabel('Name').fill('Verdant Fund');
  await form.getByLabel('Note').fill('It was merged.');
  await sends(officer.page, 'Propose another name');
  await officer.page.getByText('The name is proposed.').waitFor();
  const { name: before } = await site.api.as(auditor).getSponsor({ id });
  await site.api.as(approver).confirmSponsorChange({ id }, { proposal: 1 });
  await own.page.getByRole('heading', { name: 'Verdant Fund', level: 1 }).waitFor();
  await own.page.getByRole('definition').filter({ hasText: before }).first().waitFor();
  expect(await faultsOf(own)).toEqual([]);
});
