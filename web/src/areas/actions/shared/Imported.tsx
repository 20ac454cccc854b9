import { useState } from 'react';
import * as m from '#messages/action-imports';
import * as imports from '#messages/imports';
import { fieldLabel } from '../../../acts/words.ts';
import { onePage } from '../../../base/api/whole.ts';
import { Export } from '../../../base/Export.tsx';
import { ItemLink } from '../../../base/parts/ItemLink.tsx';
import { Say } from '../../../base/parts/Say.tsx';
import { Table } from '../../../base/parts/Table.tsx';
import type { Column } from '../../../exports/columns.ts';
import type { ActionItem } from '../../../imports/actions.ts';
import { type Line, linesOf, SHOWN, useHead, useWhy } from '../../../imports/outcomes.ts';
import type { ActionResult } from '../../../imports/run-actions.ts';
import type { StepAt } from '../../../imports/steps.ts';
import { faultText, placeText, UnknownColumns } from '../../../imports/Words.tsx';

type FoundProps = StepAt<'planned', ActionItem> & { onRun(isRevising: boolean): void; onAgain(): void };

/** What would be done, row by row, before anything is done. */
export function Found({ file, items, unknown, onRun, onAgain }: FoundProps) {
  const [isRevising, setRevising] = useState(false);
  const head = useHead();
  const of = (act: ActionItem['act']): number => items.filter((item) => item.act === act).length;
  const [fresh, changed, same, faulty] = [of('plan'), of('revise'), of('same'), of('faulty')];
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
            {imports.another()}
          </button>
        </div>
      </div>
      <div className="part">
        <Table
          label={imports.outcome()}
          rows={sorted.slice(0, SHOWN)}
          keyOf={({ row }) => row}
          columns={[
            { title: imports.rows(), cell: ({ row }) => row },
            { title: fieldLabel('title'), isName: true, cell: ({ title }) => <span dir="auto">{title || '–'}</span> },
            { title: imports.outcome(), cell: (item) => <Outcome item={item} /> },
          ]}
        />
        {items.length > SHOWN ? <p>{imports.more({ count: items.length - SHOWN })}</p> : null}
      </div>
    </>
  );
}

const Outcome = ({ item: { act, faults } }: { readonly item: ActionItem }) => (
  <>
    {m.outcomeIs({ act })}
    {faults.length > 0 ? (
      <ul className="faults-of">
        {faults.map((fault) => (
          <li key={JSON.stringify(fault)}>
            <b>{placeText(fault)}</b> {faultText(fault.because)}
          </li>
        ))}
      </ul>
    ) : null}
  </>
);

const CHECK_COLUMNS: readonly Column<Line<ActionItem>>[] = [
  { key: 'row', value: ({ item }) => item.row },
  { key: 'title', value: ({ item }) => item.title },
  { key: 'outcome', value: ({ item: { act } }) => m.outcomeIs({ act }) },
  { key: 'column', value: ({ fault }) => fault?.column },
  { key: 'fault', value: ({ fault }) => fault && faultText(fault.because) },
];

const LEFT: readonly ActionResult['state'][] = ['kept', 'faulty', 'stopped'];

/** What came of each row of a file. */
export function Results({ results, onAgain }: { readonly results: readonly ActionResult[]; onAgain(): void }) {
  const head = useHead();
  const why = useWhy(results);
  const of = (...states: readonly ActionResult['state'][]): number => results.filter(({ state }) => states.includes(state)).length;
  const columns: readonly Column<ActionResult>[] = [
    { key: 'row', value: ({ item }) => item.row },
    { key: 'title', value: ({ item }) => item.title },
    { key: 'result', value: ({ state }) => m.resultIs({ state }) },
    { key: 'action', value: ({ action }) => action },
    { key: 'because', value: why },
  ];
  return (
    <>
      <div className="head">
        <h2 tabIndex={-1} ref={head}>
          {imports.results()}
        </h2>
        <Export name="import-results" columns={async () => columns} page={onePage(results)} />
      </div>
      <Say kind={of('refused', 'stopped') === 0 ? 'good' : 'wait'} isNews>
        <p>{m.done({ planned: of('planned'), revised: of('revised'), same: of('same'), refused: of('refused'), left: of(...LEFT) })}</p>
        <p>{imports.again()}</p>
      </Say>
      <div className="row">
        <button className="btn" type="button" onClick={onAgain}>
          {imports.another()}
        </button>
      </div>
      <div className="part">
        <Table
          label={imports.results()}
          rows={results.slice(0, SHOWN)}
          keyOf={({ item }) => item.row}
          columns={[
            { title: imports.rows(), cell: ({ item }) => item.row },
            {
              title: fieldLabel('title'),
              isName: true,
              cell: ({ item, action }) => (
                <span dir="auto">{action ? <ItemLink id={action}>{item.title}</ItemLink> : item.title || '–'}</span>
              ),
            },
            {
              title: imports.result(),
              cell: (result) => (
                <>
                  {m.resultIs({ state: result.state })} {result.error === undefined ? null : <small>{why(result)}</small>}
                </>
              ),
            },
          ]}
        />
        {results.length > SHOWN ? <p>{imports.more({ count: results.length - SHOWN })}</p> : null}
      </div>
    </>
  );
}
