import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeEach } from 'vitest';
import { actorsOf } from '../actors.ts';
import { type Scene, scene } from '../scene.ts';
import { type Site, startSite } from '../site.ts';
import { openChromium, type Visitor, visitor } from './chromium.ts';
import { arrive } from './visits.ts';

type Shown = { readonly site: Site; readonly scene: Scene };

/** One of each for all files that a worker runs; they end with the worker. */
const holder = globalThis as { junkanBrowser?: Promise<Browser>; junkanShown?: Promise<Shown> };

const startWithWeb = (env: Readonly<Record<string, string>> = {}): Promise<Site> =>
  startSite({ JUNKAN_WEB: fileURLToPath(new URL('../../web/dist', import.meta.url)), ...env });

/** Nobody's page goes on following what happens after its test. */
async function openBrowser(): Promise<Browser> {
  holder.junkanBrowser ??= openChromium();
  const browser = await holder.junkanBrowser;
  beforeEach(() => {
    const before = browser.contexts();
    return async () => {
      for (const context of browser.contexts()) if (!before.includes(context)) await context.close();
    };
  });
  afterAll(async () => {
    for (const context of browser.contexts()) await context.close();
  });
  return browser;
}

async function startShown(): Promise<Shown> {
  const site = await startWithWeb();
  process.once('exit', () => rmSync(site.views, { recursive: true, force: true }));
  return { site, scene: await scene(site.api) };
}

/** A site that has something to show on every screen, and a browser before it; its tests only read. */
export async function openShown() {
  holder.junkanShown ??= startShown();
  const [shown, browser] = await Promise.all([holder.junkanShown, openBrowser()]);
  return { site: shown.site, scene: shown.scene, browser };
}

/** The whole system with the built web, and a browser before it, until the tests of the file are over. */
export async function openSite(env: Readonly<Record<string, string>> = {}) {
  const [site, browser] = await Promise.all([startWithWeb(env), openBrowser()]);
  afterAll(() => site.close());
  return {
    site,
    browser,
    actors: actorsOf(site.api),
    /** A person who has signed in, before a browser as narrow as a telephone. `account`: an organisation, and a role of it behind a slash. */
    async narrow(account: string, path: string): Promise<Visitor> {
      const someone = await visitor(browser, { viewport: { width: 320, height: 800 } });
      await arrive(someone, site.home, path, account);
      return someone;
    },
  };
}
