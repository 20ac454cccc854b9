import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll } from 'vitest';
import { actorsOf } from '../actors.ts';
import { startSite } from '../site.ts';
import { openChromium, type Visitor, visitor } from './chromium.ts';
import { arrive } from './visits.ts';

/** One for all files that a worker runs; it ends with the worker. */
const holder = globalThis as { junkanBrowser?: Promise<Browser> };

/** The whole system with the built web, and a browser before it, until the tests of the file are over. */
export async function openSite() {
  holder.junkanBrowser ??= openChromium();
  const [site, browser] = await Promise.all([
    startSite({ JUNKAN_WEB: fileURLToPath(new URL('../../web/dist', import.meta.url)) }),
    holder.junkanBrowser,
  ]);
  afterAll(async () => {
    for (const context of browser.contexts()) await context.close();
    await site.close();
  });
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
