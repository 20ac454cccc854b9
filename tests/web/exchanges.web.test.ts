import { daysAfter } from '@junkan/kit/pure/dates.ts';
import { approver, auditor, checker, maker, officerOf, secretary } from '@junkan/scripts/main-job/api.ts';
import { adviceOf, ordered, settles, statementOf, stepsOf } from '@junkan/scripts/main-job/bank.ts';
import { advance, settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { EQUITY, first, GRANT, usd } from '../actors.ts';
import { recordedRates } from '../exchange.ts';
import { openSite } from './opened.ts';
import { people, SECRETARIAT } from './people.ts';
import { faultsOf } from './visits.ts';

const { site, actors, browser } = await openSite();

const budget = (amount: string, currency: string) => ({ budget: { amount, currency } });
const today = async () => (await settled(site.api)).now.slice(0, 10);

test('three sponsors with budgets in yen, dollars and dinars back one project; what its payments cost is shown to whose it is, and to finance', async () => {
  const { act, at, complaints } = people(browser, site.home);
  const city = await actors.city('Niigata');
  const [yen, dollars, dinars] = [
    await actors.sponsor(budget('300000', 'JPY')),
    await actors.sponsor(),
    await actors.sponsor(budget('900.000', 'KWD')),
  ];
  await recordedRates(site.api, await today(), { USD: '1.05', JPY: '157.515', KWD: '0.3227' });
  const project = await actors.submitted(city, { target: '1000.00', milestones: ['600.00', '400.00'] });
  const round = await actors.opened(project);
  await settled(site.api);

  // A loan, offered on the screen from the budget in yen.
  const offering = await at(`${yen.sponsor}/sponsor.officer`, `/fundings/${round.id}?mandate=${yen.mandate}`);
  const form = offering.page.getByRole('form', { name: 'Make an offer' });
  await form.getByLabel('Amount').fill('333.33');
  await form.getByText('At today’s rates this takes JPY 50,004 of the budget').waitFor();
  await form.getByLabel('Instrument').selectOption('loan');
  await form.getByLabel('Rate', { exact: true }).selectOption('fixed');
  await form.getByLabel('Interest rate or margin').fill('1.5');
  await form.getByLabel('Tenor in months').fill('120');
  await form.getByLabel('Repayment').selectOption('annuity');
  await form.getByLabel('Payments').selectOption('half-yearly');
  expect(await faultsOf(offering)).toEqual([]);
  await form.getByRole('button', { name: 'Make an offer' }).press('Enter');
  await offering.page.getByText('The offer is made.').waitFor();
  await offering.page.getByText('JPY 50,004').first().waitFor();

  const others = [await actors.offer(round.id, dollars, '366.67', GRANT), await actors.offer(round.id, dinars, '300.00', EQUITY)];
  await settled(site.api);
  const { offers = [] } = await actors.funding(project);
  const loan = offers.find(({ sponsor }) => sponsor === yen.sponsor)?.id ?? '';
  for (const offer of [loan, ...others]) await actors.accept(round, offer);
  const agreement = await actors.approved(project, await actors.funding(project));
  await actors.verified(first(await actors.signed(agreement)));
  await settled(site.api);

  // The bank has paid before anybody knew the rates of that day.
  const order = await ordered(site.api, agreement.id, { tranche: 1, sponsor: yen.sponsor }, () => ({}));
  await settles(
    stepsOf(site.api, order, () => ({})),
    { bankReference: statementOf(order.payment), valueDate: await today() },
  );
  const page = `/agreements/${agreement.id}`;
  await settled(site.api);
  await (await at(`${yen.sponsor}/sponsor.officer`, page)).page.getByText('Waits for rates of').waitFor();
  await recordedRates(site.api, await today(), { USD: '1.00', JPY: '160', KWD: '0.3' });
  const booking = await act(SECRETARIAT.maker, page, 'Book the exchange difference');
  expect(await faultsOf(booking)).toEqual([]);
  await settled(site.api);

  for (const account of [`${yen.sponsor}/sponsor.officer`, SECRETARIAT.checker]) {
    const { page: seen } = await at(account, page);
    await seen.getByText('JPY 32,000 spent for JPY 30,002 committed: a loss of JPY 1,998').waitFor();
    await seen.getByText(/^Exchange differences: Milestone 1 · Fund /).waitFor();
  }
  // It was entered wrongly, and is corrected: what was booked is booked again.
  const corrected = async (rate: string, saying: string): Promise<void> => {
    const rates = Object.entries({ USD: '1.00', JPY: rate, KWD: '0.3' }).map(([currency, of]) => ({ currency, rate: of }));
    const deviation = { reason: 'The first was a slip.', secondSource: 'Bank of Japan' };
    const sheet = { source: 'ECB', base: 'EUR', day: await today(), rates, corrects: true, deviation };
    const { id } = await site.api.as(maker).enterRates({}, sheet);
    await site.api.as(checker).confirmRates({ id });
    await settled(site.api);
    await (await at(`${yen.sponsor}/sponsor.officer`, page)).page.getByText('have been corrected since').waitFor();
    expect(await faultsOf(await act(SECRETARIAT.maker, page, 'Book the exchange difference'))).toEqual([]);
    await settled(site.api);
    const seen = await at(`${yen.sponsor}/sponsor.officer`, page);
    await seen.page.getByText(saying).waitFor();
    expect(await seen.page.getByText('have been corrected since').count()).toBe(0);
  };
  await corrected('16000', 'JPY 3,200,000 spent for JPY 30,002 committed: a loss of JPY 3,169,998');
  await corrected('160', 'JPY 32,000 spent for JPY 30,002 committed: a loss of JPY 1,998');
  const statement = await at(`${yen.sponsor}/sponsor.officer`, '/ledger');
  await statement.page
    .locator('main')
    .getByText(/(?<![\d,.])1,998(?![.\d])/)
    .filter({ visible: true })
    .first()
    .waitFor();
  for (const account of [`${city}/proposer.officer`, `${dollars.sponsor}/sponsor.officer`]) {
    const other = await at(account, page);
    await other.page.locator('main h1').waitFor();
    expect(await other.page.locator('main').textContent()).not.toMatch(/JPY|KWD/);
  }
  expect(await site.api.as(auditor).getAgreement({ id: agreement.id })).toMatchObject({ exchanges: [{ status: 'booked' }] });

  // Some of it comes back when these rates are expired.
  const of = { id: agreement.id, number: 1 };
  await site.api.as(secretary).claimRecovery({ id: agreement.id }, { kind: 'unspent', amount: usd('60.00'), note: 'Less was needed.' });
  await site.api.as(officerOf(city)).answerRecovery(of, { note: 'So it was.' });
  await site.api.as(approver).approveRecovery(of);
  await advance(site.api, daysAfter((await settled(site.api)).now, 12));
  await site.api
    .as(maker)
    .reportRefund(of, { amount: usd('60.00'), bankReference: 'BACK-1', valueDate: await today(), document: await adviceOf(site.api) });
  await site.api.as(checker).confirmResolution({ ...of, resolution: '1' });
  await settled(site.api);
  await (await at(`${yen.sponsor}/sponsor.officer`, page)).page.getByText('Waits for rates of').waitFor();
  await recordedRates(site.api, await today(), { USD: '1.00', JPY: '145', KWD: '0.3' });
  expect(await faultsOf(await act(SECRETARIAT.maker, page, 'Book the exchange difference of the refund'))).toEqual([]);
  await settled(site.api);
  for (const account of [`${yen.sponsor}/sponsor.officer`, SECRETARIAT.checker])
    await (await at(account, page)).page.getByText('JPY 8,700 came back for JPY 9,000 committed: a loss of JPY 300').waitFor();
  const seen = await at(`${city}/proposer.officer`, page);
  await seen.page.getByRole('heading', { name: /^Resolution 1/ }).waitFor();
  expect(await seen.page.locator('main').textContent()).not.toMatch(/JPY|KWD/);
  expect(complaints()).toEqual([]);
  expect((await site.verify()).invariants.flatMap(({ broken }) => broken)).toEqual([]);
});
