import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { approver, auditor, certifierOf, officerOf } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { signersOf } from '@junkan/scripts/main-job/phases/agreements.ts';
import { expect, test } from 'vitest';
import { CONDITION, LOAN } from '../actors.ts';
import { visitor } from './chromium.ts';
import { openSite } from './opened.ts';
import { people } from './people.ts';
import { arrive, faultsOf } from './visits.ts';

const { site, actors, browser } = await openSite();

const PROMISED = { code: 'tonnes-composted', unit: 't', baseline: '0', target: '31500', method: 'Weighbridge', milestones: [2] };
const WORDS = 'The site is the harbour.';

/** A loan with a condition next to a grant. */
async function drafted() {
  const [city, lender, giver] = [await actors.city('Sasebo'), await actors.sponsor(), await actors.sponsor()];
  const project = await actors.submitted(city, { milestones: ['600.00', '400.00'], plannedIndicators: [PROMISED] });
  const funding = await actors.opened(project);
  const terms = { ...LOAN, conditions: [CONDITION] };
  const offers = [await actors.offer(funding.id, lender, '700.00', terms), await actors.offer(funding.id, giver, '300.00')];
  await settled(site.api);
  for (const offer of offers) await actors.accept(funding, offer);
  return { city, lender, giver, agreement: await actors.approved(project, await actors.funding(project)) };
}

test('a signatory reads the whole text before, prints it, and finds each amendment with the text that its hash is taken of', async () => {
  const { city, lender, giver, agreement } = await drafted();
  const { id, contentHash } = agreement;
  const { at, act, complaints } = people(browser, site.home);
  const signing = await at(`${city}/proposer.certifier`, `/agreements/${id}`);
  await signing.page.getByRole('link', { name: 'Read and print the whole text' }).first().press('Enter');
  await signing.page.getByRole('heading', { name: 'Text of the agreement' }).waitFor();
  const text = signing.page.locator('main');
  await text.getByText('it binds nobody until all parties have signed').waitFor();
  for (const heading of [
    'Parties',
    'What each sponsor gives',
    'Financial terms',
    'Conditions precedent and covenants',
    'Results that the project promises',
    'Signatures',
  ])
    await text.getByRole('heading', { name: heading, exact: true }).waitFor();
  for (const said of [contentHash, lender.sponsor, giver.sponsor, CONDITION.title, '31,500', 'Nobody has signed yet'])
    await text.getByText(said).first().waitFor();
  expect(await text.getByRole('group', { name: 'Repayment schedule' }).getByRole('row').count()).toBe(43);
  expect(await faultsOf(signing)).toEqual([]);

  for (const as of signersOf(agreement).filter(({ organisation }) => organisation !== city))
    await site.api.as(as).signAgreement({ id }, { contentHash });
  await act(`${city}/proposer.certifier`, `/agreements/${id}`, 'Sign the agreement');
  const moved = { amount: '500.00', currency: 'USD' };
  const changes = [
    { tranche: 1, amount: moved },
    { tranche: 2, dueOn: '2099-06-30', amount: moved },
  ];
  const proposed = { kind: 'amendment', amendment: 'other', note: 'The market is closed.', provisions: WORDS, changes } as const;
  await settled(site.api);
  await site.api.as(officerOf(city)).proposeMeasure({ id }, proposed);
  await settled(site.api);
  const judging = await at(`${lender.sponsor}/sponsor.approver`, `/agreements/${id}`);
  await judging.page.getByText('All milestones together: USD 1,000.00 → USD 1,000.00').waitFor();
  await judging.page.getByText(/→ Jun 30, 2099/).waitFor();
  for (const as of [approver, ...signersOf(agreement)]) await site.api.as(as).approveMeasure({ id, number: 1 });
  await settled(site.api);

  const reader = await at(`${lender.sponsor}/sponsor.approver`, `/agreements/${id}/text`);
  const { amendedHash = '' } = await site.api.as(auditor).getAgreement({ id });
  const whole = reader.page.locator('main');
  for (const said of [contentHash, amendedHash, WORDS, 'In effect since', 'Secretariat']) await whole.getByText(said).first().waitFor();
  expect(await whole.locator('.canonical').allTextContents()).toEqual([
    expect.stringContaining('junkan.agreement.3'),
    expect.stringContaining(WORDS),
  ]);
  const [saved] = await Promise.all([
    reader.page.waitForEvent('download'),
    whole.getByRole('link', { name: 'Save the exact text' }).last().press('Enter'),
  ]);
  const bytes = await readFile(await saved.path());
  expect([saved.suggestedFilename(), createHash('sha256').update(bytes).digest('hex')]).toEqual([`${id}-2.txt`, amendedHash]);
  expect(await faultsOf(reader)).toEqual([]);
  expect(complaints()).toEqual([]);
});

test('it is printed on A4 without what leads elsewhere; tables say on each sheet what their columns are', async () => {
  const { lender, agreement } = await drafted();
  const reader = await visitor(browser);
  await arrive(reader, site.home, `/agreements/${agreement.id}/text`, `${lender.sponsor}/sponsor.officer`);
  await reader.page.emulateMedia({ media: 'print' });
  for (const gone of ['.nav', '.crumbs', '.head .row', 'a[download]'])
    expect(await reader.page.locator(gone).first().isVisible()).toBe(false);
  const styles = await reader.page.evaluate<string[]>(
    "[...document.querySelectorAll('.document table')].map((each) => getComputedStyle(each).breakInside + ' ' + getComputedStyle(each.tHead).display)",
  );
  expect(new Set(styles)).toEqual(new Set(['auto table-header-group']));
  const pdf = (await reader.page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const [, width = '', height = ''] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
  expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842]);
  expect(reader.complaints).toEqual([]);
});

test('a stranger meets what there is of any agreement of others: nothing', async () => {
  const { agreement } = await drafted();
  const stranger = await actors.city('Omuta');
  const someone = await visitor(browser);
  await arrive(someone, site.home, `/agreements/${agreement.id}/text`, `${stranger}/${certifierOf(stranger).role}`);
  expect(await someone.page.locator('main').textContent()).not.toContain(agreement.contentHash);
});
