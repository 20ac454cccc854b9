import { auditor } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { signersOf } from '@junkan/scripts/main-job/phases/agreements.ts';
import { expect, test } from 'vitest';
import { first } from '../actors.ts';
import { openSite } from './opened.ts';
import { people } from './people.ts';
import { faultsOf } from './visits.ts';

const { site, actors, browser } = await openSite();

const planned = { code: 'tonnes-composted', unit: 't', baseline: '0', target: '1200', method: 'Weighed.', milestones: [1] };

test('a city asks for another target; all parties consent, and those who report and verify read the new one next to the old', async () => {
  const [city, lender] = [await actors.city('Sasebo'), await actors.sponsor()];
  const agreement = await actors.agreed(city, [[lender, '1000.00']], { plannedIndicators: [planned] });
  const { project } = agreement;
  const { id: milestone } = first(await actors.signed(agreement));
  const { at, act, complaints } = people(browser, site.home);
  const page = `/agreements/${agreement.id}`;

  const { page: own } = await at(`${city}/proposer.officer`, page);
  await own.getByRole('button', { name: 'Propose a modification' }).press('Enter');
  const form = own.getByRole('form', { name: 'Propose a modification' });
  await form.getByLabel('Kind', { exact: true }).selectOption({ label: 'Amendment' });
  await form.getByText('New targets').press('Enter');
  const target = form.getByLabel('New target: Waste composted');
  await target.fill('many');
  await form.getByLabel('Note').fill('The yard is smaller.');
  await form.getByRole('button', { name: 'Propose a modification' }).last().press('Enter');
  await form.getByRole('alert').waitFor();
  await target.fill('1200');
  await form.getByRole('button', { name: 'Propose a modification' }).last().press('Enter');
  await form.getByText('This is the target already.').first().waitFor();
  await target.fill('900');
  await form.getByRole('button', { name: 'Propose a modification' }).last().press('Enter');
  await form.waitFor({ state: 'detached' });
  await own.getByText('from 1,200 to 900').waitFor();

  await act('secretariat/secretariat.approver', page, 'Approve the modification');
  for (const as of signersOf(agreement)) await act(`${as.organisation}/${as.role}`, page, 'Approve the modification');
  await settled(site.api);
  expect((await site.api.as(auditor).getMilestone({ id: milestone })).targets).toMatchObject([
    { before: '1200', target: '900', measure: 1 },
  ]);
  const reader = await at('secretariat/secretariat.verifier', `/milestones/${milestone}`);
  await reader.page.getByText('from 1,200 to 900').waitFor();
  expect(await faultsOf(reader)).toEqual([]);
  const about = await at(`${lender.sponsor}/sponsor.officer`, `/projects/${project}`);
  await about.page.getByRole('heading', { name: 'Targets that amendments have changed' }).waitFor();
  await about.page.getByRole('cell', { name: '900', exact: true }).waitFor();
  await about.page.getByText('Waste composted: from 1,200 to 900').waitFor();
  await about.page.getByText('to be reached: Waste composted 900').first().waitFor();
  expect(await faultsOf(about)).toEqual([]);
  const reporting = await at(`${city}/proposer.officer`, `/milestones/${milestone}/report/results`);
  await reporting.page.getByText('900 t').first().waitFor();
  const text = await at(`${lender.sponsor}/sponsor.approver`, `${page}/text`);
  await text.page.getByText('from 1,200 to 900').waitFor();
  // What the browser says of the answer that refused a target.
  expect(complaints()).toEqual([expect.stringContaining('422')]);
  expect((await site.verify()).invariants.flatMap(({ broken }) => broken)).toEqual([]);
});
