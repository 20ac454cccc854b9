import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { type Site, startSite } from '../site.ts';
import { openChromium } from './chromium.ts';

export type Opened = { readonly site: Site; readonly browser: Browser; close(): Promise<void> };

/** The whole system with the built web, and a browser before it, for the tests of one file. `close` ends both: a `beforeAll` returns it. */
export async function openSite(): Promise<Opened> {
  const [site, browser] = await Promise.all([
    startSite({ JUNKAN_WEB: fileURLToPath(new URL('../../web/dist', import.meta.url)) }),
    openChromium(),
  ]);
  return {
    site,
    browser,
    async close() {
      await browser.close();
      await site.close();
    },
  };
}
