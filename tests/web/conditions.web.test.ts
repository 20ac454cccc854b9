import { printed } from '@junkan/kit/files/made.fixture.ts';
import { approverOf, auditor, officerOf } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { CONDITION, GRANT, refused } from '../actors.ts';
import { http, type Someone } from '../http.ts';
import { openSite } from './opened.ts';
import { people } from './people.ts';
import { faultsOf } from './visits.ts';

const { site, actors, browser } = await openSite();

const someone = (organisation: string): Someone => ({ person: `${organisation}/reader`, organisation, roles: ['sponsor.approver'] });

test('a city shows by a file that a condition is met, and the sponsor reads it before it confirms', async () => {
  const [city, lender, rival] = [await actors.city('Sasebo'), await actors.sponsor(), await actors.sponsor()];
  const project = await actors.submitted(city);
  const agreement = await actors.approved(
    project,
    await actors.funded(project, [[lender, '1000.00', { ...GRANT, conditions: [CONDITION] }]]),
  );
  await actors.signed(agreement);
  const { id } = agreement;
  const lost = '0'.repeat(64);
  const unknown = await refused(site.api.as(officerOf(city)).reportCondition({ id, number: 1 }, { note: 'It is free.', evidence: [lost] }));
  expect([unknown.type, unknown.facts]).toEqual(['/problems/evidence-is-unknown', { hashes: [lost] }]);

  const { act, at, complaints } = people(browser, site.home);
  const page = `/agreements/${id}`;
  const { page: own, ...reporter } = await at(`${city}/proposer.officer`, page);
  await own.getByRole('button', { name: 'Report the condition as met' }).press('Enter');
  const form = own.getByRole('form', { name: 'Report the condition as met' });
  await form.getByLabel('Add files').setInputFiles({ name: 'site.pdf', mimeType: 'application/pdf', buffer: printed('It is free.') });
  await form.getByRole('button', { name: 'Remove site.pdf' }).waitFor();
  expect(await faultsOf({ page: own, ...reporter })).toEqual([]);
  await form.getByLabel('Note').fill('The last heap was carried away.');
  await form.getByRole('button', { name: 'Report the condition as met' }).last().press('Enter');
  await form.waitFor({ state: 'detached' });
  await settled(site.api);

  const [condition] = (await site.api.as(auditor).getAgreement({ id })).agreedConditions;
  const [hash = ''] = condition?.evidence ?? [];
  const read = (sponsor: string) => http(site.home).ask(someone(sponsor), 'downloadEvidence', { hash });
  expect((await read(lender.sponsor)).bytes.toString()).toBe(printed('It is free.').toString());
  expect((await read(rival.sponsor)).status).toBe(404);
  const confirming = await at(`${lender.sponsor}/${approverOf(lender.sponsor).role}`, page);
  expect(await confirming.page.getByRole('link', { name: hash }).getAttribute('href')).toBe(`/v1/evidence/${hash}`);
  await act(`${lender.sponsor}/sponsor.approver`, page, 'Confirm the condition');
  await settled(site.api);
  expect((await site.api.as(auditor).getAgreement({ id })).agreedConditions).toMatchObject([{ status: 'met', evidence: [hash] }]);
  expect(complaints()).toEqual([]);
  expect((await site.verify()).invariants.flatMap(({ broken }) => broken)).toEqual([]);
});
