import type { Schemas } from '../base/api/types.ts';
import { BETWEEN, type Column, codes, fields, money, sum } from './columns.ts';

/** A milestone as everybody may know it, with what is paid of it. */
export type PublishedMilestone = Schemas['Milestone'] & Schemas['Paid'];

export const PUBLISHED_MILESTONE_COLUMNS: readonly Column<PublishedMilestone>[] = [
  ...fields<PublishedMilestone>('id', 'project', 'number', 'title', 'status', 'dueOn'),
  sum('planned', ({ planned }) => planned),
  sum('payable', ({ payable }) => payable),
  { key: 'currency', value: ({ planned }) => planned.currency },
  sum('settled', ({ settled }) => settled),
  ...fields<PublishedMilestone>('settledAt', 'paid'),
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
  ...fields<Cell>('country', 'latitude', 'longitude', 'places'),
  { key: 'projectCount', value: ({ projects }) => projects },
];
