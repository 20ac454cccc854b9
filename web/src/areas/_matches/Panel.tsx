import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { minimumClose, sought } from '#messages';
import * as m from '#messages/matches';
import type { Schemas } from '../../base/api/client.ts';
import { useSession } from '../../base/api/session.ts';
import { Loading } from '../../base/parts/Awaiting.tsx';
import { Facts } from '../../base/parts/Facts.tsx';
import { momentText, shareText } from '../../base/parts/locale.ts';
import { Money } from '../../base/parts/Money.tsx';
import { useMedia } from '../../parts/screen.ts';
import { explanationQuery, type MatchesSearch, roundQuery } from './queries.ts';
import type { Found } from './Rows.tsx';
import { SelectedBy } from './SelectedBy.tsx';
import { Why } from './Why.tsx';

type Props = { readonly project: string; readonly mandate: string; readonly search: MatchesSearch; readonly found: Found | undefined };

/** One match explained, next to the list; on narrow pages instead of it. */
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
      <SelectedBy project={project} />
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

const PERCENT = 100;

/** The round of a project, as far as the reader may know it, and the way to an offer under a mandate, if there is one. */
function Round({ project, mandate }: { readonly project: string; readonly mandate: string | undefined }) {
  const { data: round } = useQuery(roundQuery(project));
  if (round === undefined) return null;
  const mayOffer = mandate !== undefined && round?.status === 'open';
  return (
    <>
      <h3>{round ? m.round({ round: round.round }) : m.rounds()}</h3>
      {round ? (
        <Facts
          of={[
            [sought(), <Money key="sought" amount={round.target} of={`${round.id}/target`} />],
            [m.accepted(), round.accepted ? <Money amount={round.accepted} of={`${round.id}/accepted`} /> : null],
            [m.stillOpen(), round.gap ? <Money amount={round.gap} of={`${round.id}/gap`} /> : null],
            [m.acceptedAbout(), round.accepted ? null : shareText(round.acceptedPercent * PERCENT)],
            [minimumClose(), <Money key="minimum" amount={round.minimumClose} of={`${round.id}/minimumClose`} />],
            [m.offersUntil(), momentText(round.deadline)],
          ]}
        />
      ) : (
        <p className="quiet">{m.noRound()}</p>
      )}
      <div className="acts">
        {round ? (
          <Link
            className={`btn${mayOffer ? ' first' : ''}`}
            to="/fundings/$id"
            params={{ id: round.id }}
            search={mayOffer ? { mandate } : {}}
          >
            {mayOffer ? m.makeOffer() : m.toRound()}
          </Link>
        ) : null}
        <Link className="btn" to="/projects/$id" params={{ id: project }}>
          {m.projectPage()}
        </Link>
      </div>
    </>
  );
}
