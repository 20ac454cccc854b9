import { fileURLToPath } from 'node:url';
import { auditor } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { first, GRANT, parties } from '../parties.ts';
import { type Site, startSite } from '../site.ts';
import { stages } from '../stages.ts';
import { openChromium } from './chromium.ts';
import { people, SECRETARIAT } from './people.ts';
import { faultsOf } from './visits.ts';

let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([
    startSite({ JUNKAN_WEB: fileURLToPath(new URL('../../web/dist', import.meta.url)) }),
    openChromium(),
  ]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

test('what was retained of a payment is told with it, asked for once all is settled, approved by another person, and paid', async () => {
  const steps = parties(site.api);
  const stage = stages(site.api, steps);
  const [city, lender] = [await steps.city('Sasebo'), await steps.sponsor()];
  const project = await steps.submitted(city);
  const funding = await steps.opened(project);
  const offer = await steps.offer(funding.id, lender, '1000.00', { ...GRANT, retentionPercent: '7.5' });
  await settled(site.api);
  await steps.accept(funding, offer);
  await settled(site.api);
  const agreement = await stage.approved(project, await steps.funding(project));
  const milestone = first(await stage.signed(agreement));
  await stage.verified(milestone);
  await settled(site.api);
  await stage.paid(agreement, 1);
  const { now } = await settled(site.api);
  const { act, at, complaints } = people(browser, site.home);

  const seenBy = await at(`${city}/proposer.officer`, `/milestones/${milestone.id}/money`);
  await seenBy.page
    .getByText(/75\.00 of it is retained/)
    .first()
    .waitFor();
  const page = `/agreements/${agreement.id}`;
  const asked = await act(SECRETARIAT.maker, page, 'Request the payment');
  await asked.page.getByRole('heading', { name: /^Retained money/ }).waitFor();
  expect(await faultsOf(asked)).toEqual([]);
  await act(SECRETARIAT.checker, page, 'Approve the payment');
  const booked = { 'Bank reference': 'RELEASE-1', 'Value date': now.slice(0, 10) };
  await act(SECRETARIAT.maker, page, 'Instruct the bank');
  await act(SECRETARIAT.maker, page, 'Report the bank’s payment', booked);
  const seen = await act(SECRETARIAT.checker, page, 'Confirm the bank’s answer');
  await seen.page
    .getByText(/1,000\.00/)
    .first()
    .waitFor();
  expect(await site.api.as(auditor).getAgreement({ id: agreement.id })).toMatchObject({ paid: { amount: '1000.00' }, retained: [] });
  expect(complaints()).toEqual([]);
  expect((await site.verify()).invariants.flatMap(({ broken }) => broken)).toEqual([]);
});
