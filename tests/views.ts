import { globSync } from 'node:fs';
import type { View } from '@junkan/kit/views/view.ts';

const ROOT = new URL('../', import.meta.url);

/** The views that services keep, by their modules. */
export const VIEWS: ReadonlyMap<string, View> = new Map(
  await Promise.all(
    globSync('services/*/**/view.ts', { cwd: ROOT, exclude: ['**/node_modules/**'] }).map(async (file): Promise<[string, View]> => {
      const { href } = new URL(file, ROOT);
      return [href, ((await import(href)) as { view: View }).view];
    }),
  ),
);
