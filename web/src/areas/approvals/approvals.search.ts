import { z } from 'zod/mini';
import { textInAddress as text } from '../../parts/search.ts';

/** Which approvals are shown, and of which page. `open`: the one whose item stands below it. */
export const approvalsSearch = z.object({ kind: text, cursor: text, open: text });
