import type { BodyOf } from '../../api/client.ts';

export type Part = 'amounts' | 'dates' | 'financing' | 'results';
type Category = NonNullable<NonNullable<BodyOf<'proposeMeasure'>>['amendment']>;

const ALL: readonly Part[] = ['amounts', 'dates', 'financing', 'results'];
/** What an amendment of each category may change beside words; the API refuses what is not of it. */
const OF_CATEGORY: Readonly<Record<Category, readonly Part[]>> = {
  error: [],
  'budget-up-to-20': ['amounts', 'dates'],
  'budget-over-20': ['amounts', 'dates'],
  'no-cost-extension': ['dates'],
  terms: ALL,
  results: ['amounts', 'dates', 'results'],
  other: ['amounts', 'dates'],
};
const isCategory = (code: string): code is Category => Object.hasOwn(OF_CATEGORY, code);

/** Where no category is chosen yet, it follows from what changes: all may. */
export const partsOf = (category: string): readonly Part[] => (isCategory(category) ? OF_CATEGORY[category] : ALL);
