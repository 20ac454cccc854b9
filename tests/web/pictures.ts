// Pictures of ten screens, wide and narrow, in three languages, and two of them dark, to be looked at: npm run pictures [-- folder]
// With --all, of all screens, wide, in two languages: to be compared with those of another version.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { scene } from '../scene.ts';
import { startSite } from '../site.ts';
import { openChromium, visitor } from './chromium.ts';
import { screensOf } from './screens.ts';
import { arrive } from './visits.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { all: { type: 'boolean', default: false } } });
const [folder = fileURLToPath(new URL('../../.pictures', import.meta.url))] = positionals;
const WIDTHS = values.all ? [1280] : [1280, 360];
const LOCALES = values.all ? ['en', 'ja'] : ['en', 'ja', 'hi'];
const DARK = ['money', 'offers'];
/** Those that the design draws, and the newest next to them. */
const SCREENS = ['portfolio', 'flow', 'project, public', 'project', 'desk', 'offers', 'agreement', 'verification', 'money', 'approvals'];

const site = await startSite({ JUNKAN_WEB: fileURLToPath(new URL('../../web/dist', import.meta.url)) });
const browser = await openChromium();
try {
  const screens = screensOf(await scene(site.api)).filter(({ name }) => values.all || SCREENS.includes(name));
  mkdirSync(folder, { recursive: true });
  let count = 0;
  for (const { name, path, account = '' } of screens)
    for (const locale of LOCALES) {
      const someone = await visitor(browser, { locale, reducedMotion: 'reduce' });
      for (const width of WIDTHS)
        for (const colorScheme of DARK.includes(name) && locale === 'en' ? (['light', 'dark'] as const) : (['light'] as const)) {
          await someone.page.setViewportSize({ width, height: 900 });
          await someone.page.emulateMedia({ colorScheme });
          await arrive(someone, site.home, path, account);
          const file = `${name.replaceAll(/[^a-z]+/g, '-')}-${width}-${locale}${colorScheme === 'dark' ? '-dark' : ''}.png`;
          await someone.page.screenshot({ path: join(folder, file), fullPage: true, animations: 'disabled' });
          count += 1;
          console.log(`${count} ${file}`);
        }
      await someone.context.close();
    }
} finally {
  await browser.close();
  await site.close();
}
