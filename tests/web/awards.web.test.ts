import { approver, jurorOf, nameOf, officerOf, secretary } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { first } from '../actors.ts';
import { type Award, awarding, CATEGORY, dayFrom, judgingBegun, marks, nominated } from '../awarding.ts';
import { FOLLOWED } from '../followed.ts';
import { passedTo } from '../joined-city.ts';
import { TOKYO } from '../signatory.ts';
import type { Visitor } from './chromium.ts';
import { openSite } from './opened.ts';
import { people, SECRETARIAT } from './people.ts';
import { faultsOf, sends } from './visits.ts';

const { site, browser, narrow } = await openSite();
const SHOTS = process.env['JUNKAN_SHOTS'];
const WIDTHS = [320, 1280] as const;

/** What a screen shows has no fault, and on a narrow telephone nothing is wider than the page. */
async function isFaultless({ page, ...someone }: Visitor, name: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}-${width}.png`, fullPage: true });
    expect(await faultsOf({ page, ...someone })).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  }
}

const after = (day: string): string => `${dayFrom(`${day}T00:00:00Z`, 1)}T03:00:00.000Z`;
/** The chosen answer of a group, by its arrows, as a keyboard chooses it. */
async function chooses(page: Page, group: string, answer: string): Promise<void> {
  const radio = page.getByRole('group', { name: group }).getByRole('radio', { name: answer, exact: true });
  await radio.focus();
  await radio.press('Space');
}

test('an award is drafted, opened and nominated for by the mouse', async () => {
  const { cities, jury, declaration } = await awarding(site.api);
  await site.api.as(officerOf(first(cities))).planAction({}, { place: TOKYO, content: { title: 'A market for used goods' } });
  const officer = await narrow(SECRETARIAT.officer, '/awards');
  const { page } = officer;
  await page.getByRole('link', { name: 'Draft an award' }).click();
  const form = page.getByRole('form', { name: 'Draft an award' });
  const sending = form.getByRole('button', { name: 'Draft an award' });
  await sending.click();
  await form.getByText('Something is missing: Title.').first().waitFor();
  const { now } = await settled(site.api);
  const [closesOn, judgingUntil] = [dayFrom(now, 10), dayFrom(now, 40)];
  await form.getByLabel('Title', { exact: true }).fill('Award of the year');
  await form.getByLabel('Call open until').fill(closesOn);
  await form.getByLabel('Judging until').fill(judgingUntil);
  for (const other of ['Results of a city', 'Small city', 'Partnership']) await form.getByRole('checkbox', { name: other }).uncheck();
  const weight = form.getByLabel('Weight').first();
  await weight.fill('35');
  await form.getByText('Together: 105%').waitFor();
  await sending.click();
  await form.getByText('The weights come to 105%. Make them 100 %.').first().waitFor();
  await weight.fill('30');
  await form.getByText('Together: 100%').waitFor();
  await form.getByText('What each mark means').first().click();
  await isFaultless(officer, 'draft');
  await sending.click();
  await page.getByRole('heading', { name: 'Award of the year', level: 1 }).waitFor();
  const path = new URL(page.url()).pathname;
  const id = path.slice('/awards/'.length);
  const drafted = await site.api.as(secretary).getAwardCycle({ id });
  expect(drafted).toMatchObject({ declaration, closesOn, judgingUntil, categories: [{ code: CATEGORY, title: 'First steps' }] });
  expect(drafted.criteria.map(({ code, weightBasisPoints }) => [code, weightBasisPoints])).toEqual([
    ['results', 3000],
    ['depth', 2000],
    ['transfer', 2000],
    ['inclusion', 1500],
    ['governance', 1500],
  ]);
  expect(first(drafted.criteria).meanings).toContain('results told, no method');

  const appointing = await narrow(SECRETARIAT.approver, path);
  for (const juror of jury) {
    await appointing.page.getByRole('button', { name: 'Appoint a juror' }).click();
    const appoint = appointing.page.getByRole('form', { name: 'Appoint a juror' });
    await appoint.getByLabel('Category').selectOption({ label: 'First steps' });
    expect(await appoint.getByLabel('Category').getByRole('option').count()).toBe(2);
    await appoint.getByLabel('Person').fill(nameOf(juror));
    await appoint.getByLabel('Organisation').fill(juror.organisation);
    if (juror === jury[0]) await isFaultless(appointing, 'appoint');
    await appoint.getByRole('button', { name: 'Appoint a juror' }).click();
    await appoint.waitFor({ state: 'detached' });
  }
  await page.reload();
  await page.getByRole('button', { name: 'Open the call' }).click();
  await page.getByRole('form', { name: 'Open the call' }).getByRole('button', { name: 'Open the call' }).click();
  await page.getByText('Open for nominations').first().waitFor();
  await settled(site.api);

  const keeping = site.api.as(officerOf(first(cities)));
  const { id: series } = await keeping.openSeries({}, { place: '1859642', ...FOLLOWED });
  const year = { from: '2025-01-01', to: '2025-12-31', certainty: 'reported', evidence: [] } as const;
  await keeping.recordSeriesValue({ id: series }, { ...year, value: '81', unit: 't' });
  await settled(site.api);
  const city = await narrow(`${first(cities)}/proposer.officer`, path);
  await city.page.getByRole('link', { name: 'Nominate a city' }).click();
  const nominating = city.page.getByRole('form', { name: 'Nominate a city' });
  await nominating.getByLabel('Title', { exact: true }).fill('A market for used goods');
  await nominating.getByLabel('What it says for itself').fill('We began with one ward.');
  await nominating.getByRole('checkbox').first().check();
  await nominating.locator('summary').click();
  await nominating.getByRole('checkbox', { name: /81 tonnes, to .*2025 \(Waste of households\)/ }).check();
  await isFaultless(city, 'nominate');
  await nominating.getByRole('button', { name: 'Nominate a city' }).click();
  await city.page.getByRole('heading', { name: 'A market for used goods', level: 1 }).waitFor();
  const lastValues = city.page.getByRole('region', { name: 'Last values of series that the city keeps' });
  await lastValues.getByRole('cell', { name: '81 tonnes' }).waitFor();
  await city.page.getByRole('button', { name: 'Revise the nomination' }).click();
  const revising = city.page.getByRole('form', { name: 'Revise the nomination' });
  expect(await revising.getByLabel('Title', { exact: true }).inputValue()).toBe('A market for used goods');
  expect(await revising.getByRole('checkbox').first().isChecked()).toBe(true);
  await revising.getByRole('checkbox').first().uncheck();
  await revising.getByLabel('Title', { exact: true }).fill('A market in every ward');
  await isFaultless(city, 'revise');
  await revising.getByRole('button', { name: 'Revise the nomination' }).click();
  await city.page.getByRole('heading', { name: 'A market in every ward', level: 1 }).waitFor();
  const nomination = new URL(city.page.url()).pathname.slice('/nominations/'.length);
  expect(await site.api.as(officerOf(first(cities))).getNomination({ id: nomination })).toMatchObject({ status: 'draft', actions: [] });

  // Others choose which of the signatories they mean, by its name.
  await page.getByRole('link', { name: 'Nominate a city' }).click();
  const proposing = page.getByRole('form', { name: 'Nominate a city' });
  await proposing.getByLabel('Title', { exact: true }).fill('What began next door');
  await proposing.getByLabel('What it says for itself').fill('Others have begun as well.');
  await proposing.getByRole('button', { name: 'Nominate a city' }).click();
  await proposing.getByText('Something is missing: City.').first().waitFor();
  const another = cities[1] ?? '';
  const { name } = await site.api.as(secretary).getProposer({ id: another });
  await proposing.getByLabel('City', { exact: true }).selectOption({ label: name });
  await isFaultless(officer, 'nominate-another');
  await proposing.getByRole('button', { name: 'Nominate a city' }).click();
  await page.getByRole('heading', { name: 'What began next door', level: 1 }).waitFor();
  const proposed = new URL(page.url()).pathname.slice('/nominations/'.length);
  expect(await site.api.as(secretary).getNomination({ id: proposed })).toMatchObject({ status: 'proposed', city: another });
  expect([...officer.complaints, ...appointing.complaints, ...city.complaints]).toEqual([]);
});

test('from answers about interests to an outcome that opens every sealed ballot, by the keyboard alone', async () => {
  const { at, act, complaints } = people(browser, site.home);
  const award: Award = await awarding(site.api, { cities: 3 });
  const { id, jury, partner } = award;
  const path = `/awards/${id}`;
  const [winner = '', other = '', unclear = ''] = await nominated(site.api, award);
  await passedTo(site.api, after(award.closesOn));
  const watching = await at(SECRETARIAT.officer, path);
  await watching.page.getByText('Screening', { exact: true }).first().waitFor();
  const titles = new Map<string, string>();
  for (const nomination of [winner, other, unclear]) {
    const { title } = await site.api.as(secretary).getNomination({ id: nomination });
    titles.set(nomination, title);
  }
  const titleOf = (nomination: string): string => titles.get(nomination) ?? '';
  const juror = `${partner}/programme.juror`;
  expect(nameOf(first(jury))).toBe(nameOf(jurorOf(partner)));

  // Silence on one of them is no answer.
  const answering = await at(juror, `${path}/ballot`);
  for (const nomination of [winner, other]) await chooses(answering.page, titleOf(nomination), 'No interest');
  await sends(answering.page, 'Answer about interests');
  await answering.page
    .getByText(`${titleOf(unclear)}: say whether you have an interest.`)
    .first()
    .waitFor();
  await isFaultless(answering, 'interests');
  await chooses(answering.page, titleOf(unclear), 'No interest');
  await sends(answering.page, 'Answer about interests');
  await answering.page.getByText('You have answered before; a new answer replaces it.').waitFor();

  for (const nomination of [winner, other]) await site.api.as(secretary).screenNomination({ id: nomination }, { reasons: [] });
  await site.api.as(secretary).screenNomination({ id: unclear }, { reasons: ['words-are-unclear'] });
  await passedTo(site.api, `${dayFrom((await settled(site.api)).now, 11)}T03:00:00.000Z`);
  await judgingBegun(site.api, { ...award, jury: jury.slice(1) }, [winner, other, unclear]);

  const marking = await at(juror, `${path}/ballot`);
  const { page } = marking;
  await page.getByRole('heading', { name: 'Your marks', exact: true }).waitFor();
  // What is not eligible is not judged.
  expect(await page.getByText(titleOf(unclear)).count()).toBe(0);
  await page.getByRole('link', { name: titleOf(winner) }).press('Enter');
  await page.getByRole('heading', { name: titleOf(winner), level: 2 }).waitFor();
  await chooses(page, 'Results', '5');
  await page.getByRole('button', { name: 'Keep as draft' }).press('Enter');
  await page.getByText('Begun').first().waitFor();
  await page.reload();
  await page.getByRole('heading', { name: titleOf(winner), level: 2 }).waitFor();
  expect(await page.getByRole('group', { name: 'Results' }).getByRole('radio', { name: '5' }).isChecked()).toBe(true);
  await sends(page, 'Seal this ballot');
  await page.getByText('A mark is missing: Depth.').first().waitFor();
  await page.getByText('Results: a mark of 5 needs a sentence for the nominee.').first().waitFor();
  await isFaultless(marking, 'ballot-faults');
  await chooses(page, 'Depth', '3');
  await page.getByLabel('A sentence for the nominee').first().fill('Weighed by others over two periods.');
  await isFaultless(marking, 'ballot');
  await sends(page, 'Seal this ballot');
  await page.locator('article').getByText('Sealed', { exact: true }).waitFor();
  await page.getByRole('link', { name: titleOf(other) }).press('Enter');
  await page.getByRole('heading', { name: titleOf(other), level: 2 }).waitFor();
  for (const criterion of ['Results', 'Depth']) await chooses(page, criterion, '3');
  await sends(page, 'Seal this ballot');
  await page.locator('article').getByText('Sealed', { exact: true }).waitFor();

  const voting = page.locator('section').filter({ has: page.getByRole('heading', { name: /^Vote on the order/ }) });
  await voting.locator('summary').press('Enter');
  await voting.getByRole('radio', { name: 'It does not stand: I would have another order' }).press('Space');
  await sends(page, 'Vote on the order');
  await voting.getByText('Name every nomination once.').first().waitFor();
  await voting.getByLabel('Place 1').selectOption({ label: titleOf(other) });
  await voting.getByLabel('Place 2').selectOption({ label: titleOf(winner) });
  await voting.getByLabel('Why it should not stand').fill('Its baseline is older.');
  await isFaultless(marking, 'vote');
  await sends(page, 'Vote on the order');
  await voting.getByText('You have voted before; a new vote replaces it.').waitFor();

  for (const each of jury.slice(1))
    for (const nomination of [winner, other])
      await site.api.as(each).sealBallot({ id, nomination }, { marks: marks(nomination === winner ? 4 : 3, 3) });
  await at(SECRETARIAT.officer, path);
  expect(await watching.page.locator('main').textContent()).not.toContain('Its baseline is older');
  await passedTo(site.api, after(award.judgingUntil));
  await watching.page.getByText('Deciding', { exact: true }).first().waitFor();
  const over = await at(juror, `${path}/ballot`);
  await over.page.getByText('Judging is over.').waitFor();
  await isFaultless(over, 'ballot-over');
  await act(SECRETARIAT.officer, path, 'Open the ballots', { Category: 'First steps' });
  expect((await site.api.as(approver).getAwardCycle({ id })).outcomes).toHaveLength(1);
  await act(SECRETARIAT.approver, path, 'Announce the outcome');
  await settled(site.api);

  const anybody = await narrow('', path);
  await anybody.page.getByText('Decided by 3 of 3 votes').waitFor();
  await anybody.page.getByText('3 of 3 jurors, 1 of them for another order').waitFor();
  await anybody.page.getByText('Firm: the same nomination is first whichever juror is left out.').waitFor();
  await anybody.page
    .getByRole('link', { name: titleOf(winner) })
    .first()
    .waitFor();
  await isFaultless(anybody, 'outcome');
  expect([...complaints(), ...anybody.complaints]).toEqual([]);
});
