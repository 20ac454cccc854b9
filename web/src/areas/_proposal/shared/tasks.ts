import { queryOptions } from '@tanstack/react-query';
import { api, type Schemas } from '../../../base/api/client.ts';
import { itemQuery } from '../../../base/api/items.ts';
import { keys } from '../../../base/api/keys.ts';
import type { ListName } from '../../../base/api/types.ts';

export type Proposal = Schemas['Proposal'];

/** One field of a task. Its name is its place in the proposal, as a JSON pointer without the first slash. */
export type Asked = {
  readonly name: string;
  readonly kind:
    | 'line'
    | 'lines'
    | 'currency'
    | 'number'
    | 'decimal'
    | 'money'
    | 'share'
    | 'choice'
    | 'codes'
    | 'numbers'
    | 'place'
    | 'rows';
  readonly max?: number;
  /** Without it the proposal cannot be submitted; a draft can be saved all the same. */
  readonly isNeeded?: boolean;
  /** Without it there is no draft, or no row. */
  readonly isDue?: boolean;
  /** Where its codes are from. */
  readonly list?: ListName;
  /** By what its label is known, where its name is not enough. */
  readonly label?: string;
  readonly columns?: readonly Asked[];
};

export const TASK_NAMES = ['about', 'place', 'themes', 'money', 'milestones', 'indicators'] as const;
export type TaskName = (typeof TASK_NAMES)[number];

/** What a project has in addition to its proposal. */
export const PAPER_NAMES = ['documents', 'contacts'] as const;
export type PaperName = (typeof PAPER_NAMES)[number];
export const ACT_OF = { documents: 'attachDocuments', contacts: 'nameContacts' } as const satisfies Record<PaperName, string>;

const LINE = 300;
const CODE: Pick<Asked, 'kind' | 'isDue'> = { kind: 'choice', isDue: true };

export const TASKS: Readonly<Record<TaskName, readonly Asked[]>> = {
  about: [
    { name: 'reference', kind: 'line', max: 100, isDue: true },
    { name: 'title', kind: 'line', max: 500, isNeeded: true },
    { name: 'description', kind: 'lines', max: 4000 },
    { name: 'language', kind: 'choice' },
    { name: 'readiness', kind: 'choice', isNeeded: true },
    { name: 'beneficiaries', kind: 'number' },
    { name: 'operator', kind: 'line', max: LINE },
  ],
  place: [
    { name: 'countries', kind: 'codes', isNeeded: true },
    { name: 'place', kind: 'place' },
  ],
  themes: [
    { name: 'themes', kind: 'codes', list: 'themes' },
    {
      name: 'wasteStreams',
      kind: 'rows',
      max: 50,
      columns: [
        { name: 'stream', list: 'waste-streams', ...CODE },
        { name: 'tonnesPerYear', kind: 'decimal' },
      ],
    },
    { name: 'capacity/quantity', kind: 'decimal', label: 'capacity' },
    { name: 'capacity/unit', kind: 'choice', list: 'units', label: 'unit' },
  ],
  money: [
    { name: 'target/currency', kind: 'currency', label: 'currency', isNeeded: true },
    { name: 'cost', kind: 'money' },
    { name: 'ownContribution', kind: 'money' },
    {
      name: 'otherSources',
      kind: 'rows',
      max: 50,
      columns: [
        { name: 'name', kind: 'line', max: LINE, isDue: true },
        { name: 'amount', kind: 'money', isDue: true },
      ],
    },
    { name: 'target', kind: 'money', isNeeded: true },
    { name: 'minimumCloseBasisPoints', kind: 'share' },
    { name: 'instruments', kind: 'codes', list: 'instruments' },
    { name: 'preferredInstrument', kind: 'line', max: 200 },
  ],
  milestones: [
    {
      name: 'milestones',
      kind: 'rows',
      max: 200,
      isNeeded: true,
      columns: [
        { name: 'title', kind: 'line', max: LINE, isDue: true },
        { name: 'monthsAfterEffective', kind: 'number', isDue: true },
        { name: 'amount', kind: 'money', isDue: true },
      ],
    },
  ],
  indicators: [
    {
      name: 'plannedIndicators',
      kind: 'rows',
      max: 100,
      columns: [
        { name: 'code', list: 'indicators', ...CODE },
        { name: 'unit', kind: 'choice', list: 'units', isNeeded: true },
        { name: 'baseline', kind: 'decimal' },
        { name: 'target', kind: 'decimal', label: 'indicatorTarget', isNeeded: true },
        { name: 'method', kind: 'lines', max: 1000 },
        { name: 'milestones', kind: 'numbers', label: 'indicatorMilestones' },
      ],
    },
  ],
};

/** The fields of a task: it is done when all of them are filled in, and nothing in it prevents the submission. */
export const MAIN: Readonly<Record<TaskName, readonly string[]>> = {
  about: ['title', 'description'],
  place: ['countries', 'place'],
  themes: ['themes'],
  money: ['target'],
  milestones: ['milestones'],
  indicators: ['plannedIndicators'],
};

/** The task that contains a place of the proposal. */
export const taskOf = (path: string): TaskName | undefined => {
  const [first = ''] = path.split('/');
  return TASK_NAMES.find((task) => TASKS[task].some(({ name }) => name.split('/')[0] === first));
};

export const projectQuery = (id: string) => itemQuery('getProject', id);

export const proposerQuery = (id: string) =>
  queryOptions({ queryKey: keys.part(id, 'proposer'), queryFn: ({ signal }) => api.operations.getProposer({ id }, { signal }) });
