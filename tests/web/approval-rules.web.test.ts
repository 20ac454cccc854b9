import { auditor, checker, maker, secondChecker } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { first, usd } from '../actors.ts';
import { openSite } from './opened.ts';
import { faultsOf, sends } from './visits.ts';

const CURRENCY = 'Amount: currency';

const { site, actors, narrow: at } = await openSite();

test('limits are proposed by one person and approved by another, and a payment above them says who has approved it first', async () => {
  const officer = await at('secretariat/secretariat.officer', '/approval-rules');
  await officer.page.getByRole('button', { name: 'Propose limits' }).press('Enter');
  const form = officer.page.getByRole('form', { name: 'Propose limits' });
  await form.getByLabel('Another currency').first().fill('a lot');
  await form.getByLabel(CURRENCY).first().selectOption('USD');
  // What a sponsor pays on one day, by files and by hand, has limits of its own.
  await form.getByLabel('Another currency').nth(1).fill('5000.00');
  await form
    .getByLabel(/: currency$/)
    .nth(1)
    .selectOption('USD');
  await sends(officer.page, 'Propose limits');
  await officer.page.getByText('Give the amount in figures').first().waitFor();
  await form.getByLabel('Another currency').first().fill('999.00');
  expect(await faultsOf(officer)).toEqual([]);
  await sends(officer.page, 'Propose limits');
  await officer.page.getByText('The limits are proposed.').waitFor();

  const { rules } = await site.api.as(auditor).listApprovalRules();
  const { id = '' } = first(rules);
  const second = await at('secretariat/finance.checker', `/approval-rules/${id}`);
  await second.page.getByRole('button', { name: 'Approve the limits' }).press('Enter');
  expect(await faultsOf(second)).toEqual([]);
  await sends(second.page, 'Approve the limits');
  await second.page.getByText('The limits are approved.').waitFor();
  expect(await second.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  expect(await site.api.as(auditor).getApprovalRules({ id })).toMatchObject({
    edition: 1,
    limits: [usd('999.00')],
    dayLimits: [usd('5000.00')],
  });
  await second.page.getByText('USD 5,000.00').first().waitFor();

  const [city, lender] = [await actors.city(), await actors.sponsor()];
  const agreement = await actors.payable(city, [[lender, '1000.00']]);
  await settled(site.api);
  const { payment } = await site.api.as(maker).requestPayment({ id: agreement.id }, { tranche: 1, sponsor: lender.sponsor });
  const checking = await at('secretariat/finance.checker', `/agreements/${agreement.id}`);
  await checking.page.getByRole('button', { name: 'Approve the payment' }).press('Enter');
  await sends(checking.page, 'Approve the payment');
  await checking.page.getByText('Your approval of the payment is recorded.').waitFor();
  await checking.page
    .getByText('Above USD 999.00 a second person approves as well. USD 1,000.00 in all is compared with the limit.')
    .waitFor();
  expect(await faultsOf(checking)).toEqual([]);
  await site.api.as(secondChecker).approvePayment({ id: agreement.id, payment });
  const { payments } = await site.api.as(checker).getAgreement({ id: agreement.id });
  expect(payments).toMatchObject([{ status: 'approved' }]);
  await settled(site.api);
  const money = await at('secretariat/auditor', `/milestones/${first(payments).milestone}/money`);
  await money.page.getByText('5 different persons').waitFor();
  await money.page.getByText('First of two approvals', { exact: true }).waitFor();
  expect(await faultsOf(money)).toEqual([]);
  expect([...officer.complaints, ...second.complaints, ...checking.complaints].filter((complaint) => !complaint.includes('409'))).toEqual(
    [],
  );
});
