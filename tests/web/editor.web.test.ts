import { officerOf } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { proposal } from '../actors.ts';
import { bodyOf, http } from '../http.ts';
import { type Visitor, visitor } from './chromium.ts';
import { openSite } from './opened.ts';
import { faultsOf, signIn } from './visits.ts';

const { site, actors, browser } = await openSite();
let city: string;
let officer: Visitor;
let page: Page;
let project: string;
beforeAll(async () => {
  city = await actors.city();
  officer = await visitor(browser);
  ({ page } = officer);
});

const read = () => site.api.as(officerOf(city)).getProject({ id: project });
const open = (task: string) => page.goto(`${site.home}/projects/${project}/proposal${task === '' ? '' : `/${task}`}`);
async function save(): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  await page.waitForURL(/\/proposal$/);
}

/** As from a sheet, where the focus is. */
const paste = (text: string) =>
  page.evaluate(`{
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', ${JSON.stringify(text)});
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }`);

describe('the editor of a proposal', () => {
  test('begins a draft with its number alone, and says what is missing by name', async () => {
    await page.goto(`${site.home}/projects/new`);
    await signIn(officer, `${city}/proposer.officer`);
    await page.getByRole('button', { name: 'Draft the project' }).press('Enter');
    await page.getByRole('alert').getByText('Fill in “Own reference number”.').waitFor();
    await page.getByLabel('Own reference number').fill('YOK-1');
    expect(await faultsOf(officer)).toEqual([]);
    await page.getByRole('button', { name: 'Draft the project' }).press('Enter');
    await page.waitForURL(/\/projects\/prj_[0-9a-z]+\/proposal$/);
    project = /prj_[0-9a-z]+/.exec(page.url())?.[0] ?? '';
    await page.getByText('0 of 8 tasks done').waitFor();
    expect(await faultsOf(officer)).toEqual([]);
  });

  test('keeps what is half filled, and finds the place by its name', async () => {
    await page.getByRole('link', { name: 'About the project' }).press('Enter');
    await page.getByLabel('Title').fill('Repair cafés in every ward');
    await save();
    await page.getByText('Incomplete').first().waitFor();
    await page.getByRole('link', { name: 'Place', exact: true }).press('Enter');
    await page.getByLabel('Japan').press('Space');
    const box = page.getByRole('searchbox', { name: 'Place' });
    await box.fill('yokoh');
    await page
      .getByRole('button', { name: /^Yokohama/ })
      .first()
      .waitFor();
    await box.press('Enter');
    await page.getByRole('alert').getByText('Choose one of the places found').waitFor();
    expect(page.url()).toMatch(/place$/);
    await box.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Remove the place' }).waitFor();
    expect(await faultsOf(officer)).toEqual([]);
    await save();
    expect((await read()).proposal).toMatchObject({ title: 'Repair cafés in every ward', countries: ['JP'], place: { id: '1848354' } });
  });

  test('takes no sum that is none, and spreads what the milestones leave of the target to the minor unit', async () => {
    await open('money');
    await page.getByLabel('Target', { exact: true }).fill('12');
    await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
    await page.getByRole('alert').getByText('Fill in “Currency”.').waitFor();
    await page.getByLabel('Currency').selectOption('USD');
    await page.getByLabel('Target', { exact: true }).fill('a lot');
    await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
    await page.getByRole('alert').getByText('“Target” cannot be read').waitFor();
    expect(await faultsOf(officer)).toEqual([]);
    await page.getByLabel('Target', { exact: true }).fill('1,000.01');

    // Where the money comes from is compared with the cost while somebody types.
    await page.getByLabel('Own contribution').fill('300');
    await page.getByText('Say the cost too').waitFor();
    await page.getByLabel('Total cost').fill('1500.01');
    await page.getByText('USD 200.00 of the cost has no source yet.').waitFor();
    await page.getByRole('button', { name: 'Add a row' }).press('Enter');
    await page.getByLabel('Name, row 1').fill('Ward');
    await page.getByLabel('Amount, row 1').fill('250');
    await page.getByText('That is USD 50.00 too much.').waitFor();
    await page.getByRole('button', { name: 'Set the target to USD 950.01' }).press('Enter');
    await page.getByText('The sum is right.').waitFor();
    await page.getByLabel('Amount, row 1').fill('200.00');
    await page.getByRole('button', { name: 'Set the target to USD 1,000.01' }).press('Enter');
    await page.getByText('The sum is right.').waitFor();
    expect(await page.getByLabel('Total cost').inputValue()).toBe('1,500.01');
    expect(await faultsOf(officer)).toEqual([]);
    await save();
    await open('milestones');
    await page.getByRole('button', { name: 'Add a row' }).press('Enter');
    await page.getByLabel('Title, row 1').focus();
    await paste('Year 1\t12\t\nYear 2\t24\t\nYear 3\t36\t');
    await page.getByRole('button', { name: 'Spread the rest' }).press('Enter');
    await page.getByText('The sum is right.').waitFor();
    expect(await page.getByLabel('Amount, row 3').inputValue()).toBe('333.35');
    await page.getByLabel('Title, row 2').fill('');
    await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
    await page.getByRole('alert').getByText('Fill in “Title, row 2”.').press('Enter');
    await page.getByLabel('Title, row 2').fill('Year 2');
    await page.getByRole('button', { name: 'Move row 2 up' }).press('Enter');
    await page.getByRole('button', { name: 'Move row 1 down' }).press('Enter');
    expect(await faultsOf(officer)).toEqual([]);
    await save();
    expect((await read()).proposal.milestones.map(({ title, amount }) => [title, amount?.amount])).toEqual([
      ['Year 1', '333.33'],
      ['Year 2', '333.33'],
      ['Year 3', '333.35'],
    ]);
  });

  test('says who else works at it, as long as they do', async () => {
    const aoi = { person: `Aoi of ${city}`, organisation: city, roles: ['proposer.officer' as const] };
    const attend = (leaves: boolean) => http(site.address).ask(aoi, 'attend', {}, { item: project, leaves });
    expect(bodyOf(await attend(false))).toEqual({ others: [{ person: `${city}/proposer.officer` }] });
    await open('about');
    await page.getByRole('status').getByText('is working on this now too').waitFor();
    expect(await faultsOf(officer)).toEqual([]);
    await attend(true);
    await open('about');
    await page.getByLabel('Title').waitFor();
    await officer.idle();
    expect(await page.getByText('is working on this now too').count()).toBe(0);
  });

  test('shows two persons who wrote one field both of its values, and loses neither', async () => {
    await open('about');
    await page.getByLabel('Title').fill('Repair cafés everywhere');
    const { proposal: before, version } = await read();
    await site.api
      .as(officerOf(city))
      .reviseProposal({ id: project }, { ...before, title: 'Cafés', operator: 'A cooperative' }, { version });
    await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
    const both = page.getByRole('group', { name: 'Title' });
    await both.getByText('Repair cafés everywhere').waitFor();
    expect(await both.getByRole('definition').allTextContents()).toEqual(['Cafés', 'Repair cafés everywhere']);
    expect(await page.getByLabel('Operator').inputValue()).toBe('A cooperative');
    expect(await faultsOf(officer)).toEqual([]);
    await both.getByRole('button', { name: 'Keep mine' }).press('Enter');
    await save();
    expect((await read()).proposal).toMatchObject({ title: 'Repair cafés everywhere', operator: 'A cooperative' });
  });

  test('plans indicators, and says what a submission lacks before it is submitted', async () => {
    await open('indicators');
    await page.getByRole('button', { name: 'Add a row' }).press('Enter');
    await page.getByRole('button', { name: 'Save', exact: true }).waitFor();
    await page.getByLabel('Indicator, row 1').selectOption('items-repaired');
    await page.getByLabel('Target value, row 1').fill('many');
    await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
    await page.getByRole('alert').getByText('“Target value, row 1” cannot be read').waitFor();
    await page.getByLabel('Target value, row 1').fill('9,000');
    await save();
    await page.getByRole('link', { name: 'Check all answers and submit' }).press('Enter');
    await page.getByRole('link', { name: 'Fill in “Unit, row 1”.' }).waitFor();
    expect(await faultsOf(officer)).toEqual([]);
    await page.getByRole('link', { name: 'Fill in “Unit, row 1”.' }).press('Enter');
    await page.getByLabel('Unit, row 1').selectOption('items');
    // Another target of the same indicator, at the next milestone.
    await page.getByLabel('Measured at milestones, row 1').fill('1');
    await page.getByRole('button', { name: 'Add a row' }).press('Enter');
    await page.getByLabel('Indicator, row 2').selectOption('items-repaired');
    await page.getByLabel('Unit, row 2').selectOption('items');
    await page.getByLabel('Target value, row 2').fill('12,000');
    await page.getByLabel('Measured at milestones, row 2').fill('2');
    await save();
    expect((await read()).proposal?.plannedIndicators).toMatchObject([
      { code: 'items-repaired', target: '9000', milestones: [1] },
      { code: 'items-repaired', target: '12000', milestones: [2] },
    ]);
    await page.getByRole('link', { name: 'Check all answers and submit' }).press('Enter');
    await page.getByText('Nothing is missing. The proposal can be submitted.').waitFor();
    await page.getByRole('button', { name: 'Submit the project' }).press('Enter');
    await page.getByRole('form', { name: 'Submit the project' }).getByRole('button', { name: 'Submit the project' }).press('Enter');
    await page.getByText('The project is submitted.').waitFor();
    await page.getByText('The secretariat screens it now').waitFor();
    // Whom to ask may change as long as the project goes on.
    expect(await page.getByRole('link', { name: /^Change:/ }).allInnerTexts()).toEqual(['Change: Contacts']);
    await settled(site.api);
    expect((await read()).status).toBe('submitted');
    // A version that is not the newest is refused, which the browser notes.
    expect(officer.complaints.filter((complaint) => !complaint.includes('412'))).toEqual([]);
  });

  test('scrolls nowhere sideways on a narrow page', async () => {
    ({ id: project } = await site.api.as(officerOf(city)).draftProject({}, { proposer: city, proposal: proposal() }));
    await page.setViewportSize({ width: 320, height: 800 });
    for (const task of ['', 'about', 'place', 'themes', 'money', 'milestones', 'indicators', 'documents', 'contacts', 'check']) {
      await open(task);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth'), task).toBeLessThanOrEqual(320);
    }
    expect(await faultsOf(officer)).toEqual([]);
  });
});
