import { secretary, sponsorOfficerOf } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { beforeAll, expect, test } from 'vitest';
import { refused, type Sponsor, usd } from '../actors.ts';
import { openSystem } from '../open-system.ts';
import { MET } from '../screened.ts';

const { system, actors } = await openSystem();
let city: string;
beforeAll(async () => {
  city = await actors.city();
});

const by = ({ sponsor }: Sponsor) => system.api.as(sponsorOfficerOf(sponsor));
const eligible = async (target = '1000.00'): Promise<string> => {
  const project = await actors.submitted(city, { target, milestones: [target] });
  await system.api.as(secretary).declareEligible({ id: project }, MET);
  return project;
};
const noticesOf = async (lender: Sponsor) => {
  await settled(system.api);
  const { notices, unread } = await by(lender).listNotices({ with: 'names' });
  return { unread: unread.count, matches: notices.filter(({ kind }) => kind === 'match') };
};
const search = (query = '') => ({ name: 'Ours', list: 'matches' as const, query, tell: true });
const terms = (minimum: string, maximum = '2000.00') => ({
  title: 'Circular cities',
  countries: ['JP'],
  ticketMinimum: usd(minimum),
  ticketMaximum: usd(maximum),
});

test('what begins to fit a mandate is notified once, from the moment on that it was asked for', async () => {
  const lender = await actors.sponsor();
  await eligible();
  expect(await noticesOf(lender)).toEqual({ unread: 0, matches: [] });
  await by(lender).saveSearch({}, search());
  expect(await noticesOf(lender)).toEqual({ unread: 0, matches: [] });
  const project = await eligible();
  const { unread, matches } = await noticesOf(lender);
  expect([unread, matches]).toMatchObject([
    1,
    [{ event: 'ProjectMatched', item: project, project, read: false, facts: { search: 'Ours', mandate: lender.mandate } }],
  ]);
  // Another search finds the same, and reading twice adds nothing.
  await by(lender).saveSearch({}, search('country=JP'));
  expect((await noticesOf(lender)).matches).toEqual(matches);
  await by(lender).readNotices({}, { upTo: matches[0]?.place ?? '' });
  expect(await noticesOf(lender)).toMatchObject({ unread: 0, matches: [{ read: true }] });
});

test('neither a revision nor a pause makes new what fitted before; other terms find what did not', async () => {
  const lender = await actors.sponsor({ minimum: '100.00' });
  await by(lender).saveSearch({}, search());
  const [fits, small] = [await eligible('1000.00'), await eligible('50.00')];
  const before = await noticesOf(lender);
  expect(before.matches.map(({ item }) => item)).toEqual([fits]);
  await by(lender).readNotices({}, { upTo: before.matches[0]?.place ?? '' });
  await by(lender).reviseMandate({ id: lender.mandate }, { terms: terms('200.00') }, { version: 1 });
  await by(lender).pauseMandate({ id: lender.mandate });
  expect(await noticesOf(lender)).toEqual({ unread: 0, matches: [] });
  await by(lender).resumeMandate({ id: lender.mandate });
  expect(await noticesOf(lender)).toMatchObject({ unread: 0, matches: [{ item: fits, read: true }] });
  await by(lender).reviseMandate({ id: lender.mandate }, { terms: terms('10.00') }, { version: 4 });
  expect(await noticesOf(lender)).toMatchObject({
    unread: 1,
    matches: [
      { item: small, read: false },
      { item: fits, read: true },
    ],
  });
});

test('only what the search asks for is notified, to nobody else, and nothing of what is muted or no longer wanted', async () => {
  const [lender, rival] = [await actors.sponsor(), await actors.sponsor()];
  await by(lender).saveSearch({}, search('theme=composting&q=%22repair%22'));
  const { searches } = await by(lender).listSearches({});
  await eligible();
  expect((await noticesOf(lender)).matches).toEqual([]);
  await by(lender).changeSearch({ number: 1 }, search('theme=reuse&q=%22repair%22'));
  const project = await eligible();
  expect((await noticesOf(lender)).matches.map(({ item }) => item)).toEqual([project]);
  expect((await noticesOf(rival)).matches).toEqual([]);
  await by(lender).muteNotices({}, { kinds: ['match'], projects: [] });
  expect(await noticesOf(lender)).toEqual({ unread: 0, matches: [] });
  await by(lender).muteNotices({}, { kinds: [], projects: [] });
  await by(lender).changeSearch({ number: 1 }, { ...search('theme=reuse&q=%22repair%22'), tell: false });
  expect((await noticesOf(lender)).matches).toEqual([]);
  expect([searches[0]?.toldSince, (await by(lender).listSearches({})).searches[0]?.toldSince]).toEqual([expect.any(String), undefined]);
  expect(await refused(by(lender).saveSearch({}, { name: 'Desk', list: 'work', query: '', tell: true }))).toMatchObject({
    status: 422,
    type: '/problems/search-tells-nothing',
    pointers: ['/tell'],
  });
});
