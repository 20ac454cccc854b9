import { gzipSync } from 'node:zlib';
import type { Response } from 'playwright-core';
import type { Visitor } from './chromium.ts';

/** What a first view of a screen may cost: script and styles in KiB by gzip, and how often the browser asks, but for fonts. */
export const BUDGETS = { script: 156, styles: 16, requests: 12 };

export type Weight = { readonly script: number; readonly styles: number; readonly requests: number; readonly repeated: readonly string[] };

/** What one view of a page loads, each file as it would travel by gzip. `repeated`: what was asked for more than once. */
export async function weighed({ page, idle }: Visitor, address: string): Promise<Weight> {
  const loaded: { readonly kind: string; readonly url: string; readonly bytes: number }[] = [];
  const bodies: Promise<void>[] = [];
  const weigh = (response: Response): void => {
    const kind = response.request().resourceType();
    const url = response.url();
    // What happens live has no end.
    if (url.includes('/v1/events')) return;
    const weighing = response.body().then(
      (body) => void loaded.push({ kind, url, bytes: gzipSync(body, { level: 9 }).length }),
      () => undefined,
    );
    bodies.push(weighing);
  };
  // It is a first view, whatever was opened before.
  const browser = await page.context().newCDPSession(page);
  await browser.send('Network.enable');
  await browser.send('Network.setCacheDisabled', { cacheDisabled: true });
  page.on('response', weigh);
  await page.goto(address);
  await page.locator('main h1').waitFor();
  await idle();
  await Promise.all(bodies);
  page.off('response', weigh);
  await browser.detach();
  const kibOf = (kind: string): number => loaded.filter((each) => each.kind === kind).reduce((sum, { bytes }) => sum + bytes, 0) / 1_024;
  const asked = loaded.filter(({ kind }) => kind !== 'font').map(({ url }) => url);
  return {
    script: kibOf('script'),
    styles: kibOf('stylesheet'),
    requests: asked.length,
    repeated: asked.filter((url, index) => asked.indexOf(url) !== index),
  };
}
