import type { ActionItem } from '../../../imports/actions.ts';
import type { Unknown } from '../../../imports/columns.ts';
import type { ActionResult } from '../../../imports/run-actions.ts';
import type { FileFault } from '../../../imports/unreadable.ts';

export type Step =
  | { readonly at: 'choosing'; readonly fault?: FileFault; readonly missing?: readonly string[]; readonly unknown?: readonly Unknown[] }
  | { readonly at: 'failed'; readonly error: unknown }
  | { readonly at: 'checking' }
  | { readonly at: 'planned'; readonly file: string; readonly items: readonly ActionItem[]; readonly unknown: readonly Unknown[] }
  | { readonly at: 'importing'; readonly done: number; readonly all: number }
  | { readonly at: 'done'; readonly results: readonly ActionResult[] };
