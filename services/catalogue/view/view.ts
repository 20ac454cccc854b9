import type { View } from '@junkan/kit/views/view.ts';
import { ddl } from './ddl.ts';
import { rows } from './rows.ts';

/** Rows for every list, over the events of all contexts. */
export const view: View = { name: 'catalogue', schema: '6', contexts: ['project', 'sponsor', 'matching', 'disbursement'], ddl, rows };
