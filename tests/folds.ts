import type { Folding } from '@junkan/kit/store/fold.ts';
import { type Context, contextOf, OWNER_NAMES, programOf } from '@junkan/proto/programs.ts';

export type Fold = Folding<unknown, { readonly type: string }>;

const isFold = (part: unknown): part is Fold => typeof part === 'object' && part !== null && 'foldVersion' in part;

/** How the streams of each kind are read, by what each service's mapping.ts has. */
export const FOLDS: readonly { readonly context: Context; readonly folder: string; readonly fold: Fold }[] = (
  await Promise.all(
    OWNER_NAMES.map(async (owner) => {
      const { folder } = programOf(owner);
      const mapping: object = await import(new URL(`../${folder}/mapping.ts`, import.meta.url).href);
      return Object.values(mapping)
        .filter(isFold)
        .map((fold) => ({ context: contextOf(owner), folder, fold }));
    }),
  )
).flat();
