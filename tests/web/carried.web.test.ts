import { auditor } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import type { Agreement } from '@junkan/scripts/main-job/messages.ts';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { visitor } from './chromium.ts';
import { openSite } from './opened.ts';
import { people } from './people.ts';
import { faultsOf } from './visits.ts';

// 80 % of the first of three milestones of USD 10,000,000.00 is met, and the remainder is carried; two sponsors share it unevenly.
const { site, actors, browser } = await openSite();
let agreement: Agreement;
let city: string;
let milestone: string;
/** A browser lasts as long as the test that opens it. */
const openPeople = () => people(browser, site.home);
const RICH = { total: '40000000.00', maximum: '40000000.00' };
const account = () => `${city}/proposer.officer`;

beforeAll(async () => {
  city = await actors.city('Kochi');
  const [lender, fund] = [await actors.sponsor(RICH), await actors.sponsor(RICH)];
  const milestones = ['10000000.00', '10000000.00', '10000000.00'];
  const offers = [
    [lender, '26000000.00'],
    [fund, '4000000.00'],
  ] as const;
  const planned = { unit: 't', baseline: '0', target: '1000', method: 'Weighbridge', milestones: [1] };
  const plannedIndicators = [{ code: 'tonnes-composted', ...planned }];
  agreement = await actors.agreed(city, offers, { target: '30000000.00', milestones, plannedIndicators });
  const [first] = await actors.signed(agreement);
  if (!first) throw new Error('there is no milestone');
  milestone = first.id;
  await actors.reported(first, [{ code: 'tonnes-composted', value: '1010', unit: 't' }]);
  await settled(site.api);
  const { page } = await openPeople().at('secretariat/secretariat.verifier', `/milestones/${first.id}`);
  await page.getByRole('button', { name: 'Verify', exact: false }).first().press('Enter');
  await page.getByLabel('Payable share').fill('80');
  await page.getByText('USD 8,000,000.00 becomes payable.').waitFor();
  await page.getByText('USD 2,000,000.00 does not.').waitFor();
  await page.getByLabel('The rest of the money').selectOption({ label: 'Carried to the next milestone' });
  await page.getByLabel('Note').fill('Nineteen of twenty-four hubs are open.');
  await page.getByLabel(/: accepted value/).fill('nine hundred');
  await page.getByRole('form').getByRole('button').first().press('Enter');
  await page
    .getByRole('alert')
    .getByText(/write the accepted value as a number/)
    .waitFor();
  await page.getByLabel(/: accepted value/).fill('900');
  await page.getByLabel(/why another value counts/).fill('The weighbridge weighed rain as well.');
  // What would be sent is what is seen, also in a form that was closed meanwhile.
  await page.getByRole('form').getByRole('button', { name: 'Cancel' }).press('Enter');
  await page.getByRole('button', { name: 'Verify', exact: false }).first().press('Enter');
  expect(await page.getByLabel(/: accepted value/).inputValue()).toBe('900');
  await page.getByRole('form').getByRole('button').first().press('Enter');
  await page.getByRole('form').waitFor({ state: 'detached' });
  await settled(site.api);
  agreement = await site.api.as(auditor).getAgreement({ id: agreement.id });
});

/** The sums of a column of a table, by the title of the column; the last is in its foot. */
const columnOf = (page: Page, table: string, title: string) =>
  page
    .getByRole('table')
    .filter({ hasText: table })
    .first()
    .locator(`td[data-h="${title}"] data`)
    .evaluateAll((cells) => cells.map((cell) => (cell as unknown as { value: string }).value));
const minor = (text: string): bigint => BigInt(text.replace('.', ''));
const sumOf = (texts: readonly string[]): bigint => texts.reduce((sum, text) => sum + minor(text), 0n);

describe('80 % of 10,000,000.00 is 8,000,000.00', () => {
  test('for the sponsors together, each in its proportion', () => {
    const cells = (tranche: number) => agreement.cells.filter((cell) => cell.tranche === tranche).map(({ amount }) => amount.amount);
    expect([1, 2, 3].map((tranche) => sumOf(cells(tranche)))).toEqual([800_000_000n, 1_200_000_000n, 1_000_000_000n]);
    expect(agreement.trancheSums.map(({ planned, payable }) => [planned.amount, payable.amount])).toEqual([
      ['10000000.00', '8000000.00'],
      ['10000000.00', '12000000.00'],
      ['10000000.00', '10000000.00'],
    ]);
  });

  test('on the project’s page, for a party and for everybody: each column adds up to its total, which is the agreement', async () => {
    const stranger = await visitor(browser);
    await stranger.page.goto(`${site.home}/projects/${agreement.project}`);
    const { at, complaints } = openPeople();
    const party = await at(account(), `/projects/${agreement.project}`);
    for (const { page } of [stranger, party]) {
      await page.getByText('Payable now').first().waitFor();
      for (const title of ['Planned', 'Payable now']) {
        const column = await columnOf(page, 'Planned', title);
        const [whole, all] = [column.at(-1) ?? '', column.slice(0, -1)];
        expect([title, all.length, minor(whole)]).toEqual([title, 3, 3_000_000_000n]);
        expect(sumOf(all)).toBe(minor(whole));
      }
    }
    expect(await faultsOf(party)).toEqual([]);
    expect([...stranger.complaints, ...complaints()]).toEqual([]);
    const answer = await fetch(`${site.home}/v1/public/milestones?project=${agreement.project}`);
    const { payments } = (await answer.json()) as {
      payments: Record<string, { planned: { amount: string }; payable: { amount: string } }>;
    };
    expect(sumOf(Object.values(payments).map(({ planned }) => planned.amount))).toBe(3_000_000_000n);
    expect(sumOf(Object.values(payments).map(({ payable }) => payable.amount))).toBe(3_000_000_000n);
  });

  test('and what was accepted of a result is next to what was reported, with the reason', async () => {
    const { page } = await openPeople().at(account(), `/milestones/${milestone}`);
    const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: /compost/i }) });
    await row.locator('td[data-h="Accepted"]').waitFor();
    expect(await row.locator('td[data-h="Reported"]').textContent()).toContain('1,010');
    expect(await row.locator('td[data-h="Accepted"]').textContent()).toMatch(/900.*Target not reached.*weighed rain/);
  });

  test('in every step of the money: what was carried is what left, and the verdict says its share', async () => {
    const [first] = await actors.milestones(agreement.project);
    const { at, complaints } = openPeople();
    const someone = await at(account(), `/milestones/${first?.id}/money`);
    const { page } = someone;
    const rows = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Carried to another tranche' }) });
    const moved = await rows
      .locator('data[data-of$="/moved"]')
      .evaluateAll((all) => all.map((each) => (each as unknown as { value: string }).value));
    expect([moved.length, sumOf(moved)]).toEqual([2, 200_000_000n]);
    expect(await rows.first().textContent()).toContain('Met in part');
    const verdict = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Met in part' }) });
    expect(await verdict.textContent()).toMatch(/80\s?%\s+of\s+USD 10,000,000.00/);
    expect(await faultsOf(someone)).toEqual([]);
    expect(complaints()).toEqual([]);
  });

  test('and verify finds it so', async () => {
    expect((await site.verify()).invariants.flatMap(({ broken }) => broken)).toEqual([]);
  });
});
