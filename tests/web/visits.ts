import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import type { Visitor } from './chromium.ts';

/**
 * Chooses an account by the keyboard, on the page that offers them: its organisation, then the person; once the browser has put its focus on the
 * first, as that page asks. An organisation that is not listed is asked for by its address.
 */
async function choose(page: Page, account: string): Promise<void> {
  const [organisation = ''] = account.split('/');
  const first = page.locator('button[autofocus]:focus');
  await first.waitFor();
  const person = page.locator(`button[value="${account}"]`);
  if ((await person.count()) === 0) {
    const link = page.locator(`nav a[href$="of=${organisation}"]`);
    if ((await link.count()) > 0) await link.press('Enter');
    else await page.goto(`${page.url()}?of=${organisation}`);
    await page.locator(`button[value^="${organisation}/"][autofocus]:focus`).waitFor();
  }
  await person.press('Enter');
}

/** Signs in by the keyboard alone, from the page on which the visitor is. `account`: an organisation, and a role of it behind a slash. */
export async function signIn({ page }: Visitor, account: string): Promise<void> {
  await page.getByRole('link', { name: 'Sign in' }).first().press('Enter');
  await choose(page, account);
  await page.locator('.mast .seal').waitFor({ state: 'attached' });
}

/** Sends the form of an act that was opened, once it is there. */
export const sends = (page: Page, act: string): Promise<void> =>
  page.getByRole('form', { name: act }).getByRole('button', { name: act }).press('Enter');

/** Smaller than what the package exports: each page reads it once. */
const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** Our pages have no frames, and nobody reads of what is found right, nor by what selector. */
const FAULTS = `axe.run(document, { resultTypes: ['violations'], selectors: false }).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')),
)`;

/** Until what goes over from one colour into another by and by has come to its end. */
const STILL = `Promise.allSettled(
  document.getAnimations().filter((each) => each instanceof CSSTransition).map(({ finished }) => finished),
)`;

/** What a machine finds wrong with a page for those who do not see it, or see it otherwise. */
export async function faultsOf({ page }: Pick<Visitor, 'page'>): Promise<string[]> {
  await page.evaluate(`${STILL}.then(() => {})`);
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(AXE);
  return page.evaluate<string[]>(FAULTS);
}

export const isSignedIn = async ({ context }: Pick<Visitor, 'context'>): Promise<boolean> =>
  (await context.cookies()).some(({ name }) => name === 'junkan-signed-in');

/** Goes to a page as somebody, who signs in the first time; until all that the page shows is there. `account`: empty for nobody. */
export async function arrive({ page, context, idle }: Visitor, home: string, path: string, account: string): Promise<void> {
  if (account === '' || (await isSignedIn({ context }))) await page.goto(`${home}${path}`);
  else {
    await page.goto(`${home}/auth/login?next=${encodeURIComponent(path)}`);
    await choose(page, account);
    await page.waitForURL(`${home}${path}`);
  }
  await page.locator('main h1').waitFor();
  await idle();
}
