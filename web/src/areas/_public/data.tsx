import { lazy } from 'react';
import { menuData as title } from '#messages';
import * as m from '#messages/data';
import { api } from '../../base/api/client.ts';
import { onePage, wholeOf } from '../../base/api/whole.ts';
import { Export } from '../../base/Export.tsx';
import { More } from '../../base/parts/More.tsx';
import { Headed } from '../../base/parts/Table.tsx';
import { publishedRows } from '../../base/published-rows.ts';
import { ACTION_COLUMNS, RESULT_COLUMNS, SERIES_COLUMNS, seriesRows } from '../../exports/action-columns.ts';
import type { Column } from '../../exports/columns.ts';
import { LICENCE } from '../../exports/licence.ts';
import { POLICY_COLUMNS, SESSION_COLUMNS, SIGNATORY_COLUMNS, TRAINING_COLUMNS } from '../../exports/programme-columns.ts';
import { PROJECT_COLUMNS } from '../../exports/proposal-columns.ts';
import { FLOW_COLUMNS, PLACE_COLUMNS, PUBLISHED_MILESTONE_COLUMNS } from '../../exports/published-columns.ts';
import { ofProjects } from '../../lists/of-projects.ts';
import { resultRows } from '../../results/results.ts';
import { wholePortfolio } from './queries.ts';

// What columns of forms mean is among the words of all forms.
const Meanings = lazy(async () => ({ default: (await import('./Meanings.tsx')).Meanings }));

type Described = Pick<Column<never>, 'key' | 'fields'>;
type File = {
  readonly name: string;
  readonly holds: () => string;
  readonly address: string;
  readonly columns: readonly Described[];
  readonly button: () => React.JSX.Element;
};

const NAMED = { with: 'names' } as const;

const FILES: readonly File[] = [
  {
    name: 'projects',
    holds: m.projects,
    address: '/v1/public/projects',
    columns: PROJECT_COLUMNS,
    button: () => <Export name="projects" {...ofProjects(wholePortfolio({}))} isOpen />,
  },
  {
    name: 'milestones',
    holds: m.milestones,
    address: '/v1/public/milestones',
    columns: PUBLISHED_MILESTONE_COLUMNS,
    button: () => (
      <Export
        name="milestones"
        columns={async () => PUBLISHED_MILESTONE_COLUMNS}
        page={wholeOf('listPublicMilestones', {}, publishedRows)}
        isOpen
      />
    ),
  },
  {
    name: 'money',
    holds: m.money,
    address: '/v1/public/flow',
    columns: FLOW_COLUMNS,
    button: () => (
      <Export
        name="money"
        columns={async () => FLOW_COLUMNS}
        page={async (cursor, signal) => onePage((await api.operations.getPublicFlow({}, { signal })).flows)(cursor, signal)}
        isOpen
      />
    ),
  },
  {
    name: 'places',
    holds: m.places,
    address: '/v1/public/map',
    columns: PLACE_COLUMNS,
    button: () => (
      <Export
        name="places"
        columns={async () => PLACE_COLUMNS}
        page={async (cursor, signal) => onePage((await api.operations.getPublicMap({}, { signal })).cells)(cursor, signal)}
        isOpen
      />
    ),
  },
  {
    name: 'signatories',
    holds: m.signatories,
    address: '/v1/public/signatories',
    columns: SIGNATORY_COLUMNS,
    button: () => (
      <Export
        name="signatories"
        columns={async () => SIGNATORY_COLUMNS}
        page={wholeOf('listPublicSignatories', NAMED, ({ signatories }) => signatories)}
        isOpen
      />
    ),
  },
  {
    name: 'actions',
    holds: m.actions,
    address: '/v1/public/actions',
    columns: ACTION_COLUMNS,
    button: () => (
      <Export
        name="actions"
        columns={async () => ACTION_COLUMNS}
        page={wholeOf('listPublicActions', NAMED, ({ actions }) => actions)}
        isOpen
      />
    ),
  },
  {
    name: 'results',
    holds: m.results,
    address: '/v1/public/results/rows',
    columns: RESULT_COLUMNS,
    button: () => <Export name="results" columns={async () => RESULT_COLUMNS} page={resultRows()} isOpen />,
  },
  {
    name: 'series',
    holds: m.series,
    address: '/v1/public/series',
    columns: SERIES_COLUMNS,
    button: () => (
      <Export
        name="series"
        columns={async () => SERIES_COLUMNS}
        page={wholeOf('listPublicSeries', NAMED, ({ series }) => seriesRows(series))}
        isOpen
      />
    ),
  },
  {
    name: 'trainings',
    holds: m.trainings,
    address: '/v1/public/trainings',
    columns: TRAINING_COLUMNS,
    button: () => (
      <Export
        name="trainings"
        columns={async () => TRAINING_COLUMNS}
        page={wholeOf('listPublicTrainings', NAMED, ({ trainings }) => trainings)}
        isOpen
      />
    ),
  },
  {
    name: 'training-sessions',
    holds: m.sessions,
    address: '/v1/public/training-sessions',
    columns: SESSION_COLUMNS,
    button: () => (
      <Export
        name="training-sessions"
        columns={async () => SESSION_COLUMNS}
        page={wholeOf('listPublicTrainingSessions', NAMED, ({ trainingSessions }) => trainingSessions)}
        isOpen
      />
    ),
  },
  {
    name: 'policies',
    holds: m.policies,
    address: '/v1/public/policies',
    columns: POLICY_COLUMNS,
    button: () => (
      <Export
        name="policies"
        columns={async () => POLICY_COLUMNS}
        page={wholeOf('listPublicPolicies', NAMED, ({ policies }) => policies)}
        isOpen
      />
    ),
  },
];

/** All that is public, to be taken along: files, what their columns mean, and whom to name. */
export function PublicPage() {
  return (
    <>
      <title>{`${title()} · Junkan`}</title>
      <h1>{title()}</h1>
      <p className="intro">{m.says()}</p>
      <section className="part" aria-labelledby="h-files">
        <h2 id="h-files">{m.files()}</h2>
        <Headed
          label={m.files()}
          of={[{ title: m.file() }, { title: m.holds() }, { title: m.byApi() }]}
          ahead={
            <th scope="col" role="columnheader">
              <span className="vh">{m.take()}</span>
            </th>
          }
        >
          <tbody>
            {FILES.map(({ name, holds, address, button }) => (
              <tr key={name} role="row">
                <th scope="row" role="rowheader">
                  {name}
                </th>
                <td role="cell" data-h={m.holds()}>
                  <div>{holds()}</div>
                </td>
                <td role="cell" data-h={m.byApi()}>
                  <div>
                    <a href={address}>{address}</a>
                  </div>
                </td>
                <td role="cell">{button()}</td>
              </tr>
            ))}
          </tbody>
        </Headed>
        <p className="quiet">
          <a href="/v1/public/data">{m.catalogue()}</a>
        </p>
        <p className="quiet">
          <a href="/docs">{m.api()}</a>
        </p>
        <p className="quiet">
          <a href={LICENCE}>{m.licence()}</a>
        </p>
      </section>
      <section className="part" aria-labelledby="h-columns">
        <h2 id="h-columns">{m.columns()}</h2>
        {FILES.map(({ name, columns }) => (
          <Explained key={name} file={name} columns={columns} />
        ))}
      </section>
      <section className="part" aria-labelledby="h-sources">
        <h2 id="h-sources">{m.sources()}</h2>
        <ul className="plain">
          {document.body.dataset['trial'] === undefined ? null : <li>{m.worldBank()}</li>}
          <li>{m.geonames()}</li>
          <li>{m.naturalEarth()}</li>
        </ul>
      </section>
    </>
  );
}

/** The columns of a file; what they mean is fetched when somebody asks. */
const Explained = ({ file, columns }: { readonly file: string; readonly columns: readonly Described[] }) => (
  <More title={m.columnsOf({ file })}>
    <Meanings file={file} columns={columns} />
  </More>
);
