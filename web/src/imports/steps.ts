import type { Unknown } from './columns.ts';
import type { FileFault } from './unreadable.ts';

/** How far a file is on its way: chosen, checked, imported. */
export type Step<Item, Result> =
  | { readonly at: 'choosing'; readonly fault?: FileFault; readonly missing?: readonly string[]; readonly unknown?: readonly Unknown[] }
  | { readonly at: 'failed'; readonly error: unknown }
  | { readonly at: 'checking'; readonly done: number; readonly all: number }
  | { readonly at: 'planned'; readonly file: string; readonly items: readonly Item[]; readonly unknown: readonly Unknown[] }
  | { readonly at: 'importing'; readonly done: number; readonly all: number }
  | { readonly at: 'done'; readonly results: readonly Result[] };
export type StepAt<At extends Step<unknown, unknown>['at'], Item = unknown, Result = unknown> = Extract<
  Step<Item, Result>,
  { readonly at: At }
>;
