import type { Parts } from './proposal-parts.ts';

/** Of a proposal that says nothing beyond its title, its target and its plan. */
export const nothingMore: Parts = {
  description: '',
  language: '',
  place: undefined,
  beneficiaries: 0,
  wasteStreams: [],
  capacity: undefined,
  operator: '',
  ownContribution: undefined,
  otherSources: [],
  cost: undefined,
  plannedIndicators: [],
};
