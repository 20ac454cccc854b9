import { beforeAll, expect, test } from 'vitest';
import { type Scene, scene } from '../scene.ts';
import { visitor } from './chromium.ts';
import { openSite } from './opened.ts';
import { type Screen, screensOf } from './screens.ts';
import { arrive } from './visits.ts';
import { BUDGETS, weighed } from './weighed.ts';

const { site, browser } = await openSite();
let shown: Scene;
beforeAll(async () => {
  shown = await scene(site.api);
});

/** Pages of which a form, or what is one's own, is most. */
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

test('no first view is larger than its budget, asks more often, or asks for anything twice', async () => {
  const over: string[] = [];
  for (const [account, screens] of Map.groupBy([...screensOf(shown), ...formsOf(shown)], ({ account = '' }) => account)) {
    const someone = await visitor(browser);
    await arrive(someone, site.home, '/how', account);
    for (const { name, path } of screens) {
      const weight = await weighed(someone, `${site.home}${path}`);
      for (const part of ['script', 'styles', 'requests'] as const)
        if (weight[part] > BUDGETS[part]) over.push(`${name}: ${part} ${weight[part].toFixed(1)}, at most ${BUDGETS[part]}`);
      over.push(...weight.repeated.map((url) => `${name}: twice ${url}`));
    }
    expect(someone.complaints).toEqual([]);
    await someone.context.close();
  }
  expect(over).toEqual([]);
});
