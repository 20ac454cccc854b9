import { expect, test } from 'vitest';
import { figureOfCut, figureOfTask, figuresOf } from './figures.ts';
import { openShown } from './opened.ts';
import { screensOf } from './screens.ts';
import { isFaultless } from './showing.ts';
import { overBudget } from './weighed.ts';

const shown = await openShown();

type Figure = {
  readonly screen: string;
  readonly of: string;
  readonly value: string;
  readonly currency: string;
  readonly organisation: string;
};
/** Every sum that a screen shows. */
const figures: Figure[] = [];
/** Of each screen, in what its first view is over its budget. */
const over: string[][] = [];

isFaultless(
  shown,
  'en',
  [
    [1280, 'light'],
    [320, 'dark'],
  ],
  async (someone, screen) => void over.push(await overBudget(someone, shown.site.home, screen)),
  async ({ page }, { name: screen, account = '' }) => {
    const [organisation = ''] = account.split('/');
    expect([screen, await page.getByText(/Unrecognised: /).allTextContents()]).toEqual([screen, []]);
    const all = await page.locator('data').evaluateAll((nodes) =>
      nodes.map((node) => ({
        of: node.getAttribute('data-of') ?? '',
        value: node.getAttribute('value') ?? '',
        currency: node.getAttribute('data-currency') ?? '',
      })),
    );
    figures.push(...all.map((figure) => ({ ...figure, organisation, screen })));
  },
);

test('every sum on every screen that was looked at is what the events make of it', async () => {
  expect(figures.length).toBeGreaterThan(100);
  const ledger = await figuresOf(shown.site);
  const wrong = figures.flatMap(({ screen, organisation, of, value, currency }) => {
    const folded = of.startsWith('work/')
      ? figureOfTask(ledger, of, organisation)
      : of.startsWith('overview/')
        ? figureOfCut(ledger, of, organisation, currency)
        : ledger.get(of);
    return folded === `${currency} ${value}` ? [] : [`${screen}: ${of} is shown as ${currency} ${value}, and is ${folded}`];
  });
  expect(wrong).toEqual([]);
});

test('no first view of a screen is larger than its budget, asks more often, or asks for anything twice', () => {
  expect(over.length).toBe(screensOf(shown.scene).length);
  expect(over.flat()).toEqual([]);
});
