import { expect, test } from 'vitest';
import { type Visitor, visitor } from './chromium.ts';
import type { openShown } from './opened.ts';
import { type Screen, screensOf } from './screens.ts';
import { arrive, faultsOf } from './visits.ts';

export type Shown = Awaited<ReturnType<typeof openShown>>;

/** Pictures further down come when somebody goes there. */
async function toItsEnd({ page, idle }: Visitor): Promise<void> {
  await page.evaluate('window.scrollTo(0, document.documentElement.scrollHeight)');
  await idle();
  await page.evaluate('window.scrollTo(0, 0)');
}

type OnScreen = (visitor: Visitor, screen: Screen) => Promise<void>;

/** Opens each screen with the account that may see it, each of which signs in once. */
async function eachScreen(
  { browser, scene: shown }: Shown,
  options: Parameters<typeof visitor>[1],
  open: OnScreen,
  look: OnScreen,
): Promise<void> {
  for (const screens of Map.groupBy(screensOf(shown), ({ account = '' }) => account).values()) {
    const someone = await visitor(browser, options);
    for (const screen of screens) {
      await open(someone, screen);
      await toItsEnd(someone);
      await look(someone, screen);
    }
    expect(someone.complaints).toEqual([]);
    await someone.context.close();
  }
}

/** What can be followed or pressed by the keyboard alone, as it is shown to nobody who sees the page. */
const UNSEEN = `[...document.querySelectorAll('main :is(a[href], button:enabled)')].filter((each) => {
  for (let at = each; at; at = at.parentElement) if (getComputedStyle(at).clipPath === 'inset(50%)') return true;
  return false;
}).map((each) => each.outerHTML.slice(0, 120))`;

type Look = readonly [width: number, colorScheme: 'light' | 'dark'];

/** Shows the present page in another way; content that renders once it has room is rendered by then. */
async function lookAt(page: Visitor['page'], [width, colorScheme]: Look): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ colorScheme });
  await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
}

/** In one language, in each of these ways. `open`: how a screen is opened, `also`: what else is looked at on each, in the first of the ways. */
export function isFaultless(
  shown: Shown,
  locale: string,
  looks: readonly [Look, ...Look[]],
  open: OnScreen = (someone, { path, account = '' }) => arrive(someone, shown.site.home, path, account),
  also: OnScreen = async () => {},
): void {
  test('no screen has an automatically detected fault, complains on the console, or scrolls sideways', async () => {
    const found: string[] = [];
    const [[width, colorScheme]] = looks;
    await eachScreen(shown, { locale, colorScheme, viewport: { width, height: 800 } }, open, async (someone, screen) => {
      const { name } = screen;
      await also(someone, screen);
      for (const look of looks) {
        await lookAt(someone.page, look);
        found.push(...(await faultsOf(someone)).map((fault) => `${name}, ${look.join(', ')}: ${fault}`));
        const wide = await someone.page.evaluate<number>('document.documentElement.scrollWidth');
        const unseen = await someone.page.evaluate<string[]>(UNSEEN);
        found.push(...unseen.map((each) => `${name}, ${look.join(', ')}: nobody sees ${each}`));
        if (wide > look[0]) found.push(`${name}, ${look.join(', ')}: ${wide} wide`);
      }
    });
    expect(found).toEqual([]);
  });
}
