import { z } from 'zod/mini';
import { textInAddress as text } from '../../parts/search.ts';

/** Of a round: which offer is shown with its versions, which of them, which columns where there are many, and whose mandate makes an offer. */
export const fundingSearch = z.object({ offer: text, versions: text, columns: text, mandate: text });
