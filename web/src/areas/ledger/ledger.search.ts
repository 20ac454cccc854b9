import { z } from 'zod/mini';
import { textInAddress as text } from '../../parts/search.ts';

/** Of whose accounts, of what and of which days a statement of account tells: of all that may be told where the address does not say. */
export const ledgerSearch = z.object({ party: text, project: text, agreement: text, from: text, to: text, in: text, cursor: text });
export type LedgerSearch = z.infer<typeof ledgerSearch>;
