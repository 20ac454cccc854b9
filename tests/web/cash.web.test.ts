import { entryText, statementText } from '@junkan/disbursement/banking/iso20022/statement.fixture.ts';
import { auditor, checker, maker } from '@junkan/scripts/main-job/api.ts';
import { ordered } from '@junkan/scripts/main-job/bank.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { accountOf } from '../accounts.ts';
import { first } from '../actors.ts';
import { openSite } from './opened.ts';
import { faultsOf, sends } from './visits.ts';

const { site, actors, narrow: at } = await openSite();

test('a line that differs from its payment is split by one person and confirmed by another, and the cash book shows what does not agree', async () => {
  const { api } = site;
  const [city, lender] = [await actors.city(), await actors.sponsor({ total: '100000.00' })];
  await accountOf(api, lender.sponsor, {}, '0001234567');
  const agreement = await actors.payable(city, [[lender, '100.00']], { target: '100.00', milestones: ['100.00'] });
  await settled(api);
  await ordered(api, agreement.id, { tranche: 1, sponsor: lender.sponsor }, () => ({}));
  const { now } = await settled(api);
  const booked = { amount: '103.50', currency: 'USD', reference: 'B-1', valueDate: now.slice(0, 10) };
  const text = statementText({ id: 'S-1', currency: 'USD', opening: '1000.00', closing: '900.00', entries: [entryText(booked)] });
  const { statements } = await api.as(maker).uploadStatements(new TextEncoder().encode(text));
  await settled(api);

  const one = await at('secretariat/finance.maker', `/statements/${first(statements).id}`);
  const { page } = one;
  const entry = page.getByRole('article', { name: 'Entry 1' });
  await entry.getByRole('button', { name: 'Say of what it consists' }).press('Enter');
  const parts = entry.getByRole('group', { name: 'Parts' });
  await parts.getByLabel('Which one').selectOption({ index: 1 });
  await parts.getByText('is still to be named').waitFor();
  await parts.getByRole('button', { name: 'Another part' }).press('Enter');
  const other = parts.getByRole('group', { name: 'Part 2' });
  await other.getByLabel('What it is').selectOption({ label: 'Charge of the bank' });
  await other.getByLabel('Amount').fill('3');
  await entry.getByLabel('Note').fill('The bank charged the transfer with it.');
  await sends(page, 'Say of what it consists');
  await entry
    .getByText(/0\.50 is still to be named/)
    .first()
    .waitFor();
  await other.getByLabel('Amount').fill('3.50');
  expect(await faultsOf(one)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  await sends(page, 'Say of what it consists');
  await entry.getByText('Reported, to be confirmed').waitFor();
  await entry.getByText('Charge of the bank').waitFor();

  await settled(api);
  const two = await at('secretariat/finance.checker/2', `/statements/${first(statements).id}`);
  await two.page.getByRole('button', { name: 'Confirm all that is reported' }).press('Enter');
  await sends(two.page, 'Confirm all that is reported');
  await two.page.getByText(/is confirmed\./).waitFor();
  await settled(api);
  expect((await api.as(auditor).getAgreement({ id: agreement.id })).payments).toMatchObject([{ status: 'settled', bankReference: 'B-1' }]);

  // The bank says that it closes with 900.00, and its line leaves 896.50.
  await page.goto(`${site.home}/cash-books`);
  await page.getByText('Does not agree').first().waitFor();
  expect(await faultsOf(one)).toEqual([]);
  await page.getByRole('link', { name: /^Cash of Fund .* in USD$/ }).press('Enter');
  await page.getByText('Balances and lines do not add up').first().waitFor();
  await page.getByRole('button', { name: 'Explain it' }).press('Enter');
  await page.getByLabel('What the difference is').selectOption('Interest');
  await page.getByLabel('Note').fill('The bank has corrected it by letter.');
  await sends(page, 'Explain it');
  await page.getByText('Explained, to be confirmed').first().waitFor();
  expect(await faultsOf(one)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  const path = new URL(page.url()).pathname;
  await settled(api);
  await two.page.goto(`${site.home}${path}`);
  await two.page.getByRole('button', { name: 'Confirm the explanation' }).press('Enter');
  await sends(two.page, 'Confirm the explanation');
  await two.page.getByText('Accepted by two persons').waitFor();
  await settled(api);
  expect(first((await api.as(checker).listCashBooks()).books)).toMatchObject({
    status: 'reconciled',
    closingBalance: { amount: '900.00' },
  });
  expect([...one.complaints, ...two.complaints]).toEqual([]);
});
