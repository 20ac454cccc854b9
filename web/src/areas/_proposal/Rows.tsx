import { type ClipboardEvent, useId } from 'react';
import * as m from '#messages/proposal';
import { Icon } from '../../base/parts/Icon.tsx';
import { Columns } from '../../base/parts/Table.tsx';
import { fieldHint } from '../../forms/hints.ts';
import { Sum } from '../../forms/Sum.tsx';
import { Choice } from './Choice.tsx';
import type { Asked } from './shared/tasks.ts';
import { askedLabel } from './shared/words.ts';
import { keptRows, type Row, rowsOf } from './shared/written.ts';

type Props = {
  readonly asked: Asked;
  readonly value: string;
  /** By path. */
  readonly faults: Readonly<Record<string, string>>;
  readonly onChange: (name: string, value: string) => void;
};

const HEADED = 1;

/** A table of which each row is filled in; rows are added, moved and removed, or pasted from a sheet. */
export function Rows({ asked, value, faults, onChange }: Props) {
  const id = useId();
  const { name, columns = [], max = 1 } = asked;
  const rows = rowsOf(value);
  const put = (changed: readonly Row[]): void => onChange(name, keptRows(changed));
  const empty: Row = Object.fromEntries(columns.map((column) => [column.name, '']));
  const paste = (event: ClipboardEvent, index: number, first: number): void => {
    const lines = event.clipboardData
      .getData('text/plain')
      .replace(/\r?\n$/, '')
      .split(/\r?\n/);
    if (lines.length === HEADED && !lines[0]?.includes('\t')) return;
    event.preventDefault();
    put(pasted(rows, empty, columns.slice(first), lines, index).slice(0, max));
  };
  const move = (from: number, to: number): void => put(rows.with(from, rows[to] ?? empty).with(to, rows[from] ?? empty));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table in a set of fields is not read out as a table everywhere
    <div className="field rows" role="group" aria-labelledby={id}>
      <span className="label" id={id}>
        {askedLabel(asked)}
      </span>
      {fieldHint(name) === '' ? null : <span className="hint">{fieldHint(name)}</span>}
      <span className="hint">{m.pasteHint()}</span>
      {rows.length === 0 ? null : <ColumnHints columns={columns} />}
      {faults[name] ? <span className="fault">{faults[name]}</span> : null}
      {rows.length === 0 ? null : (
        <table className="stack" role="table" aria-labelledby={id}>
          <thead>
            <tr role="row">
              <Columns of={[{ title: m.row() }, ...columns.map((column) => ({ title: askedLabel(column) })), { title: m.order() }]} />
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index} role="row">
                <th scope="row" role="rowheader">
                  {index + 1}
                </th>
                {columns.map((column, place) => (
                  <td key={column.name} role="cell" data-h={askedLabel(column)} onPaste={(event) => paste(event, index, place)}>
                    <Cell
                      column={column}
                      value={row[column.name] ?? ''}
                      path={`${name}/${index}/${column.name}`}
                      row={index + 1}
                      fault={faults[`${name}/${index}/${column.name}`]}
                      onChange={(text) => put(rows.with(index, { ...row, [column.name]: text }))}
                    />
                  </td>
                ))}
                <td role="cell">
                  <div className="row">
                    <Step label={m.moveUp({ row: index + 1 })} isOff={index === 0} onClick={() => move(index, index - 1)}>
                      ↑
                    </Step>
                    <Step label={m.moveDown({ row: index + 1 })} isOff={index === rows.length - 1} onClick={() => move(index, index + 1)}>
                      ↓
                    </Step>
                    <Step label={m.removeRow({ row: index + 1 })} isOff={false} onClick={() => put(rows.toSpliced(index, 1))}>
                      ×
                    </Step>
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="row">
        <button className="btn small" type="button" name={name} disabled={rows.length >= max} onClick={() => put([...rows, empty])}>
          {m.addRow()}
        </button>
      </div>
    </div>
  );
}

/** What is to be known of the columns, once there are any to fill in. */
const ColumnHints = ({ columns }: { readonly columns: readonly Asked[] }) =>
  columns.map((column) => {
    const hint = fieldHint(column.label ?? column.name);
    return hint === '' ? null : (
      <span className="hint" key={column.name}>
        <b>{askedLabel(column)}</b> {hint}
      </span>
    );
  });

/** Lines of a sheet that replace and follow the present ones. */
function pasted(rows: readonly Row[], empty: Row, columns: readonly Asked[], lines: readonly string[], index: number): readonly Row[] {
  const filled = lines.map((line, below): Row => {
    const cells = line.split('\t');
    const said = columns.slice(0, cells.length).map((column, place) => [column.name, (cells[place] ?? '').trim()]);
    return { ...(rows[index + below] ?? empty), ...Object.fromEntries(said) };
  });
  return rows.toSpliced(index, lines.length, ...filled);
}

type StepProps = { readonly label: string; readonly isOff: boolean; readonly children: string; onClick(): void };
const Step = ({ label, isOff, children, onClick }: StepProps) => (
  <button className="btn small" type="button" aria-label={label} title={label} disabled={isOff} onClick={onClick}>
    <span aria-hidden="true">{children}</span>
  </button>
);

type CellProps = {
  readonly column: Asked;
  readonly value: string;
  readonly path: string;
  readonly row: number;
  readonly fault: string | undefined;
  onChange(value: string): void;
};

const FIGURES = ['number', 'decimal'];

function Cell({ column, value, path, row, fault, onChange }: CellProps) {
  const id = useId();
  const common = {
    name: path,
    'aria-label': m.cell({ label: askedLabel(column), row }),
    'aria-invalid': fault ? true : undefined,
    'aria-describedby': fault ? id : undefined,
  };
  const isFigure = FIGURES.includes(column.kind);
  return (
    <div className="cell">
      {column.kind === 'choice' ? (
        <Choice asked={column} value={value} common={common} onChange={onChange} />
      ) : column.kind === 'money' ? (
        <Sum {...common} className="in num" value={value} onChange={(event) => onChange(event.currentTarget.value)} />
      ) : (
        <input
          {...common}
          className={`in${isFigure ? ' num' : ''}`}
          autoComplete="off"
          inputMode={isFigure ? 'decimal' : 'text'}
          maxLength={column.max}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
      {fault ? (
        <span className="fault" id={id}>
          <Icon name="late" size={15} />
          {fault}
        </span>
      ) : null}
    </div>
  );
}
