import { gzipSync } from 'node:zlib';
import type { Response } from 'playwright-core';
import type { Visitor } from './chromium.ts';
import type { Screen } from './screens.ts';
import { arrive, isSignedIn } from './visits.ts';

/** What a first view of a screen may cost: script and styles in KiB by gzip, and how often the browser asks, but for fonts. */
export const BUDGETS = { script: 172, styles: 16, requests: 16 };

type Weight = { readonly script: number; readonly styles: number; readonly requests: number; readonly repeated: readonly string[] };

/** What was weighed of the files of the build, whose content never changes under one name. */
const known = new Map<string, number>();

async function bytesOf(response: Response, url: string): Promise<number> {
  const before = known.get(url);
  if (before !== undefined) return before;
  const bytes = gzipSync(await response.body(), { level: 9 }).length;
  if (response.headers()['cache-control']?.includes('immutable')) known.set(url, bytes);
  return bytes;
}

/** What one view of a page loads, each file as it would travel by gzip. `repeated`: what was asked for more than once. */
export async function weighed({ page, idle }: Visitor, address: string): Promise<Weight> {
  const loaded: { readonly kind: string; readonly url: string; readonly bytes: number }[] = [];
  const bodies: Promise<void>[] = [];
  const weigh = (response: Response): void => {
    const kind = response.request().resourceType();
    const url = response.url();
    // What happens live has no end.
    if (url.includes('/v1/events')) return;
    const weighing = bytesOf(response, url).then(
      (bytes) => void loaded.push({ kind, url, bytes }),
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

/** Opens a page for the first time, as `arrive` does; answers in what it is over its budget, and what it asks for twice. */
export async function overBudget(someone: Visitor, home: string, { name, path, account = '' }: Screen): Promise<string[]> {
  // Signing in asks for more, and is no part of a view.
  if (account !== '' && !(await isSignedIn(someone))) await arrive(someone, home, '/how', account);
  const weight = await weighed(someone, `${home}${path}`);
  return [
    ...(['script', 'styles', 'requests'] as const)
      .filter((part) => weight[part] > BUDGETS[part])
      .map((part) => `${name}: ${part} ${weight[part].toFixed(1)}, at most ${BUDGETS[part]}`),
    ...weight.repeated.map((url) => `${name}: twice ${url}`),
  ];
}
