import type { Unknown } from '../../imports/columns.ts';
import type { Item } from '../../imports/plan.ts';
import type { Result } from '../../imports/run.ts';
import type { FileFault } from '../../imports/unreadable.ts';

export type Step =
  | { readonly at: 'choosing'; readonly fault?: FileFault; readonly missing?: readonly string[]; readonly unknown?: readonly Unknown[] }
  | { readonly at: 'failed'; readonly error: unknown }
  | { readonly at: 'checking'; readonly done: number; readonly all: number }
  | { readonly at: 'planned'; readonly file: string; readonly items: readonly Item[]; readonly unknown: readonly Unknown[] }
  | { readonly at: 'importing'; readonly done: number; readonly all: number }
  | { readonly at: 'done'; readonly results: readonly Result[] };
