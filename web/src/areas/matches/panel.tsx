import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import * as m from '#messages/matches';
import type { Schemas } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { Loading } from '../../parts/Loading.tsx';
import { useMedia } from '../../parts/media.ts';
import { explanationQuery } from './matches.queries.ts';
import type { MatchesSearch } from './matches.search.ts';
import { Round } from './round.tsx';
import type { Found } from './rows.tsx';
import { Why } from './why.tsx';

type Props = { readonly project: string; readonly mandate: string; readonly search: MatchesSearch; readonly found: Found | undefined };

/** One match explained, beside the list; on narrow pages in its place. */
export function Panel({ project, mandate, search, found }: Props) {
  const isAlone = useMedia('(max-width: 900px)');
  const heading = useRef<HTMLHeadingElement>(null);
  const session = useSession();
  const { data: match } = useQuery({ ...explanationQuery(mandate, project), throwOnError: true });
  useEffect(() => {
    if (isAlone && match) heading.current?.focus();
  }, [isAlone, match]);
  if (!match) return <Loading />;
  const { names = {} } = match;
  return (
    <section className="why" id="why" aria-labelledby="why-h">
      <div className="row far">
        <p className="eyebrow">{m.explained()}</p>
        <Link to="/matches" search={{ ...search, open: undefined, via: undefined }} className="btn bare small">
          {isAlone ? m.backToList() : m.close()}
        </Link>
      </div>
      <h2 id="why-h" tabIndex={-1} ref={heading}>
        {names[project]?.text ?? found?.title}
      </h2>
      <p className="quiet">
        <small>
          {m.throughMandate()}{' '}
          <Link to="/mandates/$id" params={{ id: mandate }}>
            {names[mandate]?.text ?? m.mandate()}
          </Link>
        </small>
      </p>
      <Others found={found} mandate={mandate} search={search} names={names} />
      <Why reasons={match.reasons}>
        <Round project={project} mandate={match.eligible && session?.roles.includes('sponsor.officer') ? mandate : undefined} />
      </Why>
    </section>
  );
}

/** The other mandates through which the project fits as well. */
function Others({ found, mandate, search, names }: Omit<Props, 'project'> & { readonly names: Schemas['Names'] }) {
  const all = found ? [found.best.mandate, ...found.others.map((other) => other.mandate)].filter((each) => each !== mandate) : [];
  if (all.length === 0) return null;
  return (
    <ul className="links">
      {all.map((each) => (
        <li key={each}>
          <Link to="/matches" search={{ ...search, via: each }}>
            {m.throughOther({ mandate: names[each]?.text ?? each })}
          </Link>
        </li>
      ))}
    </ul>
  );
}
