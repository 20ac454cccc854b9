import { dayIn } from '@junkan/kit/pure/dates.ts';
import { expertOf, nameOf, secretary } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { FEE, PARAGRAPHS, published } from '../policy.ts';
import { TOKYO } from '../signatory.ts';
import type { Visitor } from './chromium.ts';
import { openSite } from './opened.ts';
import { people, SECRETARIAT } from './people.ts';
import { faultsOf, sends } from './visits.ts';

const { site, browser, actors, narrow } = await openSite();

/** What a screen shows has no fault, and on a narrow telephone nothing is wider than the page. */
async function isFaultless({ page, ...someone }: Visitor): Promise<void> {
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await faultsOf({ page, ...someone })).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  }
}

test('from a request to its adoption, by the keyboard alone', async () => {
  const { at, act, complaints } = people(browser, site.home);
  const template = await published(site.api);
  const [city, partner] = [await actors.city('Nodi Para'), await actors.partner()];
  await site.api.as(expertOf(partner)).muteNotices({}, { kinds: ['match'], projects: [] });
  const [officer, certifier, expert] = [`${city}/proposer.officer`, `${city}/proposer.certifier`, `${partner}/programme.expert`];
  await isFaultless(await narrow('', `/policies/${template}`));

  const asked = await at(officer, '/support-requests');
  await asked.page.getByRole('button', { name: 'Ask for support' }).press('Enter');
  const asking = asked.page.getByRole('form', { name: 'Ask for support' });
  const question = { Title: 'Fee by what is thrown away', 'Type of instrument': 'payt', Place: TOKYO, Question: 'How do we begin?' };
  for (const [label, text] of Object.entries(question)) await asking.getByLabel(label, { exact: true }).fill(text);
  await sends(asked.page, 'Ask for support');
  await asked.page.getByRole('heading', { name: question.Title, level: 1 }).waitFor();
  const path = new URL(asked.page.url()).pathname;
  await isFaultless(asked);
  await act(SECRETARIAT.officer, path, 'Accept the request');
  await act(SECRETARIAT.officer, path, 'Name an expert', { Person: nameOf(expertOf(partner)) });
  await act(expert, path, 'Declare your interests');

  const drafting = await at(expert, path);
  const [first, second] = PARAGRAPHS;
  await drafting.page.getByLabel('New paragraph').fill(`${first?.text}\n\n${second?.text}`);
  await isFaultless(drafting);
  await sends(drafting.page, 'Offer a draft');
  await drafting.page.getByRole('heading', { name: /^Draft 1 of/ }).waitFor();
  await act(officer, path, 'Comment within the city', { Note: 'Covers 38 % of running cost.' });
  await act(SECRETARIAT.officer, path, 'Comment on a paragraph', {
    'Who reads it': 'City, expert, secretariat',
    Note: 'Others began low.',
  });
  const read = await at(expert, path);
  expect(await read.page.getByText('Covers 38 %').count()).toBe(0);
  await read.page.getByText('Others began low.').waitFor();
  await act(expert, path, 'Answer the comment', { Answer: 'Not taken up', Note: 'The budget bears it.' });
  await act(officer, path, 'Answer the internal comment', { Answer: 'Not taken up', Note: 'So it does.' });
  await act(expert, path, 'Deliver the draft');

  const decidedOn = dayIn('Asia/Tokyo', (await settled(site.api)).now);
  const decided = await act(certifier, path, 'Record the adoption', { 'Decided on': decidedOn, 'Number of the decision': '7' });
  await decided.page.getByText('Waits for its check').waitFor();
  await isFaultless(decided);
  await act(SECRETARIAT.verifier, path, 'Confirm the adoption');
  const anybody = await narrow('', path);
  await anybody.page.getByText('Checked by a second person').waitFor();
  await isFaultless(anybody);
  expect(await site.api.as(secretary).getSupportRequest({ id: path.slice('/support-requests/'.length) as never })).toMatchObject({
    status: 'adopted',
    type: FEE.content.type,
  });
  expect(complaints()).toEqual([]);
});
