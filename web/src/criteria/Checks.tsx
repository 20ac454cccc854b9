import * as m from '#messages/criteria';
import type { Schemas } from '../base/api/client.ts';
import { useCodeNames } from '../base/api/lists.ts';
import { Table } from '../base/parts/Table.tsx';

type Props = { readonly of: readonly Schemas['CriterionCheck'][]; readonly list: 'screening-criteria' | 'inspection-criteria' };

/** What the secretariat found of the criteria of a list. */
export function Checks({ of, list }: Props) {
  const criterionName = useCodeNames(list);
  return (
    <Table
      label={m.criteria()}
      rows={of}
      keyOf={({ criterion }) => criterion}
      columns={[
        { title: m.criterion(), isName: true, cell: ({ criterion }) => criterionName(criterion) },
        { title: m.isMet(), cell: ({ answer }) => m.answer({ code: answer }) },
        { title: m.why(), cell: ({ note }) => (note ? <span dir="auto">{note}</span> : null) },
      ]}
    />
  );
}
