import { api, type BodyOf } from '../base/api/client.ts';
import { oneByOne, type Running } from './one-by-one.ts';
import type { Item } from './plan.ts';

/** What came of a project of the file; what was stopped before its turn is not done. */
export type Result = {
  readonly item: Item;
  readonly state: 'drafted' | 'revised' | 'same' | 'faulty' | 'kept' | 'refused' | 'stopped';
  readonly project?: string | undefined;
  readonly error?: unknown;
};

/** Imports what the plan says, one project after the other, each under the key of its rows. */
export const importAll = (items: readonly Item[], proposer: string, running: Running): Promise<readonly Result[]> =>
  oneByOne(items, running, { done: (item) => imported(item, proposer, running), stopped });

const stopped = (item: Item): Result => ({ item, state: 'stopped', project: item.project?.id });

async function imported(item: Item, proposer: string, { isRevising }: Running): Promise<Result> {
  const { act, proposal, project, key } = item;
  try {
    if (act === 'draft') {
      const { id } = await api.operations.draftProject({}, { proposer, proposal } as BodyOf<'draftProject'>, { key });
      return { item, state: 'drafted', project: id };
    }
    if (act === 'revise' && project !== undefined && isRevising) {
      const { id, version } = project;
      // Of another version it is another change, also where the rows say the same.
      await api.operations.reviseProposal({ id }, proposal as BodyOf<'reviseProposal'>, { key: `${key}-${version}`, version });
      return { item, state: 'revised', project: id };
    }
  } catch (error) {
    return { item, state: 'refused', project: project?.id, error };
  }
  return { item, state: act === 'revise' ? 'kept' : act === 'same' ? 'same' : 'faulty', project: project?.id };
}
