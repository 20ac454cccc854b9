import { auditor } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { first } from '../actors.ts';
import { openSite } from './opened.ts';
import { people, SECRETARIAT } from './people.ts';
import { faultsOf } from './visits.ts';

const { site, actors, browser } = await openSite();

test('what was paid is claimed back, answered, approved, given up in part by its sponsor, and refunded, each step by whose it is', async () => {
  const [city, { sponsor, ...lender }] = [await actors.city('Sasebo'), await actors.sponsor()];
  const { id, ...agreement } = await actors.agreed(city, [[{ sponsor, ...lender }, '1000.00']]);
  const { project } = agreement;
  await actors.verified(first(await actors.signed({ id, ...agreement })));
  await settled(site.api);
  await actors.paid({ id, ...agreement }, 1);
  const { now } = await settled(site.api);
  const { act, at, complaints } = people(browser, site.home);
  const page = `/agreements/${id}`;
  const note = { Note: 'The invoices are of another year.' };
  const claiming = await at(SECRETARIAT.officer, page);
  await claiming.page.getByRole('button', { name: 'Claim money back' }).press('Enter');
  const paidWith = claiming.page.getByLabel('Of which payments');
  await paidWith.waitFor();
  expect(await paidWith.locator('option').allTextContents()).toEqual([
    'All payments: USD 1,000.00 can be claimed',
    expect.stringMatching(/^1\. .+: USD 1,000\.00 can be claimed$/),
  ]);
  await act(SECRETARIAT.officer, page, 'Claim money back', { ...note, Kind: 'Ineligible expenditure', Amount: '100.00' });
  // Its project is completed: its page shows what keeps it from being closed, and leads there.
  await settled(site.api);
  const { page: waiting } = await at(`${city}/proposer.officer`, `/projects/${project}`);
  await waiting.getByText('The closure waits for').waitFor();
  await waiting.getByRole('link', { name: 'Recovery 1 to be refused or resolved' }).press('Enter');
  await waiting.locator('#recovery-1').getByRole('heading', { name: 'Recovery 1: Ineligible expenditure' }).waitFor();
  await act(`${city}/proposer.certifier`, page, 'Answer the claim', { Note: 'A part was delivered later.' });
  await act(SECRETARIAT.approver, page, 'Approve the recovery');
  await act(SECRETARIAT.officer, page, 'Propose to write it off', { ...note, Amount: '40.00' });
  await act(`${sponsor}/sponsor.approver`, page, 'Confirm the resolution');
  const refund = { Amount: '60.00', 'Bank reference': 'BACK-1', 'Value date': now.slice(0, 10) };
  await act(SECRETARIAT.maker, page, 'Report a refund', refund);
  const seen = await act(SECRETARIAT.checker, page, 'Confirm the resolution');
  await seen.page.getByText('Resolved', { exact: true }).waitFor();
  expect(await faultsOf(seen)).toEqual([]);
  const [recovery] = (await site.api.as(auditor).getAgreement({ id })).recoveries;
  expect(recovery).toMatchObject({
    status: 'resolved',
    refunded: { amount: '60.00' },
    writtenOff: { amount: '40.00' },
    pending: { amount: '0.00' },
  });
  const { page: desk } = await at(SECRETARIAT.approver, '/desk');
  await desk.locator('main h1').waitFor();
  expect(complaints()).toEqual([]);
  expect((await site.verify()).invariants.flatMap(({ broken }) => broken)).toEqual([]);
});
