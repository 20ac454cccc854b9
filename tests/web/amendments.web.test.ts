import { auditor } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { openSite } from './opened.ts';
import { people, SECRETARIAT } from './people.ts';
import { faultsOf } from './visits.ts';

const { site, actors, browser } = await openSite();

test('a city asks for another site, all parties agree; the agreement is suspended, and its parties are heard', async () => {
  const [city, { sponsor, ...lender }] = [await actors.city('Sasebo'), await actors.sponsor()];
  const { id, ...agreement } = await actors.agreed(city, [[{ sponsor, ...lender }, '1000.00']]);
  await actors.signed({ id, ...agreement });
  const { act, at, complaints } = people(browser, site.home);
  const page = `/agreements/${id}`;
  const { page: form } = await at(`${city}/proposer.officer`, page);
  await form.getByRole('button', { name: 'Propose a modification' }).press('Enter');
  const shown = async (kind: string) => {
    await form.getByLabel('Kind').selectOption(kind);
    return Promise.all(['Cause', 'What is agreed on, in words', 'New amount'].map((label) => form.getByLabel(label).count()));
  };
  expect([await shown('suspension'), await shown('resumption')]).toEqual([
    [1, 0, 0],
    [0, 0, 0],
  ]);
  await form.getByLabel('Kind').selectOption('amendment');
  await form.getByText('Dates and amounts').press('Enter');
  await form.getByText('Now USD 1,000.00').waitFor();
  expect(await shown('amendment')).toEqual([0, 1, 1]);
  const ofCategory = async (category: string) => {
    await form.getByLabel('Category of amendment').selectOption(category);
    return Promise.all(['New due date', 'New amount', 'Offer whose terms change'].map((label) => form.getByLabel(label).count()));
  };
  expect([await ofCategory('error'), await ofCategory('no-cost-extension'), await ofCategory('other'), await ofCategory('')]).toEqual([
    [0, 0, 0],
    [1, 0, 0],
    [1, 1, 0],
    [1, 1, 1],
  ]);
  await form.getByLabel('Kind').selectOption('suspension');
  expect(await form.getByLabel('Cause (optional)').count()).toBe(0);
  expect(await form.getByLabel('Cause').getAttribute('aria-required')).toBe('true');
  const words = { Kind: 'Amendment', Note: 'The market is closed.', 'What is agreed on, in words': 'The site is the harbour.' };
  await act(`${city}/proposer.officer`, page, 'Propose a modification', words);
  await act(SECRETARIAT.approver, page, 'Approve the modification');
  await act(`${city}/proposer.certifier`, page, 'Approve the modification');
  await act(`${sponsor}/sponsor.approver`, page, 'Approve the modification');
  const cause = { Kind: 'Suspension', Cause: 'No progress', 'Can be remedied until': '2099-01-31', Note: 'Nothing is built.' };
  await act(SECRETARIAT.officer, page, 'Propose a modification', cause);
  await act(`${city}/proposer.officer`, page, 'Answer the modification', { Note: 'The harbour was flooded.' });
  const seen = await act(SECRETARIAT.approver, page, 'Approve the modification');
  await seen.page.getByText('The harbour was flooded.').waitFor();
  await seen.page.getByText('The site is the harbour.').waitFor();
  expect(await faultsOf(seen)).toEqual([]);
  await settled(site.api);
  const found = await site.api.as(auditor).getAgreement({ id });
  expect(found).toMatchObject({
    status: 'suspended',
    measures: [
      { kind: 'amendment', amendment: 'other', party: city, status: 'effective' },
      { kind: 'suspension', cause: 'no-progress', cureUntil: '2099-01-31', answers: [{ party: city }] },
    ],
  });
  expect(complaints()).toEqual([]);
  expect((await site.verify()).invariants.flatMap(({ broken }) => broken)).toEqual([]);
});
