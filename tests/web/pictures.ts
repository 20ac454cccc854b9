// Pictures of ten screens, wide and narrow, in three languages, and two of them dark, to be looked at: npm run pictures [-- folder]
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { scene } from '../scene.ts';
import { startSite } from '../site.ts';
import { openChromium, visitor } from './chromium.ts';
import { screensOf } from './screens.ts';
import { arrive } from './visits.ts';

const [folder = fileURLToPath(new URL('../../.pictures', import.meta.url))] = process.argv.slice(2);
const WIDTHS = [1280, 360];
const LOCALES = ['en', 'ja', 'hi'];
const DARK = ['money', 'offers'];
/** Those that the design draws, and the newest beside them. */
const SCREENS = ['portfolio', 'flow', 'project, public', 'project', 'desk', 'offers', 'agreement', 'verification', 'money', 'approvals'];

const site = await startSite({ JUNKAN_WEB: fileURLToPath(new URL('../../web/dist', import.meta.url)) });
const browser = await openChromium();
try {
  const screens = screensOf(await scene(site.api)).filter(({ name }) => SCREENS.includes(name));
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
