import { useState } from 'react';
import * as m from '#messages/imports';
import { fieldLabel } from '../../acts/words.ts';
import { onePage } from '../../base/api/whole.ts';
import { Export } from '../../base/Export.tsx';
import { Icon } from '../../base/parts/Icon.tsx';
import { Say } from '../../base/parts/Say.tsx';
import { Table } from '../../base/parts/Table.tsx';
import type { Column } from '../../exports/columns.ts';
import { type Line, linesOf, SHOWN, useHead } from '../../imports/outcomes.ts';
import type { Item } from '../../imports/plan.ts';
import type { Fault } from '../../imports/proposals.ts';
import type { StepAt } from '../../imports/steps.ts';
import { faultText, placeText, UnknownColumns } from '../../imports/Words.tsx';

type Props = StepAt<'planned', Item> & { onRun(isRevising: boolean): void; onAgain(): void };

/** What an import would do, row by row, before anything is done. */
export function Plan({ file, items, unknown, onRun, onAgain }: Props) {
  const [isRevising, setRevising] = useState(false);
  const head = useHead();
  const of = (act: Item['act']): number => items.filter((item) => item.act === act).length;
  const [fresh, changed, same, faulty] = [of('draft'), of('revise'), of('same'), of('faulty')];
  const count = fresh + (isRevising ? changed : 0);
  const sorted = items.toSorted((one, other) => Number(other.act === 'faulty') - Number(one.act === 'faulty'));
  return (
    <>
      <div className="head">
        <h2 tabIndex={-1} ref={head}>
          {m.found({ count: items.length, file })}
        </h2>
        <Export name="import-check" columns={async () => CHECK_COLUMNS} page={onePage(items.flatMap(linesOf))} />
      </div>
      <Say kind={faulty > 0 ? 'wait' : 'info'} isNews>
        <p>{m.acts({ fresh, changed, same, faulty })}</p>
        <UnknownColumns unknown={unknown} />
      </Say>
      <div className="task-form">
        {changed > 0 ? (
          <label className="check">
            <input type="checkbox" checked={isRevising} onChange={(event) => setRevising(event.currentTarget.checked)} />
            <span>{m.alsoChange({ count: changed })}</span>
          </label>
        ) : null}
        <div className="row">
          <button className="btn first" type="button" disabled={count === 0} onClick={() => onRun(isRevising)}>
            {m.importThem({ count })}
          </button>
          <button className="btn" type="button" onClick={onAgain}>
            {m.another()}
          </button>
        </div>
      </div>
      <Items items={sorted} />
    </>
  );
}

const Items = ({ items }: { readonly items: readonly Item[] }) => (
  <div className="part">
    <Table
      label={m.outcome()}
      rows={items.slice(0, SHOWN)}
      keyOf={({ rows: [first = 0] }) => first}
      columns={[
        { title: m.rows(), cell: ({ rows }) => rangeOf(rows) },
        { title: fieldLabel('reference'), isName: true, cell: ({ reference }) => <span dir="auto">{reference || '–'}</span> },
        { title: fieldLabel('title'), cell: ({ title }) => <span dir="auto">{title || '–'}</span> },
        { title: m.outcome(), cell: (item) => <Outcome item={item} /> },
      ]}
    />
    {items.length > SHOWN ? <p>{m.more({ count: items.length - SHOWN })}</p> : null}
  </div>
);

const rangeOf = (rows: readonly number[]): string => (rows.length > 1 ? `${rows[0]}–${rows.at(-1)}` : String(rows[0]));

const Outcome = ({ item: { act, faults, lacks } }: { readonly item: Item }) =>
  act === 'faulty' ? (
    <>
      <span className="tag bad">
        <Icon name="late" />
        {m.outcomeIs({ act })}
      </span>
      <ul className="faults-of">
        {faults.map((fault) => (
          <li key={JSON.stringify(fault)}>
            <b>{placeText(fault)}</b> <FaultWords fault={fault} />
          </li>
        ))}
      </ul>
    </>
  ) : (
    <>
      {m.outcomeIs({ act })}
      {act === 'same' ? null : <small className="quiet"> {m.lacks({ count: lacks })}</small>}
    </>
  );

/** A rule of the contracts is shown in the words of the API, which is English. */
const FaultWords = ({ fault: { because } }: { readonly fault: Fault }) => (
  <>
    {faultText(because)} {because.type === 'rule' ? <span lang="en">{because.rule}</span> : null}
  </>
);

const CHECK_COLUMNS: readonly Column<Line<Item>>[] = [
  { key: 'row', value: ({ item, fault }) => fault?.row ?? item.rows[0] },
  { key: 'reference', value: ({ item }) => item.reference },
  { key: 'title', value: ({ item }) => item.title },
  { key: 'outcome', value: ({ item: { act } }) => m.outcomeIs({ act }) },
  { key: 'column', value: ({ fault }) => fault?.column },
  {
    key: 'fault',
    value: ({ fault }) => fault && [faultText(fault.because), fault.because.type === 'rule' ? fault.because.rule : ''].join(' ').trim(),
  },
  { key: 'lacks', value: ({ item }) => (item.act === 'faulty' ? undefined : item.lacks) },
];
