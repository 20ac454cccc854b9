import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import * as m from '#messages/results';
import { Outcomes } from './Outcomes.tsx';
import { projectQuery } from './results.ts';

/** What has come of a project, as somebody has verified it; nothing where nothing is recorded of it. */
export function OfProject({ id }: { readonly id: string }) {
  const of = { project: id };
  const { data } = useQuery(projectQuery(id));
  if (!data || data.outcomes.length === 0) return null;
  return (
    <section className="part" aria-labelledby="h-came">
      <div className="row far">
        <h2 id="h-came">{m.came()}</h2>
        <Link to="/results" search={{ ...of, as: 'table' }}>
          {m.allResults()}
        </Link>
      </div>
      <Outcomes label={m.came()} outcomes={data.outcomes} names={data.names} of={of} isTable />
    </section>
  );
}
