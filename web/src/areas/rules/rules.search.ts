import { z } from 'zod/mini';
import { textInAddress as text } from '../../parts/search.ts';

/** Which page of the rules of organisations is shown. */
export const rulesSearch = z.object({ cursor: text });
