import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import * as m from '#messages/results';
import { Outcomes } from './Outcomes.tsx';
import { Published } from './Published.tsx';
import { outcomesQuery } from './results.ts';

type Props = { readonly city: string; readonly published: Parameters<typeof Published>[0]['of'] };

/** What has come of a city’s actions, and what it has published. */
export const OfCity = ({ city, published }: Props) => (
  <>
    <ResultsOfCity id={city} />
    <Published of={published} />
  </>
);

/** What the actions of a city have come to, by indicator, with how sure it is; each total opens to what it is made of. */
function ResultsOfCity({ id }: { readonly id: string }) {
  const of = { city: id };
  const { data } = useQuery(outcomesQuery({ of }));
  if (!data) return null;
  const { outcomes, names } = data;
  return (
    <section className="part" aria-labelledby="h-came">
      <div className="row far">
        <h2 id="h-came">{m.came()}</h2>
        <Link to="/results" search={{ ...of, as: 'table' }}>
          {m.allResults()}
        </Link>
      </div>
      {outcomes.length === 0 ? (
        <p className="quiet">{m.noneYet()}</p>
      ) : (
        <Outcomes label={m.came()} outcomes={outcomes} names={names} of={of} isTable />
      )}
    </section>
  );
}
