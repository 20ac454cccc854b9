import { auditor, checker, maker, nameOf } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { first } from '../actors.ts';
import { daysFrom } from '../delegations.ts';
import { openSite } from './opened.ts';
import { faultsOf, sends } from './visits.ts';

const { site, actors, narrow: at } = await openSite();

test('a checker gives the role to a deputy, another approver confirms it, and the deputy approves a payment in the checker’s place', async () => {
  const [city, lender] = [await actors.city(), await actors.sponsor()];
  const agreement = await actors.payable(city, [[lender, '1000.00']]);
  const { project } = agreement;
  await settled(site.api);
  const { payment } = await site.api.as(maker).requestPayment({ id: agreement.id }, { tranche: 1, sponsor: lender.sponsor });
  await settled(site.api);

  const giver = await at('secretariat/finance.checker', '/delegations');
  await giver.page.getByRole('button', { name: 'Give the role to another person' }).press('Enter');
  const form = giver.page.getByRole('form', { name: 'Give the role to another person' });
  const days = await daysFrom(site.api, 3);
  await form.getByLabel('Person').fill('secretariat/finance.maker');
  await form.getByLabel('First day').fill(days.firstDay);
  await form.getByLabel('Last day').fill(days.lastDay);
  await form.getByLabel('Note').fill('On leave.');
  expect(await faultsOf(giver)).toEqual([]);
  await sends(giver.page, 'Give the role to another person');
  await giver.page.getByText('This person acts as Finance maker').first().waitFor();
  await form.getByLabel('Person').fill('secretariat/deputy');
  await sends(giver.page, 'Give the role to another person');
  await giver.page.getByText('The role is given; another person has to confirm it.').waitFor();

  const { delegations } = await site.api.as(auditor).listDelegations();
  const { id = '' } = first(delegations);
  const third = await at('secretariat/secretariat.approver', `/delegations/${id}`);
  await third.page.getByRole('button', { name: 'Confirm the delegation' }).press('Enter');
  expect(await faultsOf(third)).toEqual([]);
  await sends(third.page, 'Confirm the delegation');
  await third.page.getByText('The delegation is confirmed.').waitFor();
  expect(await third.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);

  const deputy = await at('secretariat/deputy', `/agreements/${agreement.id}`);
  await deputy.page.getByRole('button', { name: 'Approve the payment' }).press('Enter');
  await sends(deputy.page, 'Approve the payment');
  await deputy.page.getByText('Your approval of the payment is recorded.').waitFor();
  expect(await faultsOf(deputy)).toEqual([]);
  const { payments } = await site.api.as(checker).getAgreement({ id: agreement.id });
  expect(payments).toMatchObject([{ id: payment, status: 'approved', approvedBy: 'secretariat/deputy' }]);
  const { entries } = await site.api.as(checker).getTimeline({ id: project, kind: 'payment' });
  expect(entries.find(({ type }) => type === 'PaymentApproved')).toMatchObject({ actingFor: nameOf(checker) });
  expect([...giver.complaints, ...third.complaints, ...deputy.complaints].filter((complaint) => !complaint.includes('409'))).toEqual([]);
});
