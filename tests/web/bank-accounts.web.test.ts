import { auditor } from '@junkan/scripts/main-job/api.ts';
import { beforeAll, expect, test } from 'vitest';
import { openSite } from './opened.ts';
import { faultsOf, sends } from './visits.ts';

const { site, actors, narrow: at } = await openSite();
let city: string;
beforeAll(async () => {
  city = await actors.city();
});

const accounts = async () => (await site.api.as(auditor).listBankAccounts({ organisation: city })).accounts;

test('an account is named by one person, and confirmed by another who types its number again; the browser keeps no number', async () => {
  const officer = await at(`${city}/proposer.officer`, `/organisations/${city}`);
  const { page } = officer;
  await page.getByRole('button', { name: 'Name a bank account' }).press('Enter');
  const form = page.getByRole('form', { name: 'Name a bank account' });
  const filled = { 'Account holder': 'City', 'Account number': '12 34', 'Bank or branch code': '0005' };
  const choose = async () => {
    await form.getByLabel('Country').selectOption({ label: 'Japan' });
    await form.getByLabel('Currency').selectOption('JPY');
  };
  for (const [label, text] of Object.entries(filled)) await form.getByLabel(label, { exact: false }).first().fill(text);
  await choose();
  await form.getByLabel('Bank', { exact: true }).fill('Bank of the Harbour');
  await form.getByLabel('Town of the holder').fill('Minato');
  expect(await faultsOf(officer)).toEqual([]);
  await sends(page, 'Name a bank account');
  await form.getByText('An account number has 6 to 34').first().waitFor();
  await form.getByLabel('Account number').fill('123-4567');
  await page.reload();
  await page.getByRole('button', { name: 'Name a bank account' }).press('Enter');
  expect(await form.getByLabel('Account number').inputValue()).toBe('');
  for (const [label, text] of Object.entries({ ...filled, 'Account number': '123-4567' }))
    await form.getByLabel(label, { exact: false }).first().fill(text);
  await choose();
  await form.getByLabel('Bank', { exact: true }).fill('Bank of the Harbour');
  await form.getByLabel('Town of the holder').fill('Minato');
  await sends(page, 'Name a bank account');
  await page.getByText('The account is named.').waitFor();
  expect(await accounts()).toMatchObject([{ status: 'proposed', number: '1234567' }]);

  const [{ id } = { id: '' }] = await accounts();
  const certifier = await at(`${city}/proposer.certifier`, `/bank-accounts/${id}`);
  await certifier.page.getByRole('button', { name: 'Confirm the account' }).press('Enter');
  const confirming = certifier.page.getByRole('form', { name: 'Confirm the account' });
  await confirming.getByLabel('The whole number, typed again').fill('1234568');
  await sends(certifier.page, 'Confirm the account');
  await confirming.getByText('This is not the number that was named.').first().waitFor();
  expect(await faultsOf(certifier)).toEqual([]);
  await confirming.getByLabel('The whole number, typed again').fill('123 4567');
  await sends(certifier.page, 'Confirm the account');
  await certifier.page.getByText('used from').first().waitFor();
  expect(await accounts()).toMatchObject([{ status: 'confirmed' }]);
  expect(await certifier.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  expect(
    [...officer.complaints, ...certifier.complaints].filter((complaint) => !complaint.includes('409') && !complaint.includes('422')),
  ).toEqual([]);
});
