import * as m from '#messages/awards';
import type { Schemas } from '../base/api/client.ts';
import { useCodeNames } from '../base/api/lists.ts';
import { ItemLink } from '../base/parts/ItemLink.tsx';
import { dayText, exactText } from '../base/parts/locale.ts';
import { Table } from '../base/parts/Table.tsx';

type Series = Schemas['NominatedSeries'];

/** The series that a city names in addition to its actions, each with its last value. */
export function LastValues({ of }: { readonly of: readonly Series[] }) {
  const [indicator, unit] = [useCodeNames('indicators'), useCodeNames('units')];
  return (
    <Table
      label={m.lastValues()}
      rows={of}
      keyOf={({ series }) => series}
      columns={[
        { title: m.indicator(), cell: ({ series, indicator: code }) => <ItemLink id={series}>{indicator(code)}</ItemLink> },
        {
          title: m.value(),
          isFigure: true,
          isCounted: true,
          cell: ({ value, unit: in_ }) => (value ? [exactText(value), in_ && unit(in_)].filter(Boolean).join(' ') : null),
        },
        { title: m.certainty(), cell: ({ certainty }) => (certainty ? m.certaintyIs({ certainty }) : null) },
        { title: m.period(), cell: ({ from, to }) => (from && to ? m.fromTo({ from: dayText(from), to: dayText(to) }) : null) },
      ]}
    />
  );
}
