import { approverOf, secretary } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { MET } from '../screened.ts';
import { openSite } from './opened.ts';
import { people, SECRETARIAT } from './people.ts';
import { faultsOf, sends } from './visits.ts';

const { site, actors, browser } = await openSite();

const WHY = 'Nobody has spoken with those who sort there now.';

test('a proposal is screened next to its criteria: each is answered, one that is not met goes back with the reason, and all who decide later read it', async () => {
  const city = await actors.city('Kamakura');
  const project = await actors.submitted(city);
  await settled(site.api);
  const { at, complaints } = people(browser, site.home);
  const officer = await at(SECRETARIAT.officer, `/projects/${project}`);
  const { page } = officer;
  expect(await page.getByRole('button', { name: 'Declare the project eligible' }).count()).toBe(0);
  await page.locator('.turn').getByRole('link').press('Enter');
  await page.waitForURL(`**/projects/${project}/screening`);
  const safeguards = page.getByRole('group', { name: 'Safeguards are in place' });
  await safeguards.waitFor();
  await officer.idle();
  const all = await page.getByRole('radio', { name: 'Yes' }).count();
  expect(all).toBe(MET.checks.length);

  // Without an answer it is not eligible; what lacks one is named, and is one key away.
  const declares = page.getByRole('button', { name: 'Declare the project eligible' }).first();
  await declares.press('Enter');
  await sends(page, 'Declare the project eligible');
  const fault = page.getByRole('button', { name: 'Answer “Safeguards are in place”.' });
  await fault.press('Enter');
  expect(await page.evaluate('document.activeElement.name')).toBe('safeguards');
  expect(await faultsOf(officer)).toEqual([]);

  // While they are answered, those that are left are named, and the focus stays where it is.
  for (const yes of await page.getByRole('radio', { name: 'Yes' }).all()) {
    await yes.press('Space');
    expect(await yes.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
  }
  await page.getByText(`${all} of ${all} criteria answered.`).waitFor();
  await safeguards.getByRole('radio', { name: 'No', exact: true }).press('Space');
  await page.getByText(`${all} of ${all} criteria answered; one is not met.`).waitFor();
  await page.getByRole('button', { name: 'Say why “Safeguards are in place” is not met or does not apply.' }).press('Enter');
  await page.keyboard.type(WHY);
  await page.getByRole('button', { name: /^“Safeguards are in place” is not met/ }).waitFor();
  expect(await faultsOf(officer)).toEqual([]);
  await page.getByRole('button', { name: 'Ask for more information' }).first().press('Enter');
  await page.getByRole('form', { name: 'Ask for more information' }).getByLabel('Note').fill('Who sorts there now?');
  await sends(page, 'Ask for more information');
  await page.getByText('The proposal does not wait for its screening.').waitFor();
  await settled(site.api);

  // The proposer reads what is not met, and why.
  const { page: proposer } = await at(`${city}/proposer.officer`, `/projects/${project}`);
  await proposer.getByRole('heading', { name: 'Questions and answers' }).scrollIntoViewIfNeeded();
  const found = proposer.getByRole('group', { name: 'What was found of the criteria' });
  await found.getByRole('row').filter({ hasText: WHY }).getByText('No', { exact: true }).waitFor();
  await proposer.getByRole('button', { name: 'Answer the request' }).first().press('Enter');
  await proposer.getByRole('form', { name: 'Answer the request' }).getByLabel('Note').fill('Forty families, who are to be employed.');
  await sends(proposer, 'Answer the request');
  await proposer.getByText('The answer is sent.').waitFor();
  await settled(site.api);

  // The second look begins with what was found in the first.
  const { page: again } = await at(SECRETARIAT.officer, `/projects/${project}/screening`);
  await again.getByText(`${all} of ${all} criteria answered; one is not met.`).waitFor();
  const notApplicable = again.getByRole('group', { name: 'Safeguards are in place' }).getByRole('radio', { name: 'Not applicable' });
  await notApplicable.press('Space');
  await again.getByRole('button', { name: 'Declare the project eligible' }).first().press('Enter');
  await sends(again, 'Declare the project eligible');
  await again.getByText('The proposal does not wait for its screening.').waitFor();
  await settled(site.api);

  const shown = await site.api.as(secretary).getProject({ id: project });
  expect(shown.status).toBe('eligible');
  expect(shown.declarations?.[0]?.checks).toContainEqual({ criterion: 'safeguards', answer: 'not-applicable', note: WHY });
  const { page: approver } = await at(SECRETARIAT.approver, `/projects/${project}`);
  await approver.getByRole('heading', { name: 'Decisions' }).scrollIntoViewIfNeeded();
  await approver.getByRole('group', { name: 'What was found of the criteria' }).getByText('Not applicable').waitFor();
  const lender = await actors.sponsor();
  const { declarations = [], information = [] } = await site.api.as(approverOf(lender.sponsor)).getProject({ id: project });
  expect([declarations, information]).toEqual([[], []]);
  expect(complaints()).toEqual([]);
});
