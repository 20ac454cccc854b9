import type { ReactNode } from 'react';
import type { Field as Described } from '#forms';
import { fieldLabel } from '../acts/words.ts';
import type { Draft, Values } from './drafts.ts';
import { Field } from './Field.tsx';

type Column = Described & { readonly label?: string; readonly hint?: string; readonly choiceText?: (code: string) => string };
type Props = {
  /** Before the names of all their values, and before that of how many rows there are. */
  readonly name: string;
  readonly legend: string;
  /** What a row is called, by its number. */
  readonly rowName: (number: number) => string;
  readonly more: string;
  readonly fewer: string;
  readonly columns: readonly Column[];
  readonly values: Values;
  readonly faults: Readonly<Record<string, string>>;
  readonly least: number;
  readonly most: number;
  /** What a row has besides its fields, by its number. */
  readonly below?: (number: number) => ReactNode;
  readonly onChange: Draft['change'];
};

export const countOf = (name: string, values: Values, least: number): number =>
  Math.max(least, Number(values[`${name}.count`] ?? least) || 0);
/** The names of the values of a row. */
export const rowFields = <Of extends Described>(name: string, row: number, columns: readonly Of[]): readonly Of[] =>
  columns.map((column) => ({ ...column, name: `${name}.${row}.${column.name}` }));

/** As many rows of the same fields as there are wanted. */
export function Rows({ name, legend, rowName, more, fewer, columns, values, faults, least, most, below, onChange }: Props) {
  const count = countOf(name, values, least);
  // Texts of several lines need the width.
  const className = columns.some(({ kind }) => kind === 'lines') ? 'fields tall' : 'row end';
  const resize = (to: number): void => onChange(`${name}.count`, String(to));
  return (
    <fieldset className="field">
      <legend>{legend}</legend>
      {Array.from({ length: count }, (_, row) => (
        <fieldset key={row} className={className}>
          <legend className="vh">{rowName(row + 1)}</legend>
          {rowFields(name, row, columns).map((field, at) => (
            <Field
              key={field.name}
              field={field}
              label={columns[at]?.label ?? fieldLabel(columns[at]?.name ?? '')}
              values={values}
              fault={faults[field.name]}
              hint={columns[at]?.hint ?? ''}
              {...(field.choiceText && { choiceText: field.choiceText })}
              onChange={onChange}
            />
          ))}
          {below?.(row + 1)}
        </fieldset>
      ))}
      <div className="row">
        <button className="btn small" type="button" disabled={count >= most} onClick={() => resize(count + 1)}>
          {more}
        </button>
        <button className="btn small" type="button" disabled={count <= least} onClick={() => resize(count - 1)}>
          {fewer}
        </button>
      </div>
    </fieldset>
  );
}
