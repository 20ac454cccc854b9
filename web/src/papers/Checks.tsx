import * as m from '#messages/screening';
import type { Schemas } from '../base/api/client.ts';
import { useCodeNames } from '../base/api/lists.ts';
import { Table } from '../base/parts/Table.tsx';

/** What the secretariat found of the criteria when it decided. */
export function Checks({ of }: { readonly of: readonly Schemas['ScreeningCheck'][] }) {
  const criterionName = useCodeNames('screening-criteria');
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
