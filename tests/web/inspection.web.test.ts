import { jpegOf } from '@junkan/kit/files/made.fixture.ts';
import { withRecord } from '@junkan/kit/files/taken-record.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { first } from '../actors.ts';
import { INSPECTED } from '../screened.ts';
import { openSite } from './opened.ts';
import { people, SECRETARIAT } from './people.ts';
import { faultsOf, sends } from './visits.ts';

const { site, actors, browser } = await openSite();

const RECORD = { description: 'Hub', at: '2001-05-05T05:05:05' };
const PHOTOGRAPH = { name: 'Seen.jpg', mimeType: 'image/jpeg', buffer: withRecord(jpegOf(64, 48), RECORD) };
const WHY = 'Two of four machines are in their crates.';

test('a verifier answers each criterion on the site with files of its own; the proposer reads it, and a verdict in full against it asks for the reason', async () => {
  const city = await actors.city('Kamakura');
  const agreement = await actors.agreed(city, [[await actors.sponsor(), '1000.00']]);
  const milestone = first(await actors.signed(agreement));
  await actors.reported(milestone);
  await settled(site.api);
  const { at, complaints } = people(browser, site.home);
  const verifier = await at(SECRETARIAT.verifier, `/milestones/${milestone.id}`);
  const { page } = verifier;
  expect(await page.getByRole('button', { name: 'Record an inspection' }).count()).toBe(0);
  await page.getByRole('link', { name: 'Record an inspection' }).press('Enter');
  await page.waitForURL(`**/milestones/${milestone.id}/inspection`);
  const inUse = page.getByRole('group', { name: 'What was paid for is in use' });
  await inUse.waitFor();
  for (const yes of await page.getByRole('radio', { name: 'Yes' }).all()) await yes.press('Space');
  const all = INSPECTED.checks.length;
  await page.getByText(`${all} of ${all} criteria answered.`).waitFor();
  await inUse.getByRole('radio', { name: 'No', exact: true }).press('Space');

  // What lacks a reason and a file is named, and is one key away.
  await page.getByRole('button', { name: 'Record an inspection' }).press('Enter');
  const form = page.getByRole('form', { name: 'Record an inspection' });
  await form.getByLabel('Kind').selectOption('site-visit');
  await form.getByLabel('Day of the inspection').fill((await settled(site.api)).now.slice(0, 10));
  await form.getByLabel('Conclusion').selectOption('confirmed-in-part');
  await form.getByLabel('Note').fill('The rest waits for power.');
  await sends(page, 'Record an inspection');
  await page.getByRole('button', { name: 'Attach at least one file: a photograph, notes or a copy.' }).waitFor();
  await page.getByRole('button', { name: /^Say why “What was paid for is in use”/ }).press('Enter');
  await page.keyboard.type(WHY);
  const { promise: arrived, resolve: arrives } = Promise.withResolvers<void>();
  await page.route('**/v1/evidence?name=Seen.jpg', (route) => arrived.then(() => route.continue()));
  await form
    .getByLabel('Add files')
    .setInputFiles([{ name: 'Notes.txt', mimeType: 'text/plain', buffer: Buffer.from('Notes of the visit') }, PHOTOGRAPH]);
  await form.getByText('Notes.txt').first().waitFor();

  // A file that is on its way is waited for.
  await sends(page, 'Record an inspection');
  const wait = page.getByRole('button', { name: '“Seen.jpg” is still being sent. Wait until it is there.' });
  await wait.waitFor();
  arrives();
  await form.getByRole('button', { name: 'Remove Seen.jpg' }).waitFor();
  await wait.waitFor({ state: 'detached' });
  expect(await faultsOf(verifier)).toEqual([]);
  await sends(page, 'Record an inspection');
  await page.getByText('The inspection is recorded.').waitFor();
  await settled(site.api);

  const { page: officer } = await at(`${city}/proposer.officer`, `/milestones/${milestone.id}`);
  await officer.locator('#h-facts').scrollIntoViewIfNeeded();
  const found = officer.getByRole('article').filter({ hasText: 'Inspection 1: visit to the site' });
  await found.getByText(WHY).waitFor();
  await found.getByText('confirmed in part').waitFor();
  await found.getByRole('link', { name: 'Notes.txt' }).waitFor();
  await found.getByText('By the picture’s own record: May 5, 2001').waitFor();
  await found.getByText('Taken before the agreement took effect').waitFor();

  await page.goto(`${site.home}/milestones/${milestone.id}`);
  await page.getByRole('button', { name: 'Verify the milestone' }).press('Enter');
  await sends(page, 'Verify the milestone');
  await page.getByText('Inspection 1 did not confirm everything.').first().waitFor();
  await page.getByRole('form', { name: 'Verify the milestone' }).getByLabel('Note').fill('The crates were opened since.');
  await sends(page, 'Verify the milestone');
  await page.getByText('The milestone is verified.').waitFor();
  // The refusal above.
  expect(complaints()).toEqual([expect.stringContaining('status of 422')]);
});
