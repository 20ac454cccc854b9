import { officerOf, secretary, sponsorOfficerOf } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import type { Funding } from '@junkan/scripts/main-job/messages.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Sponsor, usd } from '../actors.ts';
import { visitor } from './chromium.ts';
import { openSite } from './opened.ts';
import { arrive, faultsOf, sends, signIn } from './visits.ts';

const { site, actors, browser } = await openSite();
let city: string;
let lender: Sponsor;
let fund: Sponsor;
let funding: Funding;
let offer: string;
beforeAll(async () => {
  [city, lender, fund] = [await actors.city(), await actors.sponsor(), await actors.sponsor()];
  funding = await actors.opened(await actors.submitted(city));
  offer = await actors.offer(funding.id, lender, '500.00');
  await settled(site.api);
  await site.api.as(officerOf(city)).counterOffer({ id: funding.id, offer }, { terms: 1, amount: usd('700.00'), note: 'The whole rest.' });
  await settled(site.api);
});

describe('a round', () => {
  test('shows a sponsor its offer and what the other side asks, and takes a counter-offer by the keyboard', async () => {
    const officer = await visitor(browser);
    const { page, complaints } = officer;
    await page.goto(`${site.home}/fundings/${funding.id}`);
    await signIn(officer, `${lender.sponsor}/sponsor.officer`);
    await page.getByText('Your answer is awaited').waitFor();
    expect(await page.locator(`data[data-of="${offer}/amount"]`).getAttribute('value')).toBe('700.00');
    expect(await page.locator('td.changed').allTextContents()).toEqual(['changed: USD 700.00+USD 200.00', 'changed: The whole rest.']);
    expect(await faultsOf(officer)).toEqual([]);
    await page.getByRole('button', { name: 'Make a counter-offer' }).press('Enter');
    await page.getByLabel('Amount').fill('600');
    await page.getByLabel('Note').fill('Both stages.');
    // However quickly: it is there with the form.
    await page.getByLabel('Note').press('Tab');
    await page.locator('summary:focus').getByText('Other financial terms').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('The counter-offer is made.').waitFor();
    await page.getByRole('columnheader', { name: 'Version 3' }).waitFor();
    expect(complaints).toEqual([]);
  });

  test('takes no answer to terms that were not read: a version that arrives takes its place', async () => {
    await settled(site.api);
    const officer = await visitor(browser);
    const { page, complaints } = officer;
    await page.goto(`${site.home}/fundings/${funding.id}`);
    await signIn(officer, `${city}/proposer.officer`);
    await page.getByRole('button', { name: 'Accept the offer' }).waitFor();
    // Of a target of 1000.00, which is its minimum too.
    expect(await page.locator('.decide dd').allTextContents()).toEqual([
      'USD 1,000.00',
      'USD 600.00',
      'USD 400.00',
      'The round is still below its minimum.',
    ]);
    expect(await faultsOf(officer)).toEqual([]);
    await site.api.as(officerOf(city)).counterOffer({ id: funding.id, offer }, { terms: 3, amount: usd('650.00') });
    await site.api.as(sponsorOfficerOf(lender.sponsor)).counterOffer({ id: funding.id, offer }, { terms: 4, amount: usd('640.00') });
    await settled(site.api);
    const arrived = page.getByText('Version 5 has arrived. Read it first.');
    await arrived.waitFor();
    expect(await page.getByRole('button', { name: 'Accept the offer' }).count()).toBe(0);
    await page.getByRole('button', { name: 'I have read version 5' }).press('Enter');
    await page.getByRole('link', { name: 'Only versions 4 and 5' }).press('Enter');
    await page.waitForURL(/versions=/);
    expect(await page.getByRole('columnheader', { name: /^Version/ }).count()).toBe(2);
    await page.getByRole('button', { name: 'Accept the offer' }).press('Enter');
    await page.getByText('You accept version 5: USD 640.00.').waitFor();
    await sends(page, 'Accept the offer');
    await page.getByText('The acceptance is recorded.').waitFor();
    expect(complaints).toEqual([]);
  });

  test('takes an offer under a mandate that matches, and says what is wrong with one', async () => {
    const officer = await visitor(browser, { viewport: { width: 320, height: 800 } });
    const { page, complaints } = officer;
    await page.goto(`${site.home}/fundings/${funding.id}?mandate=${fund.mandate}`);
    await signIn(officer, `${fund.sponsor}/sponsor.officer`);
    const form = page.getByRole('form', { name: 'Make an offer' });
    await form.getByRole('button', { name: 'Make an offer' }).press('Enter');
    await form.getByRole('alert').getByText('Fill in “Amount”.').waitFor();
    await form.getByLabel('Amount').fill('150.00');
    await form.getByText('You offer USD 150.00 under “Circular cities”; USD 5,000.00 is left in the budget before it.').waitFor();
    await form.getByLabel('Instrument').selectOption('loan');
    await form.getByLabel('Rate', { exact: true }).selectOption('fixed');
    await form.getByLabel('Interest rate or margin').fill('2.375');
    await form.getByLabel('Tenor in months').fill('240');
    await form.getByLabel('Grace period').fill('240');
    await form.getByLabel('Repayment').selectOption('annuity');
    await form.getByLabel('Payments').selectOption('half-yearly');
    await form.getByRole('button', { name: 'Add a condition' }).press('Enter');
    await form.getByLabel('What has to be so').fill('The site is free of waste');
    await form.getByLabel('When').selectOption('precedent');
    await form.getByLabel('Kind of condition').selectOption('performance');
    expect(await faultsOf(officer)).toEqual([]);
    await form.getByRole('button', { name: 'Make an offer' }).press('Enter');
    await form.getByRole('alert').getByText('The grace period of 240 months is not shorter than the loan of 240.').first().waitFor();
    await form.getByLabel('Grace period').fill('60');
    await form.getByRole('button', { name: 'Make an offer' }).press('Enter');
    await page.getByText('The offer is made.').waitFor();
    await page.getByText('2.375 % fixed').first().waitFor();
    await page.getByText('The site is free of waste (Before the first payment, Performance)').first().waitFor();
    await page.getByRole('cell', { name: 'USD 150.00' }).first().waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    // The browser logs what was refused.
    expect(complaints.filter((each) => !each.includes('422'))).toEqual([]);
  });

  test('shows on what terms the money is given, and takes other terms as a counter-offer', async () => {
    const officer = await visitor(browser);
    await settled(site.api);
    const { offers = [] } = await site.api.as(secretary).getFunding({ id: funding.id });
    const lent = offers.find(({ financing }) => financing?.instrument === 'loan');
    await arrive(officer, site.home, `/fundings/${funding.id}?offer=${lent?.id}`, `${city}/proposer.officer`);
    const { page, complaints } = officer;
    await page.getByRole('button', { name: 'Make a counter-offer' }).press('Enter');
    const form = page.getByRole('form', { name: 'Make a counter-offer' });
    await form.getByLabel('Amount').fill('150.00');
    await form.getByText('Other financial terms').click();
    await form.getByLabel('Interest rate or margin').fill('1.5');
    // What cannot be read is never left out in silence: other terms than those on the screen would be sent.
    await form.getByLabel('Grace period').fill('3o');
    await form.getByLabel('Front-end fee').fill('a quarter');
    await form.getByRole('button', { name: 'Make a counter-offer' }).press('Enter');
    const alert = form.getByRole('alert');
    await alert.getByText('“Grace period in months” must be a whole number from 0 to 600.').waitFor();
    await alert.getByText('“Front-end fee” must be a percentage from 0 to 100, such as 4.5.').click();
    await form.getByLabel('Front-end fee').and(form.locator(':focus')).waitFor();
    await form.getByLabel('Front-end fee').fill('');
    await form.getByLabel('Commitment fee').fill('0.5');
    await form.getByLabel('Grace period').fill('60');
    expect(await faultsOf(officer)).toEqual([]);
    await form.getByRole('button', { name: 'Make a counter-offer' }).press('Enter');
    await page.getByText('1.5 % fixed').first().waitFor();
    // The sponsor answers with the rate alone: the row that compares both versions names it, and the amount is as it was.
    await settled(site.api);
    const countered = (await site.api.as(secretary).getFunding({ id: funding.id })).offers.find(({ id }) => id === lent?.id);
    if (!countered?.financing?.loan) throw new Error('the loan is countered');
    const { terms, amount, sponsor, financing } = countered;
    const dearer = { ...financing, loan: { ...countered.financing.loan, percent: '1.75' } };
    await site.api
      .as(sponsorOfficerOf(sponsor))
      .counterOffer({ id: funding.id, offer: lent?.id ?? '' }, { terms, amount, financing: dearer, note: 'The rate alone.' });
    await settled(site.api);
    await page.reload();
    const since = page.getByRole('row', { name: /^Since the version before/ });
    await since.getByText('1.5 % fixed → 1.75 % fixed').waitFor();
    await page.getByText('Repayment schedule').click();
    await page.getByText('Owed after').waitFor();
    await page.getByRole('cell', { name: 'the cheapest' }).waitFor();
    await page.getByText('a year of what is not drawn: USD 0.75 while nothing is drawn.').first().waitFor();
    expect(await faultsOf(officer)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('has a place for questions: a sponsor asks, and the city answers for everybody', async () => {
    const lending = await visitor(browser);
    await arrive(lending, site.home, `/fundings/${funding.id}`, `${fund.sponsor}/sponsor.officer`);
    await lending.page.getByRole('button', { name: 'Ask a question' }).press('Enter');
    const asking = lending.page.getByRole('form', { name: 'Ask a question' });
    await asking.getByLabel('Note').fill('Who runs it?');
    await asking.getByRole('button', { name: 'Ask a question' }).press('Enter');
    await lending.page.getByText('It waits for an answer').waitFor();
    await settled(site.api);
    const officer = await visitor(browser);
    await arrive(officer, site.home, `/fundings/${funding.id}`, `${city}/proposer.officer`);
    await officer.page.getByRole('button', { name: 'Answer the question' }).press('Enter');
    const answering = officer.page.getByRole('form', { name: 'Answer the question' });
    await answering.getByLabel('Note').fill('The city itself.');
    await answering.getByLabel(/Who may read it/).selectOption({ label: 'Everybody who may see the round' });
    await answering.getByRole('button', { name: 'Answer the question' }).press('Enter');
    await officer.page.locator('blockquote', { hasText: 'The city itself.' }).waitFor();
    expect(await faultsOf(officer)).toEqual([]);
    expect([...lending.complaints, ...officer.complaints]).toEqual([]);
  });
});
