import { officerOf } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { beforeAll, expect, test } from 'vitest';
import { first, passUntil, proposal } from '../actors.ts';
import { http } from '../http.ts';
import { visitor } from './chromium.ts';
import { openSite } from './opened.ts';
import { arrive, faultsOf } from './visits.ts';

const plannedIndicators = [
  { code: 'tonnes-composted', unit: 't', baseline: '1200', target: '31500', method: 'Weighbridge records', milestones: [1] },
  { code: 'households-served', unit: 'households', baseline: '0', target: '120000', method: 'Register', milestones: [1] },
];

const { site, actors, browser } = await openSite();
let city: string;
let milestone: string;
beforeAll(async () => {
  const sponsor = await actors.sponsor();
  city = await actors.city();
  const officer = site.api.as(officerOf(city));
  const { id: project } = await officer.draftProject({}, { proposer: city, proposal: { ...proposal(), plannedIndicators } });
  await officer.submitProject({ id: project });
  const agreement = await actors.approved(project, await actors.funded(project, [[sponsor, '1000.00']]));
  milestone = first(await actors.signed(agreement)).id;
  await passUntil(site.api, async () => (await officer.getMilestone({ id: milestone })).status !== 'scheduled');
  await settled(site.api);
});

const pageOf = (task = ''): string => `/milestones/${milestone}/report${task}`;

/** Another officer of the city, who writes the same report. */
const aoi = () => ({ person: `Aoi of ${city}`, organisation: city, roles: ['proposer.officer'] as const });
const saves = async (version: number, value: string): Promise<number> => {
  const indicators = [{ code: 'tonnes-composted', value, unit: 't' }];
  return (await http(site.address).ask(aoi(), 'saveDraftResults', { id: milestone }, { version, indicators })).status;
};

test('two persons change one value: both are shown until one is chosen, and what is no number is said at its field', async () => {
  const officer = await visitor(browser);
  const { page, complaints } = officer;
  await arrive(officer, site.home, `/milestones/${milestone}`, `${city}/proposer.officer`);
  await page.getByRole('link', { name: 'Write the report' }).press('Enter');
  await page.getByText('0 of 3 tasks done').waitFor();
  expect(await faultsOf(officer)).toEqual([]);
  await page.getByRole('link', { name: /compost/i }).press('Enter');
  const tonnes = page.getByRole('group', { name: /compost/i });
  const households = page.getByRole('group', { name: /household/i });
  await tonnes.getByLabel('Value reached').fill('many');
  await households.getByLabel('There is no value').press('Space');
  await page.getByRole('button', { name: 'Save the results' }).press('Enter');
  await page.getByRole('alert').getByText('give a number').waitFor();
  await page.getByRole('alert').getByText('say why there is no value').waitFor();
  expect(await faultsOf(officer)).toEqual([]);
  await tonnes.getByLabel('Value reached').fill('31,700.5');
  await households.getByLabel('Why there is no value').fill('The register is counted in May.');
  expect(await saves(0, '30000')).toBe(200);
  const contested = page.getByText(/saved another version of this/);
  await contested.or(page.getByText('Nothing was changed.')).first().waitFor();
  if ((await contested.count()) === 0) await page.getByRole('button', { name: 'Save the results' }).press('Enter');
  await contested.waitFor();
  await tonnes.getByText('31,700.5').waitFor();
  await tonnes.getByText('30000').waitFor();
  await page.getByRole('button', { name: 'Save the results' }).press('Enter');
  await page.getByRole('alert').getByText('choose which of the two is to stand').waitFor();
  await tonnes.getByRole('button', { name: 'Keep mine' }).press('Enter');
  await page.getByRole('button', { name: 'Save the results' }).press('Enter');
  await page.getByText('2 of 3 tasks done').waitFor();
  await page.getByText('31,700.5 tonnes').waitFor();
  expect(complaints).toEqual([]);
});

test('files are checked before they are sent, are known by their SHA-256, and are taken out again', async () => {
  const officer = await visitor(browser, { viewport: { width: 320, height: 800 } });
  const { page, complaints } = officer;
  await arrive(officer, site.home, pageOf('/check'), `${city}/proposer.officer`);
  await page.getByRole('alert').getByRole('link', { name: 'Evidence: add at least one file' }).press('Enter');
  await page.getByText('at most 25 MB each').waitFor();
  const file = (name: string, mimeType: string, words: string) => ({ name, mimeType, buffer: Buffer.from(words) });
  await page
    .getByLabel('Add files')
    .setInputFiles([
      file('run.exe', 'application/octet-stream', 'x'),
      file('weights.csv', 'text/csv', 'day,tonnes'),
      file('old.txt', 'text/plain', 'old'),
    ]);
  await page.getByText('run.exe is of a type that is not accepted.').waitFor();
  await page.getByText('old.txt was added to the report.').waitFor();
  await page.getByRole('link', { name: 'weights.csv' }).waitFor();
  expect(await page.locator('.mono').first().textContent()).toMatch(/^[0-9a-f]{64}$/);
  await page.getByRole('button', { name: 'Remove old.txt' }).press('Enter');
  await page.getByText('old.txt is not part of the report any more.').waitFor();
  expect(await page.getByRole('listitem').filter({ hasText: '.txt' }).count()).toBe(0);
  expect(await faultsOf(officer)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  await page.getByRole('link', { name: 'Back to the tasks' }).press('Enter');
  await page.getByText('3 of 3 tasks done').waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  await page.getByRole('link', { name: 'What was done, and what changed' }).press('Enter');
  await page.getByLabel('What was done, and what changed').fill('Wards 3 and 4.');
  await page.getByRole('button', { name: 'Save the account' }).press('Enter');
  await page.getByText('14 letters').waitFor();
  await page.getByRole('link', { name: 'Check the report' }).press('Enter');
  await page.getByText('Target reached').waitFor();
  await page.getByRole('button', { name: 'Send to the certifier' }).press('Enter');
  await page.getByRole('form', { name: 'Send to the certifier' }).getByRole('button', { name: 'Send to the certifier' }).press('Enter');
  await page.getByText('Nobody changes it until it is signed off or returned.').waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  expect(complaints).toEqual([]);
});

test('a certifier returns it with a note, and signs it off by the keyboard; then it is locked', async () => {
  await settled(site.api);
  const certifier = await visitor(browser);
  const { page, complaints } = certifier;
  await arrive(certifier, site.home, pageOf('/check'), `${city}/proposer.certifier`);
  expect(await faultsOf(certifier)).toEqual([]);
  await page.getByRole('button', { name: 'Return to the authors' }).press('Enter');
  await page.getByLabel('Note').fill('Which wards?');
  await page.getByRole('form', { name: 'Return to the authors' }).getByRole('button', { name: 'Return to the authors' }).press('Enter');
  await page.getByText('The certifier returned it to those who write it.').waitFor();
  await page.locator('blockquote', { hasText: 'Which wards?' }).waitFor();
  await settled(site.api);
  const { version } = await site.api.as(officerOf(city)).getReportDraft({ id: milestone });
  await site.api.as(officerOf(city)).sendDraft({ id: milestone }, { version });
  await settled(site.api);
  await page.reload();
  await page.getByRole('button', { name: 'Sign the report off' }).press('Enter');
  const form = page.getByRole('form', { name: 'Sign the report off' });
  await form.getByText('you answer for report 1, with one file').waitFor();
  expect(await faultsOf(certifier)).toEqual([]);
  await form.getByRole('button', { name: 'Sign the report off' }).press('Enter');
  await page.getByText(/Signed off and submitted by/).waitFor();
  expect(await page.getByRole('button', { name: 'Sign the report off' }).and(page.locator(':enabled')).count()).toBe(0);
  expect(await page.getByRole('link', { name: /^Change/ }).count()).toBe(0);
  expect(complaints).toEqual([]);
});

test('the verifier reads what was planned next to what is reported and its evidence', async () => {
  await settled(site.api);
  const verifier = await visitor(browser);
  const { page, complaints } = verifier;
  await arrive(verifier, site.home, `/milestones/${milestone}`, 'secretariat/secretariat.verifier');
  const row = page.getByRole('row').filter({ hasText: 'Weighbridge records' });
  await row.getByText('31,500 tonnes').waitFor();
  await row.getByText('31,700.5 tonnes').waitFor();
  await row.getByText('Target reached').waitFor();
  await page.getByText('Not available: The register is counted in May.').waitFor();
  await page.getByRole('link', { name: 'weights.csv' }).waitFor();
  expect(await page.getByRole('link', { name: /report as it was written/ }).count()).toBe(0);
  expect(await faultsOf(verifier)).toEqual([]);
  expect(complaints).toEqual([]);
});
