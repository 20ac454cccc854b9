import { auditor } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { first } from '../actors.ts';
import { openSite } from './opened.ts';
import { faultsOf, sends } from './visits.ts';

const { site, actors, narrow: at } = await openSite();

test('the secretariat registers a partner under two names, says whom to ask, and closes it; everybody finds it', async () => {
  const officer = await at('secretariat/secretariat.officer', '/partners');
  await officer.page.getByRole('button', { name: 'Register the partner organisation' }).press('Enter');
  const form = officer.page.getByRole('form', { name: 'Register the partner organisation' });
  await form.getByLabel('Name', { exact: true }).fill('Repair Network');
  await form.getByLabel('Kind').selectOption({ label: 'Network' });
  await form.getByLabel('Country').selectOption({ label: 'Japan' });
  await form.getByLabel('Website').fill('javascript:alert(1)');
  await form.getByText('What it offers').first().click();
  await form.getByLabel('Repair', { exact: true }).check();
  await form.getByText('Names in other languages').click();
  await form.getByLabel('Name in 日本語').fill('修理ネットワーク');
  expect(await faultsOf(officer)).toEqual([]);
  await sends(officer.page, 'Register the partner organisation');
  await form.getByText('is no address of a website').first().waitFor();
  await form.getByLabel('Website').fill('https://repair.example.org');
  await sends(officer.page, 'Register the partner organisation');
  await officer.page.getByRole('heading', { name: 'Repair Network', level: 1 }).waitFor();
  await settled(site.api);
  const { id } = first((await site.api.as(auditor).listPartners({ kind: 'network' })).partners);
  expect(await site.api.as(auditor).getPartner({ id })).toMatchObject({
    otherNames: [{ language: 'ja', name: '修理ネットワーク' }],
    themes: ['repair'],
  });

  await officer.page.getByRole('button', { name: 'Say whom to ask' }).press('Enter');
  await officer.page.getByRole('form', { name: 'Say whom to ask' }).getByLabel('Whom to ask').fill('Hana Ito, hana@repair.example.org');
  await sends(officer.page, 'Say whom to ask');
  await officer.page.getByRole('definition').filter({ hasText: 'Hana Ito' }).waitFor();
  expect(await faultsOf(officer)).toEqual([]);
  expect(await officer.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);

  const stranger = await at('', '/partners?kind=network');
  await stranger.page.getByRole('link', { name: 'Repair Network' }).click();
  await stranger.page.getByRole('link', { name: 'https://repair.example.org' }).waitFor();
  expect(await stranger.page.getByText('Hana').count()).toBe(0);
  expect(await faultsOf(stranger)).toEqual([]);

  const second = await at('secretariat/secretariat.approver', `/partners/${id}`);
  await second.page.getByRole('button', { name: 'Close the partner organisation' }).press('Enter');
  await second.page.getByRole('form', { name: 'Close the partner organisation' }).getByLabel('Note').fill('The network has dissolved.');
  await sends(second.page, 'Close the partner organisation');
  await second.page.getByText(/^Closed on /).waitFor();
  await second.page.getByText('The network has dissolved.').first().waitFor();
  expect(await faultsOf(second)).toEqual([]);
});

test('a person of a partner has a desk where nothing waits, and the page of its own organisation', async () => {
  const id = await actors.partner();
  await settled(site.api);
  const trainer = await at(`${id}/programme.trainer`, '/desk');
  await trainer.page.getByText('You come from a partner organisation.').waitFor();
  await trainer.page.getByText('Nothing waits for you.').waitFor();
  expect(await trainer.page.getByRole('link', { name: 'Payments' }).count()).toBe(0);
  await trainer.page.getByRole('link', { name: 'The page of your organisation' }).click();
  await trainer.page.getByText('It is not recorded whom to ask.').waitFor();
  expect(await trainer.page.getByRole('button', { name: 'Close the partner organisation' }).count()).toBe(0);
  expect(await faultsOf(trainer)).toEqual([]);
});
