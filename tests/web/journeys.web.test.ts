import { officerOf, verifier } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { withAccounts } from '../accounts.ts';
import { first, type Sponsor } from '../actors.ts';
import { visitor } from './chromium.ts';
import { openSite } from './opened.ts';
import { people, SECRETARIAT } from './people.ts';
import { arrive, sends } from './visits.ts';

const { site, actors, browser } = await openSite();

/** A project whose one milestone was verified, so that its payment is next. */
async function verifiedProject(city: string, sponsor: Sponsor) {
  const project = await actors.submitted(city);
  const funding = await actors.funded(project, [[sponsor, '1000.00']]);
  const agreement = await actors.approved(project, funding);
  const milestone = first(await actors.signed(agreement));
  await actors.verified(milestone);
  await settled(site.api);
  return { project, agreement: agreement.id, milestone: milestone.id };
}

test('by the keyboard alone: proposed, offered, countered, accepted, approved, signed, reported, returned, verified, paid, and seen by everybody', async () => {
  const [city, sponsor] = [await actors.city('Kawasaki'), await actors.sponsor()];
  await withAccounts(site.api, [city, sponsor.sponsor], 'USD');
  const { at, act, complaints } = people(browser, site.home);
  const [officer, certifier] = [`${city}/proposer.officer`, `${city}/proposer.certifier`];
  const [lender, approver] = [`${sponsor.sponsor}/sponsor.officer`, `${sponsor.sponsor}/sponsor.approver`];

  const project = await actors.submitted(city);
  const { page: screening } = await at(SECRETARIAT.officer, `/projects/${project}/screening`);
  for (const yes of await screening.getByRole('radio', { name: 'Yes' }).all()) await yes.press('Space');
  await screening.getByRole('button', { name: 'Declare the project eligible' }).press('Enter');
  await sends(screening, 'Declare the project eligible');
  await screening.getByText('The proposal does not wait for its screening.').waitFor();
  await act(SECRETARIAT.officer, `/projects/${project}`, 'Open the project to sponsors');
  const { id: funding } = await actors.funding(project);
  const round = `/fundings/${funding}`;

  const page = (await at(lender, round)).page;
  await page.getByRole('button', { name: 'Make an offer' }).first().press('Enter');
  const form = page.getByRole('form', { name: 'Make an offer' });
  await form.getByLabel('Amount').fill('800');
  await form.getByLabel('Instrument').selectOption('grant');
  await form.getByRole('button', { name: 'Make an offer' }).press('Enter');
  await page.getByText('USD 800.00').first().waitFor();
  await settled(site.api);
  await act(officer, round, 'Make a counter-offer', { Amount: '1,000.00', Note: 'The whole of it, please.' });
  await settled(site.api);
  await act(lender, round, 'Accept the offer');
  await settled(site.api);
  await act(approver, round, 'Approve the offer');
  await settled(site.api);
  await act(SECRETARIAT.approver, `/projects/${project}`, 'Approve the project');
  await settled(site.api);

  const { id: agreement } = await actors.agreement(project);
  await act(certifier, `/agreements/${agreement}`, 'Sign the agreement');
  await act(approver, `/agreements/${agreement}`, 'Sign the agreement');
  await settled(site.api);

  const milestone = first(await actors.milestones(project));
  const where = `/milestones/${milestone.id}`;
  await actors.reported(milestone);
  await settled(site.api);
  await act(SECRETARIAT.verifier, where, 'Return the report', { Note: 'The weighbridge records of June are missing.' });
  await settled(site.api);
  const evidence = (await site.api.as(officerOf(city)).upload(new TextEncoder().encode('Weighbridge, June'), 'text/plain')).hash;
  await site.api.as(officerOf(city)).reportMilestone({ id: milestone.id }, { evidence: [evidence], note: 'With June.' });
  await settled(site.api);
  await act(SECRETARIAT.verifier, where, 'Verify the milestone');
  await settled(site.api);

  const money = `${where}/money`;
  const today = (await site.api.as(verifier).getClock()).now.slice(0, 10);
  await act(SECRETARIAT.maker, `/agreements/${agreement}`, 'Request the payment');
  await act(SECRETARIAT.checker, money, 'Approve the payment');
  await act(SECRETARIAT.maker, money, 'Instruct the bank');
  await settled(site.api);
  await act(SECRETARIAT.maker, money, 'Report the bank’s payment', { 'Bank reference': 'BSI-0820-44817', 'Value date': today });
  await act(SECRETARIAT.checker, money, 'Confirm the bank’s answer');
  await settled(site.api);

  const seen = (await at(SECRETARIAT.maker, money)).page;
  await seen.getByText('4 different persons').waitFor();
  const anyone = await visitor(browser);
  await arrive(anyone, site.home, '/', '');
  const paid = anyone.page.locator('data[data-of="public/totals/USD/settled"]');
  expect(await paid.getAttribute('value')).toBe('1000.00');
  await anyone.page.locator('.proj tbody th a').first().press('Enter');
  await anyone.page.getByText('paid in full').waitFor();
  expect([...complaints(), ...anyone.complaints]).toEqual([]);
});

test('an answer that is lost on its way makes one payment and one entry, no matter who asks again in how many tabs', async () => {
  const { milestone, agreement } = await verifiedProject(await actors.city('Fukuoka'), await actors.sponsor());
  const { at } = people(browser, site.home);
  const { page, context } = await at(SECRETARIAT.maker, `/milestones/${milestone}/money`);
  const keys: (string | undefined)[] = [];
  // The request arrives, and its answer does not: the first time.
  await context.route('**/v1/agreements/*/payments', async (route) => {
    keys.push(route.request().headers()['idempotency-key']);
    if (keys.length > 1) return route.continue();
    await route.fetch();
    return route.abort('connectionreset');
  });
  await page.getByRole('button', { name: 'Request the payment' }).press('Enter');
  const submit = page.getByRole('form', { name: 'Request the payment' }).getByRole('button', { name: 'Request the payment' });
  await submit.dblclick();
  await page.getByRole('form', { name: 'Request the payment' }).waitFor({ state: 'detached' });
  expect([keys.length > 1, new Set(keys).size]).toEqual([true, 1]);
  const { payments } = await site.api.as(verifier).getAgreement({ id: agreement });
  expect(payments.map(({ status }) => status)).toEqual(['requested']);

  // Two tabs of one person approve what both show.
  const [one, other] = [await at(SECRETARIAT.checker, `/milestones/${milestone}/money`), await visitor(browser)];
  await arrive(other, site.home, `/milestones/${milestone}/money`, SECRETARIAT.checker);
  const formOf = (tab: typeof one) => tab.page.getByRole('form', { name: 'Approve the payment' });
  for (const tab of [one, other]) {
    await tab.page.getByRole('button', { name: 'Approve the payment' }).press('Enter');
    // Both are open before either is sent: a form that is yet to come would look like one that is gone.
    await formOf(tab).waitFor();
  }
  const approve = (tab: typeof one) => formOf(tab).getByRole('button', { name: 'Approve the payment' }).press('Enter');
  // The slower one may find its form gone before it sends it.
  await Promise.any([approve(one), approve(other)]);
  // The act of one is recorded, and its form closes; the other is notified.
  await Promise.any([one, other].map((tab) => formOf(tab).waitFor({ state: 'detached' })));
  await settled(site.api);
  const { steps } = await site.api.as(verifier).getMoneyOfMilestone({ id: milestone });
  expect(steps.filter(({ step }) => step === 'approved').length).toBe(1);
  expect((await site.verify()).invariants.flatMap(({ broken }) => broken)).toEqual([]);
});

test('a session that ends, and a language that changes, in the middle of a form: nothing that was typed is lost', async () => {
  const city = await actors.city('Sapporo');
  const project = await actors.submitted(city);
  const { at } = people(browser, site.home);
  const { page, context } = await at(SECRETARIAT.officer, `/projects/${project}`);
  const open = () => page.getByRole('button', { name: 'Ask for more information' }).press('Enter');
  await open();
  await page.getByLabel('Note').fill('Where does the compost go?');
  await page.waitForTimeout(600);
  await page.getByRole('button', { name: 'Language' }).press('Enter');
  await page.getByRole('button', { name: '日本語' }).press('Enter');
  await page.waitForFunction("document.documentElement.lang === 'ja'");
  await page.locator('main h1').waitFor();
  await context.addCookies([{ name: 'junkan-language', value: 'en', url: site.home }]);
  await page.reload();
  await open();
  expect(await page.getByLabel('Note').inputValue()).toBe('Where does the compost go?');
  await context.clearCookies({ name: '__Host-junkan' });
  const form = page.getByRole('form', { name: 'Ask for more information' });
  await form.getByRole('button', { name: 'Ask for more information' }).press('Enter');
  await form.getByRole('link', { name: 'Sign in and go on' }).press('Enter');
  // The identity provider still knows the person, and leads back to the page.
  await page.locator('form.act-form').waitFor({ state: 'detached' });
  await page.locator('main h1').waitFor();
  await open();
  expect(await page.getByLabel('Note').inputValue()).toBe('Where does the compost go?');
  await form.getByRole('button', { name: 'Ask for more information' }).press('Enter');
  await form.waitFor({ state: 'detached' });
  expect((await site.api.as(verifier).getProject({ id: project })).status).toBe('more-information-required');
});
