import { z } from 'zod/mini';
import { textInAddress as text } from '../../parts/search.ts';

/** Which page of what organisations have delegated is shown. */
export const delegationsSearch = z.object({ cursor: text });
