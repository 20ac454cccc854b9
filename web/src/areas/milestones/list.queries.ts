import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import { wholeOf } from '../../api/whole.ts';
import type { MilestonesSearch } from './list.search.ts';

const PAGE = 50;
export const USUAL = 'due' as const;

/** The states of milestones, by what is still to come of them. */
export const STATES = {
  ahead: ['scheduled', 'due', 'overdue', 'returned'],
  reported: ['submitted'],
  over: ['verified', 'partially-met', 'rejected', 'waived', 'cancelled'],
} as const;
export type State = keyof typeof STATES;

/** `of`: the organisation whose they are; empty for all that whoever looks may see. */
function askedBy(of: string, { state: wanted, sort, q, dueFrom, dueTo }: MilestonesSearch) {
  const state: State = wanted ?? 'ahead';
  const own = of.startsWith('org_') ? { proposer: of } : of ? { sponsor: of } : {};
  const days = { ...(dueFrom ? { dueFrom } : {}), ...(dueTo ? { dueTo } : {}) };
  const order = sort ? { sort } : q ? {} : { sort: USUAL };
  return { status: STATES[state].join(','), ...own, ...(q ? { q } : {}), ...days, ...order, with: 'names' };
}

/** The whole list: for files. */
export const wholeMilestones = (of: string, search: MilestonesSearch) =>
  wholeOf('listMilestones', askedBy(of, search), ({ milestones }) => milestones);

export const milestonesQuery = (of: string, search: MilestonesSearch) =>
  queryOptions({
    queryKey: keys.list('milestones', { of, search }),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => {
      const page = { limit: PAGE, counts: 'status', ...(search.cursor ? { cursor: search.cursor } : {}) };
      return api.operations.listMilestones({ ...askedBy(of, search), ...page }, { signal });
    },
  });
