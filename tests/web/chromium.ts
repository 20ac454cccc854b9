import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { HANG_MS } from '@junkan/kit/testing/hang.fixture.ts';
import { type Browser, type BrowserContext, chromium, type Page, type Request } from 'playwright-core';

const FOLDER = fileURLToPath(new URL('../../.tools/browser', import.meta.url));
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The browser of the set-up, or the one that CHROMIUM_PATH names. */
export function openChromium(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? `${FOLDER}/chromium`;
  if (!existsSync(executablePath)) throw new Error('there is no browser: run the tests by npm test, which brings one');
  return chromium.launch({
    executablePath,
    args: FLAGS,
    env: { ...process.env, LD_LIBRARY_PATH: `${FOLDER}/lib` } as Record<string, string>,
  });
}

export type Visitor = {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly complaints: string[];
  /** Waits until nothing is being loaded, but for what happens live, and the page has shown what has come. */
  idle(): Promise<void>;
};

/** A timer that a page sets for at most so long is part of what it is about to show: React delays what follows a placeholder by 300 ms. */
const SOON_MS = 300;

/** Lets `isAboutTo()` say whether such a timer has yet to go off. */
const WITH_TIMERS = `{
  const { setTimeout: set, clearTimeout: clear } = window;
  const soon = new Set();
  window.setTimeout = (act, ms = 0, ...given) => {
    const timer = set(() => {
      soon.delete(timer);
      act(...given);
    }, ms);
    if (ms <= ${SOON_MS}) soon.add(timer);
    return timer;
  };
  window.clearTimeout = (timer) => {
    soon.delete(timer);
    clear(timer);
  };
  window.isAboutTo = () => soon.size > 0;
}`;

const SHOWN = `new Promise((shown) => {
  const look = () => requestAnimationFrame(() => requestIdleCallback(() => (isAboutTo() ? look() : shown())));
  look();
})`;

/** A person before a browser of its own. `complaints`: whatever the browser said on its console, or threw. */
export async function visitor(browser: Browser, options: Parameters<Browser['newContext']>[0] = {}): Promise<Visitor> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  context.setDefaultTimeout(HANG_MS);
  await context.addInitScript(WITH_TIMERS);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => void complaints.push(message.text()));
  page.on('pageerror', (error) => void complaints.push(String(error)));
  return { page, context, complaints, idle: idleOf(page) };
}

function idleOf(page: Page): () => Promise<void> {
  const pending = new Set<Request>();
  let asked = 0;
  let onLoaded = (): void => {};
  page.on('request', (request) => {
    if (request.url().includes('/v1/events')) return;
    asked += 1;
    pending.add(request);
  });
  for (const end of ['requestfinished', 'requestfailed'] as const)
    page.on(end as 'requestfinished', (request) => {
      pending.delete(request);
      if (pending.size === 0) onLoaded();
    });
  const isQuiet = async (): Promise<boolean> => {
    const before = asked;
    if (pending.size > 0) await new Promise<void>((resolve) => (onLoaded = resolve));
    await page.evaluate(SHOWN);
    return pending.size === 0 && asked === before;
  };
  // What has come may lead to more that is asked for, once it is shown.
  return async () => {
    for (let quiet = 0; quiet < 2; quiet = (await isQuiet()) ? quiet + 1 : 0);
  };
}
