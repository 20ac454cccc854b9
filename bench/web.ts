/**
 * What the web costs its readers: script and styles of each screen, requests of a first view, when its largest part is painted and how soon
 * it answers, on a processor four times slower and at 1.6 Mbit/s; and the same lists with many projects. It fails where a size or a count
 * is over its budget; times are only reported.
 *
 * npm run bench -- web [--projects 10000]
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { officerOf, secretary } from '@junkan/scripts/main-job/api.ts';
import { inParallel } from '@junkan/scripts/main-job/in-parallel.ts';
import { actorsOf } from '@junkan/tests/actors.ts';
import { scene } from '@junkan/tests/scene.ts';
import { startSite } from '@junkan/tests/site.ts';
import { openChromium, visitor } from '@junkan/tests/web/chromium.ts';
import { screensOf } from '@junkan/tests/web/screens.ts';
import { arrive } from '@junkan/tests/web/visits.ts';
import { BUDGETS, weighed } from '@junkan/tests/web/weighed.ts';
import { print } from './measure.ts';

const { values } = parseArgs({ options: { projects: { type: 'string', default: '10000' } } });

const TARGETS = { ...BUDGETS, painted: 1_800, answered: 100, usable: 1_000 };
const SLOW = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const SLOWER = 4;
const AT_A_TIME = 16;

const met = (value: number, target: number, unit: string): string =>
  `${value.toFixed(unit === 'KiB' ? 1 : 0)} ${unit} (at most ${target}: ${value <= target ? 'met' : 'MISSED'})`;

const PAINTED = `new Promise((resolve) => new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime))
  .observe({ type: 'largest-contentful-paint', buffered: true }))`;
/** From a key until what it changes is on the screen. */
const ANSWERED = `new Promise((resolve) => { const began = performance.now(); document.querySelector('.language').click();
  requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began))); })`;

const site = await startSite({ JUNKAN_WEB: fileURLToPath(new URL('../web/dist', import.meta.url)) });
const browser = await openChromium();
try {
  const shown = await scene(site.api);
  for (const { name, path, account = '' } of screensOf(shown)) {
    const first = await visitor(browser);
    if (account !== '') await arrive(first, site.home, '/desk', account);
    const { script, styles, requests } = await weighed(first, `${site.home}${path}`);
    const slow = await first.context.newCDPSession(first.page);
    await slow.send('Network.enable');
    await slow.send('Network.setCacheDisabled', { cacheDisabled: true });
    await slow.send('Network.emulateNetworkConditions', SLOW);
    await slow.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await first.page.goto(`${site.home}${path}`);
    await first.page.locator('main h1').waitFor();
    await first.idle();
    const painted = await first.page.evaluate<number>(PAINTED);
    const answered = await first.page.evaluate<number>(ANSWERED);
    if (script > TARGETS.script || styles > TARGETS.styles || requests > TARGETS.requests) process.exitCode = 1;
    console.log();
    print(`${name}: script`, met(script, TARGETS.script, 'KiB'));
    print('styles', met(styles, TARGETS.styles, 'KiB'));
    print('requests of a first view, without fonts', met(requests, TARGETS.requests, ''));
    print('largest part painted', met(painted, TARGETS.painted, 'ms'));
    print('an interaction answered', met(answered, TARGETS.answered, 'ms'));
    await first.context.close();
  }
  await seed(Number(values.projects));
  for (const [name, path, account] of [
    ['portfolio', '/', ''],
    ['portfolio, filtered', '/?theme=reuse', ''],
    ['work list', '/desk?waits=others', 'secretariat/secretariat.officer'],
  ] as const) {
    const someone = await visitor(browser);
    await arrive(someone, site.home, '/', account);
    const began = performance.now();
    await someone.page.goto(`${site.home}${path}`);
    await someone.page.locator('tbody tr').first().waitFor();
    print(`${name} of ${values.projects} projects, until usable`, met(performance.now() - began, TARGETS.usable, 'ms'));
    await someone.context.close();
  }
} finally {
  await browser.close();
  await site.close();
}

/** So many projects more, submitted, so that everybody sees them and the secretariat has them to screen. */
async function seed(count: number): Promise<void> {
  const actors = actorsOf(site.api);
  const { id: city } = await site.api.as(secretary).registerProposer({}, { name: 'City of Osaka', kind: 'city', countries: ['JP'] });
  const began = performance.now();
  let made = 0;
  await inParallel(
    Array.from({ length: count }),
    async () => {
      await actors.submitted(city);
      made += 1;
      if (made % 1_000 === 0) console.log(`${made} projects, ${((performance.now() - began) / 1_000).toFixed(0)} s`);
    },
    AT_A_TIME,
  );
  await site.api.as(officerOf(city)).listProjects({ limit: 1 });
}
