import type { Item } from '../../imports/plan.ts';
import type { Result } from '../../imports/run.ts';
import type { FileFault } from '../../imports/unreadable.ts';

/** A column that means nothing here, with the one that may be meant. */
export type Unknown = { readonly column: string; readonly nearest: string };
export type Step =
  | { readonly at: 'choosing'; readonly fault?: FileFault; readonly missing?: readonly string[]; readonly unknown?: readonly Unknown[] }
  | { readonly at: 'failed'; readonly error: unknown }
  | { readonly at: 'checking'; readonly done: number; readonly all: number }
  | { readonly at: 'planned'; readonly file: string; readonly items: readonly Item[]; readonly unknown: readonly Unknown[] }
  | { readonly at: 'importing'; readonly done: number; readonly all: number }
  | { readonly at: 'done'; readonly results: readonly Result[] };
