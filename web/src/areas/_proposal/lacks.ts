import * as m from '#messages/proposal';
import type { Schemas } from '../../base/api/client.ts';
import { type Asked, MAIN, type Proposal, TASKS, type TaskName, taskOf } from './shared/tasks.ts';
import { pathLabel } from './shared/words.ts';
import { textOf } from './shared/written.ts';

export type Standing = 'none' | 'part' | 'done';

const SUBMITTING = ['submitProject', 'provideInformation'];
/** `milestones[0].months_after_effective`, as the API names a field, as its place in the proposal. */
const pathOf = (field: string): string =>
  field
    .replaceAll(/\[(\d+)\]/g, '/$1')
    .replaceAll('.', '/')
    .replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Where a proposal is not yet what can be submitted, by the API's own word. */
export function lacksOf({ may = [] }: Pick<Schemas['Project'], 'may'>): readonly string[] {
  const facts = may.filter(({ operation }) => SUBMITTING.includes(operation)).map(({ reason }) => reason?.facts ?? {});
  const missing = facts.flatMap((each) => ('missing' in each ? (each.missing as readonly { readonly field: string }[]) : []));
  return [...new Set(missing.map(({ field }) => pathOf(field)))];
}

/** What is to be done about a place that lacks something. */
export function lackText(path: string): string {
  const [first = '', , column = ''] = path.split('/');
  return m.lack({ of: column === '' ? first : `${first}${column}`, label: pathLabel(path) });
}

const isSaid = (asked: Asked, proposal: Proposal): boolean => {
  const text = textOf(asked, proposal);
  // Every proposal says these two from the beginning.
  if (asked.name === 'reference' || asked.name === 'readiness') return false;
  return text !== '' && !(asked.name === 'minimumCloseBasisPoints' && text === '100');
};

export function standingOf(task: TaskName, proposal: Proposal, lacks: readonly string[]): Standing {
  const said = TASKS[task].filter((asked) => isSaid(asked, proposal)).map(({ name }) => name);
  if (said.length === 0) return 'none';
  const isWhole = MAIN[task].every((name) => said.includes(name)) && !lacks.some((path) => taskOf(path) === task);
  return isWhole ? 'done' : 'part';
}
