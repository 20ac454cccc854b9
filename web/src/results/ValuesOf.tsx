import * as m from '#messages/awards';
import type { Schemas } from '../base/api/client.ts';
import { useCodeNames } from '../base/api/lists.ts';
import { dayText, exactText } from '../base/parts/locale.ts';
import { Table } from '../base/parts/Table.tsx';

type Value = Schemas['NominatedValue'];

/** The values with which a city is nominated, as its actions have them. */
export function ValuesOf({ of }: { readonly of: readonly Value[] }) {
  const [indicator, unit] = [useCodeNames('indicators'), useCodeNames('units')];
  return (
    <Table
      label={m.values()}
      rows={of}
      keyOf={({ action, indicator: code, from }) => `${action}/${code}/${from}`}
      columns={[
        { title: m.indicator(), cell: ({ indicator: code }) => indicator(code) },
        {
          title: m.value(),
          isFigure: true,
          isCounted: true,
          cell: ({ value, unit: in_ }) => [exactText(value), in_ && unit(in_)].filter(Boolean).join(' '),
        },
        { title: m.certainty(), cell: ({ certainty }) => m.certaintyIs({ certainty }) },
        { title: m.period(), cell: ({ from, to }) => m.fromTo({ from: dayText(from), to: dayText(to) }) },
      ]}
    />
  );
}
