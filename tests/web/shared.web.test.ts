import { createServer } from 'node:http';
import { closing, listening } from '@junkan/kit/http/listening.ts';
import { officerOf } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { proposal } from '../actors.ts';
import { type Scene, scene } from '../scene.ts';
import { visitor } from './chromium.ts';
import { openSite } from './opened.ts';
import { arrive, faultsOf } from './visits.ts';

const { site, browser } = await openSite();
const { api, home } = site;
const HOSTILE = '"><script>alert(1)</script>';
let shown: Scene;
let draft: string;
let hostile: string;
beforeAll(async () => {
  shown = await scene(api);
  const officer = api.as(officerOf(shown.city));
  const drafted = async () => {
    const said = { ...proposal(), title: `Compost ${HOSTILE}`, description: `Of $& and ${HOSTILE}\n${'many words '.repeat(30)}` };
    return (await officer.draftProject({}, { proposer: shown.city, proposal: said })).id;
  };
  [draft, hostile] = [await drafted(), await drafted()];
  await officer.submitProject({ id: hostile });
  await settled(api);
});

/** As programs ask that show what an address is about. */
async function head(path: string): Promise<string> {
  const response = await fetch(`${home}${path}`, { headers: { accept: '*/*' } });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  return (await response.text()).split('</head>')[0] ?? '';
}

test('an address that is shared says what it is about: what everybody may know, as text, and of a draft nothing', async () => {
  const project = await head(`/projects/${shown.projects.running}`);
  expect(project).toContain('<meta property="og:title" content="Compost for the fields of Kanagawa">');
  expect(project).toContain('<meta name="description" content="The city collects kitchen waste');
  const [proven = ''] = shown.milestones;
  const proof = await head(`/proof/${proven}`);
  expect(proof).toContain('<meta property="og:title" content="First site composts">');
  expect(proof).toContain('<meta property="og:description" content="Compost for the fields of Kanagawa">');
  expect(await head(`/organisations/${shown.city}`)).toContain('<meta property="og:title" content="City of Yokohama">');

  expect(await head(`/projects/${draft}`)).not.toContain('og:');
  const escaped = await head(`/projects/${hostile}`);
  expect(escaped).toContain('content="Compost &quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
  expect(escaped).toMatch(/content="Of \$&amp; and [^"]{100,300}…"/);
  expect(escaped).not.toContain('<script>alert');
});

test('a card answers everybody alike, in the language that is asked for, and says nothing of a draft', async () => {
  const card = (id: string, query = '', headers = {}) => fetch(`${home}/embed/projects/${id}${query}`, { headers });
  const found = await card(shown.projects.running, '?language=ja', { cookie: 'junkan-signed-in=1' });
  const policy = found.headers.get('content-security-policy') ?? '';
  expect([found.status, policy.includes('frame-ancestors *'), policy.includes('script-src')]).toEqual([200, true, false]);
  expect([found.headers.get('x-frame-options'), found.headers.get('set-cookie')]).toEqual([null, null]);
  const text = await found.text();
  expect(text).toContain('<html lang="ja">');
  expect(text).toContain('マイルストーン2件中1件支払済み');
  expect(text).toContain('USD 18,000,000.00');
  const again = await card(shown.projects.running, '?language=ja', { 'if-none-match': found.headers.get('etag') });
  expect(again.status).toBe(304);
  expect(await (await card(hostile)).text()).not.toContain('<script>alert');
  expect([(await card(draft)).status, (await card(`prj_${'0'.repeat(26)}`)).status, (await card('x')).status]).toEqual([404, 404, 400]);
  expect((await card(shown.projects.running, '?language=xx')).status).toBe(400);
});

/** Another site, whose page shows `frame`. */
async function elsewhere(frame: string): Promise<string> {
  const server = createServer((_, response) => void response.setHeader('content-type', 'text/html').end(`<h1>Elsewhere</h1>${frame}`));
  onTestFinished(() => closing(server));
  return `http://${await listening(server, '127.0.0.1:0')}`;
}

test('from the page of a project its card comes into a page of another site; no other page of Junkan does', async () => {
  const someone = await visitor(browser);
  const { page } = someone;
  await arrive(someone, home, `/projects/${shown.projects.running}`, '');
  await page.getByText('Share', { exact: true }).press('Enter');
  const snippet = await page.getByLabel('Card for another site').inputValue();
  expect(await page.getByLabel('Address of this project').inputValue()).toBe(`${home}/projects/${shown.projects.running}`);
  expect(await faultsOf(someone)).toEqual([]);

  await page.goto(await elsewhere(snippet));
  const card = page.frameLocator('iframe');
  await card.getByRole('heading', { name: 'Compost for the fields of Kanagawa' }).waitFor();
  await card.getByText('1 of 2 milestones paid').waitFor();
  expect(await card.getByRole('link').getAttribute('target')).toBe('_blank');
  expect(someone.complaints).toEqual([]);

  const stranger = await browser.newPage();
  await stranger.goto(await elsewhere(`<iframe src="${home}/projects/${shown.projects.running}"></iframe>`));
  expect(await stranger.frameLocator('iframe').getByRole('heading', { name: 'Compost' }).count()).toBe(0);
  await stranger.context().close();
});
