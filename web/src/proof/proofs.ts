import { queryOptions } from '@tanstack/react-query';
import { api, type Schemas } from '../base/api/client.ts';
import { keys } from '../base/api/keys.ts';
import { useCodeNames } from '../base/api/lists.ts';
import { decimalText } from '../base/parts/locale.ts';

export type Proof = Schemas['Proof'];

const MANY = 500;

/** By what the milestones of a project were proven. */
export const proofsQuery = (project: string) =>
  queryOptions({
    queryKey: keys.part(project, 'proofs'),
    queryFn: async ({ signal }) => (await api.operations.listPublicProofs({ project, limit: MANY }, { signal })).proofs,
  });

/** A milestone as everybody may know it. */
export const provenQuery = (id: string) =>
  queryOptions({
    queryKey: keys.part(id, 'proof'),
    queryFn: ({ signal }) => api.operations.getPublicMilestone({ id, with: 'names' }, { signal }),
  });

/** Who has paid for what came of a milestone, as the results have it: by their parts of the cost, which add up to the whole. */
export const paidByQuery = (project: string, milestone: string) =>
  queryOptions({
    queryKey: keys.part(milestone, 'paid-by'),
    async queryFn({ signal }) {
      const { atoms, names = {} } = await api.operations.listPublicResultRows({ project, limit: MANY, with: 'names' }, { signal });
      return { payers: atoms.find(({ source, certainty }) => source === milestone && certainty === 'verified')?.payers ?? [], names };
    },
  });

const NONE = '–';

type Result = Proof['results'][number];

/** Columns of values, each in its unit. `resultOf`: of a row, what it came to. */
export function useValues<Row>(resultOf: (row: Row) => Result | undefined) {
  const unit = useCodeNames('units');
  return (title: string, of: 'baseline' | 'planned' | 'reported' | 'accepted') => ({
    title,
    isFigure: true,
    isCounted: true,
    cell(row: Row): string {
      const { [of]: value, unit: code = '' } = resultOf(row) ?? {};
      return value ? `${decimalText(value)} ${unit(code)}` : NONE;
    },
  });
}
