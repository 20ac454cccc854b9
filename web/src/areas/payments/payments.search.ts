import { z } from 'zod/mini';
import { textInAddress as text } from '../../parts/search.ts';

/** Which payments are listed. */
export const paymentsSearch = z.object({ status: text, sponsor: text, cursor: text });
export type PaymentsSearch = z.infer<typeof paymentsSearch>;
