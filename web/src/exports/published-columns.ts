import type { Schemas } from '../base/api/types.ts';
import { BETWEEN, type Column, codes, money, sum } from './columns.ts';

/** A milestone as everybody may know it, with what is paid of it. */
export type PublishedMilestone = Schemas['Milestone'] & Schemas['Paid'];

export const PUBLISHED_MILESTONE_COLUMNS: readonly Column<PublishedMilestone>[] = [
  { key: 'id', value: ({ id }) => id },
  { key: 'project', value: ({ project }) => project },
  { key: 'number', value: ({ number }) => number },
  { key: 'title', value: ({ title }) => title },
  { key: 'status', value: ({ status }) => status },
  { key: 'dueOn', value: ({ dueOn }) => dueOn },
  ...money<PublishedMilestone>(({ amount }) => amount),
  sum('settled', ({ settled }) => settled),
  { key: 'settledAt', value: ({ settledAt }) => settledAt },
  { key: 'paid', value: ({ paid }) => paid },
  { key: 'amendedTargets', value: ({ targets }) => standing(targets) },
];

/** The last target of each indicator that an amendment has changed. */
const standing = (targets: PublishedMilestone['targets']): string =>
  [...new Map(targets.map(({ code, target }) => [code, target]))].map(([code, target]) => `${code}=${target}`).join(BETWEEN);

type Flow = Schemas['Flow'];

export const FLOW_COLUMNS: readonly Column<Flow>[] = [
  codes('countries', ({ countries }) => countries),
  { key: 'projectStatus', value: ({ status }) => status },
  { key: 'stage', value: ({ stage }) => stage },
  ...money<Flow>(({ amount }) => amount),
];
type Cell = Schemas['PlaceCell'];

export const PLACE_COLUMNS: readonly Column<Cell>[] = [
  { key: 'cell', value: ({ cell }) => cell },
  { key: 'placeName', value: ({ name }) => name },
  { key: 'country', value: ({ country }) => country },
  { key: 'latitude', value: ({ latitude }) => latitude },
  { key: 'longitude', value: ({ longitude }) => longitude },
  { key: 'places', value: ({ places }) => places },
  { key: 'projectCount', value: ({ projects }) => projects },
];
