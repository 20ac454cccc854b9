import { settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { bodyOf, type Someone } from '../http.ts';
import { openSystem } from '../open-system.ts';

const { system, actors, web } = await openSystem();

const officerOf = (organisation: string, person = `clerk-of-${organisation}`): Someone => ({
  person,
  organisation,
  roles: [organisation.startsWith('spo_') ? 'sponsor.officer' : 'proposer.officer'],
});
const screener: Someone = { person: 'screener', organisation: 'secretariat', roles: ['secretariat.officer'] };
const auditor: Someone = { person: 'auditor', organisation: 'secretariat', roles: ['auditor'] };

type Notice = {
  readonly place: string;
  readonly kind: string;
  readonly event: string;
  readonly item: string;
  readonly project?: string;
  readonly read: boolean;
};
type Notices = { readonly notices: readonly Notice[]; readonly unread: { count: number; more: boolean }; readonly names?: object };
const noticesOf = async (as: Someone, query: Readonly<Record<string, string>> = {}): Promise<Notices> =>
  bodyOf<Notices>(await web.ask(as, 'listNotices', query));
const eventsOf = async (as: Someone, item: string): Promise<string[]> =>
  (await noticesOf(as)).notices.filter((notice) => notice.item === item).map(({ event }) => event);

test('settings are those of the caller, begin as everybody’s do, and are read as they were written', async () => {
  const city = await actors.city();
  const [one, other] = [officerOf(city, 'one'), officerOf(city, 'other')];
  const settings = async (as: Someone) => bodyOf<object>(await web.ask(as, 'getSettings'));
  expect(await settings(one)).toMatchObject({ version: 0, density: 'comfortable', shortcutsOff: false, mutedKinds: [], mutedProjects: [] });
  const changed = { language: 'ja', timeZone: 'Asia/Tokyo', density: 'compact', shortcutsOff: true };
  expect((await web.ask(one, 'changeSettings', {}, changed)).status).toBe(200);
  expect(await settings(one)).toMatchObject({ version: 1, ...changed, digest: 'off' });
  const mailed = { ...changed, mail: 'clerk@city.example', digest: 'daily' };
  const refusals = [
    { ...mailed, mail: 'clerk' },
    { ...mailed, mail: '' },
  ].map(async (body) => bodyOf<object>(await web.ask(one, 'changeSettings', {}, body)));
  expect(await Promise.all(refusals)).toMatchObject([
    { type: '/problems/mail-address-is-malformed', errors: [{ pointer: '/mail' }] },
    { type: '/problems/mail-address-is-missing', errors: [{ pointer: '/mail' }] },
  ]);
  await web.ask(one, 'changeSettings', {}, mailed);
  expect(await settings(one)).toMatchObject({ version: 2, ...mailed });
  await web.ask(one, 'changeSettings', {}, changed);
  expect(await settings(other)).toMatchObject({ version: 0, density: 'comfortable' });
  const wrong = bodyOf<object>(await web.ask(one, 'changeSettings', {}, { ...changed, timeZone: 'Asia/Tokio' }));
  expect(wrong).toMatchObject({ status: 422, type: '/problems/time-zone-is-unknown', errors: [{ pointer: '/timeZone' }] });
  expect(await settings(one)).toMatchObject({ version: 3, ...changed });
});

test('searches are kept, changed and removed by their person, and seen by nobody else', async () => {
  const city = await actors.city();
  const [one, other] = [officerOf(city, 'keeper'), officerOf(city, 'stranger')];
  const searches = async (as: Someone) => bodyOf<{ searches: object[] }>(await web.ask(as, 'listSearches')).searches;
  const search = { name: 'Composting', list: 'projects', query: 'q=compost' };
  await web.ask(one, 'saveSearch', {}, search, { key: 'once' });
  await web.ask(one, 'saveSearch', {}, search, { key: 'once' });
  expect(await searches(one)).toEqual([{ number: 1, ...search }]);
  expect(await searches(other)).toEqual([]);
  await web.ask(one, 'changeSearch', { number: 1 }, { ...search, list: 'milestones' });
  expect(await searches(one)).toEqual([{ number: 1, ...search, list: 'milestones' }]);
  const unknown = bodyOf<object>(await web.ask(other, 'removeSearch', { number: 1 }, {}));
  expect(unknown).toMatchObject({ status: 404, type: '/problems/search-is-unknown' });
  await web.ask(one, 'removeSearch', { number: 1 }, {});
  expect(await searches(one)).toEqual([]);
});

test('each party is notified of what others did that concerns it, and nobody of what they did themselves', async () => {
  const [city, lender, rival] = [await actors.city(), await actors.sponsor(), await actors.sponsor()];
  const project = await actors.submitted(city);
  const round = await actors.opened(project);
  await actors.offer(round.id, lender, '1000.00');
  await settled(system.api);
  const clerk = officerOf(city);
  expect(await eventsOf(clerk, project)).toEqual(['ProjectOpenedToSponsors', 'ProjectDeclaredEligible']);
  expect(await eventsOf(screener, project)).toEqual(['ProjectSubmitted']);
  expect(await eventsOf(auditor, project)).toEqual([]);
  expect(await eventsOf(clerk, round.id)).toEqual(['OfferBacked']);
  expect(await eventsOf(officerOf(lender.sponsor), round.id)).toEqual(['OfferBacked']);
  expect(await eventsOf(officerOf(rival.sponsor), round.id)).toEqual([]);
  const { names, notices } = await noticesOf(clerk, { with: 'names' });
  expect(names).toMatchObject({ [project]: { text: expect.any(String) } });
  expect(notices[0]).toMatchObject({
    kind: 'offer',
    project,
    read: false,
    summary: 'The budget for the offer is reserved.',
    facts: { terms: 1 },
  });
  // The person who declared it eligible is not notified of that.
  const secretaryItself: Someone = { person: 'secretary', organisation: 'secretariat', roles: ['secretariat.officer'] };
  expect(await eventsOf(secretaryItself, project)).toEqual(['ProjectSubmitted']);
});

test('what was read or muted is no longer unread, for that person alone', async () => {
  const city = await actors.city();
  const project = await actors.submitted(city);
  await actors.opened(project);
  await settled(system.api);
  const [one, other] = [officerOf(city, 'reader'), officerOf(city, 'colleague')];
  const before = await noticesOf(one);
  expect(before.unread).toEqual({ count: 2, more: false });
  await web.ask(one, 'readNotices', {}, { upTo: before.notices[1]?.place });
  expect(await noticesOf(one, { unread: 'true' })).toMatchObject({ notices: [{ event: 'ProjectOpenedToSponsors' }], unread: { count: 1 } });
  expect((await noticesOf(other)).unread.count).toBe(2);
  await web.ask(one, 'muteNotices', {}, { kinds: [], projects: [project] });
  expect(await noticesOf(one)).toMatchObject({ notices: [], unread: { count: 0, more: false } });
  await web.ask(one, 'muteNotices', {}, { kinds: [], projects: [] });
  expect((await noticesOf(one)).notices.map(({ read }) => read)).toEqual([false, true]);
  const wrong = bodyOf<object>(await web.ask(one, 'readNotices', {}, { upTo: 'yesterday' }));
  expect(wrong).toMatchObject({ status: 422, type: '/problems/place-is-malformed', errors: [{ pointer: '/upTo' }] });
});
