import { expect, test } from 'vitest';
import { visitor } from './chromium.ts';
import { figureOfTask, figuresOf } from './figures.ts';
import { isFaultless, showing } from './showing.ts';
import { arrive } from './visits.ts';

const shown = await showing();

type Figure = {
  readonly screen: string;
  readonly of: string;
  readonly value: string;
  readonly currency: string;
  readonly organisation: string;
};
/** Every sum that a screen shows. */
const figures: Figure[] = [];

isFaultless(
  shown,
  'en',
  [
    [1280, 'light'],
    [320, 'dark'],
  ],
  async ({ page }, { name: screen, account = '' }) => {
    const [organisation = ''] = account.split('/');
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
  const ledger = await figuresOf(shown().site);
  const wrong = figures.flatMap(({ screen, organisation, of, value, currency }) => {
    const folded = of.startsWith('work/') ? figureOfTask(ledger, of, organisation) : ledger.get(of);
    return folded === `${currency} ${value}` ? [] : [`${screen}: ${of} is shown as ${currency} ${value}, and is ${folded}`];
  });
  expect(wrong).toEqual([]);
});

test('what somebody wrote is shown as text, wherever it appears', async () => {
  const evil = '<img src=x onerror=alert(1)>=HYPERLINK("http://evil")';
  const {
    site,
    browser,
    scene: { city },
  } = shown();
  const { id } = await site.api
    .as({ organisation: city, role: 'proposer.officer' })
    .draftProject({}, { proposer: city, proposal: { reference: 'evil', title: evil, description: evil, operator: evil } });
  const someone = await visitor(browser);
  await arrive(someone, site.home, `/projects/${id}`, `${city}/proposer.officer`);
  await someone.page.getByRole('heading', { name: evil }).waitFor();
  expect(await someone.page.locator('img').count()).toBe(0);
  expect(someone.complaints).toEqual([]);
});
