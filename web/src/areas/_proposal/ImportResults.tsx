import { Link } from '@tanstack/react-router';
import * as m from '#messages/imports';
import { fieldLabel } from '../../acts/words.ts';
import { onePage } from '../../base/api/whole.ts';
import { Export } from '../../base/Export.tsx';
import { Say } from '../../base/parts/Say.tsx';
import { Table } from '../../base/parts/Table.tsx';
import type { Column } from '../../exports/columns.ts';
import { SHOWN, useHead, useWhy } from '../../imports/outcomes.ts';
import type { Result } from '../../imports/run.ts';

const LEFT: readonly Result['state'][] = ['kept', 'faulty', 'stopped'];

type Props = { readonly results: readonly Result[]; onAgain(): void };

/** What came of each project of a file. */
export function Results({ results, onAgain }: Props) {
  const head = useHead();
  const why = useWhy(results);
  const of = (...states: readonly Result['state'][]): number => results.filter(({ state }) => states.includes(state)).length;
  const columns: readonly Column<Result>[] = [
    { key: 'row', value: ({ item }) => item.rows[0] },
    { key: 'reference', value: ({ item }) => item.reference },
    { key: 'title', value: ({ item }) => item.title },
    { key: 'result', value: ({ state }) => m.resultIs({ state }) },
    { key: 'project', value: ({ project }) => project },
    { key: 'because', value: why },
  ];
  const isWhole = of('refused', 'stopped') === 0;
  return (
    <>
      <div className="head">
        <h2 tabIndex={-1} ref={head}>
          {m.results()}
        </h2>
        <Export name="import-results" columns={async () => columns} page={onePage(results)} />
      </div>
      <Say kind={isWhole ? 'good' : 'wait'} isNews>
        <p>{m.done({ drafted: of('drafted'), revised: of('revised'), same: of('same'), refused: of('refused'), left: of(...LEFT) })}</p>
        <p>{m.again()}</p>
      </Say>
      <div className="task-form">
        <div className="row">
          <button className="btn" type="button" onClick={onAgain}>
            {m.another()}
          </button>
        </div>
      </div>
      <Shown results={results} why={why} />
    </>
  );
}

type ShownProps = { readonly results: readonly Result[]; readonly why: (result: Result) => string };

const Shown = ({ results, why }: ShownProps) => (
  <div className="part">
    <Table
      label={m.results()}
      rows={results.slice(0, SHOWN)}
      keyOf={({ item }) => item.rows[0] ?? 0}
      columns={[
        { title: m.rows(), cell: ({ item }) => item.rows[0] },
        { title: fieldLabel('reference'), isName: true, cell: (result) => <Reference result={result} /> },
        { title: fieldLabel('title'), cell: ({ item }) => <span dir="auto">{item.title || '–'}</span> },
        { title: m.result(), cell: (result) => <Outcome result={result} why={why(result)} /> },
      ]}
    />
    {results.length > SHOWN ? <p>{m.more({ count: results.length - SHOWN })}</p> : null}
  </div>
);

const Reference = ({ result: { item, project } }: { readonly result: Result }) => (
  <span dir="auto">
    {project === undefined ? (
      item.reference || '–'
    ) : (
      <Link to="/projects/$id/proposal" params={{ id: project }}>
        {item.reference}
      </Link>
    )}
  </span>
);

const Outcome = ({ result: { state }, why }: { readonly result: Result; readonly why: string }) => (
  <>
    {m.resultIs({ state })} {why === '' ? null : <small>{why}</small>}
  </>
);
