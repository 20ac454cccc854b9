import { anyInstrument, countries, themes } from '#messages';
import { fieldLabel } from '../acts/words.ts';
import type { Schemas } from '../base/api/client.ts';
import { useCodeNames } from '../base/api/lists.ts';
import { ItemLink } from '../base/parts/ItemLink.tsx';
import { countryName, list } from '../base/parts/locale.ts';
import { StatusOf } from '../base/parts/StatusOf.tsx';
import { Table } from '../base/parts/Table.tsx';
import * as column from './columns.tsx';

type Mandate = Schemas['Mandate'];
type Props = {
  readonly mandates: readonly Mandate[];
  readonly label: string;
  /** Where they are of several sponsors: what these are called. */
  readonly names?: Schemas['Names'];
  /** Whether strangers see it too, for whom a mandate has no page. */
  readonly isForEverybody?: boolean;
};

/** What sponsors want to fund: where, what, and how much. */
export function MandateTable({ mandates, label, names, isForEverybody = false }: Props) {
  const themeName = useCodeNames('themes');
  return (
    <Table<Mandate>
      label={label}
      rows={mandates}
      keyOf={({ id }) => id}
      columns={[
        column.text(fieldLabel('mandate'), ({ id, status, terms }) => (
          <>
            {isForEverybody ? terms.title : <ItemLink id={id}>{terms.title}</ItemLink>}{' '}
            {status === 'published' ? null : <StatusOf of="mandateStatus" status={status} />}
          </>
        )),
        ...(names ? [column.named<Mandate>(fieldLabel('sponsor'), ({ sponsor }) => sponsor, names)] : []),
        column.text(countries(), ({ terms }) => list(terms.countries.map(countryName))),
        column.text(themes(), ({ terms }) => list(terms.themes.map(themeName)) || anyInstrument()),
        column.money(
          fieldLabel('ticketMinimum'),
          ({ terms }) => terms.ticketMinimum,
          ({ id }) => `${id}/ticketMinimum`,
        ),
        column.money(
          fieldLabel('ticketMaximum'),
          ({ terms }) => terms.ticketMaximum,
          ({ id }) => `${id}/ticketMaximum`,
        ),
      ]}
    />
  );
}
