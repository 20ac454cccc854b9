import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { api, type Schemas } from '../../../base/api/client.ts';
import { itemQuery } from '../../../base/api/items.ts';
import { keys } from '../../../base/api/keys.ts';
import { useCodeNames } from '../../../base/api/lists.ts';
import { untilScanned } from '../../../reports/FileTable.tsx';
import { type Planned, plannedFor } from '../../../reports/planned.ts';

type Draft = Schemas['ReportDraft'];

/** The report that is being written for a milestone. It is cached with its project, whose events report its changes. */
export const draftQuery = (id: string, project: string) =>
  queryOptions({
    queryKey: keys.part(project, `report of ${id}`),
    queryFn: ({ signal }) => api.operations.getReportDraft({ id, with: 'names' }, { signal }),
    refetchInterval: ({ state: { data } }) => untilScanned(data?.files),
  });

export type Reporting = {
  readonly id: string;
  readonly milestone: Schemas['Milestone'];
  readonly draft: Draft;
  readonly names: Schemas['Names'];
  /** What the report has to tell, with the names of its codes. */
  readonly planned: readonly Planned[];
  readonly indicatorName: (code: string) => string;
  readonly unitName: (code: string) => string;
  /** The files that it cites now. */
  readonly files: readonly Schemas['EvidenceFile'][];
  /** Whether nobody is writing it now. */
  readonly isLocked: boolean;
};

export function useReporting(id: string): Reporting {
  const { data: milestone } = useSuspenseQuery(itemQuery('getMilestone', id));
  const { data: project } = useSuspenseQuery(itemQuery('getProject', milestone.project));
  const { data: draft } = useSuspenseQuery(draftQuery(id, milestone.project));
  const [indicatorName, unitName] = [useCodeNames('indicators'), useCodeNames('units')];
  return {
    id,
    milestone,
    draft,
    indicatorName,
    unitName,
    names: { ...project.names, ...milestone.names, ...draft.names },
    files: draft.evidence.evidence.map(
      (hash) => draft.files?.find((file) => file.hash === hash) ?? { hash, size: '0', uploads: [], usedBefore: [], looksLike: [] },
    ),
    planned: plannedFor(project.proposal, milestone.number, milestone.targets),
    isLocked: draft.status !== 'editing' && draft.status !== 'returned',
  };
}
