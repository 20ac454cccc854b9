import { settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { first } from '../actors.ts';
import { bothOf } from '../peers.ts';
import { openSite } from './opened.ts';
import { faultsOf, sends } from './visits.ts';

const { site, actors, narrow: at } = await openSite();
const { seeker, provider } = await bothOf(site.api, actors);

test('a city seeks a peer, both agree and meet, and both conclude: by the keyboard alone', async () => {
  const officer = await at(`${seeker.city}/proposer.officer`, '/peers');
  await officer.page.getByRole('heading', { name: 'Cities to learn from', level: 1 }).waitFor();
  await officer.page.getByText('1 of 1 cities fit.').waitFor();
  await officer.page.getByText('1 verified results in what you plan').waitFor();
  expect(await faultsOf(officer)).toEqual([]);
  expect(await officer.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);

  await officer.page.getByRole('button', { name: 'Invite the city' }).press('Enter');
  const form = officer.page.getByRole('form', { name: 'Invite the city' });
  await form.getByLabel('What you want to be able to do').fill('To run a composting hall');
  await form.getByLabel('By when').fill('2099-11-01');
  await form.getByLabel('Who pays travel').selectOption({ label: 'The city that wants to learn' });
  await form.getByLabel('Note').fill('We would like to come.');
  expect(await faultsOf(officer)).toEqual([]);
  await sends(officer.page, 'Invite the city');
  await officer.page.getByText('To run a composting hall').first().waitFor();
  const { id } = first((await seeker.officer.listExchanges({})).exchanges);

  const other = await at(`${provider.city}/proposer.officer`, `/exchanges/${id}`);
  await other.page.getByText('We would like to come.').first().waitFor();
  await other.page.getByRole('button', { name: 'Agree to the exchange' }).press('Enter');
  await sends(other.page, 'Agree to the exchange');
  await other.page.getByRole('button', { name: 'Record a call or a visit' }).press('Enter');
  const visit = other.page.getByRole('form', { name: 'Record a call or a visit' });
  await visit.getByLabel('How you met').selectOption({ label: 'Call' });
  const { now } = await settled(site.api);
  await visit.getByLabel('Day').fill(now.slice(0, 10));
  await visit.getByLabel('Note').fill('How the hall is aired.');
  await sends(other.page, 'Record a call or a visit');
  await other.page.getByText('How the hall is aired.').first().waitFor();
  for (const [who, said] of [
    [other, 'They know how.'],
    [await at(`${seeker.city}/proposer.officer`, `/exchanges/${id}`), 'We know how.'],
  ] as const) {
    await who.page.getByRole('button', { name: 'Conclude the exchange' }).press('Enter');
    const concluding = who.page.getByRole('form', { name: 'Conclude the exchange' });
    await concluding.getByLabel('Note').fill(said);
    await concluding.getByLabel('Everybody may read it').check();
    await sends(who.page, 'Conclude the exchange');
    await who.page.getByText(said).first().waitFor();
    expect(await faultsOf(who)).toEqual([]);
  }
  const planning = await at(`${seeker.city}/proposer.officer`, '/actions/new');
  const action = planning.page.getByRole('form', { name: 'Plan an action' });
  await action.getByLabel('Learnt from').selectOption({ index: 1 });
  await action.getByLabel('Title').fill('A composting hall');
  await action.getByRole('searchbox').fill('Matsudo');
  await action
    .getByRole('button', { name: /^Matsudo/ })
    .first()
    .press('Enter');
  expect(await faultsOf(planning)).toEqual([]);
  await sends(planning.page, 'Plan an action');
  await planning.page.getByRole('heading', { name: 'A composting hall', level: 1 }).waitFor();
  const planned = new URL(planning.page.url()).pathname.slice('/actions/'.length);
  expect((await seeker.officer.getAction({ id: planned })).content).toMatchObject({ learntFrom: id });
  const stranger = await at('', `/exchanges/${id}`);
  await stranger.page.getByText('They know how.').waitFor();
  expect(await stranger.page.getByText('How the hall is aired.').count()).toBe(0);
  expect(await faultsOf(stranger)).toEqual([]);
  const asking = await at(`${seeker.city}/proposer.officer`, `/assessments/${seeker.assessment}`);
  await asking.page.getByRole('button', { name: 'Ask a peer for a second look' }).press('Enter');
  await asking.page.getByRole('form', { name: 'Ask a peer for a second look' }).getByLabel('City that is asked').waitFor();
  expect(await faultsOf(asking)).toEqual([]);
  await sends(asking.page, 'Ask a peer for a second look');
  await asking.page.getByText('was asked, and has not answered yet').waitFor();
  const giving = await at(`${provider.city}/proposer.officer`, `/assessments/${seeker.assessment}`);
  await giving.page.getByRole('button', { name: 'Give a second look' }).press('Enter');
  const levels = giving.page.getByRole('form', { name: 'Give a second look' });
  await levels.getByLabel('Roles and responsibilities').selectOption({ index: 3 });
  expect(await faultsOf(giving)).toEqual([]);
  await sends(giving.page, 'Give a second look');
  await giving.page.getByRole('group', { name: 'Second look of' }).waitFor();
  await settled(site.api);
  const read = await at('', `/assessments/${seeker.assessment}`);
  const beside = read.page.getByRole('group', { name: 'Second look of' });
  await beside.getByText('2 of 4').waitFor();
  await beside.getByText('1 of 4').waitFor();
  expect(await faultsOf(read)).toEqual([]);
  const listed = await at(`${seeker.city}/proposer.officer`, '/exchanges');
  await listed.page.getByText('Concluded').first().waitFor();
  expect(await faultsOf(listed)).toEqual([]);
});
