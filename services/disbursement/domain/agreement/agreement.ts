import { advances } from './advances/advances.ts';
import { holds } from './holds/holds.ts';
import { compose } from './parts.ts';

export const parts = { advances, holds };
export const agreement = compose(parts);
