import type { View } from '@junkan/kit/views/view.ts';
import { PROGRAMS } from '@junkan/proto/programs.ts';
import { ddl } from './ddl.ts';
import { rows } from './rows.ts';
import { SCHEMA } from './schema.ts';

/** Rows for every list, over the events of all contexts. */
export const view: View = { name: 'catalogue', schema: SCHEMA, contexts: PROGRAMS.catalogue.reads, ddl, rows };
