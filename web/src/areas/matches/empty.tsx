import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import * as common from '#messages';
import * as m from '#messages/matches';
import type { AnswerOf } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { Loading } from '../../parts/Loading.tsx';
import { list } from '../../parts/locale.ts';
import { useValueNames } from './facets.tsx';
import { notInForceQuery } from './matches.queries.ts';
import { FILTERS, type Filter, type MatchesSearch, valuesOf } from './matches.search.ts';

type Props = { readonly found: AnswerOf<'listMatches'>; readonly search: MatchesSearch };

const LABELS: Readonly<Record<Filter, () => string>> = {
  country: common.country,
  theme: common.theme,
  mandate: m.yourMandates,
  q: m.words,
};

/** Why there is nothing, and what there would be otherwise. */
export function Empty({ found: { mandates, seeking, names = {} }, search }: Props) {
  const nameOf = useValueNames(names);
  const set = FILTERS.filter((filter) => search[filter] !== undefined);
  if (mandates === 0) return <NoMandate />;
  if (seeking === 0) return <p>{m.emptySeeking()}</p>;
  if (set.length === 0) return <p>{search.near ? m.emptyNear() : m.emptyNothing()}</p>;
  return (
    <div className="none">
      <p>{m.emptyFiltered()}</p>
      <ul className="links">
        {set.map((filter) => (
          <li key={filter}>
            <Link to="/matches" search={{ ...search, [filter]: undefined, cursor: undefined }}>
              {m.without({
                filter: `${LABELS[filter]()}: ${list(
                  filter === 'q' ? [search.q ?? ''] : valuesOf(search[filter]).map((value) => nameOf(filter, value)),
                )}`,
              })}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** No mandate is in force: there is none yet, or all are paused or retired. */
function NoMandate() {
  const sponsor = useSession()?.organisation ?? '';
  const { data } = useQuery({ ...notInForceQuery(sponsor), throwOnError: true });
  if (!data) return <Loading />;
  const { paused = 0, retired = 0 } = data.counts['status'] ?? {};
  const isNone = paused + retired === 0;
  return (
    <div className="none">
      <p>{isNone ? m.emptyNoMandate() : m.emptyNotInForce()}</p>
      <div className="row">
        {isNone ? null : (
          <Link className="btn" to="/mandates" search={{ state: paused > 0 ? 'paused' : 'retired' }}>
            {m.toOwnMandates()}
          </Link>
        )}
        <Link className="btn first" to="/mandates/new">
          {m.publishMandate()}
        </Link>
      </div>
    </div>
  );
}
