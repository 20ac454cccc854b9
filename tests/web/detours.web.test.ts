import { approverOf, officerOf, verifier } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { first, passUntil, type Sponsor, usd } from '../actors.ts';
import { http, refusal } from '../http.ts';
import { approvedPayment, fileMade } from '../payment-files.ts';
import { openSite } from './opened.ts';
import { people, SECRETARIAT } from './people.ts';
import { faultsOf } from './visits.ts';

/** Journeys that do not go straight: by the keyboard alone, each person before a browser of its own. */
const { site, actors, browser } = await openSite();

const officerAt = (city: string): string => `${city}/proposer.officer`;
const lenderAt = ({ sponsor }: Sponsor): string => `${sponsor}/sponsor.officer`;
const approverAt = ({ sponsor }: Sponsor): string => `${sponsor}/sponsor.approver`;

const brokenInvariants = async (): Promise<string[]> => (await site.verify()).invariants.flatMap(({ broken }) => broken);

/** A city, a sponsor, and a project of theirs whose agreement is signed. */
async function begun(name: string) {
  const [city, sponsor] = [await actors.city(name), await actors.sponsor()];
  const agreement = await actors.agreed(city, [[sponsor, '1000.00']]);
  const { project } = agreement;
  const milestone = first(await actors.signed(agreement));
  return { city, sponsor, project, agreement, milestone };
}

test('a milestone that nobody reports becomes overdue, is known as late to all whom it concerns, and is made good', async () => {
  const { city, project, milestone } = await begun('Niigata');
  const { at, act, complaints } = people(browser, site.home);
  await passUntil(site.api, async () => (await actors.milestones(project))[0]?.status === 'overdue');
  for (const who of [officerAt(city), SECRETARIAT.officer]) {
    const { page } = await at(who, '/desk?waits=late');
    await page.getByRole('row').filter({ hasText: 'Repair cafés in every ward' }).first().waitFor();
  }
  const { page } = await at(officerAt(city), `/milestones/${milestone.id}`);
  await page.getByText('Overdue', { exact: true }).first().waitFor();
  await actors.reported(milestone);
  await settled(site.api);
  await act(SECRETARIAT.verifier, `/milestones/${milestone.id}`, 'Verify the milestone');
  await settled(site.api);
  const trail = (await at(officerAt(city), `/projects/${project}`)).page;
  await trail.getByText('The milestone is overdue.').first().waitFor();
  const { page: desk } = await at(officerAt(city), '/desk?waits=late');
  await desk.getByText('Nothing is late.').waitFor();
  expect(complaints()).toEqual([]);
});

test('where money is approved, missing and bad due diligence is said loudly, with the act that asks for it', async () => {
  const [city, fund] = [await actors.city('Otsu'), await actors.sponsor()];
  const project = await actors.submitted(city);
  const funding = await actors.funded(project, [[fund, '1000.00']]);
  const { at, act, complaints } = people(browser, site.home);
  const round = `/fundings/${funding.id}`;
  const approving = await at(approverAt(fund), round);
  await approving.page.getByText('Due diligence is missing: nobody has looked at who is to have this money.').waitFor();
  expect(await faultsOf(approving)).toEqual([]);
  await act(approverAt(fund), round, 'Request due diligence');
  await settled(site.api);
  const asked = await at(approverAt(fund), round);
  await asked.page.getByText('Due diligence is under review').waitFor();
  expect(await asked.page.getByRole('button', { name: 'Request due diligence' }).count()).toBe(0);
  const { passports } = await site.api.as(verifier).listPassports({ subject: city });
  const { id } = first(passports);
  await site.api.as(verifier).flagSubject({ id }, { level: 'red', note: 'The auditor resigned.' });
  await settled(site.api);
  // Nobody approves the offer any more; whoever approves a project or a payment reads the same.
  const flagged = await site.api.as(approverOf(fund.sponsor)).getFunding({ id: funding.id });
  expect(flagged.may?.find(({ operation }) => operation === 'approveOffer')).toBeDefined();
  const { page } = await at(approverAt(fund), round);
  await page.getByText('Due diligence has flagged who is to have this money: Red.').first().waitFor();
  expect(complaints()).toEqual([]);
});

test('where the bank is instructed, and a file is made, approved and sent, the same is said to finance, which asks for it there', async () => {
  const { city, sponsor, agreement, milestone } = await begun('Kusatsu');
  await actors.verified(milestone);
  await settled(site.api);
  await approvedPayment(site.api, agreement.id, 1, sponsor.sponsor);
  await settled(site.api);
  const { at, act, complaints } = people(browser, site.home);
  const missing = 'Due diligence is missing: nobody has looked at who is to have this money.';
  const instructing = await at(SECRETARIAT.maker, `/milestones/${milestone.id}/money`);
  await instructing.page.getByText(missing).waitFor();
  const making = await at(SECRETARIAT.maker, '/payment-files');
  await making.page.getByText(missing).waitFor();
  expect(await faultsOf(making)).toEqual([]);
  await act(SECRETARIAT.maker, '/payment-files', 'Request due diligence');
  await settled(site.api);
  const { id } = first((await site.api.as(verifier).listPassports({ subject: city })).passports);
  const { id: file } = await fileMade(site.api, sponsor.sponsor);
  await site.api.as(verifier).flagSubject({ id }, { level: 'red', note: 'The auditor resigned.' });
  await settled(site.api);
  const flagged = 'Due diligence has flagged who is to have this money: Red.';
  const { page } = await at(SECRETARIAT.checker, `/payment-files/${file}`);
  await page.getByText(flagged).waitFor();
  await page
    .getByText(/^Kusatsu .*: /)
    .first()
    .waitFor();
  await act(SECRETARIAT.checker, `/payment-files/${file}`, 'Request due diligence');
  await settled(site.api);
  await (await at(SECRETARIAT.checker, `/payment-files/${file}`)).page
    .getByText('It has been requested, and waits for a verifier')
    .waitFor();
  expect(complaints()).toEqual([]);
});

test('a project that no longer says which round is its newest leads to the newest all the same', async () => {
  const project = await actors.submitted(await actors.city('Hikone'));
  const { id } = await actors.opened(project);
  const { at } = people(browser, site.home);
  const { page } = await at(SECRETARIAT.officer, '/desk');
  const asked: string[] = [];
  await page.route(new RegExp(`/v1/projects/${project}(\\?|$)`), async (route) => {
    const response = await route.fetch();
    const { funding: _, ...json } = (await response.json()) as { funding?: string };
    await route.fulfill({ response, json });
  });
  page.on('request', (request) => void asked.push(...(request.url().includes('/v1/fundings?') ? [request.url()] : [])));
  await page.goto(`${site.home}/projects/${project}`);
  await page.locator(`a[href="/fundings/${id}"]`).first().waitFor();
  expect(asked.map((url) => new URL(url).searchParams).map((of) => [of.get('project'), of.get('sort'), of.get('limit')])).toEqual([
    [project, '-created', '1'],
  ]);
});

test('a co-funder that withdraws leaves a gap to the minor unit, which a second sponsor fills', async () => {
  const [city, fund, bank, third] = [await actors.city('Nagano'), await actors.sponsor(), await actors.sponsor(), await actors.sponsor()];
  const project = await actors.submitted(city);
  const funding = await actors.funded(project, [
    [fund, '666.67'],
    [bank, '333.33'],
  ]);
  const { at, act, complaints } = people(browser, site.home);
  const round = `/fundings/${funding.id}`;
  await act(approverAt(fund), round, 'Approve the offer');
  await act(approverAt(bank), round, 'Withdraw the accepted offer', { Note: 'Our board has not confirmed it.' });
  await settled(site.api);

  const { page } = await at(officerAt(city), round);
  expect(await page.locator(`data[data-of="${funding.id}/gap"]`).first().getAttribute('value')).toBe('333.33');
  const anyone = (await at(SECRETARIAT.officer, `/projects/${project}`)).page;
  await anyone
    .getByText(/^A co-funder withdrew: round 1 continues/)
    .first()
    .waitFor();

  const form = await offers((await at(lenderAt(third), round)).page, '333.33');
  await form.waitFor({ state: 'detached' });
  await settled(site.api);
  await act(officerAt(city), round, 'Accept the offer');
  await settled(site.api);
  await act(approverAt(third), round, 'Approve the offer');
  await settled(site.api);
  await act(SECRETARIAT.approver, `/projects/${project}`, 'Approve the project');
  await settled(site.api);
  const agreement = await actors.agreement(project);
  expect(agreement.cells.map(({ amount }) => amount.amount).toSorted()).toEqual(['333.33', '666.67']);
  expect(new Set(agreement.cells.map(({ sponsor }) => sponsor))).toEqual(new Set([fund.sponsor, third.sponsor]));
  expect(await brokenInvariants()).toEqual([]);
  expect(complaints()).toEqual([]);
});

/** Sends an offer of this amount from a round's page; answers its form. */
async function offers(page: Page, amount: string) {
  await page.getByRole('button', { name: 'Make an offer' }).first().press('Enter');
  const form = page.getByRole('form', { name: 'Make an offer' });
  await form.getByLabel('Amount').fill(amount);
  await form.getByLabel('Instrument').selectOption('grant');
  await form.getByRole('button', { name: 'Make an offer' }).press('Enter');
  return form;
}

describe('nobody decides what they prepared, and the screen says who may', () => {
  test('who made an offer does not approve it', async () => {
    const [city, sponsor] = [await actors.city('Sakai'), await actors.sponsor()];
    const funding = await actors.opened(await actors.submitted(city));
    const both = { person: approverAt(sponsor), organisation: sponsor.sponsor, roles: ['sponsor.officer' as const] };
    const { mandate, envelope } = sponsor;
    const made = await http(site.address).ask(
      both,
      'proposeOffer',
      { id: funding.id },
      { mandate, envelope, amount: usd('1000.00'), financing: { instrument: 'grant' } },
    );
    expect(made.status).toBe(201);
    await settled(site.api);
    const [offer] = (await actors.funding(funding.project)).offers;
    await actors.accept(funding, offer?.id ?? '');
    await settled(site.api);
    const { at, complaints } = people(browser, site.home);
    const { page } = await at(approverAt(sponsor), `/fundings/${funding.id}`);
    await page.getByRole('button', { name: 'Approve the offer' }).and(page.locator('[aria-disabled=true], [disabled]')).first().waitFor();
    await page.getByText('Another person who holds the role may do it').first().waitFor();
    expect(complaints()).toEqual([]);
  });

  test('who requested a payment does not approve it', async () => {
    const { sponsor, agreement, milestone } = await begun('Kobe');
    await actors.verified(milestone);
    await settled(site.api);
    const both = { person: SECRETARIAT.checker, organisation: 'secretariat', roles: ['finance.maker' as const] };
    const asked = await http(site.address).ask(both, 'requestPayment', { id: agreement.id }, { tranche: 1, sponsor: sponsor.sponsor });
    expect(asked.status).toBe(201);
    await settled(site.api);
    const { at, complaints } = people(browser, site.home);
    const { page } = await at(SECRETARIAT.checker, `/milestones/${milestone.id}/money`);
    await page.getByText('You had another part in this;').first().waitFor();
    expect(await actors.agreement(agreement.project)).toMatchObject({ payments: [{ status: 'requested' }] });
    expect(complaints()).toEqual([]);
  });

  test('who acts for the secretariat does not report a milestone, so that nobody judges their own report', async () => {
    const { city, milestone } = await begun('Himeji');
    const { at, act, complaints } = people(browser, site.home);
    await actors.reported(milestone);
    await settled(site.api);
    await act(SECRETARIAT.verifier, `/milestones/${milestone.id}`, 'Return the report', { Note: 'Photographs are missing.' });
    const both = { person: SECRETARIAT.verifier, organisation: city, roles: ['proposer.officer' as const] };
    const evidence = (await site.api.as(officerOf(city)).upload(new TextEncoder().encode('Photographs'), 'text/plain')).hash;
    const report = http(site.address).ask(both, 'reportMilestone', { id: milestone.id }, { evidence: [evidence] });
    expect(await refusal(report)).toEqual([403, '/problems/person-acts-for-another']);
    const { page } = await at(officerAt(city), `/milestones/${milestone.id}`);
    await page.getByRole('link', { name: 'Write the report' }).waitFor();
    expect(await page.getByRole('button', { name: 'Verify the milestone' }).count()).toBe(0);
    expect(complaints()).toEqual([]);
  });
});
