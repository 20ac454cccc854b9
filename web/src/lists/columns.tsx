import type { ReactNode } from 'react';
import { state } from '#messages';
import type { Schemas } from '../base/api/client.ts';
import { ItemLink } from '../base/parts/ItemLink.tsx';
import { dayText, numberText } from '../base/parts/locale.ts';
import { Money } from '../base/parts/Money.tsx';
import { type Statuses, StatusOf } from '../base/parts/StatusOf.tsx';
import type { Column } from '../base/parts/Table.tsx';

// Columns of tables, one for each kind of field.

const NONE = '–';

export const text = <Row,>(title: string, cell: (row: Row) => ReactNode): Column<Row> => ({ title, cell });
export const linked = <Row extends { readonly id?: string }>(title: string, cell: (row: Row) => ReactNode): Column<Row> => ({
  title,
  cell: (row) => <ItemLink id={row.id ?? ''}>{cell(row)}</ItemLink>,
});
export const named = <Row,>(title: string, of: (row: Row) => string | undefined, names: Schemas['Names'] = {}): Column<Row> => ({
  title,
  cell: (row) => <Named id={of(row) ?? ''} names={names} />,
});
export const day = <Row,>(title: string, of: (row: Row) => string | undefined): Column<Row> => ({
  title,
  cell: (row) => <Day of={of(row)} />,
});
export const status = <Of extends keyof Statuses, Row>(kind: Of, of: (row: Row) => Statuses[Of], title = state()): Column<Row> => ({
  title,
  cell: (row) => <StatusOf of={kind} status={of(row)} />,
});
export const count = <Row,>(title: string, of: (row: Row) => number): Column<Row> => ({
  title,
  isFigure: true,
  isCounted: true,
  cell: (row) => numberText(of(row)),
});
/** `name` tells the sum apart from all others of the page. */
export const money = <Row,>(title: string, of: (row: Row) => Schemas['Money'] | undefined, name: (row: Row) => string): Column<Row> => ({
  title,
  isFigure: true,
  cell: (row) => {
    const amount = of(row);
    return amount ? <Money amount={amount} of={name(row)} /> : NONE;
  },
});

export const Day = ({ of }: { readonly of: string | undefined }) => (of ? <time dateTime={of}>{dayText(of)}</time> : NONE);
const Named = ({ id, names }: { readonly id: string; readonly names: Schemas['Names'] }) => (
  <ItemLink id={id}>{names[id]?.text ?? id}</ItemLink>
);
