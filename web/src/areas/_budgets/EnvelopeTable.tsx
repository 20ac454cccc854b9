import * as m from '#messages/budgets';
import { fieldLabel } from '../../acts/words.ts';
import type { Schemas } from '../../base/api/client.ts';
import { dayText } from '../../base/parts/locale.ts';
import { type Column, Table } from '../../base/parts/Table.tsx';
import * as column from '../../lists/columns.tsx';

type Envelope = Schemas['Envelope'];
/** `names`: where they are of several sponsors, what these are called. */
type Props = { readonly envelopes: readonly Envelope[]; readonly names?: Schemas['Names'] };

/** Budgets with what is held of each, and what is left. */
export const EnvelopeTable = ({ envelopes, names }: Props) => (
  <Table<Envelope>
    label={m.budgets()}
    rows={envelopes}
    keyOf={({ id }) => id}
    columns={[
      column.linked<Envelope>(m.period(), ({ periodStart, periodEnd }) => m.periodIs({ start: dayOr(periodStart), end: dayOr(periodEnd) })),
      ...(names ? [column.named<Envelope>(fieldLabel('sponsor'), ({ sponsor }) => sponsor, names)] : []),
      sum(m.total(), 'total'),
      sum(m.reserved(), 'reserved'),
      sum(m.committed(), 'committed'),
      sum(m.left(), 'left'),
    ]}
  />
);

const dayOr = (day: string | undefined): string => (day ? dayText(day) : 'none');

const sum = (title: string, name: 'total' | 'reserved' | 'committed' | 'left'): Column<Envelope> =>
  column.money(
    title,
    (envelope) => envelope[name],
    ({ id }) => `${id}/${name}`,
  );
