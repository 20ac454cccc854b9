import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import * as m from '#messages/results';
import { Outcomes } from './Outcomes.tsx';
import { projectQuery } from './results.ts';

/** What has come of a project, as somebody has verified it. */
export function OfProject({ id }: { readonly id: string }) {
  const of = { project: id };
  const { data } = useQuery(projectQuery(id));
  if (!data) return null;
  return (
    <>
      {data.outcomes.length === 0 ? (
        <p className="quiet">{m.noneYet()}</p>
      ) : (
        <Outcomes label={m.came()} outcomes={data.outcomes} names={data.names} of={of} isTable />
      )}
      <p>
        <Link to="/results" search={{ ...of, as: 'table' }}>
          {m.allResults()}
        </Link>
      </p>
    </>
  );
}
