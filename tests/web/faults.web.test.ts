import { expect, test } from 'vitest';
import { openChromium, visitor } from './chromium.ts';
import { faultsOf } from './visits.ts';

test('a picture without words, and text of little contrast, are found', async () => {
  const browser = await openChromium();
  const { page } = await visitor(browser);
  await page.setContent('<html lang="en"><title>t</title><main><h1>t</h1><img src="x"><p style="color:#bbb">pale</p></main></html>');
  expect((await faultsOf({ page })).map((fault) => fault.split(':')[0])).toEqual(['color-contrast', 'image-alt']);
  await browser.close();
});
