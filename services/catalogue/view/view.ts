import type { View } from '@junkan/kit/views/view.ts';
import { PROGRAMS } from '@junkan/proto/programs.ts';
import { VIEW_SCHEMAS } from '@junkan/proto/versions.ts';
import { ddl } from './ddl.ts';
import { rows } from './rows.ts';

/** Rows for every list, over the events of all contexts. */
export const view: View = { name: 'catalogue', schema: VIEW_SCHEMAS.catalogue, contexts: PROGRAMS.catalogue.reads, ddl, rows };
