import { secretary } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { CITY, IN_PROGRESS } from '@junkan/trial-sign-in/in-progress.ts';
import { inventedName } from '@junkan/trial-sign-in/invented.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorsOf, proposal } from '../actors.ts';
import { type Browser, browser } from '../browser.ts';
import { type Site, startSite } from '../site.ts';

const HERE = { 'sec-fetch-site': 'same-origin' };
const SESSION = '__Host-junkan';

let site: Site;
let home: string;
let city: string;
beforeAll(async () => {
  site = await startSite();
  home = site.home;
  city = await actorsOf(site.api).city();
});
afterAll(() => site.close());

const officer = (): string => `${city}/proposer.officer`;

const asForm = (fields: Record<string, string>) => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams(fields).toString(),
});

/** A browser in which this account of the trial is signed in; where it was sent in the end. */
async function signedIn(account: string, next = '/'): Promise<{ person: Browser; url: URL }> {
  const person = browser();
  const { url: chooser } = await person.visit(`${home}/auth/login?next=${encodeURIComponent(next)}`);
  const { url } = await person.visit(chooser, asForm({ account }));
  return { person, url };
}

const problemOf = async (response: Response) => {
  const { type } = (await response.json()) as { type: string };
  return [response.status, type];
};
const draft = () => ({ method: 'POST', body: JSON.stringify({ proposer: city, proposal: proposal() }) });
const asJson = (key: string) => ({ 'content-type': 'application/json', 'idempotency-key': key });

describe('signing in with a browser', () => {
  test('leads to where the person wanted to go, and says who it is', async () => {
    const { person, url } = await signedIn(officer(), '/projects?mine=1');
    expect(url.href).toBe(`${home}/projects?mine=1`);
    const session = await (await person.send(`${home}/v1/session`)).json();
    expect(session).toMatchObject({ person: officer(), organisation: city, roles: ['proposer.officer'] });
    expect(session).toMatchObject({ settings: { version: 0 }, unread: { count: 0 } });
  });

  test('the chooser lists the secretariat, sponsors and cities with the persons of one, and finds an organisation by its name', async () => {
    const person = browser();
    const { url, response } = await person.visit(`${home}/auth/login`);
    const page = await response.text();
    expect(page).toContain('value="secretariat/finance.checker"');
    expect(page).toContain(`?of=${city}"`);
    expect(page).not.toContain(`value="${officer()}"`);
    url.searchParams.set('of', city);
    expect(await (await person.send(url)).text()).toContain(`value="${officer()}"`);
    url.searchParams.set('of', 'nobody');
    expect(await (await person.send(url)).text()).toContain('value="secretariat/finance.checker"');
    url.searchParams.set('q', '<script>nobody');
    const none = await (await person.send(url)).text();
    expect(none).toContain('No organisation is called “&lt;script&gt;nobody”.');
  });

  test('the chooser says what to try as whom, once the organisations of the trial are there', async () => {
    const person = browser();
    const { url, response } = await person.visit(`${home}/auth/login`);
    expect(await response.text()).not.toContain('Where something waits');
    const register = { name: CITY, kind: 'city', countries: ['ID'] } as const;
    const { id } = await site.api.as(secretary).registerProposer({}, register);
    await settled(site.api);
    expect(await (await person.send(url)).text()).toMatch(
      /<h3>Where something waits to be tried<\/h3>.*Kota Kenanga [^<]*<\/span><small>\d+ wait</,
    );
    url.searchParams.set('of', id);
    const page = await (await person.send(url)).text();
    const { title } = IN_PROGRESS['question-open'];
    const name = inventedName(`${id}/proposer.officer`, 'ID');
    expect(page).toMatch(new RegExp(`value="${id}/proposer.officer" autofocus><b>${name}</b>.*<span lang="en">[^<]*${title}`));
    expect(page).not.toContain(IN_PROGRESS['offer-to-approve'].title);
    const { url: next } = await person.visit(url, asForm({ account: `${id}/proposer.officer` }));
    expect(next.href).toBe(`${home}/`);
  });

  test('the chooser speaks as all of Junkan does: as was chosen there, else as the browser likes; a name stays what it is', async () => {
    const person = browser();
    const { url } = await person.visit(`${home}/auth/login`);
    url.searchParams.set('of', 'secretariat');
    const liked = await (await person.send(url, { headers: { 'accept-language': 'fr, vi;q=0.5' } })).text();
    expect(liked).toContain('<html lang="vi">');
    expect(liked).toContain('<span>Kiểm toán viên: ');
    person.keep(url.host, 'junkan-language', 'ja');
    const { response: refused } = await person.visit(url, asForm({ account: 'nobody' }));
    expect(await refused.text()).toContain('<h1>そのようなアカウントはありません</h1>');
    await person.visit(url, asForm({ account: officer() }));
    const session = (await (await person.send(`${home}/v1/session`)).json()) as { name: string };
    expect(session.name.startsWith(`${inventedName(officer(), 'JP')}, `)).toBe(true);
  });

  test.each(['//elsewhere.example', '/\\elsewhere.example', 'https://elsewhere.example', '/a b'])(
    'leads nowhere else: %s',
    async (next) => {
      const refused = await browser().send(`${home}/auth/login?next=${encodeURIComponent(next)}`);
      expect(await problemOf(refused)).toEqual([400, '/problems/request-is-malformed']);
    },
  );

  test('an answer of the provider that this browser has not asked for signs nobody in', async () => {
    const person = browser();
    const { url } = await person.visit(`${home}/auth/login`);
    expect(url.pathname).toMatch(/^\/choose\//);
    const other = await browser().send(`${home}/auth/callback?code=x&state=y`);
    expect(await problemOf(other)).toEqual([400, '/problems/sign-in-is-unknown']);
    const forged = await person.send(`${home}/auth/callback?code=x&state=y`);
    expect(await problemOf(forged)).toEqual([401, '/problems/sign-in-was-refused']);
    expect(person.cookie(new URL(home).host, SESSION)).toBeUndefined();
  });

  test('an account that there is not is refused by the provider', async () => {
    const person = browser();
    const { url } = await person.visit(`${home}/auth/login`);
    for (const account of [
      '',
      'junkan/system.workflow',
      'secretariat/proposer.officer',
      'org_00000000000000000000000000/proposer.officer',
    ]) {
      const { response } = await person.visit(url, asForm({ account }));
      expect(response.status).toBe(422);
    }
  });
});

describe('in a session', () => {
  test('a person reads and acts as with a token', async () => {
    const { person } = await signedIn(officer());
    const proposed = draft();
    const made = await person.send(`${home}/v1/projects`, { ...proposed, headers: { ...asJson('k1'), ...HERE } });
    expect(made.status).toBe(201);
    const { id } = (await made.json()) as { id: string };
    expect((await person.send(`${home}/v1/projects/${id}`)).status).toBe(200);
    const again = await person.send(`${home}/v1/projects`, { ...proposed, headers: { ...asJson('k1'), ...HERE } });
    expect(await again.json()).toMatchObject({ id });
  });

  test.each([undefined, 'cross-site', 'same-site', 'none'])('the page of another site changes nothing: Sec-Fetch-Site %s', async (site) => {
    const { person } = await signedIn(officer());
    const headers = { ...asJson('k2'), ...(site ? { 'sec-fetch-site': site } : {}) };
    expect(await problemOf(await person.send(`${home}/v1/projects`, { ...draft(), headers }))).toEqual([
      403,
      '/problems/request-is-of-another-site',
    ]);
    expect((await person.send(`${home}/auth/logout`, { method: 'POST', headers })).status).toBe(403);
  });

  test('a token together with the cookie is refused', async () => {
    const { person } = await signedIn(officer());
    const refused = await person.send(`${home}/v1/session`, { headers: { authorization: 'Bearer x' } });
    const both = await person.send(`${home}/v1/projects`, { headers: { authorization: 'Bearer x' } });
    expect([await problemOf(both), refused.status]).toEqual([[400, '/problems/credentials-are-two'], 400]);
  });

  test('a cookie that was changed is no session, and is taken away', async () => {
    const { person } = await signedIn(officer());
    const { host } = new URL(home);
    const sealed = person.cookie(host, SESSION) ?? '';
    person.keep(host, SESSION, `${sealed.slice(0, -2)}${sealed.endsWith('A') ? 'B' : 'A'}A`);
    expect(await problemOf(await person.send(`${home}/v1/projects`))).toEqual([401, '/problems/session-has-ended']);
    expect(person.cookie(host, SESSION)).toBeUndefined();
  });

  test('signing out ends it here and at the provider', async () => {
    const { person } = await signedIn(officer());
    const { host } = new URL(home);
    const copy = person.cookie(host, SESSION) ?? '';
    const left = await person.send(`${home}/auth/logout`, { method: 'POST', headers: HERE });
    const { href } = (await left.json()) as { href: string };
    expect(new URL(href).pathname).toBe('/session/end');
    expect(person.cookie(host, SESSION)).toBeUndefined();
    expect(await problemOf(await person.send(`${home}/v1/projects`))).toEqual([401, '/problems/token-is-missing']);
    const other = browser();
    other.keep(host, SESSION, copy);
    expect(await problemOf(await other.send(`${home}/v1/projects`))).toEqual([401, '/problems/session-has-ended']);
    person.keep(new URL(href).host, 'junkan-language', 'id');
    const asked = await (await person.send(href)).text();
    expect(asked).toContain('<html lang="id">');
    const [, action = '', xsrf = ''] = /action="([^"]+)".*name="xsrf" value="([^"]+)"/s.exec(asked) ?? [];
    const { url } = await person.visit(action, asForm({ xsrf, logout: 'yes' }));
    expect(url.href).toBe(`${home}/`);
    expect((await person.visit(`${home}/auth/login`)).url.pathname).toMatch(/^\/choose\//);
  });

  test('a person who signs out of Junkan only comes back as the same person, and is not asked who', async () => {
    const { person } = await signedIn(officer());
    const left = await person.send(`${home}/auth/logout`, { method: 'POST', headers: HERE });
    const { href } = (await left.json()) as { href: string };
    const asked = await (await person.send(href)).text();
    const [, action = '', xsrf = ''] = /action="([^"]+)".*name="xsrf" value="([^"]+)"/s.exec(asked) ?? [];
    expect((await person.visit(action, asForm({ xsrf }))).url.href).toBe(`${home}/`);
    expect(await problemOf(await person.send(`${home}/v1/projects`))).toEqual([401, '/problems/token-is-missing']);
    expect((await person.visit(`${home}/auth/login`)).url.href).toBe(`${home}/`);
    expect(await (await person.send(`${home}/v1/session`)).json()).toMatchObject({ person: officer() });
  });

  test('the cookie is for this host, over a safe way, and no script reads it', async () => {
    const person = browser();
    const begun = await person.send(`${home}/auth/login`);
    expect(begun.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-junkan-sign-in=.*; Path=\/; .*HttpOnly; Secure; SameSite=Lax$/),
    ]);
  });
});
