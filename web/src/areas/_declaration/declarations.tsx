import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { state } from '#messages';
import * as m from '#messages/declarations';
import { labelOf } from '../../acts/words.ts';
import { useSession } from '../../base/api/session.ts';
import { onePage } from '../../base/api/whole.ts';
import { Export } from '../../base/Export.tsx';
import { Loading } from '../../base/parts/Awaiting.tsx';
import { PageHead } from '../../base/parts/PageHead.tsx';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import { Table } from '../../base/parts/Table.tsx';
import { declarationsQuery, titleOf } from './shared/queries.ts';

/** What cities sign, for everybody; drafts are the secretariat’s. */
export function PublicPage() {
  const session = useSession();
  const { data } = useQuery({ ...declarationsQuery(Boolean(session)), throwOnError: true });
  if (!data) return <Loading />;
  return (
    <>
      <PageHead
        title={m.declarations()}
        below={<p>{m.whatFor()}</p>}
        aside={
          <>
            {session?.roles.includes('secretariat.officer') ? (
              <Link className="btn first" to="/declarations/new">
                {labelOf('draftDeclaration')}
              </Link>
            ) : null}
            <Export
              name="declarations"
              columns={async () => (await import('../../exports/programme-columns.ts')).DECLARATION_COLUMNS}
              page={onePage(data.rows, data.names)}
            />
          </>
        }
      />
      {data.rows.length === 0 ? <p>{m.noneYet()}</p> : null}
      {data.rows.length > 0 ? (
        <Table
          label={m.declarations()}
          rows={data.rows}
          keyOf={({ id }) => id}
          columns={[
            {
              title: m.declaration(),
              cell: (declaration) => (
                <Link to="/declarations/$id" params={{ id: declaration.id }}>
                  {titleOf(declaration)}
                </Link>
              ),
            },
            { title: state(), cell: ({ status }) => <StatusOf of="declarationStatus" status={status} /> },
            { title: m.inForce(), cell: ({ inForce }) => (inForce > 0 ? m.versionIs({ number: inForce }) : '–') },
          ]}
        />
      ) : null}
    </>
  );
}
