import type { ReactNode } from 'react';

type Head = { readonly title: string; readonly isFigure?: boolean };

/** Heads of columns; the roles are written out, as narrow pages show rows as lists. */
export const Columns = ({ of }: { readonly of: readonly Head[] }) =>
  of.map(({ title, isFigure = false }) => (
    <th key={title} scope="col" role="columnheader" className={isFigure ? 'r' : undefined}>
      {title}
    </th>
  ));

/** Content wider than the page scrolls within its own area, which is focusable for the keyboard. */
export const Scroll = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  // biome-ignore lint/a11y/useSemanticElements: a group that scrolls is no set of fields
  // biome-ignore lint/a11y/noNoninteractiveTabindex: without a focus nothing scrolls it but the mouse
  <div className="scroll" role="group" aria-label={label} tabIndex={0}>
    {children}
  </div>
);

type HeadedProps = {
  readonly label: string;
  readonly of: readonly Head[];
  /** More heads, after those of the columns. */
  readonly ahead?: ReactNode;
  readonly children: ReactNode;
};

/** Heads of columns over rows that are written out, for rows that are more than cells of a kind. */
export const Headed = ({ label, of, ahead, children }: HeadedProps) => (
  <Scroll label={label}>
    <table className="stack" role="table">
      <thead>
        <tr role="row">
          <Columns of={of} />
          {ahead}
        </tr>
      </thead>
      {children}
    </table>
  </Scroll>
);

/** A column of a table of items. */
export type Column<Row> = Head & {
  readonly cell: (row: Row) => ReactNode;
  /** Whether it names the rows; where no column does, the first does. */
  readonly isName?: boolean;
  /** Digits stand below each other. */
  readonly isCounted?: boolean;
  /** The head, where it is more than the title. */
  readonly head?: ReactNode;
};

type Props<Row> = {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string | number;
  readonly columns: readonly Column<Row>[];
  /** Styles of this table alone. */
  readonly className?: string;
  /** Rows below those of items. */
  readonly foot?: ReactNode;
};

/** Items in rows. On narrow pages each is a list of its own, in which every cell has the title of its column. */
export function Table<Row>({ label, rows, keyOf, columns, className = '', foot }: Props<Row>) {
  const name = columns.find(({ isName }) => isName) ?? columns[0];
  return (
    <Scroll label={label}>
      <table className={`stack ${className}`} role="table">
        <thead>
          <tr role="row">{columns.map((column) => column.head ?? <Columns key={column.title} of={[column]} />)}</tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} role="row">
              {columns.map((column, index) => (
                <Cell key={index} column={column} isName={column === name}>
                  {column.cell(row)}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
        {foot}
      </table>
    </Scroll>
  );
}

type CellProps = { readonly column: Omit<Column<never>, 'cell'>; readonly isName: boolean; readonly children: ReactNode };

/** A cell with nothing is left out of a narrow page. */
const Cell = ({ column: { title, isFigure, isCounted }, isName, children }: CellProps) =>
  isName ? (
    <th scope="row" role="rowheader">
      {children}
    </th>
  ) : (
    <td role="cell" data-h={title} className={isFigure ? 'r' : undefined}>
      {children === null ? null : <div className={isCounted ? 'num' : undefined}>{children}</div>}
    </td>
  );
