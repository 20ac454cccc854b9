import { LANGUAGES } from '@junkan/words/languages.ts';
import { expect, test } from 'vitest';
import { type Visitor, visitor } from './chromium.ts';
import { openShown } from './opened.ts';
import { type Screen, screensOf } from './screens.ts';
import { arrive } from './visits.ts';

const { site, browser, scene } = await openShown();

const SCREENS = ['portfolio', 'project', 'offers', 'verification', 'money'];
/** Of these a page is made; how its sentences are cut differs from language to language. */
const BUILT_OF =
  /^(banner|button|checkbox|columnheader|combobox|contentinfo|figure|form|heading|link|main|navigation|option|radio|row|rowheader|search|searchbox|tab|table|textbox)$/;
const NAMED = /^(button|columnheader|combobox|heading|navigation|searchbox|tab|textbox)$/;

type Node = { readonly role: string; readonly name: string; readonly state: string };

/** The lines of a tree such as `- heading "Projects" [level=2]:`. */
const nodesOf = (tree: string): Node[] =>
  tree.split('\n').flatMap((line) => {
    const [, role = '', name = '', state = ''] = /^\s*- (?:')?([a-z]+)(?: "((?:[^"\\]|\\.)*)")?((?: \[[^\]]+\])*)/.exec(line) ?? [];
    return role === '' ? [] : [{ role, name, state }];
  });

/** How many there are of each. */
function madeOf(nodes: readonly Node[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { role, state } of nodes) if (BUILT_OF.test(role)) counts[`${role}${state}`] = (counts[`${role}${state}`] ?? 0) + 1;
  return counts;
}

/** In a language that the reader has chosen. */
async function treeOf(someone: Visitor, { name, path, account = '' }: Screen, language: string): Promise<Node[]> {
  await someone.context.addCookies([{ name: 'junkan-language', value: language, url: site.home }]);
  await arrive(someone, site.home, path, account);
  // Its picture, what is proven, and what happened, come once they are nearly seen.
  if (name === 'project') {
    await someone.page.locator('#h-who-pays').scrollIntoViewIfNeeded();
    await someone.page.locator('.flow [tabindex="0"]').waitFor({ state: 'attached' });
    await someone.page.locator('#h-results').scrollIntoViewIfNeeded();
    await someone.page.locator('#h-proofs').waitFor({ state: 'attached' });
    await someone.page.locator('#h-trail').scrollIntoViewIfNeeded();
    await someone.page.locator('.trail > li').first().waitFor();
  }
  return nodesOf(await someone.page.locator('body').ariaSnapshot());
}

/** What persons wrote of the scene, and words that are the same everywhere. */
const isGiven = (text: string): boolean =>
  /Compost|Batteries|Glass|Repair|Textile|Yokohama|Asia Circular|Fund for Cities|First site|Both sites|Junkan|CSV|JSON|API|Excel|^SHA-256$/.test(
    text,
  );

test.each(SCREENS)('a person who does not see a page hears the same of it in every language: %s', async (name) => {
  const screen = screensOf(scene).find((each) => each.name === name);
  if (!screen) throw new Error(`there is no screen ${name}`);
  const someone = await visitor(browser);
  const english = await treeOf(someone, screen, 'en');
  expect(english.filter(({ role }) => role === 'heading').length).toBeGreaterThan(0);
  const words = new Set(english.filter(({ role }) => NAMED.test(role)).map((node) => node.name));
  for (const locale of LANGUAGES.filter((each) => each !== 'en')) {
    const translated = await treeOf(someone, screen, locale);
    expect([locale, madeOf(translated)]).toEqual([locale, madeOf(english)]);
    // Names that somebody gave stay as they are; what the page says by itself is in its own language.
    const own = translated.filter((node) => NAMED.test(node.role) && /\p{L}/u.test(node.name));
    const alike = own.filter((node) => words.has(node.name)).map((node) => node.name);
    expect([locale, alike.filter((each) => !isGiven(each))]).toEqual([locale, []]);
  }
});
