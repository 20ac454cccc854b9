import { expect, test } from 'vitest';
import type { Scene } from '../scene.ts';
import { visitor } from './chromium.ts';
import { openShown } from './opened.ts';
import type { Screen } from './screens.ts';
import { overBudget } from './weighed.ts';

const { site, browser, scene } = await openShown();

/** Pages of which a form, or what is one's own, is most; all others are weighed where they are looked at for faults. */
function formsOf({ city, bank, projects, milestones: [, reported] }: Scene): readonly Screen[] {
  const officer = `${city}/proposer.officer`;
  const sponsor = `${bank.sponsor}/sponsor.officer`;
  return [
    ...['/notifications', '/settings', '/searches', '/projects/new'].map((path) => ({ name: path, path, account: officer })),
    ...['', '/about', '/check'].map((task) => ({
      name: `proposal${task}`,
      path: `/projects/${projects.screening}/proposal${task}`,
      account: officer,
    })),
    ...['', '/results', '/check'].map((task) => ({
      name: `report${task}`,
      path: `/milestones/${reported}/report${task}`,
      account: officer,
    })),
    { name: 'mandates for a project', path: `/projects/${projects.running}/matches`, account: officer },
    ...['/matches', '/portfolio', '/mandates/new'].map((path) => ({ name: path, path, account: sponsor })),
    { name: 'comparison', path: `/compare?p=${projects.running}&p=${projects.screening}`, account: sponsor },
  ];
}

test('no first view of a form is larger than its budget, asks more often, or asks for anything twice', async () => {
  const over: string[] = [];
  for (const screens of Map.groupBy(formsOf(scene), ({ account }) => account).values()) {
    const someone = await visitor(browser);
    for (const screen of screens) over.push(...(await overBudget(someone, site.home, screen)));
    expect(someone.complaints).toEqual([]);
  }
  expect(over).toEqual([]);
});
