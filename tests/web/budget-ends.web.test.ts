import { plusMonths } from '@junkan/kit/pure/dates.ts';
import { auditor } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { openSite } from './opened.ts';
import { faultsOf, sends } from './visits.ts';

const { site, actors, narrow: at } = await openSite();

test('the last day of a budget is proposed from its page with a reason, and confirmed there by a second person', async () => {
  const today = (await settled(site.api)).now.slice(0, 10);
  const { sponsor, envelope: id } = await actors.sponsor({ until: plusMonths(today, 6) });
  const officer = await at(`${sponsor}/sponsor.officer`, '/envelopes');
  await officer.page.getByRole('table').getByRole('link').first().click();
  await officer.page.getByRole('button', { name: 'Propose another end of the period' }).press('Enter');
  const form = officer.page.getByRole('form', { name: 'Propose another end of the period' });
  await form.getByText('Today or later.').waitFor();
  await form.getByLabel('End of the period').fill(plusMonths(today, 18));
  await form.getByLabel('Note').fill('The works are a season late.');
  expect(await faultsOf(officer)).toEqual([]);
  await sends(officer.page, 'Propose another end of the period');
  await officer.page.getByText('The end of the period is proposed.').waitFor();

  const second = await at(`${sponsor}/sponsor.approver`, `/envelopes/${id}`);
  await second.page.getByText('The works are a season late.').first().waitFor();
  await second.page.getByRole('button', { name: 'Confirm the end of the period' }).press('Enter');
  await sends(second.page, 'Confirm the end of the period');
  await second.page.getByText('The period has its new end.').waitFor();
  expect(await faultsOf(second)).toEqual([]);
  expect(await second.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  const account = second.page.getByRole('link', { name: 'Statement of account' });
  expect(await account.getAttribute('href')).toContain(`/ledger?party=${sponsor}`);
  expect(await site.api.as(auditor).getEnvelope({ id })).toMatchObject({ periodEnd: plusMonths(today, 18), ends: [{ status: 'moved' }] });
});
