import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
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
  /** Waits until nothing has been asked for since a moment, but for what happens live. */
  idle(): Promise<void>;
};

const QUIET_MS = 100;

/** A person before a browser of its own. `complaints`: whatever the browser said on its console, or threw. */
export async function visitor(browser: Browser, options: Parameters<Browser['newContext']>[0] = {}): Promise<Visitor> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  context.setDefaultTimeout(HANG_MS);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => void complaints.push(message.text()));
  page.on('pageerror', (error) => void complaints.push(String(error)));
  const pending = new Set<Request>();
  page.on('request', (request) => void (request.url().includes('/v1/events') || pending.add(request)));
  for (const end of ['requestfinished', 'requestfailed'] as const)
    page.on(end as 'requestfinished', (request) => void pending.delete(request));
  const idle = async (): Promise<void> => {
    for (let quiet = 0; quiet < 2; quiet = pending.size === 0 ? quiet + 1 : 0) await sleep(QUIET_MS);
  };
  return { page, context, complaints, idle };
}
