import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Scene, scene } from '../scene.ts';
import { type Site, startSite } from '../site.ts';
import { openChromium, type Visitor, visitor } from './chromium.ts';
import { figureOfTask, figuresOf } from './figures.ts';
import { type Screen, screensOf } from './screens.ts';
import { arrive, faultsOf } from './visits.ts';

let site: Site;
let browser: Browser;
let shown: Scene;
beforeAll(async () => {
  [site, browser] = await Promise.all([
    startSite({ JUNKAN_WEB: fileURLToPath(new URL('../../web/dist', import.meta.url)) }),
    openChromium(),
  ]);
  shown = await scene(site.api);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** By account, so that each signs in once. */
const byAccount = (): Map<string, readonly Screen[]> => Map.groupBy(screensOf(shown), ({ account = '' }) => account);

/** Pictures further down come when somebody goes there. */
async function toItsEnd({ page, idle }: Visitor): Promise<void> {
  await page.evaluate('window.scrollTo(0, document.documentElement.scrollHeight)');
  await idle();
  await page.evaluate('window.scrollTo(0, 0)');
}

async function eachScreen(
  options: Parameters<typeof visitor>[1],
  look: (visitor: Visitor, screen: Screen) => Promise<void>,
): Promise<void> {
  for (const [account, screens] of byAccount()) {
    const someone = await visitor(browser, options);
    for (const screen of screens) {
      await arrive(someone, site.home, screen.path, account);
      await toItsEnd(someone);
      await look(someone, screen);
    }
    expect(someone.complaints).toEqual([]);
    await someone.context.close();
  }
}

describe.each([
  ['en', 1280, 'light'],
  ['en', 320, 'dark'],
  ['hi', 1280, 'dark'],
  ['hi', 320, 'light'],
] as const)('in %s, %i wide, %s', (locale, width, colorScheme) => {
  test('no screen has a fault that a machine finds, complains on the console, or scrolls sideways', async () => {
    const found: string[] = [];
    await eachScreen({ locale, colorScheme, viewport: { width, height: 800 } }, async (someone, { name }) => {
      found.push(...(await faultsOf(someone)).map((fault) => `${name}: ${fault}`));
      const wide = await someone.page.evaluate<number>('document.documentElement.scrollWidth');
      if (wide > width) found.push(`${name}: ${wide} wide`);
    });
    expect(found).toEqual([]);
  }, 180_000);
});

type Figure = { readonly of: string; readonly value: string; readonly currency: string; readonly organisation: string };

test('every sum on every screen is what the events make of it', async () => {
  const figures: (Figure & { readonly screen: string })[] = [];
  await eachScreen({}, async ({ page }, { name, account = '' }) => {
    const [organisation = ''] = account.split('/');
    const all = await page.locator('data').evaluateAll((nodes) =>
      nodes.map((node) => ({
        of: node.getAttribute('data-of') ?? '',
        value: node.getAttribute('value') ?? '',
        currency: node.getAttribute('data-currency') ?? '',
      })),
    );
    figures.push(...all.map((figure) => ({ ...figure, organisation, screen: name })));
  });
  expect(figures.length).toBeGreaterThan(100);
  const ledger = await figuresOf(site);
  const wrong = figures.flatMap(({ screen, organisation, of, value, currency }) => {
    const folded = of.startsWith('work/') ? figureOfTask(ledger, of, organisation) : ledger.get(of);
    return folded === `${currency} ${value}` ? [] : [`${screen}: ${of} is shown as ${currency} ${value}, and is ${folded}`];
  });
  expect(wrong).toEqual([]);
}, 180_000);

test('what somebody wrote is shown as text, wherever it stands', async () => {
  const evil = '<img src=x onerror=alert(1)>=HYPERLINK("http://evil")';
  const { id } = await site.api
    .as({ organisation: shown.city, role: 'proposer.officer' })
    .draftProject({}, { proposer: shown.city, proposal: { reference: 'evil', title: evil, description: evil, operator: evil } });
  const someone = await visitor(browser);
  await arrive(someone, site.home, `/projects/${id}`, `${shown.city}/proposer.officer`);
  await someone.page.getByRole('heading', { name: evil }).waitFor();
  expect(await someone.page.locator('img').count()).toBe(0);
  expect(someone.complaints).toEqual([]);
});
