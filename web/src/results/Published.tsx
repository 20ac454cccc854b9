import { queryOptions, useQuery } from '@tanstack/react-query';
import * as m from '#messages/handed-in';
import { api } from '../base/api/client.ts';
import { keys } from '../base/api/keys.ts';
import { ItemLink } from '../base/parts/ItemLink.tsx';
import { dayText } from '../base/parts/locale.ts';

/** Of a city, or of one of its signatures. */
type Of = { readonly city: string } | { readonly signatory: string };
type Handed = { readonly id: string; readonly title: string; readonly edition: number; readonly since: string };

const MANY = 100;

const publishedQuery = (of: Of) =>
  queryOptions({
    queryKey: keys.list('published', of),
    queryFn: async ({ signal }): Promise<readonly Handed[]> => {
      const asks = { ...of, limit: MANY };
      const { listPublicActionPlans, listPublicAssessments, listPublicProgressReports } = api.operations;
      const [{ plans }, { assessments }, { reports }] = await Promise.all([
        listPublicActionPlans(asks, { signal }),
        listPublicAssessments(asks, { signal }),
        listPublicProgressReports(asks, { signal }),
      ]);
      return [
        ...plans.map(({ id, edition, acceptedOn = '' }) => ({ id, edition, since: acceptedOn, title: m.plans() })),
        ...assessments.map(({ id, edition, signedOffOn = '' }) => ({ id, edition, since: signedOffOn, title: m.assessments() })),
        ...reports
          .toSorted((one, other) => one.number - other.number)
          .map(({ id, edition, publishedOn = '', number }) => ({ id, edition, since: publishedOn, title: m.reportNumber({ number }) })),
      ];
    },
  });

/** The plans, self-assessments and reports that everybody may read of a city, each at its address. */
export function Published({ of }: { readonly of: Of }) {
  const { data } = useQuery(publishedQuery(of));
  if (!data) return null;
  return (
    <section className="part" aria-labelledby="h-published">
      <h2 id="h-published">{m.published()}</h2>
      {data.length === 0 ? (
        <p className="quiet">{m.nothingPublished()}</p>
      ) : (
        <ul className="plain">
          {data.map(({ id, title, edition, since }) => (
            <li key={id}>
              <ItemLink id={id}>{title}</ItemLink>{' '}
              <small className="quiet">{m.editionSince({ number: edition, day: dayText(since) })}</small>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
