import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import * as m from '#messages/assessments';
import { api } from '../../base/api/client.ts';
import { keys } from '../../base/api/keys.ts';
import type { Assessment, Dimension } from './dimensions.ts';

const ASKED = { status: 'offered', limit: 100 } as const;

/** Of each gap the trainings that lead on from the level of the city. */
export function Helping({ gaps, dimensions }: { readonly gaps: Assessment['gaps']; readonly dimensions: readonly Dimension[] }) {
  const { data } = useSuspenseQuery({
    queryKey: keys.list('trainings', ASKED),
    queryFn: ({ signal }) => api.operations.listPublicTrainings(ASKED, { signal }),
  });
  const helping = gaps.map(({ dimension, level }) => ({
    dimension,
    trainings: data.trainings.filter((each) => each.dimensions.includes(dimension) && each.fromLevel <= level && level < each.toLevel),
  }));
  if (helping.every(({ trainings }) => trainings.length === 0)) return <p>{m.nothingHelps()}</p>;
  return (
    <ul className="plain">
      {helping
        .filter(({ trainings }) => trainings.length > 0)
        .map(({ dimension, trainings }) => (
          <li key={dimension}>
            <b>{dimensions.find(({ code }) => code === dimension)?.name ?? dimension}</b>
            <ul>
              {trainings.map(({ id, title }) => (
                <li key={id}>
                  <Link to="/trainings/$id" params={{ id }}>
                    {title}
                  </Link>
                </li>
              ))}
            </ul>
          </li>
        ))}
    </ul>
  );
}
