import { openAsBlob } from 'node:fs';
import { auditor } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { readTable } from '../../web/src/imports/table.ts';
import { first, GRANT } from '../actors.ts';
import type { Visitor } from './chromium.ts';
import { openSite } from './opened.ts';
import { people, SECRETARIAT } from './people.ts';
import { faultsOf } from './visits.ts';

const { site, actors, browser } = await openSite();

/** The rows of the file that the page saves. */
async function exported({ page }: Visitor) {
  await page.locator('main summary', { hasText: 'Export' }).press('Enter');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'CSV' }).press('Enter')]);
  return (await readTable(await openAsBlob(await download.path()))).rows.map(({ cells }) => cells);
}

test('what was retained of a payment is shown with it, asked for once all is settled, approved by another person, and paid', async () => {
  const [city, lender] = [await actors.city('Sasebo'), await actors.sponsor()];
  const project = await actors.submitted(city);
  const agreement = await actors.approved(
    project,
    await actors.funded(project, [[lender, '1000.00', { ...GRANT, retentionPercent: '7.5' }]]),
  );
  const milestone = first(await actors.signed(agreement));
  await actors.verified(milestone);
  await settled(site.api);
  await actors.paid(agreement, 1);
  const { now } = await settled(site.api);
  const { act, at, complaints } = people(browser, site.home);

  const seenBy = await at(`${city}/proposer.officer`, `/milestones/${milestone.id}/money`);
  await seenBy.page.getByText('paid = USD 1,000.00 less USD 75.00 kept').first().waitFor();
  const page = `/agreements/${agreement.id}`;
  const saved = await exported(await at(SECRETARIAT.maker, page));
  expect(saved).toMatchObject([{ part: '1000.00', retained: '75.00', paymentAmount: '925.00', paid: '925.00', status: 'settled' }]);
  const todo = await at(SECRETARIAT.maker, '/desk');
  await todo.page.getByRole('row', { name: /Request the release of retained money Retained money/ }).waitFor();
  const asked = await act(SECRETARIAT.maker, page, 'Request the payment');
  await asked.page.getByRole('heading', { name: /^Retained money/ }).waitFor();
  expect(await faultsOf(asked)).toEqual([]);
  await act(SECRETARIAT.checker, page, 'Approve the payment');
  const booked = { 'Bank reference': 'RELEASE-1', 'Value date': now.slice(0, 10) };
  await act(SECRETARIAT.maker, page, 'Instruct the bank');
  await act(SECRETARIAT.maker, page, 'Report the bank’s payment', booked);
  const seen = await act(SECRETARIAT.checker, page, 'Confirm the bank’s answer');
  await seen.page
    .getByText(/1,000\.00/)
    .first()
    .waitFor();
  expect(await site.api.as(auditor).getAgreement({ id: agreement.id })).toMatchObject({ paid: { amount: '1000.00' }, retained: [] });
  const after = await at(`${city}/proposer.officer`, `/milestones/${milestone.id}/money`);
  await after.page
    .getByText(/^paid = USD 1,000\.00 less USD 75\.00 kept, released on /)
    .first()
    .waitFor();
  const anybody = await at('', `/projects/${project}`);
  await anybody.page.getByText('1 of 1 milestones paid').waitFor();
  expect(complaints()).toEqual([]);
  expect((await site.verify()).invariants.flatMap(({ broken }) => broken)).toEqual([]);
});
